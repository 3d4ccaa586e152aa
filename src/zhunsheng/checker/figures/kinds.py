"""What kind of figure a number is, by its unit and the words before it."""

import re
from typing import NamedTuple

from zhunsheng.checker.figures import words
from zhunsheng.checker.figures.units import kind_of
from zhunsheng.checker.model import Direction, Figure, Kind

_CLAUSE = re.compile(r"[，,。；;、:(|]")
_JOINED = re.compile(r"^[、和及与,，/]+$|^和?$")
_FOLLOWED_BY_CHANGE = re.compile(rf"[、，,(]?(?:同比|环比)?(?:{words.MOVED})(?:幅度|率)?(?:了|为|达|约)?\d[\d.]*%")
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
    if before is not None and lead.startswith("的") and "占" in before.lead[-24:]:
        return Reading("share")
    if words.SHARE_WORD.search(clause) and not clause.endswith("率"):
        return Reading("share")
    if words.COMPARED.search(clause) and not words.RATE_WORD.search(clause):
        return Reading("change", "down" if re.search(words.DOWN, clause) else "up")
    if (
        _follows_a_count(lead, before)
        or (after.startswith("的") and not _OF_A_RATE.match(after))
        or clause.endswith(("中", "内", "中的", "中有"))
    ):
        return Reading("share")
    return Reading("rate")


def _follows_a_count(lead: str, before: Figure | None) -> bool:
    return (
        before is not None
        and not before.is_percentage
        and before.kind != "points"
        and lead in ("(", "、", "，", ",", "")
    )


def amount(unit: str, lead: str, sentence: str, after: str) -> Reading:
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
        and (words.COMPARED.search(sentence) or _FOLLOWED_BY_CHANGE.match(after))
    ):
        return Reading("change", _direction(change["verb"]))
    if unit == "倍":
        return Reading("change", "up")
    return Reading(kind or "count")


def _direction(verb: str) -> Direction:
    return "down" if words.is_down(verb) else "up"
