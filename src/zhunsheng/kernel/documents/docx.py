"""An official document as .docx in the layout of GB/T 9704-2012, byte for byte the same for the same input."""

import io
import zipfile

import docx
from docx.document import Document as Word
from docx.text.paragraph import Paragraph

from zhunsheng.kernel.documents import wording
from zhunsheng.kernel.documents.docx_body import write_body
from zhunsheng.kernel.documents.docx_end import write_annexes, write_proof, write_title
from zhunsheng.kernel.documents.docx_page import prepare
from zhunsheng.kernel.documents.docx_parts import (
    BODY_FACE,
    FIRST_LINE_FACE,
    LINE,
    MARK_FACE,
    RED,
    Style,
    add_run,
    border,
    dress,
    indent_right,
    narrow,
    right_tab,
    table_at_foot,
    write,
)
from zhunsheng.kernel.documents.fonts import FontSet, load_fonts
from zhunsheng.kernel.documents.model import Head, OfficialDocument

FIXED_TIME = (1980, 1, 1, 0, 0, 0)
HEAD_LINE = 33.07
# A floating table hangs on the paragraph after it.
ANCHOR = Style(size=1, line=1)


def to_docx(document: OfficialDocument, fonts: FontSet | None = None) -> bytes:
    """The document for Word and WPS. It names 仿宋_GB2312, 黑体, 楷体_GB2312 and 方正小标宋简体 and embeds no font.

    Fonts are only looked for when there is a chart to draw; then NoChineseFont may be raised.
    """
    word = docx.Document()
    prepare(word, document)
    _write_head(word, document)
    write_body(word, document, lambda: fonts or load_fonts())
    _write_end(word, document)
    _write_imprint(word, document)
    return _repacked(word)


def _write_head(word: Word, document: OfficialDocument) -> None:
    if document.head is Head.DOCUMENT:
        _write_red_head(word, document)
    elif document.head is Head.LETTER:
        for text in wording.first_lines(document):
            write(word, text, Style(FIRST_LINE_FACE))
        write(word, document.number, Style(align="right"))
        _blank(word, 2)
    write_title(word, document.title)
    _blank(word, 1)
    if document.addressed_to:
        write(word, wording.salutation(document), Style())


def _write_red_head(word: Word, document: OfficialDocument) -> None:
    """Three lines of 35 mm together, the mark, two blank lines, the number, the red rule 4 mm below it."""
    first = wording.first_lines(document)
    for place in range(3):
        write(word, first[place] if place < len(first) else "", Style(FIRST_LINE_FACE, line=HEAD_LINE))
    size, scale = wording.mark_shape(document.mark)
    mark = write(word, document.mark, Style(MARK_FACE, size=size, align="center", line=size * 1.2, colour=RED))
    narrow(mark, scale)
    _blank(word, 2)
    border(write(word, document.number, Style(align="center")), "bottom", "single", 12, RED, space=5)
    _blank(word, 2)


def _write_end(word: Word, document: OfficialDocument) -> None:
    attachments = wording.attachment_lines(document)
    if attachments:
        _blank(word, 1)
    for place, (lead, name) in enumerate(attachments):
        write(word, ("" if place == 0 else "　　　") + lead + name, Style(indent=2))
    _blank(word, 1)
    before, after = wording.signature_indents(document)
    indent_right(write(word, document.signed_by, Style(align="right", keep=True)), before)
    indent_right(write(word, wording.chinese_date(document.dated_on), Style(align="right")), after)
    if document.remark:
        write(word, wording.remark(document), Style(indent=2))
    write_proof(word, document)
    write_annexes(word, document)


def _write_imprint(word: Word, document: OfficialDocument) -> None:
    """抄送 and 印发 at the foot of the last page; a letter prints neither rules nor 印发."""
    is_letter, (organ, when) = document.head is Head.LETTER, wording.printed(document)
    lines = [(wording.copied_to(document), ""), ("", "") if is_letter else (organ, when)]
    lines = [line for line in lines if line[0]]
    if lines:
        table = table_at_foot(word, len(lines), ruled=not is_letter)
        for row, (left, right) in zip(table.rows, lines, strict=True):
            _write_imprint_line(row.cells[0].paragraphs[0], left, right)
        write(word, "", ANCHOR)


def _write_imprint_line(paragraph: Paragraph, left: str, right: str) -> None:
    style = Style(size=14, align="left", line=22)
    dress(paragraph, style)
    add_run(paragraph, left, style)
    if right:
        right_tab(paragraph).add_run().add_tab()
        add_run(paragraph, right, style)


def _blank(word: Word, count: int) -> None:
    for _ in range(count):
        write(word, "", Style(BODY_FACE, line=LINE))


def _repacked(word: Word) -> bytes:
    """The package with its parts in a fixed order and without the moment of writing."""
    written, packed = io.BytesIO(), io.BytesIO()
    word.save(written)
    with zipfile.ZipFile(written) as source, zipfile.ZipFile(packed, "w") as target:
        for name in sorted(source.namelist(), key=lambda part: (part != "[Content_Types].xml", part)):
            entry = zipfile.ZipInfo(name, FIXED_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            entry.create_system = 3
            target.writestr(entry, source.read(name))
    return packed.getvalue()
