"""Rates against the numbers around them: numerator over denominator, or percentages no count can give."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from zhunsheng.checker import arithmetic
from zhunsheng.checker.arithmetic import shown
from zhunsheng.checker.blocks import Block
from zhunsheng.checker.model import Check, Figure
from zhunsheng.checker.relations import grammar, shares
from zhunsheng.checker.relations.saying import fails, holds

MOST_TRIED = 8
NEAR_BASE = Decimal("1.5")
SURE_OF_ANY = 2_000
LONG_NAME = 5
_SAY_NOTHING = {"", "案件", "行政", "工作", "问题", "事项", "群众", "信息", "机关", "项目"}
_NAME = re.compile(
    r"([\u4e00-\u9fff]{1,14}?)(?:率|面|度|比例|比率)(?:也|均|都|仅|已|即|高|稳定)?(?:为|达|达到|是|在|:|保持|约|超|近|到|至)*$"
)
_MAY_EXCEED = re.compile("完成率|增长率|达成率|利用率|执行率|产销率|自给率|入学率|负荷率|完成|预算|目标|计划|上年|倍")
_NAMED_RATE = re.compile("率|面$|度$")
_CARRIED = re.compile("办结|结案|审结|化解|整改|采纳")
_SURVEYED = re.compile("满意|好评|知晓|支持|群众|测评|评议|票")
_OF_MONEY = re.compile("资金|金额|款|支付|到位|收缴|执行")
_OTHER_BASE = re.compile("按期|按时|及时|法定|时限|当场|首次|一次|限时")
_NOT_OF_COUNTS = re.compile(
    "浓度|达标|优良|水质|增加值|投资|财政|利用|绿化|城镇化|网办|进驻|入驻|自动|电子|效率|上网|公开|工资|税|利率"
)


def checks(block: Block) -> Iterator[Check]:
    """What can be said of every rate of the paragraph."""
    for i, figure in enumerate(block.figures):
        if figure.kind == "rate" and figure.is_percentage and figure.cell is None:
            yield from _of_rate(block, i)


def _of_rate(block: Block, i: int) -> Iterator[Check]:
    rate = block.figures[i]
    if rate.quantity > 100:
        if _NAMED_RATE.search(rate.lead[-10:]) and not _MAY_EXCEED.search(rate.lead[-16:]):
            yield _above_hundred(rate)
        return
    if rate.precision != "exact" or len(grammar.group_at(block, i)) > 1:
        return
    counts = _counts_before(block, i)
    pair = _fitting_pair(counts, rate)
    if pair is not None:
        part, whole = pair
        true = arithmetic.share(part, whole)
        yield holds("ratio", (rate, part, whole), f"{part.phrase}/{whole.phrase} = {shown(true, 4)}% → {rate.phrase}")
        return
    yield from _without_pair(block, i, counts)


def _above_hundred(rate: Figure) -> Check:
    carried = bool(_CARRIED.search(rate.lead[-16:]))
    return fails(
        "ratio",
        "impossible_percentage",
        "doubtful" if carried else "fault",
        (rate,),
        (f"{rate.what or '比率'}{rate.phrase}超过100%", f"a rate of {rate.phrase} is impossible here"),
        None,
        ("分子含有上年结转", "the numerator includes matters carried over") if carried else None,
    )


def _counts_before(block: Block, i: int) -> list[Figure]:
    """The exact amounts of the sentence before the rate, the nearest first."""
    rate, found = block.figures[i], list[Figure]()
    for figure in reversed(block.figures[:i]):
        if figure.sentence != rate.sentence or len(found) == MOST_TRIED:
            break
        if figure.is_amount and figure.precision == "exact" and figure.quantity > 0:
            found.append(figure)
    return found


def _fitting_pair(counts: Sequence[Figure], rate: Figure) -> tuple[Figure, Figure] | None:
    for part in counts:
        for whole in counts:
            possible = whole is not part and grammar.alike(part, whole) and part.quantity <= whole.quantity
            if possible and arithmetic.share_fits(part, whole, rate):
                return part, whole
    return None


def _without_pair(block: Block, i: int, counts: Sequence[Figure]) -> Iterator[Check]:
    rate = block.figures[i]
    name = _name(rate)
    part = _numerator(counts, name) if not _NOT_OF_COUNTS.search(name) else None
    whole = _whole_for(counts, part) if part is not None else None
    if part is not None and whole is not None:
        yield _mismatch(rate, part, whole, name)
    elif part is not None and rate.quantity < 100:
        yield from _base_missing(block, i, part)
    elif rate.quantity < 100 and not _NOT_OF_COUNTS.search(name):
        yield from _no_count_gives(block, i, name)


def _name(rate: Figure) -> str:
    found = _NAME.search(rate.clause)
    return found[1] if found else ""


def _numerator(counts: Sequence[Figure], name: str) -> Figure | None:
    """The amount whose words hold the rate's own word: 办结67件 … 办结率."""
    if len(name) < 2 or _OTHER_BASE.search(name) or _SURVEYED.search(name):
        return None
    stems = {name[-2:], name[-4:-2]} - _SAY_NOTHING
    for figure in counts[:3]:
        if figure.kind == "money" and not _OF_MONEY.search(name):
            continue
        if any(
            len(stem) == 2 and (stem in figure.clause or (stem == "成功" and "成" in figure.clause)) for stem in stems
        ):
            return figure
    return None


def _whole_for(counts: Sequence[Figure], part: Figure) -> Figure | None:
    """The amount right before the numerator, where it counts the same and is larger."""
    at = next(k for k, figure in enumerate(counts) if figure is part)
    later = counts[at + 1 : at + 3]
    return next(
        (w for w in later if grammar.alike(w, part) and w.quantity > part.quantity and w.depth <= part.depth), None
    )


def _mismatch(rate: Figure, part: Figure, whole: Figure, name: str) -> Check:
    true = arithmetic.share(part, whole)
    if arithmetic.is_cut(true, rate):
        return shares.cut_short(rate, part, whole)
    if rate.quantity < 100:
        return shares.wrong(rate, part, [whole], named=True)
    return fails(
        "ratio",
        "wrong_share",
        "doubtful",
        (rate, part, whole),
        (
            f"{part.phrase}/{whole.phrase} = {shown(true, 3)}%，文中{name}率为{rate.phrase}",
            f"{part.phrase}/{whole.phrase} = {shown(true, 3)}%, but the rate is given as {rate.phrase}",
        ),
        None,
        ("分母只计到期应办的部分", "the base counts only what was due"),
    )


def _base_missing(block: Block, i: int, part: Figure) -> Iterator[Check]:
    """A rate with its numerator but without its base, where bases that are printed nearby do not fit."""
    rate = block.figures[i]
    base = part.quantity * 100 / rate.quantity if rate.quantity else part.quantity
    near = [figure for figure in block.figures if _could_be_the_base(figure, part, rate, base)]
    if not near or any(arithmetic.share_fits(part, whole, rate) for whole in near):
        return
    sums = "，".join(f"{part.phrase}/{w.phrase} = {shown(arithmetic.share(part, w), 2)}%" for w in near[:3])
    implied = shown(base, 0)
    yield fails(
        "ratio",
        "hidden_base",
        "doubtful",
        (rate, part, near[0]),
        (
            f"{part.phrase}/{rate.phrase} ≈ {implied}，这一分母没有印出；{sums}",
            f"{part.phrase}/{rate.phrase} needs a base of about {implied}, which is not printed; {sums}",
        ),
        ("写明分母", "print the base"),
    )


def _could_be_the_base(figure: Figure, part: Figure, rate: Figure, base: Decimal) -> bool:
    """An amount of the same kind, printed near the rate and not far from the base the rate needs."""
    if not figure.is_amount or not grammar.alike(figure, part) or figure.precision != "exact":
        return False
    near = abs(figure.sentence - rate.sentence) <= 1 and part.quantity < figure.quantity
    return near and max(figure.quantity, base) <= NEAR_BASE * min(figure.quantity, base)


def _no_count_gives(block: Block, i: int, name: str) -> Iterator[Check]:
    """A rate that no whole number out of the count beside it can give."""
    rate = block.figures[i]
    count = _count_beside(block, i, name)
    if count is None or not count.is_whole or count.quantity > SURE_OF_ANY:
        return
    if _could_be_of_another(block, rate, count, name):
        return
    beside = arithmetic.parts_beside(count.quantity, rate)
    sums = "，".join(f"{part}/{shown(count.quantity, 0)} = {shown(true, 2)}%" for part, true in beside)
    yield fails(
        "ratio",
        "hidden_base",
        "doubtful",
        (rate, count),
        (
            f"没有整数k使k/{shown(count.quantity, 0)}等于{rate.phrase}：{sums}",
            f"no whole number out of {count.phrase} is {rate.phrase}: {sums}",
        ),
        ("写明分母", "print the base"),
        ("比率按另一基数计算", "the rate was taken of another base"),
    )


def _could_be_of_another(block: Block, rate: Figure, count: Figure, name: str) -> bool:
    """Whether the count can give the rate after all, as part or whole, or another count of its kind nearby can."""
    if arithmetic.whole_part(count.quantity, rate):
        return True
    if name[-2:] in count.lead and arithmetic.whole_over(count.quantity, rate):
        return True
    if count.what and name.startswith(count.what):
        return False
    near = [
        f
        for f in block.figures
        if f.is_whole and grammar.alike(f, count) and f.at < rate.at and rate.sentence - f.sentence <= 1
    ]
    return any(arithmetic.whole_part(f.quantity, rate) for f in near)


def _count_beside(block: Block, i: int, name: str) -> Figure | None:
    """The amount the rate speaks of: persons named just before, or the thing the rate's name begins with."""
    rate = block.figures[i]
    before = block.figures[i - 1] if i else None
    if before is not None and before.sentence != rate.sentence:
        before = None
    if before is not None and before.kind == "persons" and before.base_unit != "人次":
        return before
    if _SURVEYED.search(name):
        return None
    return _named_by(block, i, name) or _just_before(before, rate)


def _named_by(block: Block, i: int, name: str) -> Figure | None:
    """The amount of what the rate's name begins with: 行政诉讼14起 … 行政诉讼调撤率."""
    if len(name) < LONG_NAME:
        return None
    named = (f for f in reversed(block.figures[:i]) if f.is_amount and len(f.what) >= LONG_NAME - 1)
    return next((figure for figure in named if name.startswith(figure.what)), None)


def _just_before(before: Figure | None, rate: Figure) -> Figure | None:
    if before is None or not before.is_amount or rate.lead.count("，") > 1:
        return None
    return before if before.counts in ("件", "家", "户", "所", "份") else None
