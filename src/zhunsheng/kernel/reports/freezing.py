"""Blocks of a document as plain JSON and back, so that a sealed report is printed from what was sealed alone."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from zhunsheng.kernel.charts import ChartKind, ChartSpec, Series
from zhunsheng.kernel.documents.model import (
    Align,
    Block,
    Cell,
    Chart,
    Column,
    Heading,
    Note,
    PageBreak,
    Paragraph,
    Row,
    Run,
    Table,
)

Frozen = dict[str, Any]


def frozen(blocks: Sequence[Block]) -> list[Frozen]:
    """The blocks as JSON keeps them; ``thawed`` gives equal blocks back."""
    return [_frozen(block) for block in blocks]


def thawed(kept: Sequence[Frozen]) -> list[Block]:
    return [_thawed(dict(block)) for block in kept]


def _frozen(block: Block) -> Frozen:
    match block:
        case Heading():
            return {"block": "heading", "text": block.text, "level": block.level}
        case Paragraph():
            runs = [[run.text, run.figure, run.strong] for run in block.runs]
            return {"block": "paragraph", "runs": runs, "indent": block.indent}
        case Table():
            return _frozen_table(block)
        case Chart():
            return _frozen_chart(block)
        case Note():
            return {"block": "note", "text": block.text}
        case PageBreak():
            return {"block": "page_break"}


def _frozen_table(table: Table) -> Frozen:
    return {
        "block": "table",
        "caption": table.caption,
        "columns": [[column.width, column.align.value] for column in table.columns],
        "head": [[_frozen_cell(cell) for cell in row] for row in table.head],
        "rows": [[_frozen_cell(cell) for cell in row] for row in table.rows],
        "type_size": table.type_size,
        "row_heads": table.row_heads,
        "landscape": table.landscape,
        "note": table.note,
    }


def _frozen_cell(cell: str | Cell) -> Any:
    if isinstance(cell, str):
        return cell
    return [cell.text, cell.rows, cell.columns, cell.align.value if cell.align else None, cell.figure]


def _frozen_chart(chart: Chart) -> Frozen:
    spec = chart.spec
    series = [[one.name, [None if value is None else str(value) for value in one.values]] for one in spec.series]
    return {
        "block": "chart",
        "kind": spec.kind.value,
        "title": spec.title,
        "categories": list(spec.categories),
        "series": series,
        "unit": spec.unit,
        "note": spec.note,
        "caption": chart.caption,
        "alt": chart.alt,
    }


def _thawed(kept: Frozen) -> Block:
    name = kept.pop("block")
    if name == "paragraph":
        runs = tuple(Run(text, figure, strong) for text, figure, strong in kept["runs"])
        return Paragraph(runs, kept["indent"])
    if name == "table":
        return _thawed_table(kept)
    if name == "chart":
        return _thawed_chart(kept)
    simple: dict[str, type[Heading] | type[Note] | type[PageBreak]]
    simple = {"heading": Heading, "note": Note, "page_break": PageBreak}
    return simple[name](**kept)


def _thawed_table(kept: Frozen) -> Table:
    columns = tuple(Column(width, Align(align)) for width, align in kept.pop("columns"))
    head, rows = (tuple(_thawed_row(row) for row in kept.pop(part)) for part in ("head", "rows"))
    return Table(columns=columns, head=head, rows=rows, **kept)


def _thawed_row(row: Sequence[Any]) -> Row:
    return tuple(cell if isinstance(cell, str) else _thawed_cell(*cell) for cell in row)


def _thawed_cell(text: str, rows: int, columns: int, align: str | None, figure: str) -> Cell:
    return Cell(text, rows, columns, Align(align) if align else None, figure)


def _thawed_chart(kept: Frozen) -> Chart:
    series = tuple(
        Series(name, tuple(None if value is None else Decimal(value) for value in values))
        for name, values in kept["series"]
    )
    spec = ChartSpec(
        ChartKind(kept["kind"]), kept["title"], tuple(kept["categories"]), series, kept["unit"], kept["note"]
    )
    return Chart(spec, kept["caption"], kept["alt"])


def figures_in(blocks: Sequence[Block]) -> set[str]:
    """The codes of the figures that paragraphs and tables show."""
    found = {run.figure for block in blocks if isinstance(block, Paragraph) for run in block.runs}
    tables = [block for block in blocks if isinstance(block, Table)]
    found |= {cell.figure for table in tables for row in table.rows for cell in row if isinstance(cell, Cell)}
    return found - {""}
