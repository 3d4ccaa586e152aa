"""Stretches of a paragraph whose numbers count nothing: slogans in quotes, titles of documents, document numbers."""

import re
from bisect import bisect_right

LONGEST_SLOGAN = 16
_ZONES = re.compile(
    rf"“[^”“]{{1,{LONGEST_SLOGAN}}}”|‘[^’‘]{{1,{LONGEST_SLOGAN}}}’|「[^」]{{1,{LONGEST_SLOGAN}}}」|"
    r"《[^》]{1,120}》|〔[^〕]{1,12}〕\d*号?|【[^】]{1,30}】|\[\d{4}\]\d*号?|"
    r"https?://[!-~]+|[A-Za-z0-9_.]{1,40}@[A-Za-z0-9_.]+|[A-Za-z]?\d{3,4}-\d{7,8}"
)
_PLAIN_QUOTES = re.compile(rf'"([^"]{{1,{LONGEST_SLOGAN}}})"')


class Zones:
    """The zones of one paragraph, asked by place."""

    def __init__(self, text: str) -> None:
        spans = [found.span() for found in _ZONES.finditer(text)]
        if '"' in text:
            spans += [found.span() for found in _PLAIN_QUOTES.finditer(text)]
            spans.sort()
        self._begins = [begin for begin, _ in spans]
        self._ends = [end for _, end in spans]

    def __contains__(self, at: int) -> bool:
        i = bisect_right(self._begins, at) - 1
        return i >= 0 and at < self._ends[i]
