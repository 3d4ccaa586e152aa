"""Deadlines: plain working-day terms a second, and every open matter counted anew for a new holiday year."""

from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from django.utils import timezone

from zhunsheng.cli.bench.growing import grow
from zhunsheng.cli.bench.measuring import Line, alternately, took
from zhunsheng.cli.bench.scratch import use
from zhunsheng.kernel.matters.expiry import Moved, recount
from zhunsheng.kernel.models import Matter
from zhunsheng.kernel.sampling import load_sample
from zhunsheng.law import Calendar, default_calendar

TERMS = 200_000
NEW_YEAR = """year: {year}
source: made up for the bench
holidays:
  - {{name: 元旦, from: {year}-01-01, to: {year}-01-03}}
  - {{name: 春节, from: {year}-02-05, to: {year}-02-11}}
working_weekends: []
"""


def terms() -> Iterator[Line]:
    """Terms of one to twenty working days from every day of five years: in one call, and one by one."""
    calendar = default_calendar()
    first = date(2020, 1, 1).toordinal()
    starts = [date.fromordinal(first + number % 1800) for number in range(TERMS)]
    many, each = alternately(5, partial(_together, calendar, starts), partial(_singly, calendar, starts))
    yield Line(
        "工作日期限 plain working-day terms",
        f"{TERMS / many.cpu:,.0f}/s，逐个 one by one {TERMS / each.cpu:,.0f}/s",
        f"{each.cpu / many.cpu:.1f} ×",
        "≥ 1,000,000/s",
        TERMS / many.cpu >= 1_000_000,
    )


def _together(calendar: Calendar, starts: list[date]) -> None:
    share = len(starts) // 20
    for days in range(1, 21):
        calendar.add_workdays_many(starts[(days - 1) * share : days * share], days)


def _singly(calendar: Calendar, starts: list[date]) -> None:
    add = calendar.add_workdays
    for number, start in enumerate(starts):
        add(start, number % 20 + 1)


def recounting(open_matters: int) -> Iterator[Line]:
    """Open matters of today in a database of their own; next year's holidays are published."""
    use("open")
    load_sample(years=(), lively=True)
    grow(open_matters, open_share=1)
    count = Matter.objects.open().count()
    moved: list[Moved] = []
    with TemporaryDirectory() as folder:
        calendar = _with_next_year(Path(folder))
        time = took(lambda: moved.extend(recount(calendar=calendar)))
    yield Line(
        "新一年放假安排公布后重算 recount for a new holiday year",
        f"{count:,} 件在办，{len(moved):,} 个期限改变，{time.wall:.1f} s",
        f"CPU {time.cpu:.1f} s",
        f"< {30 * count / 100_000:.0f} s（CPU）",
        time.cpu < 30 * count / 100_000,
    )


def _with_next_year(folder: Path) -> Calendar:
    year = max(timezone.localdate().year, default_calendar().years[-1]) + 1
    calendar = default_calendar()
    for missing in range(calendar.years[-1] + 1, year + 1):
        path = folder / f"{missing}.yaml"
        path.write_text(NEW_YEAR.format(year=missing), encoding="utf-8")
        calendar = calendar.with_year(path)
    return calendar
