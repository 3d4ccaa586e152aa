"""Sealing: text and figures with their record lists are frozen, and chained by SM3 to the seal before."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta

from django.db import connection
from django.utils import timezone, translation

from zhunsheng.kernel import registry
from zhunsheng.kernel.digests import sm3_hex
from zhunsheng.kernel.documents.model import Block
from zhunsheng.kernel.indicators.count import Tally, condition, count
from zhunsheng.kernel.indicators.declare import Indicator
from zhunsheng.kernel.indicators.figures import Figure
from zhunsheng.kernel.indicators.passport import by_month, by_place
from zhunsheng.kernel.indicators.reading import in_words
from zhunsheng.kernel.indicators.records import Known, kept_list
from zhunsheng.kernel.journal.sealing import Head, seal_journal
from zhunsheng.kernel.periods import Period
from zhunsheng.kernel.reports.actions import check_drafter
from zhunsheng.kernel.reports.drafting import check_tables, codes_of, confirmed, drafted_blocks
from zhunsheng.kernel.reports.freezing import frozen
from zhunsheng.kernel.reports.models import Report, ReportSection, Seal, SealedFigure, SealedSection
from zhunsheng.kernel.reports.refusals import CountsMoved, FiguresUnconfirmed, PartMissing, YearNotOver
from zhunsheng.kernel.reports.stating import FIRST, figure_digest, joined, plain, seal_digest, section_digest
from zhunsheng.kernel.reports.text import ReportFigure
from zhunsheng.kernel.roles import Role
from zhunsheng.kernel.shown import beside, shown
from zhunsheng.kernel.units.models import Person
from zhunsheng.kernel.writing import write_transaction

Drafted = Sequence[tuple[ReportSection, list[Block]]]


def seal_report(report: Report, *, by: Person | None) -> Seal:
    """Freeze the report for good and return its seal. ``by=None`` is the system.

    Every figure is counted anew from the records, with the list of the records behind it; the journal is sealed up to
    this moment and its head stands in the seal. One transaction. Refused: a person who is neither law office nor head
    of the drafting unit, a year not over, a report sealed already, a part without text, a table that does not add up,
    figures that no head confirmed or that changed since, and records that somebody changes at the same moment.
    """
    check_drafter(by, report.unit, beside("封存", report.title))
    today = timezone.localdate()
    if today <= report.period.until:
        raise YearNotOver(report=report.title, year=report.year, today=today)
    head = seal_journal(lag=timedelta())
    with write_transaction():
        _see_one_moment()
        Report.objects.select_for_update().get(pk=report.pk)
        report.refuse_if_sealed()
        _check_parts(report)
        check_tables(report)
        known = _counted(report, codes_of(report))
        _check_confirmed(report, known)
        return _write(report, list(drafted_blocks(report, known)), known, head, by)


def _see_one_moment() -> None:
    """Let every statement see the records of the same moment; SQLite's only writer does so anyway."""
    if connection.vendor == "postgresql" and not connection.savepoint_ids:
        with connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")


def _check_parts(report: Report) -> None:
    written = {row.at.split(".", maxsplit=1)[0] for row in report.sections.all() if row.text.strip()}
    for part in report.declared.parts:
        if part.at not in written:
            raise PartMissing(report=report.title, part=shown(part.title), basis=part.basis)


def _counted(report: Report, codes: Iterable[str]) -> dict[str, ReportFigure]:
    """Figures counted from the records themselves, with their confirmations."""
    chosen = [registry.indicator(code) for code in sorted(codes)]
    now, last = count(chosen, report.period), count(chosen, report.period.before())
    return confirmed(report, (Figure(each, report.period, now[each.code], last[each.code]) for each in chosen))


def _check_confirmed(report: Report, known: Mapping[str, ReportFigure]) -> None:
    missing = sorted(code for code, figure in known.items() if not figure.confirmed_by)
    if missing:
        raise FiguresUnconfirmed(report=report.title, count=len(missing), codes="、".join(missing))


def _write(report: Report, drafted: Drafted, known: Mapping[str, ReportFigure], head: Head, by: Person | None) -> Seal:
    now = timezone.now()
    sections = [_title_page(report, by), *(_sealed_section(report, row, blocks) for row, blocks in drafted)]
    frozen_figures = _sealed_figures(report, known, now)
    last = Seal.objects.select_for_update().order_by("-sequence").first()
    seal = Seal(
        report=report,
        sequence=last.sequence + 1 if last else 1,
        sealed_at=now,
        sealed_by=by,
        text_digest=joined(row.digest for row in sections),
        figures_digest=joined(row.digest for row in frozen_figures),
        journal_digest=head.digest,
        journal_sequence=head.sequence,
        previous=last.digest if last else FIRST,
    )
    seal.digest = seal_digest(seal, report, ((row.code, row.confirmed_at) for row in frozen_figures))
    SealedSection.objects.bulk_create(sections)
    SealedFigure.objects.bulk_create(frozen_figures)
    seal.save()
    return seal


def _title_page(report: Report, by: Person | None) -> SealedSection:
    """The title, the unit that signs and who sealed, kept like a section without place."""
    sealer = str(by or Role.SYSTEM.label)
    row = SealedSection(
        report=report, at="", order=0, title=report.title, unit=report.unit.name, text=sealer, blocks=[]
    )
    row.digest = section_digest(row)
    return row


def _sealed_section(report: Report, row: ReportSection, blocks: Sequence[Block]) -> SealedSection:
    kept = SealedSection(
        report=report,
        at=row.at,
        order=row.order,
        title=row.title,
        unit=row.unit.name,
        text=row.text,
        blocks=frozen(blocks),
    )
    kept.digest = section_digest(kept)
    return kept


def _sealed_figures(report: Report, figures: Mapping[str, ReportFigure], now: datetime) -> list[SealedFigure]:
    """Every figure with its list, by code; the longest lists first, whose records the others share."""
    tallies = count([registry.indicator(code) for code in sorted(figures)], report.period)
    known: Known = {}
    longest_first = sorted(tallies, key=lambda code: (-(tallies[code].base or tallies[code].hits), code))
    kept = {code: _sealed_figure(report, figures[code], tallies[code], now, known) for code in longest_first}
    return [kept[code] for code in sorted(kept)]


def _in_chinese(indicator: Indicator, period: Period) -> str:
    """The condition as the report says it, whatever the language of whoever seals."""
    with translation.override("zh-hans"):
        return in_words(indicator.of, condition(indicator, period))


def _sealed_figure(report: Report, figure: ReportFigure, tally: Tally, now: datetime, known: Known) -> SealedFigure:
    indicator, period = registry.indicator(figure.code), report.period
    listed = kept_list(indicator, period, known)
    _check_list(report, indicator, tally.hits if tally.base is None else tally.base, len(listed.rows))
    packed = listed.packed()
    kept = SealedFigure(
        report=report,
        code=figure.code,
        title=figure.title,
        unit=figure.unit,
        definition=figure.definition,
        condition=_in_chinese(indicator, period),
        kind=figure.kind.value,
        value=plain(figure.value),
        last=plain(figure.last),
        change=plain(figure.change),
        period=str(period),
        as_of=now,
        hits=plain(tally.hits),
        base=tally.base,
        by_place=[[name, plain(hits)] for name, hits in by_place(indicator, period)],
        by_month=[[month, plain(hits)] for month, hits in by_month(indicator, period)],
        listed=len(listed.rows),
        records=packed,
        packed_digest=sm3_hex(packed),
        list_digest=listed.digest,
        confirmed_by=figure.confirmed_by,
        confirmed_at=figure.confirmed_at,
    )
    kept.digest = figure_digest(kept)
    return kept


def _check_list(report: Report, indicator: Indicator, counted: int, listed: int) -> None:
    """A figure that counts rows and the list of these rows must have the same length."""
    if not (indicator.total or indicator.distinct) and counted != listed:
        raise CountsMoved(report=report.title, code=indicator.code, hits=counted, listed=listed)
