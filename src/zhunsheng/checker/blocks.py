"""Cutting a text into paragraphs and tables, one at a time: a long text needs no more memory than a short one."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from zhunsheng.checker.figures import tables
from zhunsheng.checker.figures.numerals import plain
from zhunsheng.checker.figures.prose import figures_of
from zhunsheng.checker.figures.tables import Line
from zhunsheng.checker.model import Figure

LONGEST_PARAGRAPH = 3_000
_BREAKS = ("\n", "。", "；", "，")


@dataclass(slots=True)
class Block:
    """A paragraph, or the rows of a table, with its figures. ``text`` is normalised, ``printed`` as read."""

    at: int
    number: int
    printed: str
    text: str
    is_table: bool = False
    page: int | None = None
    figures: list[Figure] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line of a document, as a reader hands it over; ``at`` is its place in the whole text."""

    at: int
    text: str
    page: int | None = None


def lines_of(text: str) -> Iterator[Paragraph]:
    """The lines of a text, none longer than LONGEST_PARAGRAPH characters."""
    at = 0
    while at < len(text):
        stop = text.find("\n", at, at + LONGEST_PARAGRAPH)
        if stop < 0 and len(text) - at > LONGEST_PARAGRAPH:
            stop = _sentence_end(text, at)
        stop = len(text) if stop < 0 else stop + 1
        yield Paragraph(at, text[at:stop].rstrip("\n"))
        at = stop


def _sentence_end(text: str, at: int) -> int:
    for mark in _BREAKS:
        found = text.rfind(mark, at, at + LONGEST_PARAGRAPH)
        if found > at:
            return found
    return at + LONGEST_PARAGRAPH - 1


def blocks_of(paragraphs: Iterable[Paragraph]) -> Iterator[Block]:
    """Paragraphs with their figures; two or more lines with cells one after another make one table."""
    rows: list[Paragraph] = []
    number, unit = 0, ""
    for paragraph in paragraphs:
        text = plain(paragraph.text)
        if tables.is_row(text) and len(rows) < LONGEST_PARAGRAPH:
            rows.append(paragraph)
            continue
        if rows:
            yield _block(rows, number, unit)
            rows, number = [], number + 1
        unit = tables.caption_unit(text) or (unit if not text.strip() else "")
        yield _prose(paragraph, text, number)
        number += 1
    if rows:
        yield _block(rows, number, unit)


def _prose(paragraph: Paragraph, text: str, number: int) -> Block:
    block = Block(paragraph.at, number, paragraph.text, text, page=paragraph.page)
    block.figures = figures_of(text)
    for figure in block.figures:
        figure.at = paragraph.at + figure.start
        _place(figure, block)
    return block


def _block(rows: list[Paragraph], number: int, unit: str) -> Block:
    if len(rows) == 1:
        return _prose(rows[0], plain(rows[0].text), number)
    at = rows[0].at
    printed = "\n".join(row.text for row in rows)
    block = Block(at, number, printed, plain(printed), is_table=True, page=rows[0].page)
    block.figures = tables.figures_of_table([Line(row.at, plain(row.text)) for row in rows], unit)
    for figure in block.figures:
        figure.start, figure.end = figure.at - at, figure.at - at + len(figure.phrase)
        _place(figure, block)
    return block


def _place(figure: Figure, block: Block) -> None:
    figure.paragraph, figure.page = block.number, block.page
    figure.phrase = block.printed[figure.start : figure.end]
