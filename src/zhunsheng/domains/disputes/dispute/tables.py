"""The national mediation table of a period: settled disputes by township and type, each cell counted from records."""

from zhunsheng.domains.disputes.dispute.indicators import INDICATORS, TYPE_CODES
from zhunsheng.kernel.documents.model import Align, Column, Table
from zhunsheng.kernel.indicators.count import count, count_by
from zhunsheng.kernel.models import Unit
from zhunsheng.kernel.periods import Period
from zhunsheng.kernel.units.models import UnitKind
from zhunsheng.law import Refusal

SETTLED = "dispute.settled"
CODES = tuple(TYPE_CODES.values())
COUNTED = [indicator for indicator in INDICATORS if indicator.code in (SETTLED, *CODES)]
Counts = dict[int | None, list[int]]


class DoesNotAddUp(Refusal):
    zh = (
        "人民调解统计表（{period}）的“{line}”合计为{total}件，各项相加为{sum}件；请核对这些纠纷的类型和所在镇（街道）。"
    )
    en = (
        "In the mediation table of {period} the total of “{line}” is {total}, but its parts add up to {sum};"
        " check the types and townships of these disputes."
    )


def mediation_table(period: Period) -> Table:
    """Rows are townships, columns the national types; a sum that differs from its parts is refused by name."""
    places, whole = settled_by_place(period)
    names = dict(Unit.objects.filter(pk__in=[key for key in places if key]).values_list("pk", "name"))
    check(period, {names.get(key or 0, "未指明"): cells for key, cells in places.items()}, whole)
    ordered = sorted(places, key=lambda key: (key is None, key or 0))
    rows = [(names.get(key or 0, "未指明"), *map(str, places[key])) for key in ordered]
    return Table(
        caption=f"{period}人民调解成功案件统计表",
        columns=(Column(3, Align.LEFT), Column(1.3), *(Column() for _ in CODES)),
        head=(("镇（街道）", "合计", *(kind.label.removesuffix("纠纷") for kind in TYPE_CODES)),),
        rows=(*rows, ("合计", *map(str, whole))),
        type_size=9,
        landscape=True,
        note="单位：件。按办结日期和纠纷所在的镇（街道）计。",
    )


def settled_by_place(period: Period) -> tuple[Counts, list[int]]:
    """Total and types by township, and the same for the whole district, counted apart from one another.

    A dispute in a village or community counts in its township.
    """
    by_place, whole = count_by(COUNTED, period, "place"), count(COUNTED, period)
    township_of = dict(Unit.objects.filter(kind=UnitKind.COMMUNITY).values_list("pk", "parent_id"))
    counts: Counts = {}
    for column, code in enumerate((SETTLED, *CODES)):
        for place, tally in by_place[code].items():
            cells = counts.setdefault(township_of.get(place or 0, place), [0] * (len(CODES) + 1))
            cells[column] += tally.hits
    return counts, [whole[code].hits for code in (SETTLED, *CODES)]


def check(period: Period, rows: dict[str, list[int]], whole: list[int]) -> None:
    """Every row adds up to its total, and every column to the district's."""
    for name, (total, *parts) in {**rows, "全区": whole}.items():
        if total != sum(parts):
            raise DoesNotAddUp(period=period, line=name, total=total, sum=sum(parts))
    for column, title in enumerate(["合计", *(kind.label for kind in TYPE_CODES)]):
        parts = sum(cells[column] for cells in rows.values())
        if parts != whole[column]:
            raise DoesNotAddUp(period=period, line=title, total=whole[column], sum=parts)
