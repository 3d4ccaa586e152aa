"""An official document as facts and text, independent of the format it is printed in."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from zhunsheng.kernel.charts import ChartSpec
from zhunsheng.law.refusal import Refusal


class UntitledDocument(Refusal):
    """A document without a title."""

    zh = "“{organ}”的文件没有标题：请填写标题后再出文。"
    en = "A document of “{organ}” has no title: give it one before it is printed."


class EmptyDocument(Refusal):
    """A document without any body."""

    zh = "文件“{title}”没有正文：首页必须显示正文，请至少写一段。"
    en = "Document “{title}” has no body: the first page must show some; write at least one paragraph."


class HeadingLevelUnknown(Refusal):
    """A heading deeper than the four the standard knows, or not a level at all."""

    zh = "标题“{text}”的层次是 {level}：公文结构层次只有 1 至 4（一、（一）1.（1））。"
    en = "Heading “{text}” has level {level}: official documents know levels 1 to 4."


class TableUneven(Refusal):
    """A row whose cells, with those reaching down from above, do not fill the columns exactly."""

    zh = "表“{caption}”第{row}行占{count}列，应为{expected}列：请检查该行的合并单元格。"
    en = "Table “{caption}”, row {row} fills {count} columns instead of {expected}: check its merged cells."


class TableEmpty(Refusal):
    """A table without columns or without rows."""

    zh = "表“{caption}”没有列或没有行：请至少给出一列和一行。"
    en = "Table “{caption}” has no columns or no rows: give at least one of each."


class CellSpanUnknown(Refusal):
    """A cell that covers less than one row or column."""

    zh = "单元格“{text}”跨{rows}行{columns}列：跨行、跨列数都应不小于 1。"
    en = "Cell “{text}” spans {rows} rows and {columns} columns: both must be at least 1."


class Align(StrEnum):
    """Where the text of a cell stands."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"


class Head(StrEnum):
    """The three ways a document begins."""

    DOCUMENT = "document"
    LETTER = "letter"
    PLAIN = "plain"


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text; `figure` is the reference of the figure it shows, so that a page can link to its passport.

    `annex` is the number of the annex the text points to, counted from 1; 0 for other text.
    """

    text: str
    figure: str = ""
    strong: bool = False
    annex: int = 0


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading with its own numbering in the text: 1 一、 · 2 （一） · 3 1. · 4 （1）."""

    text: str
    level: int = 1

    def __post_init__(self) -> None:
        if self.level not in (1, 2, 3, 4):
            raise HeadingLevelUnknown(text=self.text, level=self.level)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the body, its first line indented by two characters unless `indent` is False."""

    runs: tuple[Run, ...]
    indent: bool = True

    @classmethod
    def of(cls, *parts: "str | Run", indent: bool = True) -> "Paragraph":
        """A paragraph from plain strings and runs."""
        return cls(tuple(part if isinstance(part, Run) else Run(part) for part in parts), indent)


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell that may cover several rows and columns; without `align` it stands as its column does."""

    text: str
    rows: int = 1
    columns: int = 1
    align: Align | None = None
    figure: str = ""

    def __post_init__(self) -> None:
        if self.rows < 1 or self.columns < 1:
            raise CellSpanUnknown(text=self.text, rows=self.rows, columns=self.columns)


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its share of the width of the table, and where its text stands."""

    width: float = 1
    align: Align = Align.CENTER


Row = tuple[str | Cell, ...]


@dataclass(frozen=True, slots=True)
class Placed:
    """A cell with the row and column of its upper left corner, counted from 0."""

    row: int
    column: int
    cell: Cell
    align: Align


@dataclass(frozen=True, slots=True)
class Table:
    """A table whose head is repeated on every page. `type_size` in points; the first `row_heads` columns name the row.

    `note` stands in small type below it. `landscape` puts it on a page of its own that lies. Refused when the cells do
    not fill the grid exactly.
    """

    caption: str
    columns: tuple[Column, ...]
    head: tuple[Row, ...]
    rows: tuple[Row, ...]
    type_size: float = 12
    row_heads: int = 1
    landscape: bool = False
    note: str = ""

    def __post_init__(self) -> None:
        if not self.columns or not (self.head or self.rows):
            raise TableEmpty(caption=self.caption)
        self.placed_head()
        self.placed_rows()

    def placed_head(self) -> tuple[Placed, ...]:
        """The cells of the head where they stand, centred unless they say otherwise."""
        return tuple(_placed(self, self.head, 0, Align.CENTER))

    def placed_rows(self) -> tuple[Placed, ...]:
        """The cells of the body where they stand; rows go on counting after the head."""
        return tuple(_placed(self, self.rows, len(self.head), None))


def _placed(table: Table, rows: tuple[Row, ...], first: int, align: Align | None) -> Iterator[Placed]:
    width, reaching = len(table.columns), [0] * len(table.columns)
    for offset, row in enumerate(rows):
        column, filled = 0, sum(1 for below in reaching if below)
        reaching, above = [max(below - 1, 0) for below in reaching], reaching
        for one in row:
            cell = one if isinstance(one, Cell) else Cell(one)
            filled += cell.columns
            while column < width and above[column]:
                column += 1
            if column + cell.columns > width or any(above[column : column + cell.columns]):
                raise TableUneven(caption=table.caption, row=first + offset + 1, count=filled, expected=width)
            reaching[column : column + cell.columns] = [cell.rows - 1] * cell.columns
            yield Placed(first + offset, column, cell, cell.align or align or table.columns[column].align)
            column += cell.columns
        if filled != width:
            raise TableUneven(caption=table.caption, row=first + offset + 1, count=filled, expected=width)
    if any(reaching):
        last = first + len(rows) + 1
        raise TableUneven(caption=table.caption, row=last, count=sum(map(bool, reaching)), expected=0)


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart with its caption; `alt` is what a screen reader says, by default every value in words."""

    spec: ChartSpec
    caption: str = ""
    alt: str = ""

    def spoken(self) -> str:
        return self.alt or f"{self.spec.title}。{self.spec.in_words()}"


@dataclass(frozen=True, slots=True)
class Note:
    """A remark in small type, such as the source of a table."""

    text: str


@dataclass(frozen=True, slots=True)
class Proof:
    """What a reader needs to check a sealed document: how it was sealed, and digests as (taken over, digest)."""

    statement: str
    digests: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins on a new page."""


Block = Heading | Paragraph | Table | Chart | Note | PageBreak


@dataclass(frozen=True, slots=True)
class OfficialDocument:
    """A document under GB/T 9704-2012. Dates are calendar days; empty text means the element is not printed.

    `mark` (such as “某区人民政府文件”) makes a document with a red head; without it `organ` makes a letter (信函格式);
    with neither the document has no head. `addressed_to`, `copied_to` and `attachments` get their punctuation.
    `attachments` names what is sent along; `annexes` are tables printed behind the signature, each on a page of its
    own under its caption, and listed after the attachments.
    """

    title: str
    body: tuple[Block, ...]
    signed_by: str
    dated_on: date
    organ: str = ""
    mark: str = ""
    number: str = ""
    addressed_to: str = ""
    attachments: tuple[str, ...] = ()
    annexes: tuple[Table, ...] = ()
    remark: str = ""
    copied_to: tuple[str, ...] = ()
    printed_by: str = ""
    printed_on: date | None = None
    copy_number: str = ""
    secrecy: str = ""
    urgency: str = ""
    address: str = ""
    proof: Proof | None = None
    language: str = "zh"

    def __post_init__(self) -> None:
        if not self.title.strip():
            raise UntitledDocument(organ=self.organ or self.signed_by)
        if not self.body:
            raise EmptyDocument(title=self.title)

    @property
    def head(self) -> Head:
        """How the document begins."""
        if self.mark:
            return Head.DOCUMENT
        return Head.LETTER if self.organ else Head.PLAIN
