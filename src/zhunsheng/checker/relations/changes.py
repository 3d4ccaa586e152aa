"""Growth and decline: against both values, against the difference, and against whole-number bases."""

import re
from collections.abc import Callable, Iterator
from decimal import Decimal

from zhunsheng.checker import arithmetic
from zhunsheng.checker.arithmetic import rounded, shown
from zhunsheng.checker.blocks import Block
from zhunsheng.checker.figures import words
from zhunsheng.checker.model import Check, Figure
from zhunsheng.checker.relations import grammar
from zhunsheng.checker.relations.saying import fails, holds, unclear

_FROM = re.compile(r"[由从自][^，,。;]{0,24}$")
_TO = re.compile(rf"[^，,。;\d]{{0,8}}(?:{words.MOVED})?[^，,。;\d]{{0,4}}(?:至|到|为)[^，,。;]{{0,10}}$")
_THIS_YEAR = re.compile(r"今年|本年|当年|本期|本月")
_RATE_SUBJECT = re.compile(
    r"(?P<name>[\u4e00-\u9fff]{1,12}(?<![效频功利汇税速比])率|[\u4e00-\u9fff]{0,8}(?:占比|满意度|知晓度))"
)
_NAMES_A_RATE = re.compile(r"率|占|比重|比例|满意度|知晓度|覆盖面|评查面")
_PARTS = re.compile("其中|包括|含|内有")
_NOT_A_RATE = re.compile("增长率|增速|效率|频率|费率|斜率|概率|发生率|死亡率")


def checks(block: Block) -> Iterator[Check]:
    """What can be said of every change in percent of the paragraph."""
    for i, figure in enumerate(block.figures):
        if figure.kind != "change" or figure.cell is not None:
            continue
        yield from _of_change(block, i) if figure.is_percentage else _of_difference(block, i)


def _of_difference(block: Block, i: int) -> Iterator[Check]:
    """“由21个增加到65个，增加44个”: the difference of two printed values."""
    moved = block.figures[i]
    before = block.figures[max(0, i - 2) : i]
    if len(before) < 2 or before[0].sentence != moved.sentence or moved.precision != "exact":
        return
    pair = _values(*before)
    if (
        pair is None
        or not grammar.alike(pair[0], moved)
        or not grammar.ATTACHED.fullmatch(grammar.between(block, before[1], moved))
    ):
        return
    now, then = pair
    if now.precision != "exact" or then.precision != "exact":
        return
    true = abs(now.quantity - then.quantity)
    slack = (
        (now.ulp + then.ulp + moved.ulp) / 2 if max(now.ulp, then.ulp, moved.ulp) > 1 or moved.kind == "money" else 0
    )
    sum_ = f"|{now.phrase}-{then.phrase}| = {shown(true, 4)}"
    if abs(true - moved.quantity) <= slack:
        yield holds("difference", (moved, now, then), f"{sum_} → {moved.phrase}")
        return
    yield fails(
        "difference",
        "growth_mismatch",
        "fault",
        (moved, now, then),
        (f"{sum_}，文中为{moved.phrase}", f"{sum_}, but the text says {moved.phrase}"),
        (f"{moved.phrase}改为{shown(true, 4)}{moved.base_unit}", f"write {shown(true, 4)} for {moved.phrase}"),
    )


def _of_change(block: Block, i: int) -> Iterator[Check]:
    change = block.figures[i]
    group = grammar.group_at(block, i)
    owners = grammar.respective(block, group)
    if owners:
        yield from _against_owner(block, owners[i - group.start], change)
        return
    rate = _rate_subject(change)
    if rate:
        yield _points_wanted(change, rate, None)
        return
    if len(group) > 1 and i != group.start:
        return
    yield from _attached(block, i)


def _attached(block: Block, i: int) -> Iterator[Check]:
    change, before = block.figures[i], block.figures[i - 1] if i else None
    if before is None or before.sentence != change.sentence:
        return
    gap = grammar.between(block, before, change)
    named = grammar.named_before(block, i, gap)
    if named is not None:
        yield from _against_owner(block, named, change)
    elif grammar.ATTACHED.fullmatch(gap):
        found = list(_against_neighbours(block, i, before, change))
        if any(check.finding is not None for check in found) and _may_belong_to_the_whole(block, before, gap):
            found = list(_against_the_whole(block, i, before))
        yield from found


def _may_belong_to_the_whole(block: Block, before: Figure, gap: str) -> bool:
    """After a list of parts, “同比增长8%” can be said of the last part or of the whole."""
    return ";" in gap or _opens_parts(block, before)


def _opens_parts(block: Block, before: Figure) -> bool:
    return any(_PARTS.search(f.lead) for f in block.figures if f.sentence == before.sentence and f.at <= before.at)


def _against_the_whole(block: Block, i: int, before: Figure) -> Iterator[Check]:
    """Confirmed when any amount of the sentence fits; else left open."""
    change = block.figures[i]
    moved = before if before.kind == "change" and not before.is_percentage else None
    amounts = [f for f in block.figures[:i] if f.sentence == change.sentence and f.is_amount and f.precision == "exact"]
    for amount in amounts:
        checks = (
            _difference_on_value(amount, moved, change)
            if moved and grammar.alike(amount, moved)
            else _alone(amount, change)
        )
        held = [check for check in checks if check.holds] if moved or amount.is_whole else []
        if held:
            yield held[0]
            return
    yield unclear(
        "growth",
        (change, before),
        "看不出增减说的是总数还是最后一项",
        "the change may be that of the total or of the last part",
    )


def _against_neighbours(block: Block, i: int, before: Figure, change: Figure) -> Iterator[Check]:
    earlier = block.figures[i - 2] if i > 1 and block.figures[i - 2].sentence == change.sentence else None
    if change.precision != "exact" and before.is_amount and before.kind not in ("rate", "share"):
        return
    if before.kind == "change" and not before.is_percentage:
        yield from _with_difference(block, earlier, before, change)
        return
    pair = _values(earlier, before)
    if pair is not None:
        yield from _with_both(*pair, change)
        return
    yield from _against_owner(block, before, change)


def _values(earlier: Figure | None, before: Figure) -> tuple[Figure, Figure] | None:
    """The value now and the value then, where the text prints both before the change."""
    if earlier is None or not earlier.is_amount or not grammar.alike(earlier, before):
        return None
    if words.LAST_YEAR.search(before.lead.lstrip("(，,、;:")):
        return earlier, before
    if words.LAST_YEAR.search(earlier.lead) and (_THIS_YEAR.search(before.lead) or _TO.fullmatch(before.lead)):
        return before, earlier
    if _FROM.search(earlier.lead) and _TO.fullmatch(before.lead):
        return before, earlier
    return None


def _with_both(now: Figure, then: Figure, change: Figure) -> Iterator[Check]:
    figures = (change, now, then)
    if now.precision != "exact" or then.precision != "exact" or then.quantity <= 0:
        yield unclear("growth", figures, "两期数值不是精确数", "the two values are not exact")
        return
    true = arithmetic.growth(now, then)
    sum_ = f"({now.phrase}-{then.phrase})/{then.phrase} = {shown(true, 3)}%"
    if arithmetic.growth_fits(now, then, change):
        yield holds("growth", figures, f"{sum_} → {change.phrase}")
    elif arithmetic.is_cut(true, change) and (true < 0) == (change.direction == "down"):
        yield _cut(change, figures, sum_, rounded(true, change))
    else:
        yield fails(
            "growth",
            "growth_mismatch",
            "fault",
            figures,
            (f"{sum_}，文中为{_moved(change)}", f"{sum_}, but the text says {change.phrase}"),
            (f"{change.phrase}改为{rounded(true, change)}%", f"write {rounded(true, change)}% for {change.phrase}"),
            ("两期数值之一有误，或上年数已按新口径调整", "one of the two values is wrong, or last year's was revised"),
        )


def _with_difference(block: Block, now: Figure | None, moved: Figure, change: Figure) -> Iterator[Check]:
    known = now is not None and grammar.alike(now, moved) and now.is_amount and now.precision == "exact"
    if known and now is not None and grammar.ATTACHED.fullmatch(grammar.between(block, now, moved)):
        yield from _difference_on_value(now, moved, change)
    elif moved.is_whole or (moved.kind == "change" and moved.ulp == 1 and moved.precision == "exact"):
        yield from _difference_alone(moved, change)


def _difference_on_value(now: Figure, moved: Figure, change: Figure) -> Iterator[Check]:
    figures = (now, moved, change)
    down = change.direction == "down"
    then = now.quantity + moved.quantity * (1 if down else -1)
    if then <= 0:
        return
    true = moved.quantity * 100 / then
    sum_ = f"{moved.phrase}/({now.phrase}{'+' if down else '-'}{moved.phrase}) = {shown(true, 4)}%"
    if arithmetic.growth_by_difference_fits(now, moved, change):
        yield holds("growth", figures, f"{sum_} → {change.phrase}")
    elif arithmetic.is_cut(true, change):
        yield _cut(change, (change, now, moved), sum_, rounded(true, change))
    else:
        yield _difference_fails(now, moved, change, sum_)


def _difference_fails(now: Figure, moved: Figure, change: Figure, sum_: str) -> Check:
    down, figures = change.direction == "down", (now, moved, change)
    slip = slipped_by(now, lambda value: _difference_fits_at(value, moved, change, down))
    if slip:
        return fails(
            "growth",
            "unit_slip",
            "fault",
            figures,
            (
                f"{sum_}，与{_moved(change)}不符，{now.phrase}{slip}则相符",
                f"{sum_} is not {change.phrase}, but {now.phrase} {slip} would fit",
            ),
            (f"核对{now.phrase}的小数点和单位", f"check the decimal point and unit of {now.phrase}"),
        )
    return fails(
        "growth",
        "growth_mismatch",
        "fault",
        (change, now, moved),
        (f"{sum_}，文中为{_moved(change)}", f"{sum_}, but the text says {change.phrase}"),
        None,
        ("增减数与现数的统计口径不同", "the change and the value are counted differently"),
    )


def _difference_fits_at(value: Decimal, moved: Figure, change: Figure, down: bool) -> bool:
    then = value + moved.quantity * (1 if down else -1)
    return then > 0 and abs(moved.quantity * 100 / then - change.quantity) <= change.ulp * 5


def slipped_by(figure: Figure, fits: Callable[[Decimal], bool]) -> str:
    """By which power of ten the figure would have to be moved to fit; empty when none from 10⁻⁴ to 10⁴ does."""
    for power in (-2, -4, 4, 2, -1, 1, -3, 3):
        if fits(figure.quantity.scaleb(power)):
            return arithmetic.slipped([power])
    return ""


def _difference_alone(moved: Figure, change: Figure) -> Iterator[Check]:
    figures = (change, moved)
    if arithmetic.whole_over(moved.quantity, change):
        yield holds(
            "growth", figures, f"{moved.phrase}/{shown(moved.quantity * 100 / change.quantity, 0)} ≈ {change.phrase}"
        )
        return
    yield fails(
        "growth",
        "growth_mismatch",
        "doubtful",
        figures,
        (
            f"没有整数基数使{moved.phrase}为其{change.phrase}",
            f"no whole-number base makes {moved.phrase} {change.phrase} of it",
        ),
    )


def _against_owner(block: Block, owner: Figure, change: Figure) -> Iterator[Check]:
    if owner.kind in ("rate", "share"):
        if _NAMES_A_RATE.search(owner.lead[-12:]) or owner.lead.endswith(("到", "至", "为")):
            yield _points_wanted(change, owner.phrase, owner)
    elif change.precision != "exact":
        return
    elif owner.is_whole and owner.quantity > 0:
        yield from _alone(owner, change)
    elif owner.is_amount:
        yield unclear("growth", (change, owner), "未印出上期数值", "the value before is not printed")


def _alone(now: Figure, change: Figure) -> Iterator[Check]:
    figures = (change, now)
    beside = arithmetic.bases_beside(now.quantity, change)
    tried = "，".join(f"基数{base} → {shown(true, 3)}%" for base, true in beside)
    tried_en = ", ".join(f"base {base} gives {shown(true, 3)}%" for base, true in beside)
    if arithmetic.whole_base(now.quantity, change):
        yield holds("growth", figures, tried)
        return
    if change.direction == "down" and change.quantity >= 100:
        yield fails(
            "growth",
            "impossible_percentage",
            "fault",
            figures,
            (
                f"降幅{change.phrase}不可能：下降100%即为零",
                f"a decline of {change.phrase} is impossible: 100% leaves nothing",
            ),
        )
        return
    cut = arithmetic.whole_base_if_cut(now.quantity, change)
    if cut is not None:
        true = (now.quantity - cut) * 100 / cut
        yield _cut(change, figures, f"({now.phrase}-{cut})/{cut} = {shown(true, 3)}%", rounded(true, change))
        return
    nearest = min(beside, key=lambda pair: abs(pair[1] - arithmetic.signed(change)))[1]
    yield fails(
        "growth",
        "growth_mismatch",
        "fault",
        figures,
        (
            f"{now.phrase}{_moved(change)}没有对应的整数基数：{tried}",
            f"no whole number grows by {change.phrase} to {now.phrase}: {tried_en}",
        ),
        (f"{change.phrase}改为{rounded(nearest, change)}%", f"write {rounded(nearest, change)}% for {change.phrase}"),
        ("百分比是按另一口径或未舍入的数算出的", "the percentage was computed on another base"),
    )


def _cut(change: Figure, figures: tuple[Figure, ...], sum_: str, right: str) -> Check:
    return fails(
        "growth",
        "truncated_rounding",
        "note",
        figures,
        (
            f"{sum_}，四舍五入应为{right}%，文中{change.phrase}是截尾",
            f"{sum_} rounds to {right}%; {change.phrase} cuts the digits off",
        ),
        (f"{change.phrase}改为{right}%", f"write {right}% for {change.phrase}"),
    )


def _rate_subject(change: Figure) -> str:
    """The rate a change is said of (“满意率同比提高3.2%”); empty when it is said of something else."""
    clause = change.clause
    if not words.CHANGE_LEAD.search(clause) or _NOT_A_RATE.search(clause):
        return ""
    named = _RATE_SUBJECT.match(clause)
    rest = clause[named.end() :] if named else ""
    return named["name"] if named and grammar.ATTACHED.fullmatch(rest) else ""


def _points_wanted(change: Figure, name: str, owner: Figure | None) -> Check:
    figures = (change, owner) if owner is not None else (change,)
    return fails(
        "difference",
        "percent_for_points",
        "fault",
        figures,
        (
            f"“率”的增减应以百分点表示：{name}{_moved(change)}",
            f"a rate moves by percentage points: {name} moved by {change.phrase}",
        ),
        (f"{change.phrase}改为{shown(change.value, 4)}个百分点", f"write {shown(change.value, 4)} percentage points"),
        ("确指相对增幅，则应写明上期的率", "a relative change is meant; then print the rate before"),
    )


def _moved(change: Figure) -> str:
    return f"{'下降' if change.direction == 'down' else '增长'}{change.phrase}"
