"""Years whose holidays the State Council has published: from the maintained library, or from a file.

A file holds one year, under exactly these keys:

    year: 2027
    source: 国办发明电〔2026〕0号
    holidays:
      - {name: 元旦, from: 2027-01-01, to: 2027-01-03}
    working_weekends: [2027-01-09]
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from pathlib import Path

from chinese_calendar.constants import Holiday, holidays, workdays

from zhunsheng.law.refusal import Refusal, Wording
from zhunsheng.law.strict import Entry, read_yaml, shown_name

FIRST_YEAR = 2019
SATURDAY = 5
_FULL_NAMES = {"清明": "清明节", "端午": "端午节", "中秋": "中秋节"}
_LIBRARY_NAMES = {holiday.value: _FULL_NAMES.get(holiday.chinese, holiday.chinese) for holiday in Holiday}
HOLIDAYS_IN_ENGLISH = {chinese: english for english, chinese in _LIBRARY_NAMES.items()}


@dataclass(frozen=True)
class PublishedYear:
    """One year: the holiday each day belongs to, and the weekend days that are worked (调休)."""

    year: int
    source: str
    holidays: Mapping[date, str]
    working_weekends: frozenset[date]


class HolidayOverlaps(Refusal):
    zh = "日历文件{file}中，{day}既属于“{first}”又属于“{second}”；请改正其中一个节日的起止日期。"
    en = "In the calendar file {file} the day {day} belongs to {first} and to {second}; correct the dates of one."


def library_years() -> list[PublishedYear]:
    """The years of the library from 2019 on, complete years only."""
    by_year = groupby(sorted(day for day in holidays if day.year >= FIRST_YEAR), key=lambda day: day.year)
    return [_library_year(year, days) for year, days in by_year]


def _library_year(year: int, days: Iterable[date]) -> PublishedYear:
    return PublishedYear(
        year=year,
        source="chinesecalendar",
        holidays={day: _LIBRARY_NAMES[holidays[day]] for day in days},
        working_weekends=frozenset(day for day in workdays if day.year == year),
    )


def read_year(path: Path) -> PublishedYear:
    """The year in a file; anything unknown, missing, outside the year or contradictory is refused by key and value."""
    entry = Entry.whole(shown_name(path), read_yaml(path))
    entry.allow(["year", "source", "holidays", "working_weekends"])
    year = entry.number("year")
    named: dict[date, str] = {}
    for holiday in entry.entries("holidays"):
        _add_holiday(named, holiday, year)
    weekends = frozenset(_working_weekend(entry, day, year, named) for day in entry.days("working_weekends"))
    return PublishedYear(year, entry.text("source"), named, weekends)


def _add_holiday(named: dict[date, str], holiday: Entry, year: int) -> None:
    holiday.allow(["name", "from", "to"])
    name, first, last = holiday.text("name"), holiday.day("from"), holiday.day("to")
    _inside(holiday, "from", first, year)
    _inside(holiday, "to", last, year)
    if last < first:
        raise holiday.refused("to", last, Wording(f"不早于{first}的日期", f"a day not before {first}"))
    for offset in range((last - first).days + 1):
        day = first + timedelta(days=offset)
        if day in named:
            raise HolidayOverlaps(file=holiday.file, day=day, first=named[day], second=name)
        named[day] = name


def _working_weekend(entry: Entry, day: date, year: int, named: Mapping[date, str]) -> date:
    _inside(entry, "working_weekends", day, year)
    if day.weekday() < SATURDAY:
        raise entry.refused("working_weekends", day, Wording("周六或周日（调休上班日）", "a Saturday or a Sunday"))
    if day in named:
        expected = Wording(f"不在“{named[day]}”假期内的日期", f"a day outside the holiday {named[day]}")
        raise entry.refused("working_weekends", day, expected)
    return day


def _inside(entry: Entry, key: str, day: date, year: int) -> None:
    if day.year != year:
        raise entry.refused(key, day, Wording(f"{year}年内的日期", f"a day of {year}"))
