"""Bounds that contradict themselves: 超过近50%, 959余份, 约100多件左右."""

import re
from collections.abc import Iterator

from zhunsheng.checker.blocks import Block
from zhunsheng.checker.model import Check, Figure, Severity
from zhunsheng.checker.relations.saying import fails

_OVER_BEFORE = r"(?:超过|超|逾|突破|不少于|不低于|至少)"
_NEAR_BEFORE = r"(?:将近|接近|近(?!年|期|日)|不足|不到)"
_ABOUT_BEFORE = r"(?:大约|大概|约)"
_BOTH_BEFORE = re.compile(
    rf"(?:{_OVER_BEFORE}(?:{_NEAR_BEFORE}|{_ABOUT_BEFORE})|(?:{_NEAR_BEFORE}|{_ABOUT_BEFORE}){_OVER_BEFORE})$"
)
_QUALIFIERS = re.compile(rf"(?:{_OVER_BEFORE}|{_NEAR_BEFORE}|{_ABOUT_BEFORE})+$")
_NEAR = re.compile(rf"{_NEAR_BEFORE}$")
_OVER = re.compile(rf"{_OVER_BEFORE}$")
_ABOUT = re.compile(rf"{_ABOUT_BEFORE}$")
_MORE = re.compile(r"\d[余多]|[万亿千百][余多]|以上$")
_MORE_THAN = re.compile(r"\d[余多]")
_UNDER_AFTER = re.compile(r"以下$|以内$")


def checks(block: Block) -> Iterator[Check]:
    for figure in block.figures:
        if figure.precision != "exact":
            found = _contradiction(figure)
            if found is not None:
                yield found


def _contradiction(figure: Figure) -> Check | None:
    before, phrase = figure.lead[-8:], figure.phrase
    qualifiers = _QUALIFIERS.search(before)
    words = (qualifiers[0] if qualifiers else "") + phrase
    more = bool(_MORE.search(phrase))
    if (
        _BOTH_BEFORE.search(before)
        or (more and _NEAR.search(before))
        or (_OVER.search(before) and _UNDER_AFTER.search(phrase))
    ):
        return _fails(figure, words, "fault")
    if _MORE_THAN.search(phrase) and _is_exact(figure):
        return _fails(figure, phrase, "fault" if figure.value % 5 else "doubtful")
    if more and _ABOUT.search(before) or phrase.endswith("左右") and _OVER.search(before):
        return _fails(figure, words, "doubtful")
    return None


def _is_exact(figure: Figure) -> bool:
    """A number printed to the last unit, such as 959, is not “more than”."""
    return figure.ulp == 1 and figure.value > 10 and figure.value % 10 != 0


def _fails(figure: Figure, words: str, severity: Severity) -> Check:
    return fails(
        "bound",
        "contradictory_bound",
        severity,
        (figure,),
        (f"“{words}”的限定词互相矛盾", f"“{words}” contradicts itself"),
        ("只保留一个限定词，或写精确数", "keep one qualifier, or print the exact number"),
    )
