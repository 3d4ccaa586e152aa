"""Wide tables taken out of the text of a report: annexes behind the signature, named where they stood."""

from collections.abc import Sequence
from dataclasses import replace

from zhunsheng.kernel.documents.model import Block, Heading, Paragraph, Run, Table

STOP = "。"


def with_annexes(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], tuple[Table, ...]]:
    """The blocks without the tables that lie, and these tables in order.

    The last paragraph before such a table, under the same heading, says （见附件1） before its full stop; where there
    is none, 见附件1 stands in its place.
    """
    annexes = tuple(block for block in blocks if isinstance(block, Table) and block.landscape)
    kept: list[Block] = []
    found = 0
    for block in blocks:
        if isinstance(block, Table) and block.landscape:
            found += 1
            _refer(kept, Run(f"附件{found}" if len(annexes) > 1 else "附件", annex=found))
        else:
            kept.append(block)
    return tuple(kept), annexes


def _refer(kept: list[Block], annex: Run) -> None:
    found = _last_paragraph(kept)
    if found is None:
        kept.append(Paragraph.of("见", annex, STOP))
        return
    place, paragraph = found
    kept[place] = replace(paragraph, runs=_referring(paragraph.runs, annex))


def _referring(runs: tuple[Run, ...], annex: Run) -> tuple[Run, ...]:
    """The runs with （见附件1） before the full stop; a second annex joins the first as （见附件1、附件2）."""
    *before, last = runs
    if before and before[-1].annex:
        return (*before, Run("、"), annex, last)
    stop = STOP if last.text.endswith(STOP) else ""
    shorter = replace(last, text=last.text.removesuffix(stop))
    return (*before, shorter, Run("（见"), annex, Run(f"）{stop}"))


def _last_paragraph(kept: Sequence[Block]) -> tuple[int, Paragraph] | None:
    """The last paragraph under the last heading, and where it stands."""
    for place, block in reversed(list(enumerate(kept))):
        if isinstance(block, Heading):
            return None
        if isinstance(block, Paragraph):
            return place, block
    return None
