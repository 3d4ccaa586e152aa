"""A report as it stands: its figures live or sealed, and its sections as headings, paragraphs, tables and charts."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from zhunsheng.kernel.charts import Series, grouped_bars
from zhunsheng.kernel.documents.model import Block, Chart, Heading, Note, Paragraph, Table
from zhunsheng.kernel.indicators.declare import Kind
from zhunsheng.kernel.indicators.figures import Figure, figures
from zhunsheng.kernel.periods import Period
from zhunsheng.kernel.reports.declare import NUMERALS, ReportForm, Section
from zhunsheng.kernel.reports.forms import sections_of
from zhunsheng.kernel.reports.freezing import figures_in, thawed
from zhunsheng.kernel.reports.models import FigureConfirmation, Report, ReportSection, SealedFigure, SealedSection
from zhunsheng.kernel.reports.stating import as_value, plain
from zhunsheng.kernel.reports.text import ReportFigure, change_of, references, rendered
from zhunsheng.law import Refusal

FEWEST_DRAWN = 2
"""A chart of one figure says less than the sentence that gives its two numbers."""


def report_figures(report: Report) -> dict[str, ReportFigure]:
    """The figures of a report by code: as sealed, or as they are now with who confirmed them."""
    if report.sealed:
        return {row.code: sealed_figure(row) for row in SealedFigure.objects.filter(report=report)}
    return confirmed(report, figures(sorted(codes_of(report)), report.period).values())


def codes_of(report: Report) -> set[str]:
    """The codes of the figures that a draft refers to, draws or sets in tables."""
    found: set[str] = set()
    for row in report.sections.all():
        found |= codes_of_section(row)
    return found


def codes_of_section(row: ReportSection) -> set[str]:
    declared = declared_section(row)
    if declared is None:
        return references(row.text)
    return references(row.text) | set(declared.chart) | figures_in(_tables(row, declared))


def declared_section(row: ReportSection) -> Section | None:
    """The declaration a section began from; None when its system has been switched off since."""
    return sections_of(row.report.form).get(row.at)


def confirmed(report: Report, counted: Iterable[Figure]) -> dict[str, ReportFigure]:
    """``counted`` as the report shows it; a confirmation is good as long as the value is the one confirmed."""
    rows = FigureConfirmation.objects.filter(report=report).select_related("by").order_by("pk")
    last = {row.code: row for row in rows}
    found = {}
    for figure in counted:
        shown = live_figure(figure)
        row = last.get(figure.code)
        if row and row.value == plain(figure.value):
            shown = replace(shown, confirmed_by=str(row.by or ""), confirmed_at=row.at)
        found[figure.code] = shown
    return found


def live_figure(figure: Figure) -> ReportFigure:
    kind = figure.indicator.kind
    return ReportFigure(
        figure.code,
        figure.title,
        figure.unit,
        kind,
        figure.definition,
        figure.value,
        figure.last_value,
        change_of(kind, figure.value, figure.last_value, figure.change),
    )


def sealed_figure(row: SealedFigure) -> ReportFigure:
    values = (as_value(row.value), as_value(row.last), as_value(row.change))
    return ReportFigure(
        row.code, row.title, row.unit, Kind(row.kind), row.definition, *values, row.confirmed_by, row.confirmed_at
    )


def body_of(report: Report) -> list[Block]:
    """Every block of the report in order, sealed or live."""
    if report.sealed:
        rows = SealedSection.objects.filter(report=report)
        return [block for row in rows for block in thawed(row.blocks)]
    return [block for _, blocks in drafted_blocks(report, report_figures(report)) for block in blocks]


def drafted_blocks(report: Report, known: Mapping[str, ReportFigure]) -> Iterator[tuple[ReportSection, list[Block]]]:
    """Every section of a draft with its blocks: the headings that begin there, its text, its tables and charts."""
    begun: dict[str, int] = {}
    for row in report.sections.select_related("report", "unit"):
        blocks: list[Block] = [*_headings(report.declared, row, begun), *section_blocks(row, known)]
        yield row, blocks


def section_blocks(row: ReportSection, known: Mapping[str, ReportFigure]) -> list[Block]:
    """The text of a section, its tables computed from the records, and its charts."""
    declared = declared_section(row)
    blocks: list[Block] = [*rendered(row.text, known)]
    if declared is None:
        return blocks
    return [*blocks, *_tables(row, declared), *_charts(row, [known[code] for code in declared.chart])]


def _tables(row: ReportSection, declared: Section) -> list[Table | Note]:
    return [_table(table, row.report.period) for table in declared.tables]


def _table(made: Callable[[Period], Table], period: Period) -> Table | Note:
    """The table; in the place of one that is refused, such as one that does not add up, the reason."""
    try:
        return made(period)
    except Refusal as refusal:
        return Note(refusal.text("zh"))


def check_tables(report: Report) -> None:
    """Raise the refusal of the first table of the report that cannot be made, such as one that does not add up."""
    for row in report.sections.select_related("report"):
        declared = declared_section(row)
        for table in declared.tables if declared else ():
            table(report.period)


def text_of(row: ReportSection, known: Mapping[str, ReportFigure]) -> list[Paragraph]:
    """The paragraphs of a section, for pages that show it alone."""
    return rendered(row.text, known)


def _headings(form: ReportForm, row: ReportSection, begun: dict[str, int]) -> Iterator[Heading]:
    """The headings that begin with this section: its part, its chapter and its own, each once; items in a row."""
    signs = row.at.split(".")
    for level in range(1, len(signs) + 1):
        at, above = ".".join(signs[:level]), ".".join(signs[: level - 1])
        if at in begun:
            continue
        begun[at], begun[above] = 0, begun.get(above, 0) + 1
        title = form.part_of(at).title if level == 1 else form.chapters.get(at, row.title)
        yield Heading(f"{_sign(signs[level - 1] if level < 3 else str(begun[above]), level)}{title}", level)


def _sign(sign: str, level: int) -> str:
    """一、 for a part, （一） for a chapter, 1. for an item."""
    chinese = NUMERALS[int(sign) - 1] if sign.isdecimal() and int(sign) <= len(NUMERALS) else sign
    return (f"{chinese}、", f"（{chinese}）", f"{sign}.")[level - 1]


def _charts(row: ReportSection, drawn: Sequence[ReportFigure]) -> Iterator[Chart]:
    """At most one chart, this year beside the year before: the figures of the unit that most of them share."""
    by_unit: dict[str, list[ReportFigure]] = {}
    for each in drawn:
        if each.value is not None:
            by_unit.setdefault(each.unit, []).append(each)
    shown = max(by_unit.values(), key=len, default=[])
    if len(shown) >= FEWEST_DRAWN:
        yield _chart(row, shown)


def _chart(row: ReportSection, shown: Sequence[ReportFigure]) -> Chart:
    year, unit = row.report.year, shown[0].unit
    before = Series(f"{year - 1}年", tuple(figure.last for figure in shown))
    now = Series(f"{year}年", tuple(figure.value for figure in shown))
    title = f"{row.title}主要数据与上年对比"
    return Chart(grouped_bars(title, tuple(figure.title for figure in shown), (before, now), unit=unit), caption=title)
