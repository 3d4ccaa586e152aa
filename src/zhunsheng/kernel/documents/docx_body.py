"""The blocks of an official document in Word."""

import io
from collections.abc import Callable

from docx.document import Document as Word
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_BREAK
from docx.shared import Length, Mm
from docx.table import Table as WordTable
from docx.text.run import Run as WordRun

from zhunsheng.kernel.documents import wording
from zhunsheng.kernel.documents.docx_page import add_section, lie, stand
from zhunsheng.kernel.documents.docx_parts import (
    BODY_FACE,
    FIRST_LINE_FACE,
    SECOND_FACE,
    Style,
    add_run,
    dress,
    element,
    write,
)
from zhunsheng.kernel.documents.fonts import FontSet
from zhunsheng.kernel.documents.model import (
    Block,
    Chart,
    Heading,
    Note,
    OfficialDocument,
    PageBreak,
    Paragraph,
    Placed,
    Table,
)
from zhunsheng.kernel.documents.pictures import to_png

HEADINGS = {
    1: Style(FIRST_LINE_FACE, indent=2, outline=0, keep=True),
    2: Style(SECOND_FACE, indent=2, outline=1, keep=True),
    3: Style(BODY_FACE, indent=2, outline=2, keep=True, bold=True),
    4: Style(BODY_FACE, indent=2, outline=3, keep=True),
}
CAPTION = Style(FIRST_LINE_FACE, size=14, align="center")
NOTE = Style(size=12, line=20)
DENSE = 30
UPRIGHT, LYING = Mm(156), Mm(225)


def write_body(word: Word, document: OfficialDocument, fonts: Callable[[], FontSet]) -> None:
    """Writes every block in order; `fonts` is asked only for charts."""
    for block, caption in zip(document.body, wording.captions(document.body), strict=True):
        _write_block(word, block, caption, fonts)


def _write_block(word: Word, block: Block, caption: str, fonts: Callable[[], FontSet]) -> None:
    match block:
        case Heading():
            write(word, block.text, HEADINGS[block.level])
        case Paragraph():
            _write_paragraph(word, block)
        case Table(landscape=True):
            lie(add_section(word))
            _write_table(word, block, caption, LYING)
            stand(add_section(word))
        case Table():
            _write_table(word, block, caption, UPRIGHT)
        case Chart():
            _write_chart(word, block, caption, fonts())
        case Note():
            write(word, block.text, NOTE)
        case PageBreak():
            write(word, "", Style()).add_run().add_break(WD_BREAK.PAGE)


def _write_paragraph(word: Word, block: Paragraph) -> None:
    style = Style(indent=2 if block.indent else 0)
    paragraph = write(word, "", style)
    for run in block.runs:
        add_run(paragraph, run.text, style, bold=run.strong)


def _write_chart(word: Word, block: Chart, caption: str, fonts: FontSet) -> None:
    paragraph = word.add_paragraph()
    paragraph.paragraph_format.line_spacing = 1.0
    paragraph.paragraph_format.keep_with_next = bool(caption)
    add_picture(paragraph.add_run(), to_png(block.spec, fonts), Mm(155.5), block.spoken())
    if caption:
        write(word, caption, CAPTION)


def add_picture(run: WordRun, picture: bytes, width: Length, alt: str) -> None:
    """A picture with what a screen reader says instead."""
    shape = run.add_picture(io.BytesIO(picture), width=width)
    shape._inline.docPr.set("descr", wording.printable(alt))


def _write_table(word: Word, block: Table, caption: str, room: Length) -> None:
    if caption:
        paragraph = write(word, caption, CAPTION)
        paragraph.paragraph_format.keep_with_next = True
    write_grid(word, block, room)


def write_grid(word: Word, block: Table, room: Length) -> None:
    """The cells of a table with its note, without its caption."""
    table = word.add_table(len(block.head) + len(block.rows), len(block.columns))
    table.style, table.autofit, table.alignment = "Table Grid", False, WD_TABLE_ALIGNMENT.CENTER
    total = sum(column.width for column in block.columns)
    widths = [Length(int(room * column.width / total)) for column in block.columns]
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    _inset(table, block.type_size * (0.08 if len(widths) > DENSE else 0.3))
    _mark_rows(table, len(block.head))
    for placed in block.placed_head():
        _write_cell(table, placed, widths, Style(FIRST_LINE_FACE, block.type_size, line=block.type_size * 1.35))
    for placed in block.placed_rows():
        _write_cell(table, placed, widths, Style(BODY_FACE, block.type_size, line=block.type_size * 1.35))
    write(word, "", Style(size=6, line=8))
    if block.note:
        write(word, block.note, Style(size=10.5, line=16))


def _inset(table: WordTable, points: float) -> None:
    """Keeps the text of the cells as far from their sides, so that narrow columns hold their characters."""
    margins = element("tblCellMar")
    for side in ("left", "right"):
        margins.append(element(side, w=str(round(points * 20)), type="dxa"))
    table._tbl.tblPr.insert_element_before(margins, "w:tblLook")


def _mark_rows(table: WordTable, heads: int) -> None:
    """Rows do not break across pages; those of the head are repeated on every page."""
    for place, row in enumerate(table.rows):
        properties = row._tr.get_or_add_trPr()
        properties.append(element("cantSplit"))
        if place < heads:
            properties.append(element("tblHeader"))


def _write_cell(table: WordTable, placed: Placed, widths: list[Length], style: Style) -> None:
    last_row, last_column = placed.row + placed.cell.rows - 1, placed.column + placed.cell.columns - 1
    cell = table.cell(placed.row, placed.column)
    if placed.cell.rows * placed.cell.columns > 1:
        cell = cell.merge(table.cell(last_row, last_column))
    cell.width = Length(sum(widths[placed.column : last_column + 1]))
    cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
    paragraph = cell.paragraphs[0]
    dress(paragraph, Style(align=placed.align.value, line=style.line))
    add_run(paragraph, placed.cell.text, style)
