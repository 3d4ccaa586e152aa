"""Official documents in the layout of GB/T 9704-2012 as .docx, PDF and web page."""

from zhunsheng.kernel.documents.docx import to_docx
from zhunsheng.kernel.documents.fonts import FontSet, NoChineseFont, load_fonts
from zhunsheng.kernel.documents.html import to_html
from zhunsheng.kernel.documents.model import (
    Align,
    Block,
    Cell,
    Chart,
    Column,
    Heading,
    Note,
    OfficialDocument,
    PageBreak,
    Paragraph,
    Proof,
    Run,
    Table,
)
from zhunsheng.kernel.documents.pdf import to_pdf
from zhunsheng.kernel.documents.pictures import qr_svg, to_png

__all__ = [
    "Align",
    "Block",
    "Cell",
    "Chart",
    "Column",
    "FontSet",
    "Heading",
    "NoChineseFont",
    "Note",
    "OfficialDocument",
    "PageBreak",
    "Paragraph",
    "Proof",
    "Run",
    "Table",
    "load_fonts",
    "qr_svg",
    "to_docx",
    "to_html",
    "to_pdf",
    "to_png",
]
