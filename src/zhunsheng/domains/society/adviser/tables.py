"""The table of the annual report: each township's villages, and what advisers did there."""

from collections import Counter
from collections.abc import Mapping

from zhunsheng.domains.society.adviser.indicators import INDICATORS
from zhunsheng.kernel.documents.model import Align, Cell, Column, Table
from zhunsheng.kernel.indicators import Indicator
from zhunsheng.kernel.indicators.count import count_by
from zhunsheng.kernel.models import Unit
from zhunsheng.kernel.periods import Period
from zhunsheng.kernel.units.models import UnitKind, existing_on

TITLES = {
    "adviser.villages_covered": "已聘\n顾问",
    "adviser.visits": "入村\n服务",
    "adviser.consultations": "咨询\n人次",
    "adviser.education_events": "普法\n场次",
    "adviser.unvisited": "一月未\n入村",
}
SHOWN = [indicator for indicator in INDICATORS if indicator.code in TITLES]


def township_table(period: Period) -> Table:
    """One row a township: its villages, those with an adviser, what advisers did there, and the unvisited."""
    existing = Unit.objects.filter(existing_on(period.until), kind=UnitKind.COMMUNITY)
    township_of = dict(existing.values_list("pk", "parent_id"))
    villages = Counter(township_of.values())
    places = count_by(SHOWN, period, "place")
    counted = [_by_township(places[each.code], township_of) for each in SHOWN]
    rows = [
        (unit.name, str(villages[unit.pk]), *(str(each[unit.pk]) for each in counted))
        for unit in Unit.objects.filter(pk__in=villages).order_by("code")
    ]
    whole = [_whole(each, counts) for each, counts in zip(SHOWN, counted, strict=True)]
    return Table(
        caption="村（社区）法律顾问工作情况",
        columns=(Column(2, Align.LEFT), *(Column(1, Align.RIGHT) for _ in range(len(SHOWN) + 1))),
        head=(("镇（街道）", "村\n（社区）", *(TITLES[each.code] for each in SHOWN)),),
        rows=(*rows, ("合计", str(len(township_of)), *whole)),
    )


def _by_township(places: Mapping, township_of: Mapping[int, int | None]) -> Counter[int | None]:
    """A figure by the township of its village; villages that no longer exist count under none."""
    found: Counter[int | None] = Counter()
    for place, tally in places.items():
        found[township_of.get(place)] += tally.hits
    return found


def _whole(indicator: Indicator, counts: Counter[int | None]) -> Cell:
    return Cell(str(counts.total()), figure=indicator.code)
