"""A reckoned clock: its last day and the answer to the question why it is this day."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import NamedTuple

from zhunsheng.law.calendar import Calendar
from zhunsheng.law.counting import Unit
from zhunsheng.law.refusal import is_english
from zhunsheng.law.spans import Extension, Gap, Stretch, Term, amount, days_between

_WEEKDAYS = "一二三四五六日"
_WORDS = {
    "first": ("起始当日不计入", "the first day is not counted"),
    "last": ("期满日为{name}，顺延", "the term ends on a rest day ({name}) and rolls over"),
    "rolled": ("顺延：{name}", "rolled over: {name}"),
    "due": ("顺延后的最后一日", "last day after the roll-over"),
}


class RestDay(NamedTuple):
    """A rest day the end of a term rolled over, and its name."""

    on: date
    name: str


class Day(NamedTuple):
    """A day of the term: its number if it is counted, and a reason if it is not or if it is special."""

    on: date
    number: int | None
    reason: str


class Stood(NamedTuple):
    """A stretch that stopped the clock: its first and last day, the days it took of the unit (None: still standing)."""

    stretch: Stretch
    first: date
    last: date | None
    days: int | None
    unit: Unit


class LegEnd(NamedTuple):
    """A run of one unit and the day it ends (None: it stands still)."""

    unit: Unit
    until: date | None


@dataclass(frozen=True)
class Reckoning:
    """The outcome of counting a term. `due_on` is None while the clock stands still.

    `ends_on` is the last counted day before any roll-over; `rolled` are the rest days between it and `due_on`.
    `stops` are the stretches that had an effect, in order.
    """

    start: date
    term: Term
    due_on: date | None
    ends_on: date | None
    first_counted: date | None
    title: str
    article: str
    stops: tuple[Stretch, ...]
    extensions: tuple[Extension, ...]
    rolled: tuple[RestDay, ...]
    legs: tuple[LegEnd, ...] = field(repr=False)
    gaps: tuple[Gap, ...] = field(repr=False)
    calendar: Calendar = field(repr=False, compare=False)

    @property
    def standing(self) -> bool:
        return self.due_on is None

    def stood(self) -> list[Stood]:
        """Each stretch with the days it took; a day two stretches share belongs to the earlier one."""
        taken, covered = [], self.start
        for stretch in self.stops:
            since = max(stretch.since, covered)
            covered = max(stretch.until or since, since)
            unit = Unit.WORKDAYS if self._unit_on(covered) is Unit.WORKDAYS else Unit.DAYS
            days = None if stretch.until is None else days_between(since, covered, unit, self.calendar)
            first = max(stretch.since, self.start) + timedelta(days=1)
            taken.append(Stood(stretch, first, stretch.until, days, unit))
        return taken

    def _unit_on(self, day: date) -> Unit:
        for leg in self.legs:
            if leg.until is None or day <= leg.until:
                return leg.unit
        return self.legs[-1].unit

    def paragraph(self, language: str = "zh") -> str:
        """Why it is this day, in one paragraph."""
        return _english(self) if is_english(language) else _chinese(self)

    def as_data(self) -> dict[str, object]:
        """The same answer as plain values for JSON; dates are ISO texts."""
        return {
            "title": self.title,
            "article": self.article,
            "term": _term_data(self.term),
            "start": self.start.isoformat(),
            "first_counted": _iso(self.first_counted),
            "stops": [_stood_data(stood) for stood in self.stood()],
            "extensions": [_extension_data(extension) for extension in self.extensions],
            "ends_on": _iso(self.ends_on),
            "rolled": [{"on": day.on.isoformat(), "name": day.name} for day in self.rolled],
            "due_on": _iso(self.due_on),
            "standing": self.standing,
        }

    def days(self, language: str = "zh") -> list[Day]:
        """Every day from the start to the last day, or to the day since which the clock stands still."""
        last = self.due_on or max(gap.since for gap in self.gaps)
        listed, number = [Day(self.start, None, _word("first", language))], 0
        for offset in range(1, (last - self.start).days + 1):
            day = self.start + timedelta(days=offset)
            reason = self._why_not_counted(day, language)
            if not reason:
                number += 1
            listed.append(Day(day, None if reason else number, reason or self._remark(day, language)))
        return listed

    def _why_not_counted(self, day: date, language: str) -> str:
        if (stretch := next((stop for stop in self.stops if Gap(stop.since, stop.until).holds(day)), None)) is not None:
            return stretch.why
        if self.ends_on is not None and day > self.ends_on:
            return _word("due" if day == self.due_on else "rolled", language, self.calendar.why_rest(day, language))
        if self._unit_on(day) is Unit.WORKDAYS and self.calendar.is_rest_day(day):
            return self.calendar.why_rest(day, language)
        return ""

    def _remark(self, day: date, language: str) -> str:
        if day == self.ends_on and day != self.due_on:
            return _word("last", language, self.calendar.why_rest(day, language))
        return ""


def _word(key: str, language: str, name: str = "") -> str:
    return _WORDS[key][is_english(language)].format(name=name)


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _term_data(term: Term) -> dict[str, object]:
    return {
        "value": term.value,
        "unit": term.unit.value,
        "counted_in": term.counted_in.value,
        "counting": term.counting.code,
    }


def _stood_data(stood: Stood) -> dict[str, object]:
    stretch = stood.stretch
    return {
        "since": stretch.since.isoformat(),
        "until": _iso(stretch.until),
        "why": stretch.why,
        "basis": stretch.basis,
        "days": stood.days,
    }


def _extension_data(extension: Extension) -> dict[str, object]:
    return {
        "on": extension.on.isoformat(),
        "term": _term_data(extension.term),
        "mode": extension.mode,
        "why": extension.why,
        "by": extension.by,
        "basis": extension.basis,
    }


def _chinese(clock: Reckoning) -> str:
    sentences = [
        f"{clock.title or '期限'}{clock.term.text()}{_brackets(clock.article)}",
        f"计算方法：{clock.term.counting.sentence()}",
        f"自{_chinese_day(clock.start)}起算，当日不计入",
        *(_stood_chinese(stood, clock.start) for stood in clock.stood()),
        *(_extension_chinese(extension, clock.start) for extension in clock.extensions),
        *_rolled_chinese(clock),
        _result_chinese(clock),
    ]
    return "。".join(sentences) + "。"


def _stood_chinese(stood: Stood, start: date) -> str:
    why, basis, first = stood.stretch.why, _brackets(stood.stretch.basis), _chinese_day(stood.first, start)
    if stood.last is None or stood.days is None:
        return f"自{first}起{why}，不计入{basis}，至今尚未恢复计算"
    return f"{first}至{_chinese_day(stood.last, start)}{why}，不计入{basis}，共{amount(stood.days, stood.unit)}"


def _extension_chinese(extension: Extension, start: date) -> str:
    approved = f"经{extension.by}批准" if extension.by else ""
    verb = "延长" if extension.mode == "adds" else "期限改为共"
    reason = f"，事由：{extension.why}" if extension.why else ""
    basis = _brackets(extension.basis)
    return f"{_chinese_day(extension.on, start)}{approved}{verb}{extension.term.text()}{basis}{reason}"


def _rolled_chinese(clock: Reckoning) -> list[str]:
    if not clock.rolled or clock.ends_on is None:
        return []
    days = "、".join(f"{_chinese_day(day.on, clock.start)}（{day.name}）" for day in clock.rolled)
    return [f"按期数到{_chinese_day(clock.ends_on, clock.start)}为休息日，顺延越过{days}"]


def _result_chinese(clock: Reckoning) -> str:
    if clock.due_on is None:
        return "因此期限目前停止计算，尚无最后一日"
    return f"因此最后一日为{_chinese_day(clock.due_on)}（星期{_WEEKDAYS[clock.due_on.weekday()]}）"


def _chinese_day(day: date, near: date | None = None) -> str:
    year = "" if near is not None and near.year == day.year else f"{day.year}年"
    return f"{year}{day.month}月{day.day}日"


def _brackets(words: str) -> str:
    return f"（{words}）" if words else ""


def _english(clock: Reckoning) -> str:
    sentences = [
        f"{clock.title or 'Term'}: {clock.term.text('en')}{_english_brackets(clock.article)}",
        f"Counting: {clock.term.counting.sentence('en')}",
        f"Runs from {clock.start}, that day not counted",
        *(_stood_english(stood) for stood in clock.stood()),
        *(_extension_english(extension) for extension in clock.extensions),
        *_rolled_english(clock),
        _result_english(clock),
    ]
    return ". ".join(sentences) + "."


def _stood_english(stood: Stood) -> str:
    why, basis = stood.stretch.why, _english_brackets(stood.stretch.basis)
    if stood.last is None or stood.days is None:
        return f"Not counted since {stood.first}: {why}{basis}, still standing"
    return f"Not counted from {stood.first} to {stood.last}: {why}{basis}, {amount(stood.days, stood.unit, 'en')}"


def _extension_english(extension: Extension) -> str:
    verb = "extended by" if extension.mode == "adds" else "set to a total of"
    approved = f", approved by {extension.by}" if extension.by else ""
    reason = f", because {extension.why}" if extension.why else ""
    basis = _english_brackets(extension.basis)
    return f"On {extension.on} {verb} {extension.term.text('en')}{basis}{approved}{reason}"


def _rolled_english(clock: Reckoning) -> list[str]:
    if not clock.rolled:
        return []
    days = ", ".join(f"{day.on} ({clock.calendar.why_rest(day.on, 'en')})" for day in clock.rolled)
    return [f"The count ends on the rest day {clock.ends_on} and rolls over {days}"]


def _result_english(clock: Reckoning) -> str:
    if clock.due_on is None:
        return "So the term stands still and has no last day yet"
    return f"So the last day is {clock.due_on} ({clock.due_on:%A})"


def _english_brackets(words: str) -> str:
    return f" ({words})" if words else ""
