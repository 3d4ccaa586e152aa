"""Totals and their parts: what adds up, what cannot, and what only might not."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from zhunsheng.checker import arithmetic
from zhunsheng.checker.arithmetic import shown
from zhunsheng.checker.blocks import Block
from zhunsheng.checker.model import Check, Figure, Severity
from zhunsheng.checker.relations import grammar
from zhunsheng.checker.relations.lists import List, lists_of
from zhunsheng.checker.relations.saying import fails, holds

NEAR_WITH_THREE = Decimal("0.95")
NEAR_WITH_FOUR = Decimal("0.90")
FAR = Decimal("0.5")
_PART_OPENERS = ("其中", "内有", "含")


def checks(block: Block) -> Iterator[Check]:
    """Every list judged once; runs that happen to add up to the figure before them are confirmed too."""
    told: set[int] = set()
    for found in lists_of(block):
        for check in _of_list(found):
            told.add(id(found.total))
            yield check
    yield from _unannounced(block, told)


def _of_list(found: List) -> Iterator[Check]:
    if len(found.extended or found.parts) == 1:
        yield from _single(found)
        return
    for total in [found.total, *found.alternatives]:
        whole_only = found.promises_all and found.uniform
        parts = adding_up(total, found.parts, from_the_end=found.backward, whole_only=whole_only)
        parts = parts or adding_up(total, found.extended)
        if parts:
            yield holds("sum", (total, *parts), _sum(parts, total))
            return
    if len(found.parts) == 1:
        yield from _single(found)
    else:
        yield from _mismatch(found)


def _single(found: List) -> Iterator[Check]:
    part, total = found.parts[0], found.total
    if part.low <= total.high:
        yield holds("identity", (part, total), f"{part.phrase} ≤ {total.phrase}")
    elif found.opener in _PART_OPENERS and part.precision in ("exact", "over"):
        yield _larger(part, total)


def _larger_than_the_whole(found: List) -> Iterator[Check]:
    largest = max(found.parts, key=lambda part: part.quantity)
    firm = found.opener in _PART_OPENERS and not found.alternatives
    if firm and largest.low > found.total.high:
        yield _larger(largest, found.total)


def _larger(part: Figure, total: Figure) -> Check:
    return fails(
        "identity",
        "part_exceeds_whole",
        "fault",
        (part, total),
        (f"部分{part.phrase}大于总体{total.phrase}", f"the part {part.phrase} is larger than the whole {total.phrase}"),
        None,
        ("其中一个数有误，或该部分不属于这一总体", "one of the two is wrong, or the part belongs to another whole"),
    )


def adding_up(
    total: Figure, parts: Sequence[Figure], *, from_the_end: bool = False, whole_only: bool = False
) -> list[Figure]:
    """The longest run of the parts (or of the parts with their own parts taken together) that gives the total."""
    if any(part.precision != "exact" for part in parts):
        return []
    top = collapsed(parts)
    for items in (list(parts), top) if len(top) < len(parts) else (list(parts),):
        length = _longest(total, items[::-1] if from_the_end else items)
        if length and (length == len(items) or not whole_only):
            return items[-length:] if from_the_end else items[:length]
    return []


def _longest(total: Figure, parts: Sequence[Figure]) -> int:
    """How many of the parts, from the first, add up to the total: the longest such run of two or more; 0 for none."""
    longest, low, high = 0, Decimal(0), Decimal(0)
    for length, part in enumerate(parts, 1):
        low, high = low + part.low, high + part.high
        if length > 1 and low <= total.high and high >= total.low:
            longest = length
    return longest


def collapsed(parts: Sequence[Figure]) -> list[Figure]:
    """The parts without those that add up to the part right before them (局本级187人，在编139人、协管40人、退休8人)."""
    items, i = [], 0
    while i < len(parts):
        items.append(parts[i])
        i += 1 + _own_parts(parts, i)
    return items


def _own_parts(parts: Sequence[Figure], i: int) -> int:
    running = Decimal(0)
    for length, part in enumerate(parts[i + 1 :], 1):
        running += part.quantity
        if length > 1 and running == parts[i].quantity:
            return length
        if running > parts[i].quantity:
            return 0
    return 0


def _mismatch(found: List) -> Iterator[Check]:
    parts = found.parts
    if not all(part.precision in ("exact", "over") for part in parts):
        return
    exact = all(part.precision == "exact" for part in parts)
    low, high = arithmetic.sum_range(parts)
    total = _closest([found.total, *found.alternatives], parts)
    slip = _slip(total or found.total, low, high) if exact else 0
    if slip:
        yield _slipped(found, total or found.total, slip)
    elif total is None:
        yield from _larger_than_the_whole(found)
    elif low > total.high:
        yield from _over(found, total, low)
    elif high < total.low and exact:
        severity = _under_severity(found, total, high)
        if severity is not None:
            yield _says(found, total, severity, high)


def _slip(total: Figure, low: Decimal, high: Decimal) -> int:
    """The power of ten by which 万 is missing or too much in the total; 0 when that is not it."""
    for power in (-4, 4):
        if low <= total.high.scaleb(power) and high >= total.low.scaleb(power):
            return power
    return 0


def _slipped(found: List, total: Figure, power: int) -> Check:
    times = arithmetic.slipped([power])
    return fails(
        "sum",
        "unit_slip",
        "fault",
        (total, *found.parts),
        (
            f"{_sum(found.parts, total, '≠')}，{total.phrase}{times}则相符",
            f"{_sum(found.parts, total, '≠')}; {total.phrase} {times} would fit",
        ),
        ("核对单位中的“万”", "check the 万 in the unit"),
    )


def _closest(totals: Sequence[Figure], parts: Sequence[Figure]) -> Figure | None:
    """The total the parts come nearest to, among those not smaller than every part."""
    low = sum((part.quantity for part in parts), Decimal(0))
    largest = max(part.quantity for part in parts)
    fitting = [total for total in totals if total.quantity >= largest and total.quantity > 0]
    return min(fitting, key=lambda total: abs(total.quantity - low), default=None)


def _over(found: List, total: Figure, low: Decimal) -> Iterator[Check]:
    far = low > 3 * total.high and not (found.has_rest or found.promises_all)
    if found.overlaps or far or (found.backward and low > 2 * total.high):
        return
    firm = found.promises_all or found.opener in ("其中", "(", "包括", "含") or found.has_rest
    severity: Severity = "fault" if firm and found.uniform else "doubtful"
    yield _says(found, total, severity, low)


def _under_severity(found: List, total: Figure, high: Decimal) -> Severity | None:
    ratio, count = high / total.low, len(found.parts)
    if found.overlaps or (ratio < FAR and not found.has_rest):
        return None
    if found.has_rest or (found.promises_all and count > 2 and ratio >= NEAR_WITH_FOUR and found.uniform):
        return "fault"
    if (count >= 4 and ratio >= NEAR_WITH_FOUR) or (count == 3 and ratio >= NEAR_WITH_THREE):
        return "fault" if found.uniform else "doubtful"
    if found.promises_all and ratio >= NEAR_WITH_FOUR or found.backward and count >= 2 and found.uniform:
        return "doubtful"
    return "doubtful" if count == 2 and ratio >= Decimal("0.98") and found.opener in ("其中", "(") else None


def _says(found: List, total: Figure, severity: Severity, reached: Decimal) -> Check:
    parts = found.parts
    gap = reached - total.quantity
    more, more_en = ("多", "more") if gap > 0 else ("少", "less")
    single = _single_repair(total, parts, gap)
    return fails(
        "sum",
        "sum_mismatch",
        severity,
        (total, *parts),
        (
            f"{_sum(parts, total, '≠')}，各项之和比总数{more}{shown(abs(gap), 4)}",
            f"{_sum(parts, total, '≠')}: the parts add up to {shown(abs(gap), 4)} {more_en} than the total",
        ),
        single,
        (
            "各项有交叉或未列全" if gap > 0 else "各项没有列全",
            "the parts overlap" if gap > 0 else "not every part is listed",
        ),
    )


def _single_repair(total: Figure, parts: Sequence[Figure], gap: Decimal) -> tuple[str, str]:
    """The total that the parts give, or the one part whose change would do when there is only one that can."""
    right = shown(total.quantity + gap, 4)
    return (
        f"总数改为{right}，或核对相差{shown(abs(gap), 4)}的那一项",
        f"write {right} for the total, or look for the part that is off by {shown(abs(gap), 4)}",
    )


def _sum(parts: Sequence[Figure], total: Figure, sign: str = "=") -> str:
    reached = sum((part.quantity for part in parts), Decimal(0))
    return f"{'+'.join(_number(part) for part in parts)} = {shown(reached, 4)} {sign} {total.phrase}"


def _number(figure: Figure) -> str:
    return shown(figure.quantity, 4)


def _unannounced(block: Block, told: set[int]) -> Iterator[Check]:
    """Totals whose parts follow without a word, segment by segment (局本级187人，在编139人，协管40人，退休8人)."""
    amounts = [f for f in block.figures if f.is_amount and f.cell is None]
    for k, total in enumerate(amounts):
        if id(total) in told or total.precision != "exact":
            continue
        run = _run_after(amounts, k)
        parts = adding_up(total, run) if len(run) > 1 else []
        if parts:
            yield holds("sum", (total, *parts), _sum(parts, total))
        elif len(run) > 2 and _fills_segment(amounts, k, run):
            yield from _near_miss(total, run)


def _run_after(amounts: Sequence[Figure], k: int) -> list[Figure]:
    total, run = amounts[k], []
    for figure in amounts[k + 1 : k + 40]:
        if figure.segment != total.segment:
            break
        if grammar.alike(figure, total) and figure.depth == total.depth:
            run.append(figure)
    return run


def _fills_segment(amounts: Sequence[Figure], k: int, run: Sequence[Figure]) -> bool:
    """Whether the total opens its segment and the run is all the rest of it."""
    total = amounts[k]
    here = [f for f in amounts if f.segment == total.segment and f.depth == total.depth]
    return bool(here) and here[0] is total and len(here) == len(run) + 1


def _near_miss(total: Figure, run: Sequence[Figure]) -> Iterator[Check]:
    if any(part.precision != "exact" or part.quantity >= total.quantity for part in run):
        return
    low, high = arithmetic.sum_range(run)
    if (
        low > total.high
        and low < total.high * Decimal("1.03")
        or high < total.low
        and high > total.low * Decimal("0.97")
    ):
        yield _says(List(total, list(run), False, ""), total, "doubtful", low)
