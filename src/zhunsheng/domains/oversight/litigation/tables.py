"""Tables for the report, every cell counted from records, with the identities they must obey."""

from zhunsheng.domains.oversight.litigation.choices import Level
from zhunsheng.domains.oversight.litigation.indicators import INDICATORS, OUTCOMES, PENDING, SUBJECTS
from zhunsheng.domains.oversight.litigation.models import Appearance
from zhunsheng.kernel.documents.model import Align, Cell, Column, Table
from zhunsheng.kernel.indicators import Indicator
from zhunsheng.kernel.indicators.count import condition, count
from zhunsheng.kernel.periods import Period
from zhunsheng.law import Refusal

NAMED = {indicator.code.removeprefix("litigation."): indicator for indicator in INDICATORS}
HEARINGS = ("hearings", "head_appearances", "head_absences_explained", "head_breaches")


class DoesNotAddUp(Refusal):
    zh = "{period}的“{whole}”为{expected}，各项之和却为{found}；请核对这些案件的登记，特别是裁判和涉诉事由是否完整。"
    en = 'In {period} "{whole}" is {expected}, but its parts add up to {found}; check the records of these suits.'


def identities(period: Period) -> None:
    """Refuses when outcomes with the pending, or subjects, do not add up to the suits served."""
    parts = ([*OUTCOMES, PENDING], SUBJECTS)
    whole = NAMED["defended"]
    found = count([whole, *parts[0], *parts[1]], period)
    for group in parts:
        total = sum(found[each.code].hits for each in group)
        if total != found[whole.code].hits:
            raise DoesNotAddUp(period=period, whole=whole.title, expected=found[whole.code].hits, found=total)


def outcome_table(period: Period) -> Table:
    """How the suits served in the period stood at its end: one row an outcome, the year before beside it."""
    identities(period)
    rows = [NAMED["defended"], *OUTCOMES, PENDING]
    now, before = count(rows, period), count(rows, period.before())
    return Table(
        caption="以区政府为被告的行政诉讼案件审理结果（件）",
        columns=(Column(3, Align.LEFT), Column(1, Align.RIGHT), Column(1, Align.RIGHT)),
        head=(("项目", "本年", "上年"),),
        rows=tuple(
            (each.title, Cell(str(now[each.code].hits), figure=each.code), str(before[each.code].hits)) for each in rows
        ),
    )


def appearance_table(period: Period) -> Table:
    """Who came to the hearings of the period, by instance; each row's hearings are the sum of what follows."""
    return Table(
        caption="行政机关负责人出庭应诉情况（次）",
        columns=(Column(2, Align.LEFT), *(Column(1, Align.RIGHT) for _ in range(5))),
        head=(("审级", "开庭", "负责人出庭", "依法说明理由", "此前已出庭", "未依法出庭"),),
        rows=tuple(_appearances(period, level) for level in (*Level, None)),
    )


def _appearances(period: Period, level: Level | None) -> tuple[str, ...]:
    held, appeared, explained, breaches = (_held(NAMED[name], period, level) for name in HEARINGS)
    came_before = _came_before(period, level)
    if held != appeared + explained + breaches + came_before:
        found = appeared + explained + breaches + came_before
        raise DoesNotAddUp(period=period, whole=NAMED["hearings"].title, expected=held, found=found)
    cells = (held, appeared, explained, came_before, breaches)
    return (str(level.label) if level else "合计", *map(str, cells))


def _held(indicator: Indicator, period: Period, level: Level | None) -> int:
    rows = Appearance._default_manager.filter(condition(indicator, period))
    return (rows.filter(level=level) if level else rows).count()


def _came_before(period: Period, level: Level | None) -> int:
    rows = Appearance._default_manager.filter(condition(NAMED["hearings"], period), due=False)
    return (rows.filter(level=level) if level else rows).count()
