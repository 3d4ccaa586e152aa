"""Finding the figures of a paragraph of prose."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from zhunsheng.checker.figures import exclusions, kinds, words
from zhunsheng.checker.figures.numerals import ARABIC, arabic, chinese, decimals
from zhunsheng.checker.figures.units import PERCENTAGES, POINTS, RATIO_UNIT, SCALE, SCALES, UNIT
from zhunsheng.checker.figures.zones import Zones
from zhunsheng.checker.model import Figure, Precision

_CHINESE_UNIT = (
    "(?:人次|名|人(?![大均民事防])|件次|件|起(?!来)|宗|家次|家|户|所|场次|场(?!所|景)|批次|批(?!评)|份|部(?!门|委|分|署)|处(?!理|罚|分|室|长)|"
    "期(?!间|工程)|轮|项次|项(?!目)|条(?!例|件)|本(?!级)|册|位(?!于|列)|篇|座|辆|次(?!会)|次会|个工作日|个月(?!来)|个(?!人)|日)"
)
_NUMBER = re.compile(
    rf"(?<![\d.A-Za-z])(?<!\d,)(?P<number>{ARABIC})(?P<more>余|多(?=[万亿千个人件次名家项场户]))?\s?"
    rf"(?P<scale>{SCALE})?(?P<more2>余|多(?=[元人件次名家项场户]))?\s?(?P<unit>{RATIO_UNIT}|{UNIT}|%|‰)?"
    r"|百分之(?P<percent>[一二两三四五六七八九十百零]+)(?:点(?P<point>[一二三四五六七八九零]+))?"
    r"|(?P<below>[二三四五六七八九十])分之(?P<above>[一二三四五六七八九])"
    rf"|(?P<chinese>[二两三四五六七八九十百千][一二两三四五六七八九十百千零]*)(?P<more3>余|多)?(?P<scale3>[万亿])?(?P<more4>余|多)?(?P<unit3>{_CHINESE_UNIT})"
)
# One class of characters is found far faster than the whole pattern.
_BEGINS = re.compile("[0-9百二两三四五六七八九十千]")
HAS_FIGURE = re.compile(
    r"\d|[二两三四五六七八九十百千](?:[余多万亿]*(?:人|名|件|起|宗|家|户|所|场|批|份|部|处|期|轮|项|条|本|册|位|篇|座|辆|次|个|日)|分之)"
)
_SENTENCE = re.compile(r"[。！？!?]|\.(?=\D)|;|(?P<open>\()|(?P<close>\))")


_FRACTION_PLACES = 4


class Raw(NamedTuple):
    """A number as it stands in the paragraph, before anything is said about it."""

    start: int
    end: int
    value: Decimal
    scale: str
    unit: str
    places: int
    more: bool


def figures_of(text: str) -> list[Figure]:
    """The figures of one paragraph (normalised by ``plain``), in order; ``at`` is counted in the paragraph."""
    if not HAS_FIGURE.search(text):
        return []
    reader = _Reader(text)
    for raw in _numbers(text):
        reader.add(raw)
    return reader.figures


def _numbers(text: str) -> Iterator[Raw]:
    zones = Zones(text)
    done = 0
    for begin in _BEGINS.finditer(text):
        if begin.start() < done:
            continue
        found = _NUMBER.match(text, begin.start())
        if found is None:
            continue
        done = found.end()
        if found.start() in zones:
            continue
        raw = _arabic(text, found) if found["number"] else _chinese(text, found)
        if raw is not None:
            yield raw


def _arabic(text: str, found: re.Match[str]) -> Raw | None:
    number, unit, end = found["number"], found["unit"] or "", found.end()
    if not unit:
        end = found.end("scale") if found["scale"] else found.end("number")
    before_letter = text[end : end + 1]
    if not unit and before_letter.isascii() and before_letter.isalpha():
        return None
    if exclusions.counts_nothing(text, found.start(), end, number, unit or (found["scale"] or "")):
        return None
    unit = POINTS.get(unit, PERCENTAGES.get(unit, unit))
    more = bool(found["more"] or found["more2"])
    return Raw(found.start(), end, arabic(number), found["scale"] or "", unit, decimals(number), more)


def _chinese(text: str, found: re.Match[str]) -> Raw | None:
    start, end = found.span()
    if found["percent"]:
        return _percent(found)
    if found["below"]:
        above, below = chinese(found["above"]), chinese(found["below"])
        if above is None or below is None:
            return None
        return Raw(start, end, (above / below).quantize(Decimal("0.0001")), "", "", _FRACTION_PLACES, False)
    unit, value = found["unit3"], chinese(found["chinese"])
    if unit == "次会":
        unit, end = "次", end - 1
    if value is None or exclusions.chinese_counts_nothing(text, start, end, found["chinese"], unit):
        return None
    return Raw(start, end, value, found["scale3"] or "", unit, 0, bool(found["more3"] or found["more4"]))


def _percent(found: re.Match[str]) -> Raw | None:
    whole = chinese(found["percent"])
    if whole is None:
        return None
    digits = "".join(str(chinese(digit) or 0) for digit in found["point"] or "")
    value = whole + Decimal(f"0.{digits}") if digits else whole
    return Raw(found.start(), found.end(), value, "", "%", len(digits), False)


class _Reader:
    """Goes through a paragraph once and says of each number what stands around it."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.figures: list[Figure] = []
        self._marks = _SENTENCE.finditer(text)
        self._mark = next(self._marks, None)
        self._sentence = self._segment = self._depth = 0
        self._sentence_at = 0

    def add(self, raw: Raw) -> None:
        self._walk_to(raw.start)
        before = self._before()
        lead = self.text[max(before.end if before else 0, self._sentence_at) : raw.start].strip()
        end, precision = self._precision(raw, lead)
        named = words.BEFORE_NUMBER.sub("", lead)
        after = self.text[end : end + 24]
        kind = self._kind(raw, named, after, before)
        self.figures.append(self._figure(raw, end, precision, kind, lead, after))

    def _walk_to(self, start: int) -> None:
        while self._mark is not None and self._mark.start() < start:
            mark = self._mark[0]
            if mark == "(":
                self._depth += 1
            elif mark == ")":
                self._depth = max(0, self._depth - 1)
            else:
                self._segment += 1
                if mark != ";":
                    self._sentence, self._sentence_at, self._depth = self._sentence + 1, self._mark.end(), 0
            self._mark = next(self._marks, None)

    def _before(self) -> Figure | None:
        last = self.figures[-1] if self.figures else None
        return last if last is not None and last.sentence == self._sentence else None

    def _precision(self, raw: Raw, lead: str) -> tuple[int, Precision]:
        after = words.AFTER_NUMBER.match(self.text, raw.end)
        if raw.more:
            return raw.end, "over"
        if after is not None:
            return after.end(), words.AFTER[after[1]]  # type: ignore[return-value]
        before = words.BEFORE_NUMBER.search(lead)
        return raw.end, words.BEFORE[before[1]] if before else "exact"  # type: ignore[return-value]

    def _kind(self, raw: Raw, lead: str, after: str, before: Figure | None) -> kinds.Reading:
        if raw.scale == raw.unit == "" and raw.places == _FRACTION_PLACES:
            return kinds.Reading("share")
        if raw.unit in ("%", "‰"):
            return kinds.percentage(lead, after, before)
        return kinds.amount(raw.unit, lead, self.text[self._sentence_at : raw.start], after, before)

    def _figure(self, raw: Raw, end: int, precision: Precision, kind: kinds.Reading, lead: str, after: str) -> Figure:
        scale = SCALES[raw.scale]
        return Figure(
            phrase=self.text[raw.start : end],
            at=raw.start,
            start=raw.start,
            end=end,
            value=raw.value,
            unit=raw.scale + raw.unit,
            kind=kind.kind,
            precision=precision,
            quantity=raw.value * scale,
            ulp=scale.scaleb(-raw.places),
            base_unit=raw.unit,
            direction=kind.direction,
            lead=lead,
            after=after,
            sentence=self._sentence,
            segment=self._segment,
            depth=self._depth,
        )
