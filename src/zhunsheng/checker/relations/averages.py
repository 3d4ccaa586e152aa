"""Averages against the total and the number they are taken of: 平均每件, 户均, 人均."""

import re
from collections.abc import Iterator

from zhunsheng.checker.arithmetic import shown
from zhunsheng.checker.blocks import Block
from zhunsheng.checker.model import Check, Figure
from zhunsheng.checker.relations.saying import fails, holds

_PER = re.compile(
    r"(?:平均每|每)(?:个|一)?(?P<per>件|户|家|人|名|所|个|次|场|案|宗|起)[^，,。;\d]{0,10}$|(?P<short>户均|人均|件均|案均|场均|次均)[^，,。;\d]{0,10}$"
)
_SHORT = {"户均": "户", "人均": "人", "件均": "件", "案均": "件", "场均": "场", "次均": "次"}
SLACK = 2


def checks(block: Block) -> Iterator[Check]:
    for i, figure in enumerate(block.figures):
        per = _PER.search(figure.lead) if figure.is_amount and "均" in figure.lead[-14:] else None
        if per is not None and figure.precision == "exact" and figure.quantity > 0:
            yield from _of_average(block, i, _SHORT.get(per["short"] or "", per["per"] or ""))


def _of_average(block: Block, i: int, per: str) -> Iterator[Check]:
    average = block.figures[i]
    before = [
        f
        for f in block.figures[max(0, i - 6) : i]
        if f.is_amount and f.sentence == average.sentence and f.precision == "exact"
    ]
    numbers = [
        f
        for f in before
        if f.counts == {"名": "人", "宗": "件", "起": "件", "案": "件"}.get(per, per) and f.quantity > 0
    ]
    totals = [f for f in before if f.base_unit == average.base_unit and f not in numbers]
    pairs = [(total, number) for total in totals for number in numbers]
    for total, number in pairs:
        if _fits(average, total, number):
            yield holds(
                "average",
                (average, total, number),
                f"{total.phrase}/{number.phrase} = {shown(total.quantity / number.quantity)} → {average.phrase}",
            )
            return
    if len(pairs) == 1:
        yield _fails(average, *pairs[0])


def _fits(average: Figure, total: Figure, number: Figure) -> bool:
    low, high = total.low / number.quantity, total.high / number.quantity
    return low <= average.quantity + average.ulp / 2 and high >= average.quantity - average.ulp / 2


def _fails(average: Figure, total: Figure, number: Figure) -> Check:
    true = total.quantity / number.quantity
    sum_ = f"{total.phrase}/{number.phrase} = {shown(true)}{average.base_unit}"
    slip = any(abs(true.scaleb(power) - average.quantity) <= average.ulp for power in (-4, 4))
    return fails(
        "average",
        "unit_slip" if slip else "contradiction",
        "fault" if slip else "doubtful",
        (average, total, number),
        (
            f"{sum_}，文中为{average.phrase}" + ("，差一万倍" if slip else ""),
            f"{sum_}, but the text says {average.phrase}",
        ),
        ("核对“万”", "check the 万") if slip else None,
        None if slip else ("平均数按另一总数计算", "the average was taken of another total"),
    )
