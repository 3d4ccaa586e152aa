"""Quantities a passage states without a number: 全覆盖, 连续三年, a list of names, one thing created."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from zhunsheng.checker.figures.numerals import chinese


@dataclass(frozen=True, slots=True)
class Implied:
    """A value with the words that imply it; ``at`` is its place in the paragraph, ``about`` the words around it."""

    phrase: str
    at: int
    value: Decimal
    unit: str
    about: str


_COVERED = re.compile(r"全覆盖|均已全部|全部(?:按|依法|按时|聘用|办结|完成|答复)|[^，。；]{0,6}(?:实现|均)全部")
_RUN = re.compile(r"连续([两二三四五六七八九十]|\d)年|([两二三四五六七八九十])连冠")
_ONE = re.compile(r"(?:首个|首家|首部|一(?=[节个所处部件项套支条])(?!个[月方])|唯一)[节个所处部件项套支条]?")
_MADE = re.compile(r"(?:打造|新建|创建|建成|成立|出台|制定|获批|首)(?:出|了)?$")
_TITLES = re.compile(r"(?:[《“][^》”]{4,60}[》”][、和及]?){2,}")
_TITLE = re.compile(r"[《“]([^》”]{4,60})[》”]")
_NAMES = re.compile(
    r"(?:[\u4e00-\u9fffA-Za-z（）()]{2,22}、)+[\u4e00-\u9fffA-Za-z（）()]{2,22}(?:[和及与][\u4e00-\u9fffA-Za-z（）()]{2,14})?(?=等|开展|[，,。；;])"
)
_GROUPS = re.compile(r"[\u4e00-\u9fff]{2,4}(?:协调小组|工作组|专班)")
_DATED = re.compile(r"(?:于|[。，,；;]|^)\s*(\d{1,2}月)(?!\d|底|份?至)")
_AROUND = 40


def implied(text: str) -> Iterator[Implied]:
    """Every such quantity of a paragraph; they are offered to the ledger, not counted among the printed figures."""
    for found in _COVERED.finditer(text):
        yield _made(text, found, Decimal(100), "%")
    for found in _RUN.finditer(text):
        word = found[1] or found[2]
        years = Decimal(word) if word.isdigit() else chinese(word)
        if years is not None:
            yield _made(text, found, years, "年")
    for found in _ONE.finditer(text):
        if found[0].startswith("首") or _MADE.search(text[: found.start()]):
            yield _made(text, found, Decimal(1), found[0][-1])
    yield from _lists(text)


def _lists(text: str) -> Iterator[Implied]:
    for found in _TITLES.finditer(text):
        yield _made(text, found, Decimal(len(_TITLE.findall(found[0]))), "")
    for found in _NAMES.finditer(text):
        yield _made(text, found, Decimal(len(re.findall("[、和及与]", found[0])) + 1), "")
    for pattern in (_GROUPS, _DATED):
        distinct = {found[found.lastindex or 0]: found for found in pattern.finditer(text)}
        if len(distinct) > 1:
            yield _made(text, next(iter(distinct.values())), Decimal(len(distinct)), "")


def _made(text: str, found: re.Match[str], value: Decimal, unit: str) -> Implied:
    about = text[max(0, found.start() - _AROUND) : found.end() + _AROUND]
    return Implied(found[0], found.start(), value, unit, about)
