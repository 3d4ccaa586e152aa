"""Indicator: a figure declared as a condition, so that one query can count, group and open it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from django.db.models import Model, Q

from zhunsheng.kernel.periods import Period
from zhunsheng.kernel.units.models import Unit


class Kind(StrEnum):
    """COUNT happens in a period and adds up over months; STOCK is the state on its last day; RATE is a share in %."""

    COUNT = "count"
    STOCK = "stock"
    RATE = "rate"


@dataclass(frozen=True, kw_only=True)
class Indicator:
    """A figure and all that its passport must say.

    * ``of``: the model whose rows are counted: a matter, an activity, a register entry, a satellite with a foreign
      key ``matter``, or a unit.
    * ``on``: the date field that places a row in the period. A STOCK of register entries needs none, nor anything that
      counts units: what is valid, or exists, on the last day counts.
    * ``hit``: which rows count; a function of the period where they count as of its last day, so that what happens
      later changes no earlier figure. ``over``: for a RATE, which rows are its base; ``hit`` is counted within it.
    * ``total``: the field that is summed instead of counting rows. ``distinct``: whose values are counted once.
    * ``definition``: what is counted, from which records, in Chinese words that a reader of the report understands.
    * ``part_of``: the code of the whole of which this is a part; ``sums``: codes that add up to this one.
    """

    code: str
    title: str
    unit: str
    of: type[Model]
    definition: str
    on: str = ""
    hit: Q | Callable[[Period], Q] = Q()
    over: Q | None = None
    total: str = ""
    distinct: str = ""
    kind: Kind = Kind.COUNT
    part_of: str = ""
    sums: Sequence[str] = ()

    def __post_init__(self) -> None:
        if problems := list(self.problems()):
            raise TypeError(f"indicator {self.code}: {' '.join(problems)}")

    def problems(self) -> Iterator[str]:
        """Yield, in words, what makes this declaration unusable on its own."""
        if (self.kind is Kind.RATE) != (self.over is not None):
            yield "kind RATE and over= go together."
        if self.kind is not Kind.STOCK and not self.on and self.of is not Unit:
            yield "on= must name the date field that places a row in a period."
        if self.total and self.distinct:
            yield "total= and distinct= exclude each other."
        if not self.definition.strip():
            yield "definition= must say in words what is counted."

    def texts(self) -> Iterator[str]:
        yield from (self.title, self.unit, self.definition)

    @property
    def adds_up(self) -> bool:
        """Whether months add up to the year: not so for stocks, distinct values, and what counts as of the last day."""
        return bool(self.on) and self.kind is not Kind.STOCK and not self.distinct and not callable(self.hit)

    def hit_in(self, period: Period) -> Q:
        """Which rows count in ``period``."""
        return self.hit(period) if callable(self.hit) else self.hit
