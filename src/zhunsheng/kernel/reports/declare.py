"""ReportForm, Part and Section: what a report consists of, who writes it, and where figures stand in the text."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from zhunsheng.kernel.periods import Period

REFERENCE = re.compile(r"\{([a-z_0-9]+\.[a-z_0-9]+)(?::(last|change))?\}")
"""A figure in a text: {litigation.defended}; with :last the value of the year before, with :change the growth."""

NUMERALS = "一二三四五六七八九十"


@dataclass(frozen=True, kw_only=True)
class Part:
    """One part that the rules demand of a report."""

    at: str
    title: str
    basis: str


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


@dataclass(frozen=True, kw_only=True)
class ReportForm:
    """A kind of report: its parts, the article that demands it, and the day it is due in the year after (MM-DD).

    * ``chapters``: titles of the middle level, by place such as 二.五, where the form has one.
    * ``drafts``: sections of the form itself; each gives way as soon as a system contributes at or below its place.
    """

    code: str
    title: str
    basis: str
    parts: Sequence[Part]
    due: str = ""
    chapters: Mapping[str, str] = field(default_factory=dict)
    drafts: Sequence[Section] = ()

    def texts(self) -> Iterator[str]:
        yield self.title
        for part in self.parts:
            yield part.title
        yield from self.chapters.values()
        for draft in self.drafts:
            yield from draft.texts()

    def part_of(self, at: str) -> Part:
        """The part a place such as 二.五.4 belongs to; KeyError where the form has no such part."""
        return {part.at: part for part in self.parts}[at.split(".", maxsplit=1)[0]]


def place_order(form: ReportForm, at: str) -> int:
    """A number by which places of a form sort: by part, chapter and item."""
    signs = [part.at for part in form.parts]
    part, *deeper = at.split(".")
    order = signs.index(part) + 1
    for sign in (*deeper, "", "")[:2]:
        order = order * 100 + _number(sign)
    return order


def _number(sign: str) -> int:
    if sign.isdecimal():
        return int(sign)
    return NUMERALS.index(sign) + 1 if sign and sign in NUMERALS else 0
