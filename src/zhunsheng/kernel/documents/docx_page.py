"""The sheet of an official document in Word: margins, grid, page numbers, letter head."""

from datetime import datetime, time

from docx.document import Document as Word
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

from zhunsheng.kernel.documents.docx_parts import (
    BODY_FACE,
    FOLIO_FACE,
    LATIN,
    LINE,
    MARK_FACE,
    RED,
    Style,
    add_run,
    border,
    dress,
    element,
    insert,
    narrow,
)
from zhunsheng.kernel.documents.model import Head, OfficialDocument
from zhunsheng.kernel.documents.wording import mark_shape, printable

FOLIO = Style(FOLIO_FACE, size=14, line=16, align="left")
OVERHANG = Mm(-7)
FOOT, FOLIO_LIFT = Mm(20), Mm(2.4)


def prepare(word: Word, document: OfficialDocument) -> None:
    """Sets the sheet, the basic style, the page numbers and the properties; leaves an empty body."""
    _set_properties(word, document)
    _set_normal(word)
    section = word.sections[0]
    stand(section)
    word.settings.odd_and_even_pages_header_footer = True
    _number_pages(section)
    if document.head is Head.LETTER:
        _head_letter(section, document)


def _set_properties(word: Word, document: OfficialDocument) -> None:
    about, moment = word.core_properties, datetime.combine(document.dated_on, time())
    about.title = printable(document.title)[:255]
    about.author = about.last_modified_by = printable(document.organ or document.signed_by)[:255]
    about.created = about.modified = moment
    about.language = "zh-CN"
    about.comments, about.revision = "", 1


def _set_normal(word: Word) -> None:
    """28 characters and 22 lines a page: the grid sets lines only, the characters are drawn together by 0.2 pt."""
    for fonts in word.styles.element.xpath("w:docDefaults/w:rPrDefault/w:rPr/w:rFonts"):
        fonts.getparent().remove(fonts)
    normal = word.styles["Normal"]
    normal.font.name, normal.font.size = LATIN, Pt(16)
    properties = normal.element.get_or_add_rPr()
    properties.find(qn("w:rFonts")).set(qn("w:eastAsia"), BODY_FACE)
    tighter = element("spacing", val="-4")
    properties.insert_element_before(tighter, "w:w", "w:kern", "w:position", "w:sz", "w:szCs", "w:lang")
    properties.append(element("lang", val="en-US", eastAsia="zh-CN"))
    form = normal.paragraph_format
    form.line_spacing, form.space_before, form.space_after = Pt(LINE), Pt(0), Pt(0)
    form.widow_control = False


def stand(section: Section) -> None:
    """An upright A4 sheet with the margins of the standard."""
    section.orientation, section.page_width, section.page_height = WD_ORIENT.PORTRAIT, Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(37), Mm(35)
    section.left_margin, section.right_margin = Mm(28), Mm(25.9)
    section.header_distance, section.footer_distance = Mm(30), FOOT
    _set_grid(section)


def lie(section: Section) -> None:
    """The same sheet turned, for wide tables."""
    section.orientation, section.page_width, section.page_height = WD_ORIENT.LANDSCAPE, Mm(297), Mm(210)
    section.top_margin, section.bottom_margin = Mm(28), Mm(26)
    section.left_margin, section.right_margin = Mm(37), Mm(35)
    section.header_distance, section.footer_distance = Mm(15), Mm(11)
    _set_grid(section)


def add_section(word: Word) -> Section:
    """A section on a new page that goes on with the page numbers but not with a letter head."""
    section: Section = word.add_section(WD_SECTION.NEW_PAGE)
    section.different_first_page_header_footer = False
    return section


def _set_grid(section: Section) -> None:
    grid = section._sectPr.find(qn("w:docGrid"))
    if grid is None:
        grid = element("docGrid")
        section._sectPr.append(grid)
    grid.set(qn("w:type"), "lines")
    grid.set(qn("w:linePitch"), "579")


def _number_pages(section: Section) -> None:
    """— 1 — one character in from the right on odd pages, from the left on even ones."""
    _write_folio(section.footer.paragraphs[0], "right")
    _write_folio(section.even_page_footer.paragraphs[0], "left")
    for header in (section.header, section.even_page_header):
        dress(header.paragraphs[0], Style(line=1))


def _write_folio(paragraph: Paragraph, side: str) -> None:
    dress(paragraph, Style(FOLIO_FACE, size=14, line=16, align=side))
    insert(paragraph, element("ind", left="280", right="280"))
    paragraph.paragraph_format.space_after = FOLIO_LIFT
    add_run(paragraph, "— ", FOLIO)
    for kind in ("begin", "", "end"):
        run = add_run(paragraph, "", FOLIO)
        if kind:
            run._r.append(element("fldChar", fldCharType=kind))
        else:
            code = element("instrText")
            code.text = "PAGE"
            run._r.append(code)
    add_run(paragraph, " —", FOLIO)


def _head_letter(section: Section, document: OfficialDocument) -> None:
    """The name of the organ 30 mm from the edge, red double rules 170 mm long, no number on the first page."""
    section.different_first_page_header_footer = True
    size, scale = mark_shape(document.organ)
    mark = section.first_page_header.paragraphs[0]
    dress(mark, Style(MARK_FACE, align="center", line=size * 1.2))
    add_run(mark, document.organ, Style(MARK_FACE, size=size, colour=RED))
    narrow(mark, scale)
    upper = section.first_page_header.add_paragraph()
    dress(upper, Style(line=12))
    _overhang(upper)
    border(upper, "bottom", "thickThinSmallGap", 24, RED)
    lower = section.first_page_footer.paragraphs[0]
    dress(lower, Style(line=12))
    _overhang(lower)
    border(lower, "bottom", "thinThickSmallGap", 24, RED, space=0)


def _overhang(paragraph: Paragraph) -> None:
    paragraph.paragraph_format.left_indent = OVERHANG
    paragraph.paragraph_format.right_indent = OVERHANG
