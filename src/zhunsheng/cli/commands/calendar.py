"""zhunsheng calendar: which years are known; loading a year that the State Council has published."""

import shutil
from argparse import ArgumentParser, Namespace
from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext

from zhunsheng.cli.command import Command
from zhunsheng.kernel.matters.expiry import recount
from zhunsheng.law import default_calendar


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--load", type=Path, metavar="FILE", help=gettext("载入已公布年份的文件，并重新计算受影响的期限")
    )


def _run(given: Namespace) -> int:
    calendar = default_calendar()
    if given.load:
        calendar = calendar.with_year(given.load)
        _keep(given.load)
        moved = recount(calendar=calendar)
        for each in moved:
            print(f"{each.number}\t{each.clock}\t{each.was or '—'} → {each.now or '—'}")
        print(gettext("已载入；%(count)d 个期限的日期有变动。") % {"count": len(moved)})
    for year in calendar.years:
        print(year)
    return 0


def _keep(path: Path) -> None:
    """Put the checked file where every process reads it at its start."""
    folder: Path = settings.ZHUNSHENG.calendars
    folder.mkdir(parents=True, exist_ok=True)
    partial = folder / f".{path.name}.partial"
    shutil.copyfile(path, partial)
    partial.rename(folder / f"{path.stem}.yaml")


COMMAND = Command(name="calendar", help="查看已知的年份，或载入新公布的放假安排", run=_run, arguments=_arguments)
