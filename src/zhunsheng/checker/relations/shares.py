"""Shares of a whole: against the base the text states, or the only one it can mean."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from zhunsheng.checker import arithmetic
from zhunsheng.checker.arithmetic import rounded, shown
from zhunsheng.checker.blocks import Block
from zhunsheng.checker.model import Check, Figure
from zhunsheng.checker.relations import grammar
from zhunsheng.checker.relations.saying import fails, holds, unclear

_OF_PART = re.compile(
    r"[，,、;(\s]*(?:约|仅|均|各|其|共|且|分别)*(?:占(?:了|比|到)?(?P<base>[^，,。;%()\d]{0,18}?)|所?占?(?:比例|比重|比)|)(?:的)?(?:比例|比重|比)?(?:为|是|达|约|近|:|\s)*"
)
_OF_PRINTED_BASE = re.compile(r"的(?:比例|比重)?(?:为|约|近)?")
_GENERIC = re.compile(
    r"^(?:全部|总数|总量|总额|总|全市|全区|全县|全省|其|案件|案件总数|全部案件|总体|整体|合计)*(?:的)?$"
)
_COMMON = ("总数", "总量", "总额", "全部", "案件", "数量", "占比", "以上", "合计", "总计", "的")


def checks(block: Block) -> Iterator[Check]:
    """What can be said of every share of the paragraph."""
    shares = [i for i, f in enumerate(block.figures) if f.kind == "share" and f.is_percentage and f.cell is None]
    told: set[int] = set()
    for run in _lists(block, shares):
        for i, check in _of_their_sum(block, run):
            told.add(i)
            yield check
    for i in shares:
        if i not in told and block.figures[i].precision == "exact":
            yield from _of_share(block, i)
    yield from _together(block, shares)


def _of_their_sum(block: Block, run: Sequence[int]) -> Iterator[tuple[int, Check]]:
    """Shares of a whole that is not printed, but is the sum of the parts that are."""
    found = [(i, _part(block, i)) for i in run]
    parts = [pair[0] for _, pair in found if pair is not None]
    if len(parts) < len(run) or any(p.precision != "exact" or not grammar.alike(p, parts[0]) for p in parts):
        return
    whole = arithmetic.sum_range(parts)
    if not all(
        arithmetic.ratio_fits((p.low, p.high), whole, block.figures[i]) for i, p in zip(run, parts, strict=True)
    ):
        return
    total = shown(sum((p.quantity for p in parts), Decimal(0)), 4)
    for i, part in zip(run, parts, strict=True):
        yield i, holds("share", (block.figures[i], part), f"{part.phrase}/{total} → {block.figures[i].phrase}")


def _of_share(block: Block, i: int) -> Iterator[Check]:
    share = block.figures[i]
    if share.quantity > 100:
        yield fails(
            "share",
            "impossible_percentage",
            "fault",
            (share,),
            (f"占比{share.phrase}超过100%", f"a share of {share.phrase} is more than the whole"),
        )
        return
    printed = _printed_base(block, i)
    if printed is not None:
        yield from against(share, printed[0], [printed[1]], named=True)
        return
    found = _part(block, i)
    if found is None:
        return
    part, base = found
    wholes = _wholes(block, i, part)
    named = _named(wholes, base) if base and not _GENERIC.match(base) else []
    if base and not _GENERIC.match(base) and not named:
        yield unclear("share", (share, part), f"文中没有“{base}”的数值", f"the text gives no value for “{base}”")
        return
    yield from against(share, part, named or wholes, named=bool(named))


def _printed_base(block: Block, i: int) -> tuple[Figure, Figure] | None:
    """Part and whole of “A件，占B件的C%”."""
    share = block.figures[i]
    if i < 2 or block.figures[i - 2].sentence != share.sentence:
        return None
    part, whole = block.figures[i - 2], block.figures[i - 1]
    if not (part.is_amount and whole.is_amount and grammar.alike(part, whole)):
        return None
    of = _OF_PRINTED_BASE.fullmatch(grammar.between(block, whole, share))
    return (part, whole) if of and "占" in whole.lead else None


def _part(block: Block, i: int) -> tuple[Figure, str] | None:
    """The amount a share is said of, and the words for its base."""
    share = block.figures[i]
    group = grammar.group_at(block, i)
    owners = grammar.respective(block, group)
    if owners:
        owner = owners[i - group.start]
        return (owner, "") if owner.is_amount else None
    if i == 0 or block.figures[i - 1].sentence != share.sentence or block.text[share.end : share.end + 1] == "的":
        return None
    part = block.figures[i - 1]
    gap = _OF_PART.fullmatch(grammar.between(block, part, share))
    if gap is None or not part.is_amount:
        return None
    return part, (gap["base"] or "")


def _wholes(block: Block, i: int, part: Figure) -> list[Figure]:
    """The figures before it that the share could be taken of, the nearest first."""
    found = [
        figure
        for figure in reversed(block.figures[:i])
        if figure is not part
        and figure.is_amount
        and grammar.alike(figure, part)
        and figure.precision == "exact"
        and figure.quantity >= part.quantity
        and figure.quantity > 0
    ]
    return found[:40]


def _named(wholes: Sequence[Figure], base: str) -> list[Figure]:
    """The figures whose words share two characters with the words for the base, those that share most first."""
    words = base
    for common in _COMMON:
        words = words.replace(common, " ")
    pairs = {words[k : k + 2] for k in range(len(words) - 1) if " " not in words[k : k + 2]}
    scored = [(sum(pair in figure.lead or pair in figure.what for pair in pairs), figure) for figure in wholes]
    best = max((score for score, _ in scored), default=0)
    return [figure for score, figure in scored if score == best] if best else []


def against(share: Figure, part: Figure, wholes: Sequence[Figure], *, named: bool) -> Iterator[Check]:
    """Judge a percentage as part over one of the wholes; ``named`` when the text says which."""
    if not wholes or part.precision != "exact":
        return
    for whole in sorted(wholes, key=lambda figure: -figure.quantity):
        if arithmetic.share_fits(part, whole, share):
            true = arithmetic.share(part, whole)
            yield holds(
                "share", (share, part, whole), f"{part.phrase}/{whole.phrase} = {shown(true, 4)}% → {share.phrase}"
            )
            return
    cut = [whole for whole in wholes if arithmetic.is_cut(arithmetic.share(part, whole), share)]
    if cut:
        yield cut_short(share, part, cut[0])
        return
    yield wrong(share, part, wholes, named=named)


def cut_short(share: Figure, part: Figure, whole: Figure) -> Check:
    """A share whose digits were cut off instead of rounded: a note."""
    true = arithmetic.share(part, whole)
    right = rounded(true, share)
    return fails(
        "share",
        "truncated_rounding",
        "note",
        (share, part, whole),
        (
            f"{part.phrase}/{whole.phrase} = {shown(true, 4)}%，四舍五入应为{right}%，文中为{share.phrase}",
            f"{part.phrase}/{whole.phrase} = {shown(true, 4)}% rounds to {right}%; the text says {share.phrase}",
        ),
        (f"{share.phrase}改为{right}%", f"write {right}% for {share.phrase}"),
    )


def wrong(share: Figure, part: Figure, wholes: Sequence[Figure], *, named: bool) -> Check:
    """A share that fits none of the wholes; a fault when the text leaves no choice of base."""
    whole = wholes[0]
    true = arithmetic.share(part, whole)
    sums = "，".join(f"{part.phrase}/{w.phrase} = {shown(arithmetic.share(part, w), 3)}%" for w in wholes[:2])
    power = slip_of(share, part, whole)
    if power:
        return fails(
            "share",
            "unit_slip",
            "fault",
            (whole, part, share),
            (
                f"{sums}，文中为{share.phrase}，{whole.phrase}{power}则相符",
                f"{sums}, not {share.phrase}; {whole.phrase} {power} would fit",
            ),
            (f"核对{whole.phrase}的小数点和单位", f"check the decimal point and unit of {whole.phrase}"),
        )
    implied = shown(part.quantity * 100 / share.quantity, 0) if share.quantity else "—"
    certain = named or len({w.quantity for w in wholes}) == 1
    return fails(
        "share",
        "wrong_share" if certain else "hidden_base",
        "fault" if certain else "doubtful",
        (share, part, whole),
        (f"{sums}，文中为{share.phrase}", f"{sums}, but the text says {share.phrase}"),
        (f"{share.phrase}改为{rounded(true, share)}%", f"write {rounded(true, share)}% for {share.phrase}"),
        (f"分母约为{implied}，文中没有交代", f"the base is about {implied}, which the text does not give"),
    )


def slip_of(share: Figure, part: Figure, whole: Figure) -> str:
    """By which power of ten the whole would have to be moved for the share to fit; empty when by none."""
    for power in (-2, -4, 4, 2):
        bounds = (whole.low.scaleb(power), whole.high.scaleb(power))
        if bounds[0] >= part.quantity and arithmetic.ratio_fits((part.low, part.high), bounds, share):
            return arithmetic.slipped([power])
    return ""


def _together(block: Block, shares: Sequence[int]) -> Iterator[Check]:
    """Shares of one list add up to 100 within rounding."""
    figures = block.figures
    for group in _lists(block, shares):
        parts = tuple(figures[i] for i in group)
        total = sum((part.quantity for part in parts), Decimal(0))
        slack = sum((part.ulp for part in parts), parts[0].ulp) / 2
        arithmetic_ = f"{'+'.join(shown(f.value, 4) for f in parts)} = {shown(total, 4)}%"
        if abs(total - 100) <= slack:
            yield holds("sum", parts, arithmetic_)
        elif total > 100 and total - 100 > 2 * slack and total < 110:
            yield fails(
                "sum",
                "sum_mismatch",
                "doubtful",
                parts,
                (f"各项占比之和{arithmetic_}，超过100%", f"the shares add up to more than 100%: {arithmetic_}"),
                None,
                ("各项互有交叉", "the items overlap"),
            )


def _lists(block: Block, shares: Sequence[int]) -> Iterator[list[int]]:
    """Runs of at least three shares of one sentence that each follow an amount or one another."""
    run: list[int] = []
    for i in shares:
        if run and (i - run[-1] > 2 or block.figures[i].sentence != block.figures[run[-1]].sentence):
            if len(run) > 2:
                yield run
            run = []
        run.append(i)
    if len(run) > 2:
        yield run
