"""What stands behind the text of an official document in Word: the address with its proof, and the annexes."""

from docx.document import Document as Word
from docx.shared import Length, Mm, Pt
from docx.table import Table as WordTable
from docx.table import _Cell as WordCell
from docx.text.paragraph import Paragraph

from zhunsheng.kernel.documents import wording
from zhunsheng.kernel.documents.docx_body import LYING, UPRIGHT, add_picture, write_grid
from zhunsheng.kernel.documents.docx_page import add_section, lie, stand
from zhunsheng.kernel.documents.docx_parts import FIRST_LINE_FACE, TITLE_FACE, Style, add_run, dress, element, write
from zhunsheng.kernel.documents.model import OfficialDocument, Proof, Table
from zhunsheng.kernel.documents.pictures import qr_png
from zhunsheng.kernel.documents.titles import title_lines

MONOSPACED = "Courier New"
QR, QR_ROOM = Mm(24), Mm(28)
TITLE = Style(TITLE_FACE, size=22, align="center", line=36)
SMALL = Style(size=9, line=13.5, align="left")
BESIDE_QR, DIGEST = Style(size=8, line=12, align="center"), Style(size=8, line=12, align="left")


def write_title(word: Word, title: str) -> None:
    """A title over lines of like length."""
    paragraph = write(word, "", TITLE)
    for place, line in enumerate(title_lines(wording.printable(title))):
        if place:
            paragraph.add_run().add_break()
        add_run(paragraph, line, TITLE)


def write_proof(word: Word, document: OfficialDocument) -> None:
    """Below a rule: the QR code of the address, and beside it how the document was sealed, with its digests."""
    if not document.address and document.proof is None:
        return
    write(word, "", Style(size=9, line=24))
    table = word.add_table(1, 2)
    table.autofit = False
    _rule_above(table)
    left, right = table.rows[0].cells
    for column, width in zip(table.columns, (QR_ROOM, Length(UPRIGHT - QR_ROOM)), strict=True):
        column.width = column.cells[0].width = width
    table.rows[0]._tr.get_or_add_trPr().append(element("cantSplit"))
    if document.address:
        _write_qr(left, document.address)
    _write_statement(right, document)
    write(word, "", Style(size=1, line=1))


def _write_qr(cell: WordCell, address: str) -> None:
    picture = _line(cell, BESIDE_QR)
    picture.paragraph_format.line_spacing, picture.paragraph_format.space_before = 1.0, Pt(5)
    add_picture(picture.add_run(), qr_png(address), QR, f"二维码：{address}")
    add_run(_line(cell, BESIDE_QR), "扫码查看网页版", BESIDE_QR)


def _write_statement(cell: WordCell, document: OfficialDocument) -> None:
    proof = document.proof or Proof("", ())
    cell.paragraphs[0].paragraph_format.space_before = Pt(5)
    for text in (proof.statement, document.address and f"网页版：{document.address}"):
        if text:
            add_run(_line(cell, SMALL), text, SMALL)
    for over, digest in proof.digests:
        line = _line(cell, DIGEST)
        add_run(line, f"{over}　", DIGEST)
        add_run(line, digest, Style(MONOSPACED, size=7)).font.name = MONOSPACED


def _line(cell: WordCell, style: Style) -> Paragraph:
    """The next line of a cell, which begins with an empty paragraph."""
    first = cell.paragraphs[0]
    paragraph: Paragraph = cell.add_paragraph() if first.runs else first
    dress(paragraph, style)
    return paragraph


def _rule_above(table: WordTable) -> None:
    rules = element("tblBorders")
    rules.append(element("top", val="single", sz="6", space="0", color="000000"))
    table._tbl.tblPr.insert_element_before(rules, "w:shd", "w:tblLayout", "w:tblCellMar", "w:tblLook")


def write_annexes(word: Word, document: OfficialDocument) -> None:
    """Each annex on a page of its own: its mark at the upper left, its title, its table."""
    for mark, annex in zip(wording.annex_marks(document), document.annexes, strict=True):
        _write_annex(word, mark, annex)


def _write_annex(word: Word, mark: str, annex: Table) -> None:
    (lie if annex.landscape else stand)(add_section(word))
    write(word, mark, Style(FIRST_LINE_FACE, keep=True))
    write_title(word, annex.caption)
    write(word, "", Style(size=8, line=14))
    write_grid(word, annex, LYING if annex.landscape else UPRIGHT)
