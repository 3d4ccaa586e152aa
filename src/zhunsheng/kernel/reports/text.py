"""The text of a section: references to figures checked, and turned into the numbers that a reader sees."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from difflib import get_close_matches

from zhunsheng.kernel import registry
from zhunsheng.kernel.documents.model import Paragraph, Run
from zhunsheng.kernel.indicators.declare import Kind
from zhunsheng.kernel.indicators.figures import printed
from zhunsheng.kernel.reports.declare import REFERENCE
from zhunsheng.kernel.reports.refusals import BrokenReference, UnknownFigure

NO_COMPARISON, SAME = "无上年可比数", "持平"


@dataclass(frozen=True)
class ReportFigure:
    """A figure as a report shows it, live or sealed. Of a rate ``change`` is in points, of the rest in percent.

    ``confirmed_by`` is empty until a head of the unit confirms the value, and again as soon as the value changes.
    """

    code: str
    title: str
    unit: str
    kind: Kind
    definition: str
    value: Decimal | None
    last: Decimal | None
    change: Decimal | None
    confirmed_by: str = ""
    confirmed_at: datetime | None = None

    @property
    def change_in_words(self) -> str:
        """增长119.4%, 下降3.2%, 持平; of a rate 提高1.5个百分点."""
        if self.change is None:
            return NO_COMPARISON
        if self.change == 0:
            return SAME
        size = printed(abs(self.change), "个百分点" if self.kind is Kind.RATE else "%")
        rises = "提高" if self.kind is Kind.RATE else "增长"
        return f"{rises if self.change > 0 else '下降'}{size}"


def change_of(kind: Kind, now: Decimal | None, then: Decimal | None, growth: Decimal | None) -> Decimal | None:
    """What a report calls the change: points for a rate, the growth in percent for the rest."""
    if kind is not Kind.RATE:
        return growth
    return None if now is None or then is None else now - then


def references(text: str) -> set[str]:
    """The codes of the figures that a text refers to."""
    return {match[1] for match in REFERENCE.finditer(text)}


def check_text(section: str, text: str) -> None:
    """Refuse a reference to a figure that does not exist, and braces that are no reference."""
    for code in sorted(references(text)):
        if code not in registry.indicators():
            near = "、".join(get_close_matches(code, registry.indicators(), n=3)) or "—"
            raise UnknownFigure(section=section, code=code, near=near)
    if left := re.search(r"[{}][^{}]{0,20}", REFERENCE.sub("", text)):
        raise BrokenReference(section=section, found=left[0])


def rendered(text: str, figures: Mapping[str, ReportFigure]) -> list[Paragraph]:
    """The paragraphs of a text, each figure a run that carries its code.

    ``{code}`` prints the value with its unit, unless the unit follows in the text; ``{code:last}`` the same of the
    year before; ``{code:change}`` words such as 增长119.4%.
    """
    paragraphs = (paragraph.strip() for paragraph in re.split(r"\n\s*\n", text))
    return [Paragraph(tuple(_runs(each, figures))) for each in paragraphs if each]


def _runs(paragraph: str, figures: Mapping[str, ReportFigure]) -> Iterator[Run]:
    end = 0
    for match in REFERENCE.finditer(paragraph):
        if match.start() > end:
            yield Run(paragraph[end : match.start()])
        end = match.end()
        yield Run(_shown(figures[match[1]], match[2] or "", paragraph[end:]), figure=match[1])
    if end < len(paragraph):
        yield Run(paragraph[end:])


def _shown(figure: ReportFigure, form: str, following: str) -> str:
    if form == "change":
        return figure.change_in_words
    unit = "" if following.startswith(figure.unit) else figure.unit
    return printed(figure.last if form == "last" else figure.value, unit)
