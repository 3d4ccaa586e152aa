"""Where a title that is too long for one line is broken: into lines of like length, at the end of a word."""

import math
import re
from collections.abc import Iterator
from itertools import pairwise

from zhunsheng.kernel.documents.wording import em_width

ROOM = 20.0
"""Characters of 22 pt on a line of 156 mm."""
SPLITS_A_WORD = 4.0
"""A break inside a word is taken only when every other makes one line longer than its share by so many characters."""

ENDS = re.compile(r"(?<=[年的和与、》”）：，市区县镇局院会厅府])|(?<=街道|通知|办法|报告|决定)|(?=关于|[《“（])")
NEVER_BEFORE, NEVER_AFTER = "、，。：；！？》”’）)】〕年月日%％的", "《“‘（(【〔"


def title_lines(title: str) -> tuple[str, ...]:
    """The lines of a title. Line ends of its own are kept; as few lines as fit, of like length, words kept whole."""
    return tuple(line for part in title.split("\n") for line in _lines(part))


def _lines(title: str) -> tuple[str, ...]:
    count = math.ceil(em_width(title) / ROOM)
    return (title,) if count < 2 else _broken(title, count)


def _broken(title: str, count: int) -> tuple[str, ...]:
    """Broken at the cheapest places: a line of ``count`` costs what it lacks or has over its share, squared."""
    share = em_width(title) / count
    places = [0, *_places(title), len(title)]
    words = {0, len(title), *(found.start() for found in ENDS.finditer(title))}
    best: dict[int, tuple[float, tuple[int, ...]]] = {0: (0.0, (0,))}
    for _ in range(count):
        best = _longer(title, best, places, words, share)
    _, breaks = best.get(len(title), (0.0, (0, len(title))))
    return tuple(title[start:end] for start, end in pairwise(breaks))


def _longer(
    title: str,
    best: dict[int, tuple[float, tuple[int, ...]]],
    places: list[int],
    words: set[int],
    share: float,
) -> dict[int, tuple[float, tuple[int, ...]]]:
    """Every way so far with one more line, the cheapest for each end."""
    found: dict[int, tuple[float, tuple[int, ...]]] = {}
    for start, (cost, breaks) in best.items():
        for end in (place for place in places if place > start):
            width = em_width(title[start:end])
            added = (width - share) ** 2 + (0 if end in words else SPLITS_A_WORD**2)
            if width <= ROOM and (end not in found or cost + added < found[end][0]):
                found[end] = (cost + added, (*breaks, end))
    return found


def _places(title: str) -> Iterator[int]:
    """Every place where a line may end at all: not inside a number or a Latin word, not before a closing mark."""
    for place in range(1, len(title)):
        before, after = title[place - 1], title[place]
        is_word = before.isascii() and after.isascii() and not before.isspace()
        if not is_word and after not in NEVER_BEFORE and before not in NEVER_AFTER:
            yield place
