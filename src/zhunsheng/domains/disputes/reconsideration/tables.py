"""The national Table 1 行政复议案件统计报表, and the balance of carried-over cases: every cell counted from records."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from django.db.models import Count, Q

from zhunsheng.domains.disputes.reconsideration.choices import Area
from zhunsheng.domains.disputes.reconsideration.columns import (
    ACTS,
    COMPENSATION,
    GENERAL,
    LETTERS,
    ORGANS,
    OTHER_OUTCOME,
    OUTCOMES,
    RESPONDENTS,
    TERMINATIONS,
    aggregates,
)
from zhunsheng.domains.disputes.reconsideration.models import Letter, LetterAnswer, Reconsideration
from zhunsheng.kernel.documents import Cell, Column, Table
from zhunsheng.kernel.periods import Period
from zhunsheng.law import Refusal

TOTAL = "合计"
CONCLUDED = {"concluded": "总计", **OUTCOMES, **TERMINATIONS, **OTHER_OUTCOME}
CODES = (
    *GENERAL, *RESPONDENTS, *ORGANS, *ACTS, *CONCLUDED, "carried_out", "documents", *COMPENSATION, *LETTERS,
)  # fmt: skip
FIGURES = {
    "carried_in": "reconsideration.carried_in", "received": "reconsideration.received",
    "accepted": "reconsideration.accepted", "applicants": "reconsideration.applicants",
    "concluded": "reconsideration.concluded_all", "carried_out": "reconsideration.carried_out",
    "letters": "reconsideration.letters",
}  # fmt: skip
Row = Mapping[str, Any]


class TableDoesNotAddUp(Refusal):
    """Two cells of Table 1 that must be equal are not."""

    zh = "行政复议案件统计报表“{row}”一行不平：{left}为{left_value}，{right}为{right_value}；请核对该行案件的登记。"
    en = (
        "Table 1, row {row}, does not add up: {left} is {left_value}, {right} is {right_value};"
        " check the records of the cases in this row."
    )


def table_1(period: Period) -> Table:
    """The printed form, one row for each area that has a case, and the total; refused where an identity fails."""
    rows = counted(period)
    for name, row in rows.items():
        check(name, row)
    return Table(
        caption=f"{period}行政复议案件统计报表",
        columns=(Column(4.5), *(Column(2 if code == "compensation_sum" else 1) for code in CODES)),
        head=_head(),
        rows=tuple(_printed(name, row) for name, row in rows.items()),
        type_size=7,
        landscape=True,
        note="单位：件。被申请人、复议机关、申请复议事项各栏按本期受理计，已审结各栏按本期审结计。",
    )


def balance(period: Period) -> Table:
    """What came over, was accepted, was concluded and stays: the first two equal the last two."""
    row = counted(period)[TOTAL]
    check(TOTAL, row)
    names = {"carried_in": "上期结转", "accepted": "受理", "concluded": "审结", "carried_out": "未审结"}
    return Table(
        caption=f"{period}行政复议案件收结情况（单位：件）",
        columns=tuple(Column() for _ in names),
        head=(tuple(names.values()),),
        rows=(tuple(Cell(str(row[code]), figure=FIGURES[code]) for code in names),),
        row_heads=0,
    )


def counted(period: Period) -> dict[str, dict[str, Any]]:
    """The numbers of each row by column; the total is summed from the rows."""
    touched = Q(opened_on__lte=period.until) & (Q(closed_on=None) | Q(closed_on__gte=period.since))
    cases = Reconsideration.objects.filter(touched).order_by().values("area").annotate(**aggregates(period))
    rows = {str(Area(case["area"]).label): _completed(case) for case in cases}
    for code, by_area in _letters(period).items():
        for area, number in by_area.items():
            rows.setdefault(area, dict.fromkeys(CODES, 0))[code] = number
    in_order = {str(area): rows[str(area)] for area in Area.labels if str(area) in rows}
    found = {name: row for name, row in in_order.items() if any(row[code] for code in CODES)}
    return found | {TOTAL: {code: sum(row[code] for row in found.values()) for code in CODES}}


def _completed(case: Row) -> dict[str, Any]:
    """The district government is the only reconsideration organ of the district: it stands in one column."""
    organs = dict.fromkeys(ORGANS, 0) | {"organ_county": case["accepted"]}
    return {**dict.fromkeys(CODES, 0), **organs, **{code: value for code, value in case.items() if code != "area"}}


def _letters(period: Period) -> dict[str, dict[str, int]]:
    days = (period.since, period.until)
    issued = Letter.objects.filter(issued_on__range=days, form=Letter.Form.OPINION)
    answered = LetterAnswer.objects.filter(answered_on__range=days)
    found = {}
    for code, rows in (("letters", issued), ("letters_answered", answered)):
        grouped = rows.order_by().values_list("matter__reconsideration__area").annotate(Count("pk"))
        found[code] = {str(Area(area).label): number for area, number in grouped}
    return found


def check(name: str, row: Row) -> None:
    """Refuse a row of which an identity of the form does not hold."""
    for left, left_value, right, right_value in _identities(row):
        if left_value != right_value:
            raise TableDoesNotAddUp(
                row=name, left=left, left_value=left_value, right=right, right_value=right_value
            )  # fmt: skip


def _identities(row: Row) -> Iterator[tuple[str, int, str, int]]:
    came, left = row["carried_in"] + row["accepted"], row["concluded"] + row["carried_out"]
    yield "上期结转加受理", came, "审结加未审结", left
    for title, block in (("被申请人各栏", RESPONDENTS), ("复议机关各栏", ORGANS), ("申请复议事项各栏", ACTS)):
        yield title, sum(row[code] for code in block), "受理", row["accepted"]
    ended = sum(row[code] for code in CONCLUDED if code != "concluded")
    yield "各结案方式", ended, "审结总计", row["concluded"]


def _head() -> tuple[tuple[Cell, ...], ...]:
    """Three rows: blocks, columns, and the two ways to terminate."""
    single = ["行政管理类型", *GENERAL.values()]
    first = [Cell(title, rows=3) for title in single]
    first += [Cell("被申请人", columns=len(RESPONDENTS)), Cell("复议机关", columns=len(ORGANS))]
    first += [Cell("申请复议事项", columns=len(ACTS)), Cell("已审结", columns=len(CONCLUDED))]
    first += [Cell("未审结", rows=3), Cell("规范性文件附带审查", rows=3)]
    first += [Cell("行政赔偿", columns=len(COMPENSATION)), Cell("行政复议意见书", columns=len(LETTERS))]
    plain = [*RESPONDENTS.values(), *ORGANS.values(), *ACTS.values(), CONCLUDED["concluded"], *OUTCOMES.values()]
    second = [Cell(title, rows=2) for title in plain]
    second += [Cell("终止", columns=len(TERMINATIONS))]
    second += [Cell(title, rows=2) for block in (OTHER_OUTCOME, COMPENSATION, LETTERS) for title in block.values()]
    return tuple(first), tuple(second), tuple(Cell(title) for title in TERMINATIONS.values())


def _printed(name: str, row: Row) -> tuple[str | Cell, ...]:
    figures = FIGURES if name == TOTAL else {}
    return (name, *(Cell(_number(row[code]), figure=figures.get(code, "")) for code in CODES))


def _number(value: int | Decimal) -> str:
    return f"{value:.2f}" if isinstance(value, Decimal) else str(value)
