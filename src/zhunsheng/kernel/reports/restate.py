"""Restatement: what a sealed report would say today, which records make the difference, and why."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from zhunsheng.kernel import registry
from zhunsheng.kernel.indicators.count import count
from zhunsheng.kernel.indicators.records import Known, RecordList, compare, kept_list
from zhunsheng.kernel.reports.models import Report, Seal, SealedFigure
from zhunsheng.kernel.reports.reasons import Reason, told_since
from zhunsheng.kernel.reports.refusals import NotSealedYet
from zhunsheng.kernel.reports.stating import as_value

CAME, WENT, CHANGED = "came", "went", "changed"


@dataclass(frozen=True)
class RecordChange:
    """A record that came, went or changed since the sealing. Without reasons: the calendar or a unit changed."""

    key: str
    how: str
    title: str
    reasons: tuple[Reason, ...]


@dataclass(frozen=True)
class Restated:
    """A sealed figure and what it is now; ``counted`` is False where the system that counts it is switched off."""

    code: str
    title: str
    unit: str
    sealed: Decimal | None
    now: Decimal | None
    counted: bool
    records: tuple[RecordChange, ...]

    @property
    def differs(self) -> bool:
        return self.counted and (self.sealed != self.now or bool(self.records))

    def of(self, how: str) -> list[RecordChange]:
        """The records that ``came``, ``went`` or ``changed``."""
        return [each for each in self.records if each.how == how]


@dataclass(frozen=True)
class Restatement:
    """Every figure of a sealed report against the records of now."""

    report: Report
    seal: Seal
    figures: tuple[Restated, ...]

    @property
    def differing(self) -> list[Restated]:
        return [each for each in self.figures if each.differs]


def restate(report: Report) -> Restatement:
    """Compare the sealed figures of a report with the records of now. A report not sealed is refused."""
    seal = report.sealed
    if seal is None:
        raise NotSealedYet(report=report.title)
    rows, known = SealedFigure.objects.filter(report=report).order_by("-listed", "code"), Known()
    found = [_restated(report, seal, row, known) for row in rows.iterator(chunk_size=20)]
    return Restatement(report, seal, tuple(sorted(found, key=lambda figure: figure.code)))


def _restated(report: Report, seal: Seal, row: SealedFigure, known: Known) -> Restated:
    sealed = as_value(row.value)
    indicator = registry.indicators().get(row.code)
    if indicator is None:
        return Restated(row.code, row.title, row.unit, sealed, None, False, ())
    now = count([indicator], report.period)[row.code].value
    records = tuple(_records(report, seal, row, kept_list(indicator, report.period, known)))
    return Restated(row.code, row.title, row.unit, sealed, now, True, records)


def _records(report: Report, seal: Seal, row: SealedFigure, listed: RecordList) -> Iterator[RecordChange]:
    if listed.digest == row.list_digest:
        return
    found = compare(bytes(row.records), listed)
    how = {key: CAME for key in found.came} | {key: WENT for key in found.went}
    how |= {key: CHANGED for key in found.changed}
    told = told_since(seal.sealed_at, report.jurisdiction, registry.indicator(row.code).of, sorted(how))
    for key in sorted(how):
        title, reasons = told.get(key, ("", ()))
        yield RecordChange(key, how[key], title, tuple(reasons))
