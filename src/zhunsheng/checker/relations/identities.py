"""Identities of a flow of matters: what was carried over and came in is what was closed and is carried on."""

import re
from collections.abc import Iterator

from zhunsheng.checker.arithmetic import shown
from zhunsheng.checker.blocks import Block
from zhunsheng.checker.model import Check, Figure
from zhunsheng.checker.relations import grammar
from zhunsheng.checker.relations.saying import fails, holds

_CARRIED_IN = re.compile(
    r"(?:上年|上年度|去年|上期|往年|旧存|期初)[^，,。;、\d]{0,6}(?:结转|未结|遗留|转入|存案?)|结转上年|^[^，,。;]{0,4}旧存"
)
_CARRIED_ON = re.compile(
    r"结转(?:至|到)?(?:下年|下一年|次年|本年后|明年|下期)|(?:尚未|未)(?:审结|办结|结案)|未结|尚在(?:审理|办理)|正在(?:审理|办理)|尚有"
)
_CAME_IN = re.compile(r"新收|本年收|当年收|新受理|本年受理|受理|新增|收到|接收")
_CLOSED = re.compile(r"(?<![未尚])(?:审结|办结|结案|答复|已结|结办)")


_TAKEN = re.compile(r"受理|收到|新收|立案|调解|排查|抽检|抽查|检查|应出庭|应考|征集|反馈")
_CAME_OF_IT = re.compile(r"达成协议|(?:调解)?成功|调成|合格|实考|通过|实际出庭|化解|采纳|办结|审结|结案|整改")
_TAKEN_ALSO = re.compile(r"^[^，,]*(?:合格率|通过网|通过门户|通过12)|不合格|通过(?:政务|网|电话|媒体|微)")
_OTHER_YEARS = re.compile("结转|旧存|上年|去年|往年|累计")
_MAY_EXCEED = re.compile(r"办结|审结|结案|化解|整改|采纳")


def checks(block: Block) -> Iterator[Check]:
    """What flows in and out, and what came of what was taken up."""
    yield from _flows(block)
    yield from _outcomes(block)


def _outcomes(block: Block) -> Iterator[Check]:
    """An outcome larger than what it came of, within one sentence."""
    for i, figure in enumerate(block.figures):
        words = figure.clause
        if (
            not figure.is_amount
            or figure.cell is not None
            or not _CAME_OF_IT.search(words)
            or _TAKEN_ALSO.search(words)
        ):
            continue
        taken = _taken_before(block, i)
        if taken is not None and figure.low > taken.high and figure.high < taken.low * 2:
            yield _exceeds(figure, taken, doubtful=bool(_MAY_EXCEED.search(words)))


def _taken_before(block: Block, i: int) -> Figure | None:
    """The nearest amount of the kind taken up before it; none where matters carried over are spoken of."""
    figure = block.figures[i]
    if any(_OTHER_YEARS.search(f.lead) for f in block.figures[: i + 1] if f.sentence == figure.sentence):
        return None
    for before in reversed(block.figures[max(0, i - 4) : i]):
        if before.sentence != figure.sentence:
            return None
        if before.is_amount and grammar.alike(before, figure) and before.precision == figure.precision == "exact":
            return before if _TAKEN.search(before.clause) else None
    return None


def _exceeds(outcome: Figure, taken: Figure, *, doubtful: bool) -> Check:
    return fails(
        "identity",
        "part_exceeds_whole",
        "doubtful" if doubtful else "fault",
        (outcome, taken),
        (
            f"{outcome.what}{outcome.phrase}多于{taken.what}{taken.phrase}",
            f"{outcome.what} {outcome.phrase} is more than {taken.what} {taken.phrase}",
        ),
        ("核对两数", "check both numbers"),
        ("含上年结转，则应写明", "matters carried over are included; then say so") if doubtful else None,
    )


def _flows(block: Block) -> Iterator[Check]:
    """Checked within one sentence or two, and only where each of the four (or three) is printed once."""
    amounts = [f for f in block.figures if f.is_amount and f.precision == "exact" and f.cell is None]
    for sentence in sorted({f.sentence for f in amounts}):
        near = [f for f in amounts if f.sentence in (sentence, sentence + 1) and f.depth == 0]
        carried_in, carried_on = _the(near, _CARRIED_IN), _the(near, _CARRIED_ON)
        if carried_on is None or carried_in is None or carried_in.sentence != sentence:
            continue
        came, closed = _the(near, _CAME_IN, carried_in), _the(near, _CLOSED, carried_on)
        if came is not None and closed is not None and len({carried_in, came, closed, carried_on}) == 4:
            yield _judged(carried_in, came, closed, carried_on)


def _the(figures: list[Figure], words: re.Pattern[str], *others: Figure) -> Figure | None:
    found = [f for f in figures if f not in others and words.search(f.clause)]
    return found[0] if found else None


def _judged(carried_in: Figure, came: Figure, closed: Figure, carried_on: Figure) -> Check:
    before, after = carried_in.quantity + came.quantity, closed.quantity + carried_on.quantity
    figures = (came, carried_in, closed, carried_on)
    sides = (
        f"{carried_in.phrase}+{came.phrase} = {shown(before)}",
        f"{closed.phrase}+{carried_on.phrase} = {shown(after)}",
    )
    if before == after:
        return holds("identity", figures, "，".join(sides))
    if came.quantity == after:  # the received already include what was carried over
        return holds("identity", figures, f"{sides[1]} = {came.phrase}")
    return fails(
        "identity",
        "sum_mismatch",
        "doubtful",
        figures,
        (f"{sides[0]}，而{sides[1]}", f"{sides[0]}, but {sides[1]}"),
        (f"两边相差{shown(abs(before - after))}", f"the two sides differ by {shown(abs(before - after))}"),
        ("另有撤回、移送等未列出的去向", "some matters left in a way that is not listed"),
    )
