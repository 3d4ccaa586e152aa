"""The same fact printed twice with two values."""

import re
from collections import OrderedDict
from collections.abc import Iterator
from typing import NamedTuple

from zhunsheng.checker.blocks import Block
from zhunsheng.checker.model import Check, Figure
from zhunsheng.checker.relations.saying import fails, holds

REMEMBERED = 4_000
SHORTEST = 6
_PERIOD = re.compile(
    r"(?:19|20)\d\d年(?:\d{1,2}月)?|\d{1,2}月|上半年|下半年|[一二三四]季度|上年|去年|前年|今年|本年|当年|累计|截至|同期|上月|平均|每"
)
_CHINESE = re.compile("[\u4e00-\u9fff]{4}")
_VAGUE = re.compile(r"^(?:其他|其余|新增|其中|上述|该|此)|等$|^(?:工作|案件|活动|培训|会议|专题)")


class _Fact(NamedTuple):
    figure: Figure
    period: str


class Facts:
    """What the text has said so far; the oldest of many facts are forgotten, so memory stays bounded."""

    def __init__(self) -> None:
        self._known: OrderedDict[tuple[str, str], _Fact] = OrderedDict()

    def checks(self, block: Block) -> Iterator[Check]:
        if block.is_table:
            return
        for figure in block.figures:
            if not self._speaks_for_itself(figure):
                continue
            yield from self._compared(figure, _period(figure))

    @staticmethod
    def _speaks_for_itself(figure: Figure) -> bool:
        if not figure.is_amount or figure.precision != "exact" or figure.depth or len(figure.clause) < SHORTEST:
            return False
        if not figure.base_unit or not _CHINESE.search(figure.what) or _VAGUE.search(figure.what):
            return False
        return len(figure.what) >= SHORTEST and figure.what in figure.lead

    def _compared(self, figure: Figure, period: str) -> Iterator[Check]:
        key = (figure.what, figure.base_unit)
        known = self._known.get(key)
        if known is None:
            self._known[key] = _Fact(figure, period)
            if len(self._known) > REMEMBERED:
                self._known.popitem(last=False)
            return
        if (
            known.period != period
            or known.figure.paragraph == figure.paragraph
            and known.figure.sentence == figure.sentence
        ):
            return
        yield _judged(figure, known.figure)


def _period(figure: Figure) -> str:
    return " ".join(_PERIOD.findall(figure.lead))


def _judged(figure: Figure, known: Figure) -> Check:
    if figure.low <= known.high and figure.high >= known.low:
        return holds("identity", (figure, known), f"{figure.what} = {figure.phrase} = {known.phrase}")
    return fails(
        "identity",
        "contradiction",
        "doubtful",
        (figure, known),
        (
            f"“{figure.what}”此处为{figure.phrase}，前文为{known.phrase}",
            f"“{figure.what}” is {figure.phrase} here and {known.phrase} before",
        ),
        ("改为同一数值，或写明时间和范围的不同", "print one value, or say how the period or scope differs"),
    )
