"""The passport of a figure (一数一证): what it counts, when, over which records, and whether it fits its relations."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from django.utils import timezone
from django.utils.translation import gettext

from zhunsheng.kernel import registry
from zhunsheng.kernel.indicators.count import Tally, condition, count, count_by
from zhunsheng.kernel.indicators.declare import Indicator
from zhunsheng.kernel.indicators.figures import Figure, as_number
from zhunsheng.kernel.indicators.reading import in_words
from zhunsheng.kernel.indicators.records import record_list
from zhunsheng.kernel.periods import Period
from zhunsheng.kernel.units.models import Unit
from zhunsheng.kernel.units.tree import tree


@dataclass(frozen=True)
class Relation:
    """A sentence about this figure and others, and whether it holds."""

    sentence: str
    holds: bool


@dataclass(frozen=True)
class Passport:
    """All that a reader may ask of a figure. ``digest`` is SM3 over the sorted list of its ``count`` records.

    ``condition`` is the condition of the query itself, in words made from the names of the fields.
    ``by_place`` counts villages and communities in their township; None stands for records without a place.
    """

    figure: Figure
    as_of: datetime
    count: int
    digest: str
    by_place: list[tuple[str | None, int]]
    by_month: list[tuple[int, int]]
    relations: list[Relation]
    condition: str = ""

    @property
    def code(self) -> str:
        return self.figure.code

    @property
    def title(self) -> str:
        return self.figure.title

    @property
    def unit(self) -> str:
        return self.figure.unit

    @property
    def measure(self) -> str:
        return self.figure.measure

    @property
    def definition(self) -> str:
        return self.figure.definition

    @property
    def period(self) -> Period:
        return self.figure.period

    @property
    def value(self) -> Decimal | None:
        return self.figure.value

    @property
    def number(self) -> int | float | None:
        return self.figure.number

    @property
    def last_value(self) -> Decimal | None:
        return self.figure.last_value

    @property
    def change(self) -> Decimal | None:
        return self.figure.change

    @property
    def hits(self) -> int:
        return self.figure.tally.hits

    @property
    def base(self) -> int | None:
        return self.figure.tally.base


def passport_of(code: str, period: Period) -> Passport:
    """The passport as of this moment. An unknown code is refused as UnknownIndicator."""
    indicator = registry.indicator(code)
    listed = record_list(indicator, period)
    return Passport(
        figure=Figure(indicator, period, _tally(indicator, period), _tally(indicator, period.before())),
        as_of=timezone.now(),
        count=len(listed.rows),
        digest=listed.digest,
        by_place=by_place(indicator, period),
        by_month=by_month(indicator, period),
        relations=list(relations(indicator, period)),
        condition=in_words(indicator.of, condition(indicator, period)),
    )


def _tally(indicator: Indicator, period: Period) -> Tally:
    """Counted from the records of now, as the list beside it is."""
    return count([indicator], period)[indicator.code]


def by_place(indicator: Indicator, period: Period) -> list[tuple[str | None, int]]:
    """Hits by township, in the order of the townships' codes; None last."""
    known, found = tree(), Counter[int | None]()
    for place, tally in count_by([indicator], period, "place")[indicator.code].items():
        found[known.top(place) if place else None] += tally.hits
    names = Unit.objects.filter(pk__in=[pk for pk in found if pk]).order_by("code").values_list("pk", "name")
    named: list[tuple[str | None, int]] = [(name, found[pk]) for pk, name in names]
    return named + ([(None, found[None])] if found.get(None) else [])


def by_month(indicator: Indicator, period: Period) -> list[tuple[int, int]]:
    """Hits of every month of the period; empty for what no date places in a month."""
    found = count_by([indicator], period, "month")[indicator.code]
    return [(month, found[month].hits if month in found else 0) for month in period.months()] if found else []


def relations(indicator: Indicator, period: Period) -> Iterator[Relation]:
    """Part of a whole, whole of its parts, sum of others: each with the numbers, and whether it holds."""
    every = registry.indicators()
    parts = [each for each in every.values() if each.part_of == indicator.code]
    others = [every[code] for code in filter(None, (indicator.part_of, *indicator.sums))]
    values = {code: tally.value or 0 for code, tally in count([indicator, *others], period).items()} if others else {}
    if whole := every.get(indicator.part_of):
        part, total = as_number(Decimal(values[indicator.code])), as_number(Decimal(values[whole.code]))
        sentence = gettext("“%(part)s”%(n)s，是“%(whole)s”%(total)s的一部分。")
        words = {"part": gettext(indicator.title), "n": part, "whole": gettext(whole.title), "total": total}
        yield Relation(sentence % words, values[indicator.code] <= values[whole.code])
    if indicator.sums:
        total_of = sum(values[code] for code in indicator.sums)
        terms = "＋".join(f"{gettext(every[code].title)}{as_number(Decimal(values[code]))}" for code in indicator.sums)
        sentence = gettext("%(terms)s＝%(sum)s，应等于“%(title)s”%(value)s。")
        words = {"terms": terms, "sum": as_number(Decimal(total_of)), "title": gettext(indicator.title)}
        yield Relation(
            sentence % (words | {"value": as_number(Decimal(values[indicator.code]))}),
            total_of == values[indicator.code],
        )
    if parts:
        yield Relation(gettext("其中包括：%(titles)s。") % {"titles": "、".join(gettext(p.title) for p in parts)}, True)
