"""zhunsheng calendar: which years are known and their holidays; checking and loading a year that was published."""

import json
import os
import tempfile
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import groupby
from pathlib import Path

from django.conf import settings
from django.utils.translation import get_language, gettext, gettext_noop

from zhunsheng.cli import arguments
from zhunsheng.cli.command import Command
from zhunsheng.cli.database import require_tables
from zhunsheng.cli.refusals import NoSuchFile
from zhunsheng.kernel.matters.expiry import recount
from zhunsheng.kernel.periods import Period
from zhunsheng.law import Calendar, calendar_of, default_calendar
from zhunsheng.law.years import PublishedYear, read_year


def _arguments(parser: ArgumentParser) -> None:
    chosen = parser.add_mutually_exclusive_group()
    chosen.add_argument("year", nargs="?", help=gettext("列出这一年的放假和调休上班日，例如 2026"))
    chosen.add_argument("--check", type=Path, metavar="FILE", help=gettext("只检查文件能否载入，不写入"))
    chosen.add_argument("--load", type=Path, metavar="FILE", help=gettext("载入已公布年份的文件，重算受影响的期限"))
    arguments.json_switch(parser)


def _run(given: Namespace) -> int:
    if given.check:
        year, calendar = _checked(given.check)
        return _show(calendar, year.year, given.json)
    if given.load:
        return _load(given.load)
    if given.year:
        return _show(default_calendar(), Period.year(given.year).since.year, given.json)
    calendar = default_calendar()
    if given.json:
        print(json.dumps({year: calendar.source(year) for year in calendar.years}, ensure_ascii=False, indent=1))
        return 0
    for year in calendar.years:
        print(f"{year}\t{calendar.source(year)}")
    return 0


def _load(path: Path) -> int:
    """Keep the checked file, then count anew. Stopped in between, loading the same file again goes on from there."""
    require_tables()
    year, calendar = _checked(path)
    _keep(path, year)
    moved = recount(calendar=calendar)
    for each in moved:
        print(f"{each.number}\t{each.clock}\t{each.was or '—'} → {each.now or '—'}")
    print(gettext("已载入%(year)d年；%(count)d 个期限的日期有变动。") % {"year": year.year, "count": len(moved)})
    return 0


def _checked(path: Path) -> tuple[PublishedYear, Calendar]:
    """The year in the file, and the calendar as it would be with it; anything wrong is refused."""
    if not path.is_file():
        raise NoSuchFile(path=path)
    year = read_year(path)
    others = [kept for kept in settings.ZHUNSHENG.calendars.glob("*.yaml") if kept.name != _name(year)]
    return year, calendar_of([*others, path])


def _name(year: PublishedYear) -> str:
    return f"{year.year}.yaml"


def _keep(path: Path, year: PublishedYear) -> None:
    """Put the file, whole or not at all, where every process reads it; an earlier one of that year gives way."""
    folder: Path = settings.ZHUNSHENG.calendars
    folder.mkdir(parents=True, exist_ok=True)
    handle, draft = tempfile.mkstemp(dir=folder)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(path.read_bytes())
        os.replace(draft, folder / _name(year))
    except BaseException:
        os.unlink(draft)
        raise


def _show(calendar: Calendar, year: int, as_json: bool) -> int:
    published = calendar.published(year)
    holidays = list(_holidays(calendar, published))
    make_ups = sorted(published.working_weekends)
    if as_json:
        rows = [{"name": name, "from": first.isoformat(), "to": last.isoformat()} for name, first, last in holidays]
        found = {"year": year, "source": published.source, "holidays": rows}
        print(json.dumps(found | {"working_weekends": [d.isoformat() for d in make_ups]}, ensure_ascii=False, indent=1))
        return 0
    print(f"{year}\t{published.source}")
    for name, first, last in holidays:
        print(f"{first} — {last}\t{name}")
    for day in make_ups:
        print(f"{day}\t{calendar.why_rest(day, get_language() or 'zh')}")
    return 0


def _holidays(calendar: Calendar, published: PublishedYear) -> Iterator[tuple[str, date, date]]:
    """Name, first and last day of each stretch of holidays."""
    days = sorted(published.holidays)
    stretches = groupby(enumerate(days), key=lambda at: (published.holidays[at[1]], at[1] - timedelta(days=at[0])))
    for _, stretch in stretches:
        run = [day for _, day in stretch]
        yield calendar.why_rest(run[0], get_language() or "zh"), run[0], run[-1]


COMMAND = Command(
    name="calendar",
    help=gettext_noop("查看已知年份的放假和调休，检查或载入新公布的放假安排"),
    run=_run,
    arguments=_arguments,
    needs_tables=False,
)
