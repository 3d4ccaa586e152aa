"""What the checker says about a text: figures, checks and findings."""

import re
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from zhunsheng.checker.figures.subject import counted
from zhunsheng.checker.figures.units import Kind, family
from zhunsheng.law.refusal import Wording

Precision = Literal["exact", "over", "nearly", "about", "under"]
Severity = Literal["fault", "doubtful", "note"]
Direction = Literal["up", "down", ""]

PERCENT = "%"
_CLAUSE = re.compile(r"[，,。；;、:(|]")


@dataclass(frozen=True, slots=True)
class Cell:
    """Where a figure stands in a table: its row and column from 0, and the heads of both."""

    row: int
    column: int
    row_head: str
    column_head: str


@dataclass(slots=True, eq=False)
class Figure:
    """A number with what is said about it.

    ``value`` and ``unit`` are as printed (5.9 and 万起), ``quantity`` and ``base_unit`` without 万 and 亿
    (59000 and 起); ``ulp`` is the worth of the last printed digit, in the same terms. ``at`` counts characters from
    the start of the text, ``start`` from the start of the paragraph. ``shared_unit`` is the unit a bare number of a
    list takes from the last one (“12、15、20件”). ``lead`` is the text before the number, back to the figure or the
    sentence before, ``after`` a little of what follows; ``named`` is what the head of a table says it counts.
    """

    phrase: str
    at: int
    start: int
    end: int
    value: Decimal
    unit: str
    kind: Kind
    precision: Precision
    quantity: Decimal
    ulp: Decimal
    base_unit: str
    direction: Direction = ""
    lead: str = ""
    after: str = ""
    named: str | None = None
    shared_unit: str = ""
    sentence: int = 0
    segment: int = 0
    depth: int = 0
    paragraph: int = 0
    page: int | None = None
    cell: Cell | None = None
    clause: str = field(init=False)
    counts: str = field(init=False)
    is_percentage: bool = field(init=False)
    is_amount: bool = field(init=False)

    def __post_init__(self) -> None:
        """``clause``: the last clause of the lead that says anything. ``counts``: the family of its unit.

        ``is_amount``: a quantity of something at one time, no percentage, no change and no points.
        """
        self.clause = _CLAUSE.split(self.lead)[-1] or self.lead
        self.counts = family(self.base_unit)
        self.is_percentage = self.base_unit == PERCENT
        self.is_amount = not self.is_percentage and self.kind not in ("change", "points") and self.base_unit != "‰"

    @property
    def what(self) -> str:
        """The thing counted, in the words of the text; empty when the text does not say."""
        if self.named is None:
            self.named = counted(self.lead, self.after)
        return self.named

    def take_unit(self, unit: str) -> None:
        """Count in the unit of the number that ends the list."""
        self.shared_unit, self.counts = unit, family(unit)

    @property
    def is_whole(self) -> bool:
        """A counted thing, exact to the last one: its number must be whole."""
        return self.precision == "exact" and self.ulp == 1 and self.kind in ("count", "persons")

    @property
    def low(self) -> Decimal:
        """The smallest true value that rounds to what is printed."""
        return self.quantity if self.ulp == 1 and not self.is_percentage else self.quantity - self.ulp / 2

    @property
    def high(self) -> Decimal:
        return self.quantity if self.ulp == 1 and not self.is_percentage else self.quantity + self.ulp / 2


@dataclass(frozen=True, slots=True)
class Finding:
    """Something a reader should look at, with the arithmetic, the smallest repair and other explanations."""

    kind: str
    severity: Severity
    figures: tuple[Figure, ...]
    why: Wording
    repair: Wording | None = None
    otherwise: Wording | None = None

    @property
    def figure(self) -> Figure:
        """The figure the finding is shown at."""
        return self.figures[0]

    def reason(self, language: str) -> str:
        """One line: the arithmetic, how it could be repaired and what else could explain it."""
        parts = [part.text(language) for part in (self.why, self.repair, self.otherwise) if part is not None]
        return (" " if language.lower().startswith("en") else "").join(parts)


@dataclass(frozen=True, slots=True)
class Check:
    """A relation between figures. ``holds`` is None where the text is not clear enough to say."""

    kind: str
    holds: bool | None
    figures: tuple[Figure, ...]
    why: Wording
    finding: Finding | None = None


@dataclass(frozen=True, slots=True)
class Checked:
    """All that was found in a text, in the order of the text."""

    figures: list[Figure] = field(default_factory=list)
    checks: list[Check] = field(default_factory=list)

    @property
    def findings(self) -> list[Finding]:
        return [check.finding for check in self.checks if check.finding is not None]

    @property
    def faults(self) -> list[Finding]:
        return [finding for finding in self.findings if finding.severity == "fault"]
