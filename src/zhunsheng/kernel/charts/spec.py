"""What a chart shows, apart from how it is drawn."""

import math
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from zhunsheng.law.refusal import Refusal

Number = int | float | Decimal


class ChartKind(StrEnum):
    """The three drawings the reports need."""

    BARS = "bars"
    GROUPED_BARS = "grouped_bars"
    LINE_MONTHS = "line_months"


class EmptyChart(Refusal):
    """A chart without a category or without a series."""

    zh = "图“{title}”没有可画的内容：至少需要一个分类和一组数据。"
    en = "Chart “{title}” has nothing to draw: give it at least one category and one series."


class SeriesMismatch(Refusal):
    """A series whose number of values differs from the number of categories."""

    zh = "图“{title}”的数据“{series}”有{count}个值，分类有{expected}个：请使两者一一对应（缺数用 None）。"
    en = "Chart “{title}”, series “{series}”: {count} values for {expected} categories; one each, None if unknown."


class ValueNotDrawable(Refusal):
    """A value that is not a finite number."""

    zh = "图“{title}”的数据“{series}”含有无法作图的值 {value}：请改为有限的数，或用 None 表示缺数。"
    en = "Chart “{title}”, series “{series}”: {value} cannot be drawn; use a finite number, or None for unknown."


class TooManySeries(Refusal):
    """More series than can be told apart without colour."""

    zh = "图“{title}”有{count}组数据，最多画{most}组才能不靠颜色分辨：请拆成几张图。"
    en = "Chart “{title}” has {count} series; at most {most} can be told apart without colour: split the chart."


MOST_SERIES = 4


@dataclass(frozen=True, slots=True)
class Series:
    """Named values, one for each category; None means not known and leaves a gap."""

    name: str
    values: tuple[Number | None, ...]


@dataclass(frozen=True, slots=True)
class ChartSpec:
    """A chart as facts: refused when it is empty, uneven, not finite or not legible in print."""

    kind: ChartKind
    title: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    unit: str = ""
    note: str = ""

    def __post_init__(self) -> None:
        if not self.categories or not self.series:
            raise EmptyChart(title=self.title)
        if len(self.series) > MOST_SERIES:
            raise TooManySeries(title=self.title, count=len(self.series), most=MOST_SERIES)
        for series in self.series:
            self._accept(series)

    def _accept(self, series: Series) -> None:
        if len(series.values) != len(self.categories):
            raise SeriesMismatch(
                title=self.title, series=series.name, count=len(series.values), expected=len(self.categories)
            )
        for value in series.values:
            if value is not None and not math.isfinite(value):
                raise ValueNotDrawable(title=self.title, series=series.name, value=value)

    def known(self) -> tuple[float, ...]:
        """Every value that is known, as floats, for scaling the axis."""
        return tuple(float(value) for one in self.series for value in one.values if value is not None)

    def in_words(self) -> str:
        """The chart read aloud: every series with every value, for those who cannot see it."""
        return "；".join(self._read(series) for series in self.series)

    def _read(self, series: Series) -> str:
        pairs = zip(self.categories, series.values, strict=True)
        return f"{series.name}：" + "，".join(f"{name}{shown(value)}{self.unit}" for name, value in pairs)


def bar_chart(
    title: str, categories: tuple[str, ...], values: tuple[Number | None, ...], *, unit: str = "", note: str = ""
) -> ChartSpec:
    """One bar for each category."""
    return ChartSpec(ChartKind.BARS, title, categories, (Series(title, values),), unit, note)


def grouped_bars(
    title: str, categories: tuple[str, ...], series: tuple[Series, ...], *, unit: str = "", note: str = ""
) -> ChartSpec:
    """Several bars for each category, such as this year against last."""
    return ChartSpec(ChartKind.GROUPED_BARS, title, categories, series, unit, note)


def line_months(title: str, series: tuple[Series, ...], *, unit: str = "", note: str = "") -> ChartSpec:
    """Twelve months, January first, one line for each series."""
    months = tuple(f"{month}月" for month in range(1, 13))
    return ChartSpec(ChartKind.LINE_MONTHS, title, months, series, unit, note)


def shown(value: Number | None) -> str:
    """A number as it is printed beside its bar; a dash where it is not known."""
    if value is None:
        return "—"
    text = f"{value:,.2f}" if value != int(value) else f"{int(value):,}"
    return text.rstrip("0") if "." in text else text
