"""Places in a law: reads 第三十三条第二款 and 33(2) into numbers, so that they can be compared and said in English."""

import re
from itertools import product
from typing import NamedTuple

_DIGITS = {digit: value for value, digit in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_TENS = {"十": 10, "百": 100, "千": 1000}
_NUMERALS = "零〇一二三四五六七八九十百千两0-9"
_CHINESE = re.compile(
    rf"第(?P<article>[{_NUMERALS}、]+)条(?:第(?P<paragraph>[{_NUMERALS}、]+)款)?(?:第[（(]?(?P<item>[{_NUMERALS}、]+)[）)]?项)?"
)
_WESTERN = re.compile(r"(?P<article>\d+)(?:\((?P<paragraph>\d+)\))?(?:\((?P<item>\d+)\))?")
_RANGE = re.compile(rf"第([{_NUMERALS}]+)条?至第?([{_NUMERALS}]+)条")


class Place(NamedTuple):
    """Article, paragraph (款) and item (项); None where not given."""

    article: int
    paragraph: int | None = None
    item: int | None = None

    def agrees_with(self, other: "Place") -> bool:
        """Same article, and nothing that both give differs."""
        pairs = [(self.paragraph, other.paragraph), (self.item, other.item)]
        return self.article == other.article and all(a is None or b is None or a == b for a, b in pairs)

    def english(self) -> str:
        paragraph = "" if self.paragraph is None else f"({self.paragraph})"
        item = "" if self.item is None else f" item {self.item}"
        return f"{self.article}{paragraph}{item}"


def places(article: str) -> list[Place]:
    """Every place named in the text, ranges spelt out; empty if it names none."""
    found: list[Place] = []
    for first, last in _RANGE.findall(article):
        found += [Place(number) for number in range(numeral(first), numeral(last) + 1)]
    rest = _RANGE.sub("", article)
    pattern = _CHINESE if "条" in rest else _WESTERN
    for match in pattern.finditer(rest):
        listed = product(*(_listed(match[name]) for name in Place._fields))
        found += [Place(article, paragraph, item) for article, paragraph, item in listed if article is not None]
    return found


def _listed(numerals: str | None) -> list[int | None]:
    return [numeral(part) for part in numerals.split("、") if part] if numerals else [None]


def numeral(text: str) -> int:
    """二百零五 and 205 are both 205."""
    if text.isdecimal():
        return int(text)
    total, digit = 0, 0
    for sign in text:
        if sign in _TENS:
            total += (digit or 1) * _TENS[sign]
            digit = 0
        else:
            digit = _DIGITS[sign]
    return total + digit


def same_place(one: str, other: str) -> bool:
    """Whether every place of `one` is among those of `other`; texts without numbers must be equal."""
    ours, theirs = places(one), places(other)
    if not ours or not theirs:
        return one.strip() == other.strip()
    return all(any(place.agrees_with(given) for given in theirs) for place in ours)


def in_english(article: str) -> str:
    """article 33(2), articles 56, 57; the text itself where it names no number."""
    named = places(article)
    if not named:
        return article
    return f"article{'s' if len(named) > 1 else ''} {', '.join(place.english() for place in named)}"
