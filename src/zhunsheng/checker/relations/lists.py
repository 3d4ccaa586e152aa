"""Which figures are listed as the parts of a total: 其中…, …分别为…, 按类别分：…, （…）."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from zhunsheng.checker.blocks import Block
from zhunsheng.checker.model import Figure
from zhunsheng.checker.relations import grammar

# Said between a total and its parts. “Whole” openers promise every part, “some” openers only some of them.
_WHOLE = re.compile(
    r"分别(?:为|是|有)?|依次(?:为|是)?|(?:按|从|分|以)[^，,。;:]{1,14}(?:看|分|划分|统计|来说|讲)|分属|组成|构成|^\s*:|"
    r"[^，,。;:]{1,8}方面[，,:]|^[^，,。;:]{0,10}(?:情况|类型|来源|结果|渠道)?(?:为|如下)?:"
)
_SOME = re.compile(r"其中|包括|包含|含|内有|涉及|涵盖")
_WITHIN = re.compile("其中|内有|内含|包括")
_SENTENCE_OPENER = re.compile(
    r"^\s*(?:(?:按|从|分|以)[^，,。;:]{1,14}(?:看|分|划分|统计|来说|讲)|[^，,。;:]{1,8}方面|其中|[^，,。;:]{2,10}(?:中|内)|(?:办理|处理|审理|分类)?(?:结果|类型|来源|分类别看)(?:上)?)[，,:]"
)
_REST = re.compile(r"其他|其余|其它|余下|另外")
_NEW_START = re.compile(
    r"[。;]|[，,;](?:同期|同时|此外|另外|另|当年|全年|累计|今年|去年|上年|截至|年内|期间|下一步|共开展|共组织|办结|审结|已办|完成|移送|开展|组织|举办|召开|出动|发放|培训|出具|罚款|罚没)"
)
_ATTRIBUTES = re.compile(
    r"党员|女性|男性|妇女|大专|本科|学历|研究生|岁|持证|专职|兼职|残疾|农民工|老年|未成年|少数民族|中共|同比|涉及|重合|交叉"
)
_TOTAL_AFTER = re.compile(r"(?:合计|总计|共计|总共|一共|共)(?:为|有|达)?$")
_PAIRS = (
    ("专职", "兼职"),
    ("男", "女"),
    ("自然人", "法人"),
    ("线上", "线下"),
    ("初次", "重复"),
    ("投诉", "举报"),
    ("简易", "普通"),
    ("简易", "一般"),
    ("来信", "来访"),
    ("城镇", "农村"),
    ("优秀", "合格"),
    ("已整改", "正在"),
    ("已办结", "未办结"),
    ("本级", "县"),
    ("网上", "窗口"),
)
MOST_PARTS = 40
_EARLIER = re.compile(r"(?:上年|去年|上一年度?|上年度|同期|上月)[^，,。;、:]{0,6}$")
_ET_CETERA = re.compile(r"^[^，,。;\d]{0,10}等")


@dataclass(slots=True)
class List:
    """A total and the figures said to be its parts."""

    total: Figure
    parts: list[Figure]
    promises_all: bool
    opener: str
    has_rest: bool = False
    overlaps: bool = False
    uniform: bool = True
    backward: bool = False
    extended: list[Figure] = field(default_factory=list)
    alternatives: list[Figure] = field(default_factory=list)


def lists_of(block: Block) -> Iterator[List]:
    """The lists of a paragraph, nested ones too."""
    amounts = [f for f in block.figures if f.is_amount and f.cell is None and not _EARLIER.search(f.lead)]
    for k, total in enumerate(amounts):
        if total.precision == "exact" and k + 1 < len(amounts):
            found = _after(block, amounts, k)
            if found is not None:
                yield found
        if _TOTAL_AFTER.search(total.lead) and k >= 2:
            backward = _before(block, amounts, k)
            if backward is not None:
                yield backward
    yield from _sentence_lists(block, amounts)


def _after(block: Block, amounts: list[Figure], k: int) -> List | None:
    """The list that follows a total in the same sentence."""
    total, first = amounts[k], amounts[k + 1]
    if first.sentence != total.sentence:
        return None
    gap = _without_percentages(grammar.between(block, total, first))
    paren = first.depth > total.depth and gap.startswith("(")
    some, whole = _SOME.search(gap), _WHOLE.search(gap)
    if not (paren or some or whole) or (_NEW_START.match(gap) and not some):
        return None
    extended = _collect(amounts, k + 1, total, paren=paren)
    if not extended or extended[0] is not first:
        return None
    parts = _until_new_start(block, extended)
    opener = "(" if paren and not (some or whole) else (some or whole)[0]  # type: ignore[index]
    return _described(block, List(total, parts, bool(whole) and not some, opener, extended=extended))


_PERCENT = re.compile(r"[，,、(]?(?:同比|环比|占比?|[比较]上年)?[^，,。;、()\d]{0,6}\d[\d.]*(?:%|个百分点)\)?")


def _without_percentages(gap: str) -> str:
    return _PERCENT.sub("", gap) if "%" in gap or "百分点" in gap else gap


def _collect(amounts: list[Figure], k: int, total: Figure, *, paren: bool) -> list[Figure]:
    """The figures from k on that can be parts: alike, in the scope the opener has, each no larger than the total."""
    parts: list[Figure] = []
    for figure in amounts[k : k + MOST_PARTS]:
        if figure.sentence != total.sentence or (paren and figure.depth <= total.depth):
            break
        if not paren and figure.depth < total.depth:
            break
        if parts and not paren and (figure.depth > parts[0].depth or not grammar.alike(figure, total)):
            continue
        if not grammar.alike(figure, total):
            if paren or not parts:
                return parts
            continue
        parts.append(figure)
    return parts


def _until_new_start(block: Block, parts: list[Figure]) -> list[Figure]:
    """The parts up to where the sentence seems to turn to something else (…，办结95件)."""
    if _set_apart_by_semicolons(block, parts):
        return parts
    for k in range(1, len(parts)):
        if _starts_anew(block, parts[k - 1], parts[k]):
            return parts[:k]
    return parts


def _set_apart_by_semicolons(block: Block, parts: list[Figure]) -> bool:
    """Items that hold a share each, or end with 其他, stand in one list even where semicolons part them."""
    gaps = [grammar.between(block, a, b) for a, b in pairwise(parts)]
    if not gaps or not all(";" in gap for gap in gaps):
        return False
    return all("%" in gap for gap in gaps) or bool(_REST.search(parts[-1].lead))


def _starts_anew(block: Block, last: Figure, figure: Figure) -> bool:
    gap = _without_percentages(grammar.between(block, last, figure))
    return gap[:1] not in "、和及" and bool(_NEW_START.match(gap)) and not _REST.search(gap)


def _before(block: Block, amounts: list[Figure], k: int) -> List | None:
    """The list that a total closes: 甲12件、乙15件，合计27件."""
    total = amounts[k]
    parts: list[Figure] = []
    for figure in reversed(amounts[max(0, k - MOST_PARTS) : k]):
        if figure.sentence != total.sentence or figure.depth != total.depth or not grammar.alike(figure, total):
            break
        parts.insert(0, figure)
    if len(parts) < 2:
        return None
    found = _described(block, List(total, parts, False, total.lead[-4:]))
    found.backward = True
    return found


def _sentence_lists(block: Block, amounts: list[Figure]) -> Iterator[List]:
    """Lists a sentence of their own, opened by 从结果看 or 类型方面, of a total in a sentence before."""
    done = 0
    for k, first in enumerate(amounts):
        if first.sentence == done or k == 0:
            continue
        done = first.sentence
        opener = _SENTENCE_OPENER.match(first.lead)
        if not opener:
            continue
        parts = [f for f in _sentence_items(amounts[k : k + MOST_PARTS]) if grammar.alike(f, first)]
        totals = [
            f
            for f in amounts[:k]
            if grammar.alike(f, first) and f.precision == "exact" and first.sentence - f.sentence <= 4
        ]
        if len(parts) > 1 and totals:
            found = List(
                totals[-1], parts, not opener[0].strip().startswith("其中"), opener[0].strip(), alternatives=totals
            )
            yield _described(block, found)


def _sentence_items(amounts: list[Figure]) -> Iterator[Figure]:
    """The figures of one sentence at its own level, where a 其中 part is not an item."""
    first = amounts[0]
    for figure in amounts:
        if figure.sentence != first.sentence:
            return
        if figure.depth == first.depth and not _WITHIN.search(figure.clause):
            yield figure


def _complementary(parts: list[Figure]) -> bool:
    """Two parts that together are everything: 专职 and 兼职, 投诉 and 举报."""
    return len(parts) == 2 and any(
        one in parts[0].lead + parts[1].lead and other in parts[0].lead + parts[1].lead for one, other in _PAIRS
    )


def _described(block: Block, found: List) -> List:
    parts = found.parts
    found.has_rest = any(_REST.search(part.lead) for part in parts)
    if _complementary(parts):
        found.has_rest = True
    equal = any(part.quantity == found.total.quantity for part in parts) and not (found.has_rest or found.promises_all)
    attributes = any(_ATTRIBUTES.search(part.lead) for part in parts) and not _complementary(parts)
    found.overlaps = equal or attributes
    gaps = [_without_percentages(grammar.between(block, a, b))[:1] for a, b in pairwise(parts)]
    found.uniform = len(set(gaps) - {"和", "及", "与"}) <= 1
    if parts and _ET_CETERA.match(block.text[parts[-1].end : parts[-1].end + 12]):
        found.promises_all = found.has_rest = False
    return found
