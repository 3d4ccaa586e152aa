"""Numbers as reports write them: 1,234 · １２ · 三起 · 百分之九十 · 三分之二."""

import re
from decimal import Decimal

# One character for one, so that every offset stays what it was.
_SAME_WIDTH = str.maketrans("０１２３４５６７８９％．（）：；｜＋－～〜\u3000\xa0\t﹪", "0123456789%.():;|+-~~  |%")

ARABIC = r"(?:\d{1,3}(?:[,，]\d{3})+(?!\d)|\d+)(?:\.\d+)?"
CHINESE = r"[一二两三四五六七八九十百千零]+"

_DIGITS = {digit: value for value, digit in enumerate("零一二三四五六七八九")} | {"两": 2, "〇": 0}
_PLACES = {"十": 10, "百": 100, "千": 1000}


def plain(text: str) -> str:
    """The text with full-width digits and marks as ASCII ones, of the same length."""
    return text.translate(_SAME_WIDTH)


def arabic(text: str) -> Decimal:
    return Decimal(text.replace(",", "").replace("，", ""))


def decimals(text: str) -> int:
    """How many digits stand behind the point."""
    return len(text.partition(".")[2])


_WELL_FORMED = re.compile(
    r"(?:[一二两三四五六七八九]?千)?零?(?:[一二两三四五六七八九]?百)?零?(?:[一二三四五六七八九]?十)?零?[一二两三四五六七八九]?"
)


def chinese(text: str) -> Decimal | None:
    """The number below ten thousand a Chinese numeral says; None when it is none, such as 五八."""
    if not text or not _WELL_FORMED.fullmatch(text):
        return None
    total = digit = 0
    for character in text:
        if character in _PLACES:
            total += (digit or 1) * _PLACES[character]
            digit = 0
        else:
            digit = _DIGITS[character]
    return Decimal(total + digit)
