"""How figures hang together in a sentence: what stands between them, and which belongs to which."""

import re

from zhunsheng.checker.blocks import Block
from zhunsheng.checker.figures import words
from zhunsheng.checker.model import Figure

_COMPARATOR = (
    r"数量|总量|总数|案件数|案件量|件数|人数|[比较]|与|同|上年|去年|上一年|上月|上季度|上半年|上年度|同期|相比|同比|环比|分别|均|各|又|"
    r"\d{1,2}月份?|\d{4}年度?|有所|大幅|净|略|减幅|增幅|降幅|升幅|的|且|则|，|,"
)
# From a value to the change that is said of it: nothing but punctuation, comparators and the verb.
ATTACHED = re.compile(
    rf"[，,、;(\s]*(?:{_COMPARATOR})*(?:{words.MOVED})(?:了|率|幅度|比例)?(?:为|是|达|约|近|超过|超)?(?:\s|:)*"
)
NAMED = re.compile(
    r"[，,、;\s]*(?P<unit>批次|人次|件次|户次|件数|人数|户数|金额|款额)数?"
    rf"(?:{_COMPARATOR})*(?:{words.MOVED})(?:了|率)?(?:为|达|约)?\s*"
)
_NAMED_UNITS = {
    "批次": ("批", "批次"), "人次": ("人次",), "件次": ("件次",), "户次": ("户次",), "件数": ("件",),
    "人数": ("人", "名"), "户数": ("户",), "金额": ("元",), "款额": ("元",),
}  # fmt: skip
_JOINT = re.compile(r"[、和及与,，/以]+")
MOST_JOINED = 12
_RESPECTIVELY = re.compile("分别|依次")


def between(block: Block, first: Figure, second: Figure) -> str:
    """The text between two figures, without spaces."""
    return block.text[first.end : second.start].replace(" ", "")


def alike(first: Figure, second: Figure) -> bool:
    """Whether the two count the same kind of thing, as far as their units tell."""
    return first.counts == second.counts


def group_at(block: Block, i: int) -> range:
    """The run of percentages of one kind, joined by 、 or 和, that figure i belongs to."""
    figures = block.figures
    first = last = i
    while first > max(0, i - MOST_JOINED) and _joined(block, first - 1, first):
        first -= 1
    while last + 1 < min(len(figures), i + MOST_JOINED) and _joined(block, last, last + 1):
        last += 1
    return range(first, last + 1)


def _joined(block: Block, i: int, j: int) -> bool:
    one, other = block.figures[i], block.figures[j]
    if not (one.is_percentage and other.is_percentage) or one.kind != other.kind or one.sentence != other.sentence:
        return False
    return bool(_JOINT.fullmatch(between(block, one, other)))


def respective(block: Block, group: range) -> list[Figure]:
    """The figures the percentages of a group belong to, one for one (“…a件和b件，分别上升c%和d%”); else empty."""
    first = block.figures[group.start]
    if len(group) < 2 or not _RESPECTIVELY.search(first.lead):
        return []
    before = block.figures[max(0, group.start - len(group)) : group.start]
    if len(before) < len(group) or any(f.sentence != first.sentence for f in before):
        return []
    amounts = all(f.is_amount for f in before)
    rates = all(f.kind in ("rate", "share") for f in before)
    return before if amounts or rates else []


def named_before(block: Block, i: int, gap: str) -> Figure | None:
    """The figure of the sentence that a word such as 批次 or 人次 before a change points back to."""
    found = NAMED.fullmatch(gap)
    if found is None:
        return None
    wanted = _NAMED_UNITS[found["unit"]]
    here = block.figures[i]
    for figure in reversed(block.figures[:i]):
        if figure.sentence != here.sentence:
            return None
        if figure.is_amount and figure.base_unit in wanted:
            return figure
    return None


def share_unit_of_lists(figures: list[Figure]) -> None:
    """Give bare numbers of a list the unit of the number that ends it (分别为12、15、20件)."""
    for i in range(len(figures) - 2, -1, -1):
        figure, following = figures[i], figures[i + 1]
        if figure.base_unit or figure.cell is not None or figure.sentence != following.sentence:
            continue
        if _JOINT.fullmatch(following.lead):
            figure.take_unit(following.base_unit or following.shared_unit)
