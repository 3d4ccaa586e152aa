"""The few pieces of WordprocessingML a paragraph of an official document is made of."""

from dataclasses import dataclass

from docx.document import Document as Word
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Pt, RGBColor, Twips
from docx.table import Table
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from zhunsheng.kernel.documents.wording import printable

BODY_FACE, FIRST_LINE_FACE, SECOND_FACE = "仿宋_GB2312", "黑体", "楷体_GB2312"
TITLE_FACE = MARK_FACE = "方正小标宋简体"
FOLIO_FACE = "宋体"
LATIN = "Times New Roman"
RED = "D6000F"
LINE = 28.95
CHARACTER = 15.79
IMPRINT_WIDTH, IMPRINT_INSET = 8844, 280
ALIGNMENTS = {
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "center": WD_ALIGN_PARAGRAPH.CENTER,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
    "justify": WD_ALIGN_PARAGRAPH.JUSTIFY,
}
# The schema orders the children of w:pPr; Word refuses files that do not keep to it.
PARAGRAPH_ORDER = (
    "pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr", "suppressLineNumbers",
    "pBdr", "shd", "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap", "overflowPunct", "topLinePunct", "autoSpaceDE",
    "autoSpaceDN", "bidi", "adjustRightInd", "snapToGrid", "spacing", "ind", "contextualSpacing", "mirrorIndents",
    "suppressOverlap", "jc", "textDirection", "textAlignment", "textboxTightWrap", "outlineLvl", "divId", "cnfStyle",
    "rPr", "sectPr", "pPrChange",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Style:
    """How a paragraph looks: face, size and line in points, indent of the first line in characters."""

    face: str = BODY_FACE
    size: float = 16
    align: str = "justify"
    line: float = LINE
    indent: int = 0
    bold: bool = False
    colour: str = ""
    outline: int | None = None
    keep: bool = False


def write(word: Word, text: str, style: Style) -> Paragraph:
    """A new paragraph with one run of text, or none when the text is empty."""
    paragraph = word.add_paragraph()
    dress(paragraph, style)
    if text:
        add_run(paragraph, text, style)
    return paragraph


def dress(paragraph: Paragraph, style: Style) -> None:
    """Gives a paragraph its alignment, line, indent and place in the outline."""
    form = paragraph.paragraph_format
    form.alignment = ALIGNMENTS[style.align]
    form.line_spacing_rule, form.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(style.line)
    if style.keep:
        form.keep_with_next = True
    if style.line != LINE:
        insert(paragraph, element("snapToGrid", val="0"))
    if style.indent:
        first = {"firstLineChars": str(style.indent * 100), "firstLine": str(round(style.indent * CHARACTER * 20))}
        insert(paragraph, element("ind", **first))
    if style.outline is not None:
        insert(paragraph, element("outlineLvl", val=str(style.outline)))


def add_run(paragraph: Paragraph, text: str, style: Style, *, bold: bool = False) -> Run:
    """A run whose Chinese and Latin faces are both named, so that no theme decides."""
    run = paragraph.add_run(printable(text))
    run.font.size = Pt(style.size)
    if style.bold or bold:
        run.font.bold = True
    if style.colour:
        run.font.color.rgb = RGBColor.from_string(style.colour)
    name_faces(run, style.face)
    return run


def name_faces(run: Run, face: str) -> None:
    run.font.name = LATIN
    faces = run._r.get_or_add_rPr().find(qn("w:rFonts"))
    faces.set(qn("w:eastAsia"), face)
    faces.set(qn("w:hint"), "eastAsia")


def element(name: str, **attributes: str) -> BaseOxmlElement:
    """A WordprocessingML element with its attributes, all in the w namespace."""
    made = OxmlElement(f"w:{name}")
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), value)
    return made


def insert(paragraph: Paragraph, child: BaseOxmlElement) -> None:
    """Puts a property where the schema wants it."""
    name = child.tag.split("}")[1]
    later = tuple(f"w:{one}" for one in PARAGRAPH_ORDER[PARAGRAPH_ORDER.index(name) + 1 :])
    paragraph._p.get_or_add_pPr().insert_element_before(child, *later)


def border(paragraph: Paragraph, side: str, kind: str, eighths: int, colour: str, *, space: int = 1) -> None:
    """A rule along one side, its thickness in eighths of a point and its distance in points."""
    properties = paragraph._p.get_or_add_pPr()
    borders = properties.find(qn("w:pBdr"))
    if borders is None:
        borders = element("pBdr")
        insert(paragraph, borders)
    borders.append(element(side, val=kind, sz=str(eighths), space=str(space), color=colour))


def narrow(paragraph: Paragraph, scale: float) -> None:
    """Condenses the characters of a paragraph to a share of their width."""
    for run in paragraph.runs:
        properties = run._r.get_or_add_rPr()
        width = element("w", val=str(int(scale * 100)))
        properties.insert_element_before(width, "w:kern", "w:position", "w:sz", "w:szCs", "w:u", "w:lang")


def indent_right(paragraph: Paragraph, characters: float) -> Paragraph:
    """Leaves characters free at the right."""
    free = {"rightChars": str(round(characters * 100)), "right": str(round(characters * CHARACTER * 20))}
    insert(paragraph, element("ind", **free))
    return paragraph


def right_tab(paragraph: Paragraph) -> Paragraph:
    """A stop at the right edge of the imprint."""
    tabs = element("tabs")
    tabs.append(element("tab", val="right", pos=str(IMPRINT_WIDTH - 2 * IMPRINT_INSET)))
    insert(paragraph, tabs)
    return paragraph


def table_at_foot(word: Word, rows: int, *, ruled: bool) -> Table:
    """A table of one column at the foot of the type area; outer rules 0.35 mm, the inner one 0.25 mm."""
    table: Table = word.add_table(rows, 1)
    table.autofit = False
    for row in table.rows:
        row.cells[0].width = Twips(IMPRINT_WIDTH)
    properties = table._tbl.tblPr
    place = {"vertAnchor": "margin", "horzAnchor": "margin", "tblpXSpec": "left", "tblpYSpec": "bottom"}
    properties.insert_element_before(element("tblpPr", **place), "w:tblOverlap", "w:tblW", "w:tblLayout", "w:tblLook")
    later = ("w:shd", "w:tblLayout", "w:tblCellMar", "w:tblLook")
    if ruled:
        properties.insert_element_before(_rules(), *later)
    properties.insert_element_before(_insets(), "w:tblLook")
    return table


def _rules() -> BaseOxmlElement:
    rules = element("tblBorders")
    for side, eighths in (("top", 8), ("bottom", 8), ("insideH", 6)):
        rules.append(element(side, val="single", sz=str(eighths), space="0", color="000000"))
    return rules


def _insets() -> BaseOxmlElement:
    insets = element("tblCellMar")
    for side in ("left", "right"):
        insets.append(element(side, w=str(IMPRINT_INSET), type="dxa"))
    return insets
