"""The national table of requests (国办公开办函〔2021〕30号, part three), every cell counted from records."""

from collections.abc import Iterator

from django.db.models import Count, Q

from zhunsheng.domains.oversight.foi.indicators import carried_in, carried_out
from zhunsheng.domains.oversight.foi.models import Applicant, FoiRequest
from zhunsheng.domains.oversight.foi.rows import GROUPS, PARTLY_NOTE, Group
from zhunsheng.kernel.documents.model import Align, Cell, Column, Table
from zhunsheng.kernel.periods import Period
from zhunsheng.law import Refusal

RECEIVED, CARRIED_IN, CARRIED_OUT, ENDED = "received", "carried_in", "carried_out", "answered"
TITLES = {
    RECEIVED: "一、本年新收政府信息公开申请数量",
    CARRIED_IN: "二、上年结转政府信息公开申请数量",
    ENDED: "（七）总计",
    CARRIED_OUT: "四、结转下年度继续办理",
}
RESULTS = "三、本年度办理结果"
TOTAL = "总计"
COLUMNS = (*(str(label) for label in Applicant.labels), TOTAL)
ROW_HEADS = (1.3, 1.7, 4.2)
Line = dict[str, int]
"""A number for each column of the form, the last counted apart from the six before it."""


class TableDoesNotAddUp(Refusal):
    """Two sides of an identity that is printed on the form, or that its rows and columns must obey, differ."""

    zh = (
        "政府信息公开申请统计表（{period}）“{cell}”不平：{left}为{left_value}，{right}为{right_value}；"
        "请核对这些申请登记的申请人类型、收到日期、办结日期和处理结果。"
    )
    en = (
        "In the table of requests of {period}, {cell} does not add up: {left} is {left_value}, {right} is"
        " {right_value}; check applicant, dates and result of these requests."
    )


def request_table(period: Period) -> Table:
    """The printed form: 25 rows by seven columns. Refused, naming the cell, where an identity does not hold."""
    lines = counted(period)
    check(period, lines, carried_over(period.before()))
    return Table(
        caption=f"{period}收到和处理政府信息公开申请情况（单位：件）",
        columns=(*(Column(width, Align.LEFT) for width in ROW_HEADS), *(Column() for _ in COLUMNS)),
        head=_head(),
        rows=tuple(_rows(lines)),
        type_size=9,
        row_heads=len(ROW_HEADS),
    )  # fmt: skip


def counted(period: Period) -> dict[str, Line]:
    """The numbers of every row, by its code, or by group and label such as ``refused 2.其他法律行政法规禁止公开``."""
    received = Q(opened_on__range=(period.since, period.until))
    ended = Q(closed_on__range=(period.since, period.until))
    lines = {RECEIVED: _line(received), CARRIED_IN: _line(carried_in(period))}
    lines |= _results(ended)
    return lines | {ENDED: _line(ended), CARRIED_OUT: _line(carried_out(period))}


def carried_over(period: Period) -> Line:
    """What ``period`` leaves to the next, by column."""
    return _line(carried_out(period))


def check(period: Period, lines: dict[str, Line], carried_before: Line) -> None:
    """Refuse the first identity that does not hold, with the cell where it fails."""
    for cell, left, left_value, right, right_value in _identities(lines, carried_before):
        if left_value != right_value:
            raise TableDoesNotAddUp(
                period=period, cell=cell, left=left, left_value=left_value, right=right, right_value=right_value
            )  # fmt: skip


Identity = tuple[str, str, int, str, int]


def _identities(lines: dict[str, Line], carried_before: Line) -> Iterator[Identity]:
    for code, line in lines.items():
        parts = sum(number for column, number in line.items() if column != TOTAL)
        yield f"{TITLES.get(code, code)}×{TOTAL}", TOTAL, line[TOTAL], "各类申请人之和", parts
    for column in COLUMNS:
        results = sum(line[column] for code, line in lines.items() if code not in TITLES)
        yield f"{TITLES[ENDED]}×{column}", TITLES[ENDED], lines[ENDED][column], "各种办理结果之和", results
        came = lines[RECEIVED][column] + lines[CARRIED_IN][column]
        went = lines[ENDED][column] + lines[CARRIED_OUT][column]
        yield f"{TITLES[CARRIED_OUT]}×{column}", "第一项加第二项", came, "第三项加第四项", went
        before, now = carried_before[column], lines[CARRIED_IN][column]
        yield f"{TITLES[CARRIED_IN]}×{column}", "上年结转", now, "上年度表中的结转下年度", before


def _line(condition: Q) -> Line:
    rows = FoiRequest.objects.filter(condition).order_by()
    by_applicant = dict(rows.values_list("applicant").annotate(Count("pk")))
    found = {str(kind.label): by_applicant.get(kind.value, 0) for kind in Applicant}
    return found | {TOTAL: rows.count()}


def _results(ended: Q) -> dict[str, Line]:
    rows = FoiRequest.objects.filter(ended).order_by().values_list("applicant", "outcome").annotate(Count("pk"))
    numbers = list(rows)
    return {
        f"{code} {label}": _result(numbers, {reply.value for reply in replies})
        for code, group in GROUPS.items()
        for label, replies in group.lines.items()
    }


def _result(numbers: list[tuple[str, str, int]], replies: set[str]) -> Line:
    chosen = [(applicant, number) for applicant, outcome, number in numbers if outcome in replies]
    found = {str(kind.label): sum(n for applicant, n in chosen if applicant == kind.value) for kind in Applicant}
    return found | {TOTAL: sum(number for _, number in chosen)}


def _head() -> tuple[tuple[Cell, ...], ...]:
    identity = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"
    person, *bodies = COLUMNS[:-1]
    return (
        (Cell(identity, rows=3, columns=3), Cell("申请人情况", columns=len(COLUMNS))),
        (Cell(person, rows=2), Cell("法人或其他组织", columns=len(bodies)), Cell(TOTAL, rows=2)),
        tuple(Cell(body) for body in bodies),
    )


def _rows(lines: dict[str, Line]) -> Iterator[tuple[str | Cell, ...]]:
    for code in (RECEIVED, CARRIED_IN):
        yield Cell(TITLES[code], columns=3), *_numbers(lines[code], f"foi.{code}")
    first: tuple[Cell, ...] = (Cell(RESULTS, rows=1 + sum(len(group.lines) for group in GROUPS.values())),)
    for code, group in GROUPS.items():
        for label in group.lines:
            alone = len(group.lines) == 1
            yield *first, *_named(group, label), *_numbers(lines[f"{code} {label}"], f"foi.{code}" if alone else "")
            first = ()
    yield Cell(TITLES[ENDED], columns=2), *_numbers(lines[ENDED], "foi.answered")
    yield Cell(TITLES[CARRIED_OUT], columns=3), *_numbers(lines[CARRIED_OUT], "foi.carried_out")


def _named(group: Group, label: str) -> tuple[Cell, ...]:
    """The group once, across its lines, and the label; a group without lines fills both columns."""
    if not label:
        note = PARTLY_NOTE if group.title == "部分公开" else ""
        return (Cell(f"{group.sign}{group.title}{note}", columns=2),)
    first = label == next(iter(group.lines))
    return (*((Cell(f"{group.sign}{group.title}", rows=len(group.lines)),) if first else ()), Cell(label))


def _numbers(line: Line, figure: str) -> Iterator[Cell]:
    """The cells of a row; the last one leads to the passport of its figure, where it has one."""
    for column, number in line.items():
        yield Cell(str(number), figure=figure if column == TOTAL else "")
