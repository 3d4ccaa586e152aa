"""Matching the figures of a text with the indicators of a ledger, by meaning, unit, period and place."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from zhunsheng.checker.figures.units import SCALES, family
from zhunsheng.checker.model import Figure

Status = Literal["same", "different", "no indicator"]

SURE = 0.7
CLEARLY = 0.08
WITH_SAME_VALUE = 0.3
AGREEING = 0.12
EARLIER = 0.3
AROUND = 40
_COMMON = re.compile(
    r"数量|总数|件数|人数|次数|情况|工作|开展|全区|全县|全市|本年|年度|的|了|数$|共|及|和|与|、|（|）|\(|\)|“|”|\s"
)
_NOUN = re.compile(r"[^，,。；;、:\d]{0,24}")
_OPENS_AN_ITEM = re.compile("[、及和与]$")
_NEW_LEVEL = re.compile("^[^，,。；;]{0,6}[至到为]$")
_EARLIER = re.compile("(?:[由从]|原来|原有|上年|去年)$")
_YEAR = re.compile(r"(20\d\d)年")
_ALIASES = {"m2": "平方米", "m²": "平方米", "㎡": "平方米"}


@dataclass(frozen=True, slots=True)
class Entry:
    """An indicator of the ledger for one year. ``value`` None: a rate without a base. ``place``: whose it is."""

    code: str
    title: str
    value: Decimal | None
    unit: str
    year: int
    place: str = ""
    definition: str = ""


@dataclass(frozen=True, slots=True)
class Matched:
    """A figure with the entry that means the same, and whether the values agree."""

    figure: Figure
    entry: Entry | None
    status: Status
    likeness: float = 0.0


@dataclass(frozen=True, slots=True)
class _Profile:
    entry: Entry
    pairs: frozenset[str]
    unit: str


def match(figures: Sequence[Figure], entries: Iterable[Entry], texts: Sequence[str] = ()) -> list[Matched]:
    """Each figure with the entry that fits it best, or none.

    ``texts`` gives, figure for figure, the sentence around it; without it only the words before the figure are used.
    An entry is given to one figure only, the likest. Changes and points have no indicator of their own.
    """
    profiles = [_profile(entry) for entry in entries]
    around = texts or [figure.lead + figure.what for figure in figures]
    offers = []
    for i, figure in enumerate(figures):
        if figure.kind not in ("change", "points"):
            offers += [
                (score, i, profile)
                for profile in profiles
                if (score := _likeness(figure, around[i], profile)) >= WITH_SAME_VALUE
            ]
    return _given(figures, offers)


def _given(figures: Sequence[Figure], offers: list[tuple[float, int, _Profile]]) -> list[Matched]:
    """Give each entry to its likest figure, the surest first."""
    taken: dict[int, Matched] = {}
    given: set[str] = set()
    for score, i, profile in sorted(offers, key=lambda offer: -offer[0]):
        if i in taken or profile.entry.code in given:
            continue
        agrees = _agrees(figures[i], profile.entry)
        if not agrees and (score < SURE or _EARLIER.search(figures[i].lead)):
            continue
        if not agrees and not _clearly_best(score, i, profile, offers):
            continue
        taken[i] = Matched(figures[i], profile.entry, "same" if agrees else "different", min(1.0, round(score, 3)))
        given.add(profile.entry.code)
    return [taken.get(i, Matched(figure, None, "no indicator")) for i, figure in enumerate(figures)]


def _clearly_best(score: float, i: int, profile: _Profile, offers: list[tuple[float, int, _Profile]]) -> bool:
    """Whether no other entry is nearly as like: a difference is only reported where the meaning is sure."""
    return all(other is profile or score - rival >= CLEARLY for rival, j, other in offers if j == i)


def _profile(entry: Entry) -> _Profile:
    return _Profile(entry, frozenset(_pairs(entry.title)), family(_ALIASES.get(entry.unit, entry.unit)))


def _pairs(text: str) -> set[str]:
    words = _COMMON.sub(" ", text)
    return {words[k : k + 2] for k in range(len(words) - 1) if " " not in words[k : k + 2]}


def _likeness(figure: Figure, around: str, profile: _Profile) -> float:
    """From 0 to 1: how much of the title is said about the figure; nothing when unit or year rule it out."""
    if not profile.pairs or not _unit_allows(figure, profile.unit) or not _year_allows(around, profile.entry.year):
        return 0.0
    near = _pairs(_near(figure, around))
    wide = _pairs(around)
    said_near = len(profile.pairs & near) / len(profile.pairs)
    said = len(profile.pairs & (near | wide)) / len(profile.pairs)
    agrees = AGREEING if _agrees(figure, profile.entry) else 0.0
    earlier = EARLIER if _EARLIER.search(figure.lead) else 0.0
    return 0.6 * said_near + 0.4 * said + agrees - earlier


def _near(figure: Figure, around: str) -> str:
    """The words that name the figure: those before it, or those after it where it opens an item (、3个典型案例)."""
    following = _NOUN.match(figure.after)
    noun = following[0] if following else ""
    if _OPENS_AN_ITEM.search(figure.lead):
        return noun
    if _NEW_LEVEL.search(figure.lead):
        return around[:AROUND]
    return f"{figure.what} {figure.lead[-30:]} {noun}"


def _unit_allows(figure: Figure, unit: str) -> bool:
    own = family(figure.base_unit or figure.shared_unit)
    loose = {"件", "个", "家", "户", "条", "份", "项", "处", "所", "部", "篇", "次", "场", ""}
    return own == unit or (own in loose and unit in loose)


def _year_allows(around: str, year: int) -> bool:
    years = set(_YEAR.findall(around))
    return not years or str(year) in years


def _agrees(figure: Figure, entry: Entry) -> bool:
    """Whether the printed figure can stand for the entry's value: exactly, or within its 余, 近 or rounding."""
    if entry.value is None:
        return False
    value = entry.value * _scale(entry.unit)
    if figure.precision == "over":
        return figure.quantity <= value < figure.quantity * 2
    if figure.precision in ("nearly", "about", "under"):
        return abs(value - figure.quantity) <= figure.quantity / 5
    half = figure.ulp / 2 if figure.ulp != 1 or figure.is_percentage else Decimal(0)
    return abs(value - figure.quantity) <= half


def _scale(unit: str) -> Decimal:
    return next((SCALES[scale] for scale in ("万", "亿") if unit.startswith(scale)), Decimal(1))
