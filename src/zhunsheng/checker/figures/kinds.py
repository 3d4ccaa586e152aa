"""What kind of figure a number is, by its unit and the words before it."""

import re
from typing import NamedTuple

from zhunsheng.checker.figures import words
from zhunsheng.checker.figures.units import Kind, kind_of
from zhunsheng.checker.model import Direction, Figure

_CLAUSE = re.compile(r"[，,。；;、:(|]")
_JOINED = re.compile(r"^[、和及与,，/]+$|^和?$")
_FOLLOWED_BY_CHANGE = re.compile(rf"[、，,(]?(?:同比|环比)?(?:{words.MOVED})(?:幅度|率)?(?:了|为|达|约)?\d[\d.]*%")
_DOWN = re.compile(words.DOWN)
_OF_A_RATE = re.compile(r"的[^，,。；;、]{0,8}率")
_NEW_LEVEL = re.compile(r"(?:至|到|为|成)(?:了|约|近|超|超过)?$")


class Reading(NamedTuple):
    kind: Kind
    direction: Direction = ""


def clause_of(lead: str) -> str:
    """The last clause of the text before a number."""
    parts = _CLAUSE.split(lead)
    return parts[-1]


def percentage(lead: str, after: str, before: Figure | None) -> Reading:
    """The kind of a percentage: change, share or rate. ``before`` is the figure before it in the same sentence."""
    clause = clause_of(lead)
    change = words.CHANGE_LEAD.search(clause)
    if change and not words.RATE_WORD.search(clause[change.end("verb") :]):
        return Reading("change", _direction(change["verb"]))
    if before is not None and before.is_percentage and _JOINED.match(lead):
        return Reading(before.kind, before.direction)
    if not _is_share_of(lead, clause, before) and words.COMPARED.search(clause) and not words.RATE_WORD.search(clause):
        return Reading("change", "down" if _DOWN.search(clause) else "up")
    return Reading("share" if _is_share_of(lead, clause, before) or _is_share(lead, clause, after, before) else "rate")


def _is_share_of(lead: str, clause: str, before: Figure | None) -> bool:
    """A share by its own word: 占, or “占受理183件的60%”."""
    if before is not None and lead.startswith("的") and "占" in before.lead[-24:]:
        return True
    return bool(words.SHARE_WORD.search(clause)) and not clause.endswith("率")


def _is_share(lead: str, clause: str, after: str, before: Figure | None) -> bool:
    """A share by where it stands: behind a count, before the thing (90%的事项), or within a whole (事项中90%)."""
    if _follows_a_count(lead, before):
        return True
    of_a_thing = after.startswith("的") and not _OF_A_RATE.match(after)
    return of_a_thing or clause.endswith(("中", "内", "中的", "中有"))


def _follows_a_count(lead: str, before: Figure | None) -> bool:
    return (
        before is not None
        and not before.is_percentage
        and before.kind != "points"
        and lead in ("(", "、", "，", ",", "")
    )


def amount(unit: str, lead: str, sentence: str, after: str, before: Figure | None) -> Reading:
    """The kind of anything else: its unit decides, unless it says by how much something moved."""
    kind = kind_of(unit)
    if kind == "points":
        change = words.CHANGE_LEAD.search(clause_of(lead))
        return Reading("points", _direction(change["verb"]) if change else "up")
    clause = clause_of(lead)
    change = words.CHANGE_LEAD.search(clause)
    if (
        change
        and not _NEW_LEVEL.search(clause)
        and (
            words.COMPARED.search(sentence)
            or _FOLLOWED_BY_CHANGE.match(after)
            or _after_a_new_level(clause, change, before)
        )
    ):
        return Reading("change", _direction(change["verb"]))
    if unit == "倍":
        return Reading("change", "up")
    return Reading(kind or "count")


def _after_a_new_level(clause: str, change: re.Match[str], before: Figure | None) -> bool:
    """“由63个增加到74个，增加11个”: a bare verb after a value that something rose to."""
    return before is not None and change.start() == 0 and bool(_NEW_LEVEL.search(before.lead))


def _direction(verb: str) -> Direction:
    return "down" if words.is_down(verb) else "up"
