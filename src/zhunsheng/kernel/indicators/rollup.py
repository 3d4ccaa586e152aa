"""The roll-up: figures kept by month, place and unit, and brought up to date from the months that were written in."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any, ClassVar

from django.db import models
from django.db.models import Sum

from zhunsheng.kernel import registry
from zhunsheng.kernel.dirty import DirtyMonth, take_turn
from zhunsheng.kernel.indicators.count import Tally, count, count_cells
from zhunsheng.kernel.indicators.declare import Indicator
from zhunsheng.kernel.indicators.reading import crosses_tables
from zhunsheng.kernel.periods import Period
from zhunsheng.kernel.units.models import Unit
from zhunsheng.kernel.writing import write_transaction

BATCH = 1000


class MonthFigure(models.Model):
    """What an indicator counted in one month at one place for one unit: ``hits``, and for a rate its ``base``.

    Figures whose months do not add up are kept for whole years, without place and unit, under a month like 202300.
    """

    indicator = models.CharField("指标", max_length=80)
    month = models.PositiveIntegerField("月份")
    place = models.ForeignKey(Unit, models.CASCADE, null=True, related_name="+", verbose_name="所在地")
    unit = models.ForeignKey(Unit, models.CASCADE, null=True, related_name="+", verbose_name="单位")
    hits = models.DecimalField("计数", max_digits=18, decimal_places=2)
    base = models.BigIntegerField("分母", null=True)

    class Meta:
        verbose_name = "月度数据"
        indexes: ClassVar = [models.Index(fields=["indicator", "month"], name="figure_by_month")]

    def __str__(self) -> str:
        return f"{self.indicator} {self.month}"


def figures(period: Period, indicators: Iterable[Indicator] | None = None) -> dict[str, Tally]:
    """Every indicator (or those given) over ``period``, by code: the same numbers as ``exact``, sooner.

    Read from the roll-up after bringing it up to date. Counted from the records: what no roll-up can keep, and periods
    that are no whole months.
    """
    asked = list(registry.indicators().values()) if indicators is None else list(indicators)
    if not _is_whole(period):
        return exact(period, asked)
    bring_up_to_date()
    added = [each for each in asked if keeps_months(each)]
    whole = [each for each in asked if keeps_years(each) and period.is_year]
    rest = [each for each in asked if each not in added and each not in whole]
    return _added(period, added) | _of_year(period, whole) | count(rest, period)


def figures_by(period: Period, indicators: Iterable[Indicator], dimension: str) -> dict[str, dict[Any, Tally]]:
    """The same, grouped by ``month``, ``place`` or ``unit``; only for indicators that ``keeps_months``."""
    bring_up_to_date()
    found: dict[str, dict[Any, Tally]] = {each.code: {} for each in indicators}
    column = dimension if dimension == "month" else f"{dimension}_id"
    for row in _sums(period, found, column):
        found[row["indicator"]][row[column]] = _tally(row)
    return found


def exact(period: Period, indicators: Iterable[Indicator] | None = None) -> dict[str, Tally]:
    """The same counted from the records alone; always equal to ``figures``."""
    return count(registry.indicators().values() if indicators is None else indicators, period)


def keeps_months(indicator: Indicator) -> bool:
    """Whether its months may be kept: they add up, and a mark is left wherever its records change."""
    return indicator.adds_up and not crosses_tables(indicator)


def keeps_years(indicator: Indicator) -> bool:
    """Whether its year may be kept as one number, though its months do not add up."""
    return not indicator.adds_up and indicator.of is not Unit and not crosses_tables(indicator)


def bring_up_to_date() -> None:
    """Count the dirty months anew, in one transaction: killed or run twice, nothing is half counted."""
    if not DirtyMonth.objects.exists():
        return
    with write_transaction():
        take_turn(alone=True)
        dirty = list(DirtyMonth.objects.order_by("domain", "month"))
        for code, rows in groupby(dirty, key=lambda row: row.domain):
            _renew(code, [row.month for row in rows])
        _forget(dirty)


def _renew(domain: str, months: Sequence[int]) -> None:
    """Replace what is kept of a system for ``months``; what is kept of years is dropped, since any day may matter."""
    declared = registry.domains().get(domain)
    indicators = declared.indicators if declared else ()
    for some in _slices(months):
        codes = [each.code for each in indicators if keeps_months(each)]
        MonthFigure.objects.filter(indicator__in=codes, month__in=some).delete()
    years = [each.code for each in indicators if keeps_years(each)]
    MonthFigure.objects.filter(indicator__in=years).delete()
    added = [each for each in indicators if keeps_months(each)]
    for period in _stretches(months):
        rows = (
            MonthFigure(indicator=code, month=month, place_id=place, unit_id=unit, hits=tally.hits, base=tally.base)
            for code, month, place, unit, tally in count_cells(added, period)
        )
        MonthFigure.objects.bulk_create(rows, batch_size=BATCH)


def _forget(dirty: Sequence[DirtyMonth]) -> None:
    for some in _slices([row.pk for row in dirty]):
        DirtyMonth.objects.filter(pk__in=some).delete()


def _slices(items: Sequence[int]) -> Iterator[Sequence[int]]:
    return (items[first : first + 500] for first in range(0, len(items), 500))


def _stretches(months: Sequence[int]) -> Iterator[Period]:
    """``months`` as periods, those in a row together."""
    numbers = sorted({month // 100 * 12 + month % 100 - 1 for month in months})
    for _, group in groupby(enumerate(numbers), key=lambda pair: pair[1] - pair[0]):
        run = [number for _, number in group]
        first, last = (Period.month(number // 12, number % 12 + 1) for number in (run[0], run[-1]))
        yield Period(first.since, last.until)


def _is_whole(period: Period) -> bool:
    first, last = period.since, period.until
    return first.day == 1 and last == Period.month(last.year, last.month).until


def _sums(period: Period, codes: Iterable[str], *columns: str) -> Iterator[dict[str, Any]]:
    months = period.months()
    whole_years = {month // 100 * 100 for month in months if month > months[0]}
    rows = MonthFigure.objects.filter(indicator__in=list(codes), month__range=(months[0], months[-1]))
    grouped = rows.exclude(month__in=whole_years).order_by().values("indicator", *columns)
    yield from grouped.annotate(hits_sum=Sum("hits"), base_sum=Sum("base")).iterator()


def _tally(row: dict[str, Any]) -> Tally:
    hits = row["hits_sum"]
    return Tally(int(hits) if hits == int(hits) else hits, row["base_sum"])


def _added(period: Period, indicators: Sequence[Indicator]) -> dict[str, Tally]:
    found = {each.code: Tally(0, 0 if each.over is not None else None) for each in indicators}
    return found | {row["indicator"]: _tally(row) for row in _sums(period, found)}


def _of_year(period: Period, indicators: Sequence[Indicator]) -> dict[str, Tally]:
    """What is kept of the year; what is not kept yet is counted and kept, unless somebody wrote meanwhile."""
    month = period.since.year * 100
    codes = [each.code for each in indicators]
    kept = MonthFigure.objects.filter(indicator__in=codes, month=month).values("indicator", "hits", "base")
    found = {row["indicator"]: _tally({"hits_sum": row["hits"], "base_sum": row["base"]}) for row in kept}
    if missing := [each for each in indicators if each.code not in found]:
        found |= _keep_year(period, missing, month)
    return found


def _keep_year(period: Period, missing: Sequence[Indicator], month: int) -> dict[str, Tally]:
    with write_transaction():
        take_turn(alone=True)
        counted = count(missing, period)
        MonthFigure.objects.filter(indicator__in=counted, month=month).delete()
        if not DirtyMonth.objects.exists():
            MonthFigure.objects.bulk_create(
                MonthFigure(indicator=code, month=month, hits=tally.hits, base=tally.base)
                for code, tally in counted.items()
            )
    return counted
