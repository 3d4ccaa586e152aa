"""ReportForm, Part and Section: what a report consists of, who writes it, and where figures stand in the text."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from zhunsheng.kernel.periods import Period

REFERENCE = re.compile(r"\{([a-z_]+\.[a-z_0-9]+)(?::(last|change|place))?\}")
"""A figure in a text: {litigation.defended}; with :last the value of the year before, with :change the growth."""


@dataclass(frozen=True, kw_only=True)
class Part:
    """One part that the rules demand of a report."""

    at: str
    title: str
    basis: str


@dataclass(frozen=True, kw_only=True)
class ReportForm:
    """A kind of report: its parts, the article that demands it, and the day it is due in the year after (MM-DD)."""

    code: str
    title: str
    basis: str
    parts: Sequence[Part]
    due: str = ""

    def texts(self) -> Iterator[str]:
        yield self.title
        for part in self.parts:
            yield part.title


@dataclass(frozen=True, kw_only=True)
class Section:
    """A section of a report, contributed by a system.

    * ``form``: code of the report form. ``at``: its place, such as 二.五.4; the first sign is the part.
    * ``by``: code of the unit that writes it, where the place has it; else the one that drafts the report.
    * ``text``: the draft: paragraphs parted by blank lines, figures as references (see REFERENCE).
    * ``tables``: functions that compute a table of the section for a period, each cell from records.
    * ``chart``: codes of the figures drawn against the year before.
    """

    form: str
    at: str
    title: str
    by: str
    text: str
    tables: Sequence[Callable[[Period], Any]] = ()
    chart: Sequence[str] = ()

    @property
    def references(self) -> list[str]:
        return sorted({match[1] for match in REFERENCE.finditer(self.text)})

    def texts(self) -> Iterator[str]:
        yield self.title
