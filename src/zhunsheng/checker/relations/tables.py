"""Tables: totals down and across, and shares within a column."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from zhunsheng.checker import arithmetic
from zhunsheng.checker.arithmetic import shown
from zhunsheng.checker.blocks import Block
from zhunsheng.checker.model import Check, Figure
from zhunsheng.checker.relations import sums
from zhunsheng.checker.relations.saying import fails, holds

_TOTAL = re.compile(
    r"^\s*(?:\(.{1,3}\))?(?:合\s*计|总\s*计|共\s*计|小\s*计|总数|合计数|全市|全区|全县|全省)\s*(?:\(.{1,6}\))?$"
)
_SUBTOTAL = re.compile(r"小\s*计")
_WITHIN = re.compile(r"^\s*(?:其中|#|[—-]{1,2}\s*其中)")
_NOT_ADDED = re.compile(r"率|占比|%|平均|均|同比|排名|序号")
FEWEST = 2


def checks(block: Block) -> Iterator[Check]:
    """Both ways, over the cells that hold numbers; a dash counts as nothing, a missing number makes no claim."""
    if not block.is_table:
        return
    cells = [f for f in block.figures if f.cell is not None]
    yield from _down(cells)
    yield from _across(cells)


def _down(cells: Sequence[Figure]) -> Iterator[Check]:
    columns: dict[int, list[Figure]] = defaultdict(list)
    for figure in cells:
        if figure.cell is not None and not _NOT_ADDED.search(figure.cell.column_head) and not figure.is_percentage:
            columns[figure.cell.column].append(figure)
    for column in columns.values():
        yield from _of_column(column)


def _of_column(column: Sequence[Figure]) -> Iterator[Check]:
    parts: list[Figure] = []
    for k, figure in enumerate(column):
        head = figure.cell.row_head if figure.cell else ""
        if _TOTAL.match(head):
            if parts:
                yield from _judged(figure, [p for p in parts if p.unit == figure.unit])
                parts = [figure] if _SUBTOTAL.search(head) else []
            elif k == 0:
                yield from _judged(figure, _items(column[1:], figure))
                return
        elif not _WITHIN.match(head) and not _NOT_ADDED.search(head):
            parts.append(figure)


def _items(column: Sequence[Figure], total: Figure) -> list[Figure]:
    return [
        f
        for f in column
        if f.unit == total.unit and f.cell and not _WITHIN.match(f.cell.row_head) and not _TOTAL.match(f.cell.row_head)
    ]


def _across(cells: Sequence[Figure]) -> Iterator[Check]:
    rows: dict[int, list[Figure]] = defaultdict(list)
    for figure in cells:
        if (
            figure.cell is not None
            and not figure.is_percentage
            and not _NOT_ADDED.search(figure.cell.row_head + figure.cell.column_head)
        ):
            rows[figure.cell.row].append(figure)
    for row in rows.values():
        total = next((f for f in row if f.cell and _TOTAL.match(f.cell.column_head)), None)
        if total is not None and total.cell is not None:
            place = row.index(total)
            parts = row[place + 1 :] if place == 0 else row[:place]
            yield from _judged(
                total, [p for p in parts if p.unit == total.unit and p.cell and not _WITHIN.match(p.cell.column_head)]
            )


def _judged(total: Figure, parts: Sequence[Figure]) -> Iterator[Check]:
    if len(parts) < FEWEST:
        return
    if arithmetic.sums_to(total, parts) or sums.adding_up(total, sums.collapsed(parts)) == sums.collapsed(parts):
        yield holds("sum", (total, *parts), f"{_list(parts)} = {total.phrase}")
        return
    reached = sum((part.quantity for part in parts), Decimal(0))
    near = total.quantity and Decimal("0.5") <= reached / total.quantity <= Decimal("1.5")
    gap = shown(abs(reached - total.quantity), 4)
    yield fails(
        "sum",
        "sum_mismatch",
        "fault" if near else "doubtful",
        (total, *parts),
        (
            f"{_list(parts)} = {shown(reached, 4)}，{total.what}为{total.phrase}，相差{gap}",
            f"{_list(parts)} = {shown(reached, 4)}, but {total.what} is {total.phrase}: off by {gap}",
        ),
        (
            f"合计改为{shown(reached, 4)}，或核对相差{gap}的一格",
            f"write {shown(reached, 4)} for the total, or look for the cell that is off by {gap}",
        ),
        ("表中另有不计入合计的行或列", "some rows or columns are not part of the total"),
    )


def _list(parts: Sequence[Figure]) -> str:
    return "+".join(shown(part.quantity, 4) for part in parts)
