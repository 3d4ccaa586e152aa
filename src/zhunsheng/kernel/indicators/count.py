"""Counting: every indicator of a period in one statement per table, and the same by month, place or unit."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from django.db.models import Aggregate, Count, F, IntegerField, Model, Q, QuerySet, Sum, Value

from zhunsheng.kernel import registry
from zhunsheng.kernel.activities.models import Activity
from zhunsheng.kernel.indicators.declare import Indicator, Kind
from zhunsheng.kernel.indicators.expressions import month_of
from zhunsheng.kernel.matters.models import Matter
from zhunsheng.kernel.periods import Period
from zhunsheng.kernel.registers.models import RegisterEntry, valid_on
from zhunsheng.kernel.units.models import Unit, existing_on


@dataclass(frozen=True)
class Tally:
    """What was counted: ``hits``, and for a rate the rows of its base."""

    hits: int = 0
    base: int | None = None

    def __add__(self, other: "Tally") -> "Tally":
        base = None if self.base is None and other.base is None else (self.base or 0) + (other.base or 0)
        return Tally(self.hits + other.hits, base)

    @property
    def value(self) -> Decimal | None:
        """The figure: a count, or a percentage with one decimal; None for a rate whose base is empty."""
        if self.base is None:
            return Decimal(self.hits)
        if self.base == 0:
            return None
        share = Decimal(100) * self.hits / self.base
        return share.quantize(Decimal("0.1"), ROUND_HALF_UP).normalize() if share != 100 else Decimal(100)


def within(indicator: Indicator, period: Period) -> Q:
    """The condition that places a row in ``period``: on a day of it, or valid (a unit: existing) on its last day."""
    if indicator.of is Unit:
        return existing_on(period.until)
    if indicator.on:
        placed = Q(**{f"{indicator.on}__range": (period.since, period.until)})
        return placed if indicator.kind is not Kind.STOCK else Q(**{f"{indicator.on}__lte": period.until})
    return valid_on(period.until)


def counted_rows(indicator: Indicator) -> "QuerySet[Any]":
    """The rows an indicator may count at all: withdrawn activities and entries never."""
    rows = indicator.of._default_manager.all()
    return rows.filter(withdrawn_at=None) if issubclass(indicator.of, Activity | RegisterEntry) else rows


def condition(indicator: Indicator, period: Period) -> Q:
    """Which rows are hits in ``period``."""
    return within(indicator, period) & indicator.hit_in(period) & (indicator.over or Q())


def records(indicator: Indicator, period: Period) -> "QuerySet[Any]":
    """The records behind the figure, in the order of their keys."""
    return counted_rows(indicator).filter(condition(indicator, period)).order_by("pk")


def count(indicators: Iterable[Indicator], period: Period) -> dict[str, Tally]:
    """Count ``indicators`` over ``period``: one statement per table, however many they are."""
    found: dict[str, Tally] = {}
    for group in _by_table(indicators):
        rows = counted_rows(group[0])
        row = rows.filter(_any_of(group, period)).aggregate(**_columns(group, period))
        found |= {indicator.code: _tally(indicator, i, row) for i, indicator in enumerate(group)}
    return found


def count_by(indicators: Iterable[Indicator], period: Period, dimension: str) -> dict[str, dict[Any, Tally]]:
    """The same, grouped by ``month`` (202305), ``place`` or ``unit`` (primary keys; None where there is none).

    What no date places in a month, such as a stock of entries, has no months.
    """
    found: dict[str, dict[Any, Tally]] = {}
    for group in _by_table(indicators, together=dimension != "month"):
        for indicator in group:
            found[indicator.code] = {}
        if dimension == "month" and not group[0].on:
            continue
        for row in _grouped(group, period, dimension):
            for i, indicator in enumerate(group):
                tally = _tally(indicator, i, row)
                if tally.hits or tally.base:
                    found[indicator.code][row["_key"]] = tally
    return found


def count_cells(indicators: Iterable[Indicator], period: Period) -> Iterator[tuple[str, int, Any, Any, Tally]]:
    """Code, month, place, unit and tally of every cell that is not empty: one statement per table and date column.

    For indicators whose months add up.
    """
    for group in _by_table(indicators, together=False):
        first = group[0].of
        rows = counted_rows(group[0]).filter(_of_kind(first), within(group[0], period)).order_by()
        rows = rows.annotate(_month=month_of(group[0].on), _place=_path(first, "place"), _unit=_path(first, "unit"))
        for row in rows.values("_month", "_place", "_unit").annotate(**_columns(group, period, placed=True)).iterator():
            for i, indicator in enumerate(group):
                tally = _tally(indicator, i, row)
                if tally.hits or tally.base:
                    yield indicator.code, row["_month"], row["_place"], row["_unit"], tally


def _grouped(group: Sequence[Indicator], period: Period, dimension: str) -> "QuerySet[Any, dict[str, Any]]":
    rows = counted_rows(group[0]).filter(_any_of(group, period)).order_by()
    if dimension == "month":
        rows = rows.annotate(_key=month_of(group[0].on))
    else:
        rows = rows.annotate(_key=_path(group[0].of, dimension))
    grouped: QuerySet[Any, dict[str, Any]] = rows.values("_key").annotate(**_columns(group, period))
    return grouped


def _path(model: type[Model], dimension: str) -> Any:
    """The place or unit of a row: its own, or that of the matter it belongs to; a unit is its own."""
    if model is Unit:
        return F("pk")
    names = {each.name for each in model._meta.get_fields()}
    if "matter" in names and not issubclass(model, Matter):
        return F(f"matter__{dimension}_id")
    return F(f"{dimension}_id") if dimension in names else Value(None, IntegerField())


def _by_table(indicators: Iterable[Indicator], together: bool = True) -> list[list[Indicator]]:
    """Indicators that one statement can count; by month, only those with the same date column."""
    groups: dict[Any, list[Indicator]] = {}
    for indicator in indicators:
        groups.setdefault((indicator.of, "" if together else indicator.on), []).append(indicator)
    return list(groups.values())


def _any_of(group: Sequence[Indicator], period: Period) -> Q:
    """Only rows that some indicator of the group may count: keeps other years out of the scan."""
    spans = {indicator.on: within(indicator, period) for indicator in group}
    found = Q()
    for span in spans.values():
        found |= span
    return found


def _of_kind(model: type[Model]) -> Q:
    """The code of the kind that the model belongs to alone: the indexes by day begin with it."""
    if not issubclass(model, Matter | Activity):
        return Q()
    declared = registry.kinds() if issubclass(model, Matter) else registry.activity_kinds()
    codes = [each.code for each in declared.values() if each.model is model]
    return Q(kind=codes[0]) if len(codes) == 1 else Q()


def _columns(group: Sequence[Indicator], period: Period, placed: bool = False) -> dict[str, Aggregate]:
    """One aggregate for each count and each base; ``placed``: the rows are within the period already."""
    columns: dict[str, Aggregate] = {}
    for i, indicator in enumerate(group):
        base = (Q() if placed else within(indicator, period)) & (indicator.over or Q())
        columns[f"n{i}"] = _measure(indicator, base & indicator.hit_in(period))
        if indicator.over is not None:
            columns[f"d{i}"] = Count("pk", filter=base or None)
    return columns


def _measure(indicator: Indicator, hits: Q) -> Aggregate:
    chosen = hits or None
    if indicator.total:
        return Sum(indicator.total, filter=chosen, default=0)
    if indicator.distinct:
        return Count(indicator.distinct, filter=chosen, distinct=True)
    return Count("pk", filter=chosen)


def _tally(indicator: Indicator, i: int, row: dict[str, Any]) -> Tally:
    return Tally(row[f"n{i}"], row[f"d{i}"] if indicator.over is not None else None)


def change(now: Decimal | None, then: Decimal | None) -> Decimal | None:
    """Growth against the value before, in percent with one decimal; None where there is no base."""
    if now is None or not then:
        return None
    return ((now - then) * 100 / then).quantize(Decimal("0.1"), ROUND_HALF_UP)
