"""What a clock is made of: the term, the stretches that are not counted, the extensions; and how they fall on days."""

import calendar as month_lengths
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, NamedTuple

from zhunsheng.law.calendar import Calendar
from zhunsheng.law.counting import Counting, Unit
from zhunsheng.law.refusal import Refusal, is_english

_CHINESE_UNITS = {
    Unit.WORKDAYS: "个工作日",
    Unit.DAYS: "日",
    Unit.MONTHS: "个月",
    Unit.YEARS: "年",
    Unit.HOURS: "小时",
}
_ENGLISH_UNITS = {
    Unit.WORKDAYS: "working day",
    Unit.DAYS: "calendar day",
    Unit.MONTHS: "month",
    Unit.YEARS: "year",
    Unit.HOURS: "hour",
}
_MONTHS_IN = {Unit.MONTHS: 1, Unit.YEARS: 12}


class TermNotPositive(Refusal):
    zh = "期限的数值为{value}，应为不小于1的整数；请改正。"
    en = "A term has the value {value}, expected a whole number from 1 on; correct it."


class StretchBackwards(Refusal):
    zh = "不计入的时段“{why}”自{since}起，却止于更早的{until}；请改正其中一个日期。"
    en = "The stretch not counted ({why}) begins on {since} but ends earlier, on {until}; correct one of the dates."


class HoursNeedAMoment(Refusal):
    zh = "期限“{term}”按小时计算，需要起算的时刻而不是日期；请使用按小时计算的方法（reckon_hours）。"
    en = "The term of {term} is counted in hours and needs a moment instead of a date; use reckon_hours."


@dataclass(frozen=True)
class Term:
    """A length of time under a law's counting rule.

    Plain days become working days when the counting rule says so for this number; a unit of working days stays one.
    """

    value: int
    unit: Unit
    counting: Counting

    def __post_init__(self) -> None:
        if isinstance(self.value, bool) or not isinstance(self.value, int) or self.value < 1:
            raise TermNotPositive(value=self.value)
        object.__setattr__(self, "unit", Unit(self.unit))

    @property
    def counted_in(self) -> Unit:
        """The unit really counted."""
        if self.unit is Unit.DAYS and self.counting.means_workdays(self.value):
            return Unit.WORKDAYS
        return self.unit

    def text(self, language: str = "zh") -> str:
        return amount(self.value, self.counted_in, language)


@dataclass(frozen=True)
class Stretch:
    """Days after `since`, up to and including `until`, are not counted; `until` None is still standing."""

    since: date
    until: date | None
    why: str
    basis: str

    def __post_init__(self) -> None:
        if self.until is not None and self.until < self.since:
            raise StretchBackwards(why=self.why, since=self.since, until=self.until)


@dataclass(frozen=True)
class Extension:
    """A longer term: `adds` puts the term on top, `total` replaces the whole term from the same start."""

    on: date
    term: Term
    mode: Literal["adds", "total"]
    why: str
    by: str
    basis: str


class Gap(NamedTuple):
    """Uncounted days after `since` to `until`; gaps are in order and do not overlap."""

    since: date
    until: date | None

    def holds(self, day: date) -> bool:
        return self.since < day and (self.until is None or day <= self.until)


class Leg(NamedTuple):
    """So many of one unit, counted in one run (years as months)."""

    unit: Unit
    value: int


def amount(value: int, unit: Unit, language: str = "zh") -> str:
    """20个工作日 or 20 working days."""
    if is_english(language):
        return f"{value} {_ENGLISH_UNITS[unit]}{'' if value == 1 else 's'}"
    return f"{value}{_CHINESE_UNITS[unit]}"


def gaps(stops: Iterable[Stretch], start: date) -> list[Gap]:
    """The stretches after `start`, overlapping ones joined, in order."""
    joined: list[Gap] = []
    for stop in sorted(stops, key=lambda stop: stop.since):
        gap = Gap(max(stop.since, start), stop.until)
        if gap.until is not None and gap.until <= gap.since:
            continue
        if joined and joined[-1].until is None:
            break
        if joined and (end := joined[-1].until) is not None and gap.since <= end:
            joined[-1] = Gap(joined[-1].since, None if gap.until is None else max(end, gap.until))
        else:
            joined.append(gap)
    return joined


def legs(term: Term, extensions: Iterable[Extension]) -> list[Leg]:
    """What is counted after another: equal units are one run, a total begins anew."""
    runs = [_leg(term)]
    for extension in sorted(extensions, key=lambda extension: extension.on):
        leg = _leg(extension.term)
        if extension.mode == "total":
            runs = [leg]
        elif runs[-1].unit is leg.unit:
            runs[-1] = Leg(leg.unit, runs[-1].value + leg.value)
        else:
            runs.append(leg)
    return runs


def _leg(term: Term) -> Leg:
    unit = term.counted_in
    if unit is Unit.HOURS:
        raise HoursNeedAMoment(term=term.text())
    if unit in _MONTHS_IN:
        return Leg(Unit.MONTHS, term.value * _MONTHS_IN[unit])
    return Leg(unit, term.value)


def leg_end(start: date, leg: Leg, pauses: Sequence[Gap], calendar: Calendar) -> date | None:
    """The last counted day of a run from `start` on, by arithmetic on gaps; None while it stands still."""
    if leg.unit is Unit.MONTHS:
        return _months_end(start, leg.value, pauses)
    cursor, left = start, leg.value
    for gap in pauses:
        if gap.until is not None and gap.until <= cursor:
            continue
        counted = days_between(cursor, max(gap.since, cursor), leg.unit, calendar)
        if counted >= left:
            break
        if gap.until is None:
            return None
        cursor, left = gap.until, left - counted
    return _on(cursor, left, leg.unit, calendar)


def _months_end(start: date, months: int, pauses: Sequence[Gap]) -> date | None:
    end = add_months(start, months)
    for gap in pauses:
        if gap.until is not None and gap.until <= start:
            continue
        since = max(gap.since, start)
        if since >= end:
            break
        if gap.until is None:
            return None
        end += gap.until - since
    return end


def days_between(after: date, until: date, unit: Unit, calendar: Calendar) -> int:
    """Working days, or calendar days for any other unit, after `after` up to and including `until`."""
    if unit is Unit.WORKDAYS:
        return calendar.workdays_between(after, until)
    return max(0, (until - after).days)


def _on(start: date, value: int, unit: Unit, calendar: Calendar) -> date:
    return calendar.add_workdays(start, value) if unit is Unit.WORKDAYS else start + timedelta(days=value)


def back_from(event: date, term: Term, calendar: Calendar) -> date:
    """The day from which the term reaches to `event`, `event` not counted."""
    unit, value = _leg(term)
    return add_months(event, -value) if unit is Unit.MONTHS else _on(event, -value, unit, calendar)


def add_months(start: date, months: int) -> date:
    """The corresponding day, or the month's last day where there is none (Civil Code, article 202)."""
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    last = month_lengths.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(start.day, last))
