"""The identities of the annual report on government information: new + carried in = dealt with + carried on."""

import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from zhunsheng.checker.arithmetic import shown
from zhunsheng.checker.blocks import Block
from zhunsheng.checker.model import Check, Figure
from zhunsheng.checker.relations.saying import fails, holds

# The rows of the form as 国办公开办函〔2021〕30号 fixes it.
_ROWS = {
    "new": re.compile(r"本年新收(?:政府信息公开)?申请"),
    "carried_in": re.compile(r"上年结转(?:政府信息公开)?申请"),
    "dealt": re.compile(r"\(七\)\s*总计|办理结果.*总计"),
    "carried_on": re.compile(r"结转下年度?继续办理"),
}
_STOCK = {"issued": re.compile("制发"), "repealed": re.compile("废止"), "valid": re.compile("现行有效")}


def checks(block: Block) -> Iterator[Check]:
    """Per column of the form, the identity it prints; where one of the four rows is missing, nothing."""
    if not block.is_table or "结转下年" not in block.text:
        return
    columns: dict[int, dict[str, Figure]] = defaultdict(dict)
    for figure in block.figures:
        if figure.cell is None:
            continue
        for name, words in _ROWS.items():
            if words.search(figure.cell.row_head):
                columns[_column_from_the_end(block, figure)].setdefault(name, figure)
    for rows in columns.values():
        if len(rows) == len(_ROWS):
            yield _judged(rows)


def _column_from_the_end(block: Block, figure: Figure) -> int:
    """Columns are counted from the right: the form merges cells on the left of some rows."""
    row = block.text[: figure.start].count("\n")
    line = block.text.split("\n")[row]
    place = figure.start - len("\n".join(block.text.split("\n")[:row]))
    return line.rstrip("| ").count("|", max(place, 0))


def _judged(rows: dict[str, Figure]) -> Check:
    figures = tuple(rows[name] for name in ("dealt", "new", "carried_in", "carried_on"))
    dealt, new, carried_in, carried_on = (figure.quantity for figure in figures)
    sides = (
        f"{shown(new)}+{shown(carried_in)} = {shown(new + carried_in)}",
        f"{shown(dealt)}+{shown(carried_on)} = {shown(dealt + carried_on)}",
    )
    gap: Decimal = abs(new + carried_in - dealt - carried_on)
    if not gap:
        return holds("identity", figures, "，".join(sides))
    return fails(
        "identity",
        "sum_mismatch",
        "fault",
        figures,
        (
            f"第一项加第二项{sides[0]}，第三项加第四项{sides[1]}，两者应相等",
            f"items 1 and 2: {sides[0]}; items 3 and 4: {sides[1]}; the form requires them equal",
        ),
        (f"核对相差{shown(gap)}的一格", f"look for the cell that is off by {shown(gap)}"),
    )
