"""Tables for the report, every cell counted from records, with the identities they must obey."""

from collections.abc import Mapping

from django.db.models import Count, Q

from zhunsheng.domains.oversight.litigation.choices import Level
from zhunsheng.domains.oversight.litigation.indicators import INDICATORS, OUTCOMES, PENDING, SUBJECTS
from zhunsheng.domains.oversight.litigation.models import Appearance
from zhunsheng.kernel.documents.model import Align, Cell, Column, Table
from zhunsheng.kernel.indicators.count import Tally, condition, count
from zhunsheng.kernel.periods import Period
from zhunsheng.law import Refusal

NAMED = {indicator.code.removeprefix("litigation."): indicator for indicator in INDICATORS}
CAME_BEFORE = "came_before"
HEARINGS = ("hearings", "head_appearances", "head_absences_explained", CAME_BEFORE, "head_breaches")
"""The columns of the table of appearances: indicators, but for hearings at which no head was due any more."""


class DoesNotAddUp(Refusal):
    zh = "{period}的“{whole}”为{expected}，各项之和却为{found}；请核对这些案件的登记，特别是裁判和涉诉事由是否完整。"
    en = 'In {period} "{whole}" is {expected}, but its parts add up to {found}; check the records of these suits.'


def identities(period: Period) -> dict[str, Tally]:
    """The tallies of suits served, outcomes, pending and subjects; refuses where these do not add up to the suits."""
    parts = ([*OUTCOMES, PENDING], SUBJECTS)
    whole = NAMED["defended"]
    found = count([whole, *parts[0], *parts[1]], period)
    for group in parts:
        total = sum(found[each.code].hits for each in group)
        if total != found[whole.code].hits:
            raise DoesNotAddUp(period=period, whole=whole.title, expected=found[whole.code].hits, found=total)
    return found


def outcome_table(period: Period) -> Table:
    """How the suits served in the period stood at its end, the year before beside it: a row for each outcome found."""
    rows = [NAMED["defended"], *OUTCOMES, PENDING]
    now, before = identities(period), count(rows, period.before())
    return Table(
        caption="以区政府为被告的行政诉讼案件审理结果（单位：件）",
        columns=(Column(3, Align.LEFT), Column(1, Align.RIGHT), Column(1, Align.RIGHT)),
        head=(("项目", "本年", "上年"),),
        rows=tuple(
            (each.title, Cell(str(now[each.code].hits), figure=each.code), str(before[each.code].hits))
            for each in rows
            if now[each.code].hits or before[each.code].hits or each is rows[0]
        ),
    )


def appearance_table(period: Period) -> Table:
    """Who came to the hearings of the period, by instance; each row's hearings are the sum of what follows."""
    found = _hearings(period)
    total = {name: sum(row[name] for row in found.values()) for name in HEARINGS}
    none = dict.fromkeys(HEARINGS, 0)
    rows = [*((str(level.label), found.get(level.value, none)) for level in Level), ("合计", total)]
    return Table(
        caption="行政机关负责人出庭应诉情况（单位：次）",
        columns=(Column(2, Align.LEFT), *(Column(1, Align.RIGHT) for _ in range(5))),
        head=(("审级", "开庭", "负责人\n出庭", "依法说明\n理由", "此前\n已出庭", "未依法\n出庭"),),
        rows=tuple((title, *_appearances(period, row)) for title, row in rows),
    )


def _hearings(period: Period) -> dict[str, dict[str, int]]:
    """What is counted of the hearings of each instance, in one statement."""
    held = condition(NAMED["hearings"], period)
    hits = {name: held & Q(due=False) if name == CAME_BEFORE else condition(NAMED[name], period) for name in HEARINGS}
    rows = Appearance._default_manager.filter(held).order_by().values("level")
    counted = rows.annotate(**{name: Count("pk", filter=hit) for name, hit in hits.items()})
    return {row["level"]: row for row in counted}


def _appearances(period: Period, row: Mapping[str, int]) -> tuple[str, ...]:
    held, *parts = (row[name] for name in HEARINGS)
    if held != sum(parts):
        raise DoesNotAddUp(period=period, whole=NAMED["hearings"].title, expected=held, found=sum(parts))
    return tuple(str(count) for count in (held, *parts))
