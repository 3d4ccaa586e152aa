"""A report as its pages show it: sections with live figures, the figures of a draft, the sealed ones."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db.models import Prefetch, prefetch_related_objects
from django.urls import reverse
from django.utils.translation import gettext

from zhunsheng.desk.words import growth, number
from zhunsheng.kernel.documents.model import Paragraph, Run
from zhunsheng.kernel.indicators.declare import Kind
from zhunsheng.kernel.indicators.measures import measured
from zhunsheng.kernel.models import Person
from zhunsheng.kernel.reports.actions import may_write
from zhunsheng.kernel.reports.drafting import codes_of_section, report_figures, text_of
from zhunsheng.kernel.reports.models import Report, ReportSection
from zhunsheng.kernel.reports.text import ReportFigure
from zhunsheng.kernel.roles import Role
from zhunsheng.kernel.units.tree import reach_of


def with_sections(report: Report) -> Report:
    """The report with its sections and their units at hand, read once for all that looks at them."""
    prefetch_related_objects([report], Prefetch("sections", ReportSection.objects.select_related("unit")))
    return report


def sections_shown(report: Report, known: Mapping[str, ReportFigure], person: Person) -> list[dict[str, Any]]:
    """The sections of a report ``with_sections`` by part, in pieces, with the address for those who may write."""
    found = []
    for row in report.sections.all():
        part = report.declared.part_of(row.at)
        found.append(
            {
                "row": row,
                "ident": f"section-{row.order}",
                "part": part.title if not found or found[-1]["row"].at[0] != row.at[0] else "",
                "paragraphs": [pieces(each, known, report.year) for each in text_of(row, known)],
                "write_href": _write_href(row) if may_write(row, person) else "",
            }
        )
    return found


def heads_a_section(report: Report, person: Person) -> bool:
    """Whether there may be figures for the person to confirm; which ones is worked out on the page that asks."""
    reach = reach_of(person)
    return any(reach.may(Role.HEAD, row.unit_id) for row in report.sections.all())


def _write_href(row: ReportSection) -> str:
    return reverse("desk:report_section", args=[row.report.form, row.report.year, row.at])


def pieces(paragraph: Paragraph, known: Mapping[str, ReportFigure], year: int) -> list[dict[str, Any]]:
    """The runs of a paragraph; a figure is a chip that opens its passport."""
    return [{"text": run.text, "figure": _chip(run, known, year) if run.figure else None} for run in paragraph.runs]


def _chip(run: Run, known: Mapping[str, ReportFigure], year: int) -> dict[str, Any]:
    figure = known[run.figure]
    href = reverse("desk:passport", args=[run.figure, year])
    return {"shown": run.text, "href": href, "definition": figure.definition, "missing": figure.value is None}


def figure_rows(figures: Iterable[ReportFigure], year: int) -> list[dict[str, Any]]:
    return [
        {
            "code": figure.code,
            "title": figure.title,
            "unit": measured(figure.unit, figure.value),
            "value": number(figure.value),
            "last": number(figure.last),
            "change": _change(figure),
            "confirmed_by": figure.confirmed_by,
            "confirmed_at": figure.confirmed_at,
            "href": reverse("desk:passport", args=[figure.code, year]),
        }
        for figure in figures
    ]


def _change(figure: ReportFigure) -> str:
    if figure.change is None:
        return gettext("上年无可比数")
    if figure.kind is Kind.RATE:
        return f"{figure.change:+,}{gettext('个百分点')}"
    return growth(figure.change)


def figures_of_section(row: ReportSection) -> list[dict[str, Any]]:
    """The figures that a section refers to, to be looked at while it is written."""
    codes = codes_of_section(row)
    known = report_figures(row.report)
    return figure_rows((known[code] for code in sorted(codes) if code in known), row.report.year)
