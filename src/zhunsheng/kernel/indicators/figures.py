"""Figures of a period: what every indicator counts, its value, last year's and the change."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from zhunsheng.kernel import registry
from zhunsheng.kernel.indicators import rollup
from zhunsheng.kernel.indicators.count import Tally, change
from zhunsheng.kernel.indicators.declare import Indicator, Kind
from zhunsheng.kernel.indicators.measures import measured
from zhunsheng.kernel.periods import Period


@dataclass(frozen=True)
class Figure:
    """An indicator counted over a period, and over the period before."""

    indicator: Indicator
    period: Period
    tally: Tally
    last: Tally

    @property
    def code(self) -> str:
        return self.indicator.code

    @property
    def title(self) -> str:
        return self.indicator.title

    @property
    def unit(self) -> str:
        return self.indicator.unit

    @property
    def measure(self) -> str:
        """The unit in the language of the screen, to stand after the value."""
        return measured(self.unit, self.value)

    @property
    def definition(self) -> str:
        return self.indicator.definition

    @property
    def value(self) -> Decimal | None:
        return self.tally.value

    @property
    def last_value(self) -> Decimal | None:
        return self.last.value

    @property
    def number(self) -> int | float | None:
        """The value as JSON writes it: whole where it is whole, None for a rate without a base."""
        return as_number(self.value)

    @property
    def change(self) -> Decimal | None:
        """Growth in percent with one decimal; None for rates and without a value to compare with."""
        return None if self.indicator.kind is Kind.RATE else change(self.value, self.last_value)


def as_number(value: Decimal | None) -> int | float | None:
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def printed(value: Decimal | None, unit: str) -> str:
    """A value as a report prints it, such as 13719件 or 100%; — where there is none."""
    number = as_number(value)
    return "—" if number is None else f"{number}{unit}"


def figures(codes: Iterable[str] | None, period: Period) -> dict[str, Figure]:
    """The figures of these indicators, or of all, from the roll-up. An unknown code is refused."""
    every = registry.indicators().values() if codes is None else [registry.indicator(code) for code in codes]
    chosen = list(every)
    now, then = rollup.figures(period, chosen), rollup.figures(period.before(), chosen)
    return {each.code: Figure(each, period, now[each.code], then[each.code]) for each in chosen}


def figures_of(year: int | str) -> list[Figure]:
    """Every figure of a year, in the order of the chapters. A year that is none is refused as UnknownYear."""
    return list(figures(None, Period.year(year)).values())
