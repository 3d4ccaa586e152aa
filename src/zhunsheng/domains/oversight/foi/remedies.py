"""The other tables of the national annual report: what is published of one's own accord, and the remedies sought."""

from collections.abc import Iterator

from zhunsheng.kernel import registry
from zhunsheng.kernel.documents.model import Align, Cell, Column, Table
from zhunsheng.kernel.indicators.count import count
from zhunsheng.kernel.periods import Period
from zhunsheng.law import Refusal

UNRECORDED = "—"
PROACTIVE = {
    "第二十条第（一）项": (("规章", "行政规范性文件"), ("本年制发件数", "本年废止件数", "现行有效件数")),
    "第二十条第（五）项": (("行政许可",), ("本年处理决定数量",)),
    "第二十条第（六）项": (("行政处罚", "行政强制"), ("本年处理决定数量",)),
    "第二十条第（八）项": (("行政事业性收费",), ("本年收费金额（单位：万元）",)),
}
"""Item of FOI19 第二十条: rows and columns of its part of the printed form."""
WIDTH = max(len(columns) for _, columns in PROACTIVE.values())
BLOCKS = {
    "行政复议": "reconsideration.disclosure",
    "未经复议直接起诉": "litigation.disclosure_direct",
    "复议后起诉": "litigation.disclosure_reviewed",
}
"""The three blocks of part four, and the beginning of the codes of the figures in them."""
COLUMNS = {
    "upheld": "结果维持",
    "corrected": "结果纠正",
    "otherwise": "其他结果",
    "pending": "尚未审结",
    "all": "总计",
}


class RemediesDoNotAddUp(Refusal):
    zh = "“{block}”（{period}）的总计为{total}件，各项之和为{sum}件；请核对这些案件的结果和办结日期。"
    en = 'In the table of remedies of {period}, "{block}" totals {total} but its parts add up to {sum}; check them.'


def proactive_table(_period: Period) -> Table:
    """What must be published, item by item; a dash stands where no system records the matter: unknown is not zero."""
    return Table(
        caption="",
        columns=(Column(2, Align.LEFT), *(Column() for _ in range(WIDTH))),
        head=(),
        rows=tuple(row for item in PROACTIVE for row in _rows(item)),
        type_size=10,
    )


def _rows(item: str) -> Iterator[tuple[Cell, ...]]:
    """The item across the table, its columns, and a row of dashes for each kind of information."""
    names, columns = PROACTIVE[item]
    wide = WIDTH // len(columns)
    yield (Cell(item, columns=1 + WIDTH, align=Align.CENTER),)
    yield Cell("信息内容", align=Align.CENTER), *(Cell(column, columns=wide) for column in columns)
    for name in names:
        yield Cell(name), *(Cell(UNRECORDED, columns=wide) for _ in columns)


def remedy_table(period: Period) -> Table:
    """One row of fifteen cells, from the figures of the systems that keep the cases; a dash where one is switched off.

    Refused where a total is not the sum of its parts.
    """
    known = registry.indicators()
    codes = {block: [f"{stem}_{name}" for name in COLUMNS] for block, stem in BLOCKS.items()}
    tallies = count([known[code] for each in codes.values() for code in each if code in known], period)
    cells = []
    for block, each in codes.items():
        if each[0] not in known:
            cells += [Cell(UNRECORDED)] * len(each)
            continue
        *parts, total = (tallies[code].hits for code in each)
        if total != sum(parts):
            raise RemediesDoNotAddUp(block=block, period=period, total=total, sum=sum(parts))
        cells += [Cell(str(tallies[code].hits), figure=code) for code in each]
    return Table(
        caption=f"{period}政府信息公开行政复议、行政诉讼情况（单位：件）",
        columns=tuple(Column() for _ in cells),
        head=_head(),
        rows=(tuple(cells),),
        type_size=9,
        row_heads=0,
    )


def _head() -> tuple[tuple[Cell, ...], ...]:
    review, *suits = BLOCKS
    width = len(COLUMNS)
    return (
        (Cell(review, rows=2, columns=width), Cell("行政诉讼", columns=width * len(suits))),
        tuple(Cell(block, columns=width) for block in suits),
        tuple(Cell(title) for _ in BLOCKS for title in COLUMNS.values()),
    )
