"""An official document as an archival, accessible PDF (PDF/A-2a and PDF/UA-1)."""

from dataclasses import dataclass

from zhunsheng.kernel.documents import wording
from zhunsheng.kernel.documents.fonts import FontSet, load_fonts
from zhunsheng.kernel.documents.model import (
    Block,
    Chart,
    Heading,
    Note,
    OfficialDocument,
    PageBreak,
    Paragraph,
    Placed,
    Proof,
    Table,
)
from zhunsheng.kernel.documents.pictures import chart_svg, qr_svg
from zhunsheng.kernel.documents.titles import title_lines
from zhunsheng.kernel.documents.typesetting import typeset_pdf
from zhunsheng.kernel.documents.wording import printable

Fields = dict[str, object]


def to_pdf(document: OfficialDocument, fonts: FontSet | None = None) -> bytes:
    """The document in the layout of GB/T 9704-2012; the same document and fonts give the same bytes.

    Refuses with NoChineseFont when no Chinese font is installed, with NotTypeset when a character cannot be drawn.
    """
    fonts = fonts or load_fonts()
    content = _Content(document, fonts).fields()
    return typeset_pdf("official.typ", content, title=document.title, day=document.dated_on, fonts=fonts)


@dataclass(frozen=True)
class _Content:
    """The document as the template reads it."""

    document: OfficialDocument
    fonts: FontSet

    def fields(self) -> Fields:
        return self._head() | self._body() | self._foot() | {"faces": self._faces()}

    def _faces(self) -> Fields:
        fonts = self.fonts
        has_bold = fonts.fang[0] in fonts.with_bold
        return {"song": fonts.song, "fang": fonts.fang, "hei": fonts.hei, "kai": fonts.kai, "fang-has-bold": has_bold}

    def _head(self) -> Fields:
        document = self.document
        mark = printable(document.mark or document.organ)
        size, scale = wording.mark_shape(mark)
        return {
            "title": printable(document.title),
            "title-lines": title_lines(printable(document.title)),
            "author": printable(document.organ or document.signed_by),
            "language": document.language,
            "dated": [document.dated_on.year, document.dated_on.month, document.dated_on.day],
            "head": document.head.value,
            "mark": mark,
            "mark-size": size,
            "mark-scale": scale,
            "first-lines": [printable(text) for text in wording.first_lines(document)],
            "number": printable(document.number),
            "salutation": printable(wording.salutation(document)),
        }

    def _body(self) -> Fields:
        body = self.document.body
        marked = zip(body, wording.captions(body), wording.depths(body), strict=True)
        return {"body": [self._block(block, printable(caption), depth) for block, caption, depth in marked]}

    def _foot(self) -> Fields:
        document = self.document
        return {
            "attachments": [[lead.removeprefix("附件："), printable(name)] for lead, name in self._attachments()],
            "signed": printable(document.signed_by),
            "day": wording.chinese_date(document.dated_on),
            "indents": wording.signature_indents(document),
            "remark": printable(wording.remark(document)),
            "qr": qr_svg(document.address) if document.address else "",
            "qr-alt": f"二维码：{document.address}",
            "address": document.address,
            "proof": _proof(document.proof),
            "annexes": [_annex(*each) for each in zip(wording.annex_marks(document), document.annexes, strict=True)],
            "copied": printable(wording.copied_to(document)),
            "printed": [printable(text) for text in wording.printed(document)],
        }

    def _attachments(self) -> tuple[tuple[str, str], ...]:
        return wording.attachment_lines(self.document)

    def _block(self, block: Block, caption: str, depth: int) -> Fields:
        match block:
            case Heading():
                return {"kind": "heading", "text": printable(block.text), "level": block.level, "depth": depth}
            case Paragraph():
                runs = [{"text": printable(run.text), "strong": run.strong, "annex": run.annex} for run in block.runs]
                return {"kind": "paragraph", "indent": block.indent, "runs": runs}
            case Table():
                return _table(block, caption)
            case Chart():
                svg = chart_svg(block.spec, self.fonts)
                return {"kind": "chart", "svg": svg, "alt": printable(block.spoken()), "caption": caption}
            case Note():
                return {"kind": "note", "text": printable(block.text)}
            case PageBreak():
                return {"kind": "pagebreak"}


def _proof(proof: Proof | None) -> Fields:
    if proof is None:
        return {"statement": "", "digests": []}
    return {"statement": printable(proof.statement), "digests": [list(pair) for pair in proof.digests]}


def _annex(mark: str, table: Table) -> Fields:
    return {"mark": mark, "title-lines": title_lines(printable(table.caption)), "table": _table(table, "")}


def _table(table: Table, caption: str) -> Fields:
    return {
        "kind": "table",
        "caption": caption,
        "size": table.type_size,
        "landscape": table.landscape,
        "note": printable(table.note),
        "widths": [column.width for column in table.columns],
        "top": [_cell(placed) for placed in table.placed_head()],
        "rows": [_cell(placed) for placed in table.placed_rows()],
    }


def _cell(placed: Placed) -> Fields:
    return {
        "x": placed.column,
        "y": placed.row,
        "rows": placed.cell.rows,
        "columns": placed.cell.columns,
        "align": placed.align.value,
        "text": printable(placed.cell.text),
    }
