"""Percentage points: the difference of two rates, and rates a change of points would push out of 0–100%."""

import re
from collections.abc import Iterator

from zhunsheng.checker.arithmetic import shown
from zhunsheng.checker.blocks import Block
from zhunsheng.checker.figures import words
from zhunsheng.checker.model import Check, Figure
from zhunsheng.checker.relations import grammar
from zhunsheng.checker.relations.saying import fails, holds

_THEN = re.compile("上年|去年")
_FROM = re.compile("[由从]")
_TO = re.compile("[至到]")


def checks(block: Block) -> Iterator[Check]:
    """What can be said of every change in points of the paragraph."""
    for i, figure in enumerate(block.figures):
        if figure.base_unit == "百分点" and figure.cell is None and figure.precision == "exact":
            yield from _of_points(block, i)


def _of_points(block: Block, i: int) -> Iterator[Check]:
    points = block.figures[i]
    rates = [f for f in block.figures[max(0, i - 2) : i] if f.sentence == points.sentence]
    if not rates or not grammar.ATTACHED.fullmatch(grammar.between(block, rates[-1], points)):
        return
    last = rates[-1]
    if last.kind not in ("rate", "share"):
        if last.kind in ("count", "persons", "money") and last.base_unit:
            yield _of_an_amount(last, points)
        return
    pair = _now_and_then(rates)
    if pair is not None:
        yield _difference(*pair, points)
        return
    before = last.quantity + (points.quantity if points.direction == "down" else -points.quantity)
    if last.precision == "exact" and not -last.ulp <= before <= 100 + last.ulp and last.quantity <= 100:
        yield _impossible(last, points, shown(before, 4))


def _now_and_then(rates: list[Figure]) -> tuple[Figure, Figure] | None:
    if len(rates) < 2 or not all(f.is_percentage and f.kind in ("rate", "share") for f in rates):
        return None
    first, second = rates
    if words.LAST_YEAR.search(second.lead.strip("(，,、;:").rstrip("为是达")) or _THEN.search(second.lead):
        return first, second
    if _FROM.search(first.lead[-16:]) and _TO.search(second.lead):
        return second, first
    return None


def _difference(now: Figure, then: Figure, points: Figure) -> Check:
    true = now.quantity - then.quantity
    wanted = -points.quantity if points.direction == "down" else points.quantity
    sum_ = f"{now.phrase}-{then.phrase} = {shown(true, 4)}"
    slack = (now.ulp + then.ulp + points.ulp) / 2 if len({now.ulp, then.ulp, points.ulp}) > 1 else 0
    if abs(true - wanted) <= slack:
        return holds("difference", (points, now, then), f"{sum_} → {points.phrase}")
    return fails(
        "difference",
        "growth_mismatch",
        "fault",
        (points, now, then),
        (f"{sum_}个百分点，文中为{points.phrase}", f"{sum_} points, but the text says {points.phrase}"),
        (f"{points.phrase}改为{shown(abs(true), 4)}个百分点", f"write {shown(abs(true), 4)} percentage points"),
    )


def _impossible(rate: Figure, points: Figure, before: str) -> Check:
    return fails(
        "difference",
        "impossible_percentage",
        "fault",
        (points, rate),
        (
            f"{rate.phrase}变动{points.phrase}，上期即为{before}%，不在0至100%之间",
            f"{rate.phrase} after {points.phrase} means {before}% before",
        ),
    )


def _of_an_amount(amount: Figure, points: Figure) -> Check:
    return fails(
        "difference",
        "percent_for_points",
        "doubtful",
        (points, amount),
        (
            f"{amount.phrase}是数量，其增减应以%表示，文中为{points.phrase}",
            f"{amount.phrase} is an amount: it grows by %, not by points",
        ),
        (f"{points.phrase}改为{shown(points.value, 4)}%", f"write {shown(points.value, 4)}%"),
    )
