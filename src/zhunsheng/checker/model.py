"""What the checker says about a text: figures, checks and findings."""

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from zhunsheng.law.refusal import Wording

Kind = Literal["count", "persons", "rate", "share", "change", "points", "money", "area"]
Precision = Literal["exact", "over", "nearly", "about", "under"]
Severity = Literal["fault", "doubtful", "note"]
Direction = Literal["up", "down", ""]

PERCENT = "%"


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
    sentence before.
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
    what: str = ""
    lead: str = ""
    shared_unit: str = ""
    sentence: int = 0
    segment: int = 0
    depth: int = 0
    paragraph: int = 0
    page: int | None = None
    cell: Cell | None = None

    @property
    def is_percentage(self) -> bool:
        return self.base_unit == PERCENT

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
