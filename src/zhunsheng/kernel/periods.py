"""A period that figures are counted over: a year, a month, or any stretch of days."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Self

from zhunsheng.kernel.refusals import UnknownYear

FIRST_YEAR, LAST_YEAR = 2000, 2100


@dataclass(frozen=True, order=True)
class Period:
    """The days from ``since`` to ``until``, both included."""

    since: date
    until: date

    @classmethod
    def year(cls, year: int | str) -> Self:
        """One calendar year; anything but a year from 2000 to 2100 is refused as UnknownYear."""
        number = int(year) if str(year).isdecimal() else 0
        if not FIRST_YEAR <= number <= LAST_YEAR:
            raise UnknownYear(year=year, first=FIRST_YEAR, last=LAST_YEAR)
        return cls(date(number, 1, 1), date(number, 12, 31))

    @classmethod
    def month(cls, year: int, month: int) -> Self:
        return cls(date(year, month, 1), date(year, month, monthrange(year, month)[1]))

    @property
    def is_year(self) -> bool:
        """Whether it is one calendar year; several in a row are none."""
        year = self.since.year
        return (self.since, self.until) == (date(year, 1, 1), date(year, 12, 31))

    def before(self) -> "Period":
        """The period to compare with: the year before, or as many days just before."""
        if self.is_year:
            return Period.year(self.since.year - 1)
        length = self.until - self.since
        return Period(self.since - timedelta(days=1) - length, self.since - timedelta(days=1))

    def months(self) -> list[int]:
        """Every month touched, as numbers like 202305."""
        first = self.since.year * 12 + self.since.month - 1
        last = self.until.year * 12 + self.until.month - 1
        return [n // 12 * 100 + n % 12 + 1 for n in range(first, last + 1)]

    def __str__(self) -> str:
        if self.is_year:
            return f"{self.since.year}年"
        if self == Period.month(self.since.year, self.since.month):
            return f"{self.since.year}年{self.since.month}月"
        return f"{self.since:%Y-%m-%d}至{self.until:%Y-%m-%d}"
