"""The only ways to write a draft: start the report, write a section, confirm a figure."""

from collections.abc import Iterable

from django.db.models import Q
from django.utils import timezone

from zhunsheng.kernel.indicators.figures import figures
from zhunsheng.kernel.periods import Period
from zhunsheng.kernel.reports.declare import place_order
from zhunsheng.kernel.reports.drafting import codes_of, codes_of_section
from zhunsheng.kernel.reports.forms import form_of, sections_of
from zhunsheng.kernel.reports.models import FigureConfirmation, Report, ReportSection
from zhunsheng.kernel.reports.refusals import (
    FigureNotInReport,
    NoPlaceYet,
    NotYourReport,
    ReportNotFound,
    SectionEmpty,
    SectionWrittenMeanwhile,
    StartedAlready,
    UnknownSection,
    YearNotBegun,
)
from zhunsheng.kernel.reports.stating import plain
from zhunsheng.kernel.reports.text import check_text
from zhunsheng.kernel.roles import Role
from zhunsheng.kernel.shown import beside, shown, to_the_minute
from zhunsheng.kernel.units.models import Person, Unit
from zhunsheng.kernel.units.tree import reach_of
from zhunsheng.kernel.writing import write_transaction


def report_of(form: str, year: int | str) -> Report:
    """The report of that form and year. Refused: an unknown form, what is no year, a report not started."""
    since = Period.year(year).since
    try:
        return Report.objects.select_related("jurisdiction", "unit").get(form=form_of(form).code, year=since.year)
    except Report.DoesNotExist:
        raise ReportNotFound(form=shown(form_of(form).title), year=since.year) from None


def start_report(form: str, year: int | str, *, by: Person | None) -> Report:
    """Start the report of a year with the drafts of all its sections. ``by=None`` is the system.

    For the law office or a head of the government. Refused: an unknown form, what is no year, a year that has not
    begun, a report that exists.
    """
    declared, number = form_of(form), Period.year(year).since.year
    today = timezone.localdate()
    if number > today.year:
        raise YearNotBegun(form=shown(declared.title), year=number, today=today)
    unit = Unit.objects.filter(parent=None).select_related("jurisdiction").order_by("pk").first()
    if unit is None:
        raise NoPlaceYet()
    check_drafter(by, unit, declared.title)
    with write_transaction():
        report, made = Report.objects.get_or_create(
            jurisdiction=unit.jurisdiction, form=form, year=number, defaults={"unit": unit, "created_by": by}
        )
        if not made:
            raise StartedAlready(report=report.title)
        ReportSection.objects.bulk_create(_sections(report, by))
    return report


def write_section(
    report: Report, at: str, text: str, *, by: Person | None, version: int | None = None
) -> ReportSection:
    """Write the text of a section and return it. ``by=None`` is the system.

    For people of the section's unit, the law office and heads above. ``version`` is what the person had on the
    screen. Refused: an unknown place, an empty text, a broken or unknown reference, a sealed report, and what somebody
    else wrote meanwhile.
    """
    with write_transaction():
        row = section_of(report, at, lock=True)
        report.refuse_if_sealed()
        if by is not None and not may_write(row, by):
            raise NotYourReport(what=str(row), unit=row.unit, role=shown(Role.HANDLER.label))
        if version is not None and version != row.version:
            moment = to_the_minute(row.updated_at)
            raise SectionWrittenMeanwhile(section=row, by=row.updated_by or shown(Role.SYSTEM.label), at=moment)
        if not text.strip():
            raise SectionEmpty(section=row)
        check_text(str(row), text)
        row.text, row.updated_by, row.updated_at = text, by, timezone.now()
        row.version += 1
        row.save()
    return row


def section_of(report: Report, at: str, lock: bool = False) -> ReportSection:
    """The section at a place, such as 二.五.4; an unknown place is refused."""
    rows = ReportSection.objects.filter(report=report).select_related("report", "unit")
    if lock:
        rows = rows.select_for_update(of=("self",))
    found = rows.filter(at=at).first()
    if found is None:
        known = "、".join(ReportSection.objects.filter(report=report).values_list("at", flat=True))
        raise UnknownSection(report=report.title, at=at, known=known)
    return found


def confirm_figure(report: Report, code: str, *, by: Person) -> FigureConfirmation:
    """Confirm a figure at its value of now. For a head of a unit that writes a section with it, or above."""
    (row,) = confirm_figures(report, [code], by=by)
    return row


def confirm_figures(report: Report, codes: Iterable[str], *, by: Person) -> list[FigureConfirmation]:
    """Confirm several figures at once: all of them, or none when one is refused."""
    asked = list(dict.fromkeys(codes))
    used, mine = codes_of(report), codes_to_confirm(report, by)
    for code in asked:
        if code not in used:
            raise FigureNotInReport(report=report.title, code=code)
        if code not in mine:
            raise NotYourReport(what=beside("确认", code), unit=report.unit, role=shown(Role.HEAD.label))
    with write_transaction():
        report.refuse_if_sealed()
        counted = figures(asked, report.period)
        rows = [FigureConfirmation(report=report, code=code, value=plain(counted[code].value), by=by) for code in asked]
        return FigureConfirmation.objects.bulk_create(rows)


def codes_to_confirm(report: Report, by: Person) -> set[str]:
    """The figures that ``by`` may confirm: those in the sections of the units that ``by`` heads."""
    reach, found = reach_of(by), set[str]()
    for row in report.sections.select_related("report"):
        if reach.may(Role.HEAD, row.unit_id):
            found |= codes_of_section(row)
    return found


def may_write(row: ReportSection, by: Person) -> bool:
    """Whether ``by`` may write this section; pages ask the same."""
    reach = reach_of(by)
    return reach.may(Role.HANDLER, row.unit_id) or reach.may(Role.LAW_OFFICE, row.unit_id)


def may_draft(by: Person, unit: Unit) -> bool:
    """Whether ``by`` may start and seal the reports of this unit; pages ask the same."""
    reach = reach_of(by)
    return reach.may(Role.LAW_OFFICE, unit.pk) or reach.may(Role.HEAD, unit.pk)


def check_drafter(by: Person | None, unit: Unit, what: str) -> None:
    if by is not None and not may_draft(by, unit):
        raise NotYourReport(what=shown(what), unit=unit, role=shown(Role.LAW_OFFICE.label, Role.HEAD.label))


def _sections(report: Report, by: Person | None) -> list[ReportSection]:
    """The sections as declared, each with the unit that writes it where the place has that unit."""
    declared = sections_of(report.form)
    codes = {each.by for each in declared.values() if each.by}
    units = {unit.code: unit for unit in Unit.objects.filter(Q(jurisdiction=report.jurisdiction), code__in=codes)}
    return [
        ReportSection(
            report=report,
            at=at,
            order=place_order(report.declared, at),
            title=each.title,
            unit=units.get(each.by, report.unit),
            text=each.text,
            updated_by=by,
        )
        for at, each in declared.items()
    ]
