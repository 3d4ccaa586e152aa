"""Working days and rest days of every published year, answered from a prefix table instead of a loop."""

import os
from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import cast, overload

from zhunsheng.law.refusal import Refusal, is_english
from zhunsheng.law.years import HOLIDAYS_IN_ENGLISH, SATURDAY, PublishedYear, library_years, read_year

MAKE_UP = "调休上班"
_WEEKEND = {5: "周六", 6: "周日"}
_ENGLISH = {"周六": "Saturday", "周日": "Sunday", MAKE_UP: "make-up working day", **HOLIDAYS_IN_ENGLISH}


class UnpublishedYear(Refusal):
    """A day was asked for whose year is not in the calendar; nothing is guessed."""

    zh = (
        "{year}年的放假调休安排没有载入（已载入{first}年至{last}年），不能推算该年的日期；"
        "国务院办公厅公布后，请用 zhunsheng calendar --load 文件 载入该年的日历。"
    )
    en = (
        "The holidays of {year} are not loaded (loaded: {first} to {last}), so its days are not guessed; once the "
        "State Council has published them, load that year with: zhunsheng calendar --load FILE."
    )


class YearLoadedTwice(Refusal):
    zh = "{year}年的日历已经载入（来源：{source}），不能再载入“{again}”；请删去其中一个文件。"
    en = "The calendar of {year} is loaded already (source: {source}), not again from {again}; remove one file."


class YearMissingBetween(Refusal):
    zh = "日历中缺少{year}年（其后的{later}年已给出）；请先载入{year}年的日历文件。"
    en = "The calendar lacks {year} although the later year {later} is given; load the file of {year} first."


class Calendar:
    """Every day from the first to the last published year; a day outside raises UnpublishedYear.

    Immutable. Counting costs the same however many days are counted.
    """

    def __init__(self, years: Iterable[PublishedYear]) -> None:
        self._published = _in_order(years)
        self._holidays = {day: name for year in self._published for day, name in year.holidays.items()}
        self._make_ups = frozenset(day for year in self._published for day in year.working_weekends)
        self._base = date(self._published[0].year, 1, 1).toordinal()
        self._size = date(self._published[-1].year, 12, 31).toordinal() - self._base + 1
        self._worked: list[date] = []
        self._rank: list[int] = []
        self._fill_table()

    def _fill_table(self) -> None:
        for offset in range(self._size):
            day = date.fromordinal(self._base + offset)
            if day in self._make_ups or (day.weekday() < SATURDAY and day not in self._holidays):
                self._worked.append(day)
            self._rank.append(len(self._worked))

    @property
    def years(self) -> range:
        return range(self._published[0].year, self._published[-1].year + 1)

    def published(self, year: int) -> PublishedYear:
        """The holidays and make-up days of a year as they were published."""
        if year not in self.years:
            raise self._unpublished(year)
        return self._published[year - self.years.start]

    def source(self, year: int) -> str:
        """Where the holidays of a year were taken from."""
        return self.published(year).source

    def with_year(self, path: Path) -> "Calendar":
        """A new calendar with the year in the file; it must join the years already there."""
        return self.with_years([path])

    def with_years(self, paths: Iterable[Path]) -> "Calendar":
        """A new calendar with the years of several files, in any order."""
        return Calendar([*self._published, *(read_year(path) for path in paths)])

    def is_workday(self, day: date) -> bool:
        index = self._index(day)
        return self._rank[index] > (self._rank[index - 1] if index else 0)

    def is_rest_day(self, day: date) -> bool:
        return not self.is_workday(day)

    def why_rest(self, day: date, language: str = "zh") -> str:
        """周六, 周日 or the holiday's name; 调休上班 for a worked weekend day; empty for an ordinary working day."""
        self._index(day)
        reason = MAKE_UP if day in self._make_ups else self._holidays.get(day, _WEEKEND.get(day.weekday(), ""))
        return _ENGLISH.get(reason, reason) if is_english(language) else reason

    def add_workdays(self, start: date, n: int) -> date:
        """The n-th working day after `start`, or before it if n is negative; `start` is not counted; 0 is `start`."""
        index = start.toordinal() - self._base
        if n > 0 and 0 <= index < self._size:
            place = self._rank[index] + n - 1
            if place < len(self._worked):
                return self._worked[place]
            raise self._unpublished(self.years.stop)
        return self._back(start, -n) if n else start

    def _back(self, start: date, n: int) -> date:
        place = self._rank[self._index(start)] - self.is_workday(start) - n
        if place < 0:
            raise self._unpublished(self.years.start - 1)
        return self._worked[place]

    @overload
    def add_workdays_many(self, starts: Iterable[date], n: int) -> list[date]: ...
    @overload
    def add_workdays_many(self, starts: Iterable[int], n: int) -> list[int]: ...
    def add_workdays_many(self, starts: Iterable[date] | Iterable[int], n: int) -> list[date] | list[int]:
        """`add_workdays` for many starts at once (n ≥ 1): dates give dates, day ordinals give day ordinals."""
        given = list(starts)
        if given and isinstance(given[0], int):
            return self._many_ordinals(cast(list[int], given), n)
        return self._many_dates(cast(list[date], given), n)

    def _many_ordinals(self, starts: Sequence[int], n: int) -> list[int]:
        self._check_span(starts, n)
        worked = [day.toordinal() for day in self._worked]
        answers = [worked[rank + n - 1] if rank + n <= len(worked) else 0 for rank in self._rank]
        base = self._base
        return [answers[start - base] for start in starts]

    def _many_dates(self, starts: Sequence[date], n: int) -> list[date]:
        ordinals = [start.toordinal() for start in starts]
        self._check_span(ordinals, n)
        worked, rank, shift, base = self._worked, self._rank, n - 1, self._base
        return [worked[rank[ordinal - base] + shift] for ordinal in ordinals]

    def _check_span(self, ordinals: Sequence[int], n: int) -> None:
        if n < 1:
            raise ValueError(f"add_workdays_many counts forward by at least 1 working day, got {n}")
        if ordinals:
            self._index(date.fromordinal(min(ordinals)))
            self.add_workdays(date.fromordinal(max(ordinals)), n)

    def workdays_between(self, after: date, until: date) -> int:
        """How many working days lie after `after`, up to and including `until`; 0 if `until` is not later."""
        return max(0, self._rank[self._index(until)] - self._rank[self._index(after)])

    def on_or_after_workday(self, day: date) -> date:
        """`day` if it is worked, else the first working day after it."""
        return day if self.is_workday(day) else self.add_workdays(day, 1)

    def _index(self, day: date) -> int:
        index = day.toordinal() - self._base
        if not 0 <= index < self._size:
            raise self._unpublished(day.year)
        return index

    def _unpublished(self, year: int) -> UnpublishedYear:
        return UnpublishedYear(year=year, first=self.years.start, last=self.years.stop - 1)


def calendar_of(paths: Iterable[Path]) -> Calendar:
    """The library's years and those of the files. A file stands for its year also where the library knows it."""
    given = [read_year(path) for path in paths]
    known = {published.year for published in given}
    return Calendar([*(each for each in library_years() if each.year not in known), *given])


_folders: list[Path] = []
"""The one folder that ``read_calendars_from`` named, or none."""


def read_calendars_from(folder: Path) -> None:
    """Let this process's default calendar take the files (``*.yaml``) of ``folder``, which need not exist yet."""
    _folders[:] = [folder]


def default_calendar() -> Calendar:
    """The library's years and the files of the folder; read again only after a file was put there or taken away."""
    folder = _folders[0] if _folders else None
    return _calendar_at(folder, _changed_at(folder) if folder else 0)


@lru_cache(maxsize=1)
def _calendar_at(folder: Path | None, changed_at: int) -> Calendar:
    return calendar_of(sorted(folder.glob("*.yaml")) if folder else [])


def _changed_at(folder: Path) -> int:
    try:
        return os.stat(folder).st_mtime_ns
    except FileNotFoundError:
        return 0


def _in_order(years: Iterable[PublishedYear]) -> list[PublishedYear]:
    ordered = sorted(years, key=lambda published: published.year)
    for earlier, later in pairwise(ordered):
        if earlier.year == later.year:
            raise YearLoadedTwice(year=later.year, source=earlier.source, again=later.source)
        if later.year != earlier.year + 1:
            raise YearMissingBetween(year=earlier.year + 1, later=later.year)
    return ordered
