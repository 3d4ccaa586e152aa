"""zhunsheng report and restate: the files of a report, and what changed since it was sealed."""

from argparse import ArgumentParser, Namespace
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext

from zhunsheng.cli.command import Command
from zhunsheng.kernel.indicators.figures import printed
from zhunsheng.kernel.reports.actions import report_of
from zhunsheng.kernel.reports.files import write_report_files
from zhunsheng.kernel.reports.restate import CAME, CHANGED, WENT, Restated, restate


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("year", help=gettext("年份，例如 2023"))
    parser.add_argument("--form", default="annual", help=gettext("报告种类"))


def _file_arguments(parser: ArgumentParser) -> None:
    _arguments(parser)
    parser.add_argument("--folder", type=Path, default=settings.ZHUNSHENG.var / "reports", help=gettext("写入的文件夹"))


def _report(given: Namespace) -> int:
    for path in write_report_files(report_of(given.form, given.year), given.folder):
        print(path)
    return 0


def _restate(given: Namespace) -> int:
    """Status 1 when a figure or its records differ from what was sealed."""
    found = restate(report_of(given.form, given.year))
    moment = _moment(found.seal.sealed_at)
    print(gettext("“%(report)s”封存于%(moment)s。") % {"report": found.report.title, "moment": moment})
    for each in found.differing:
        _say(each)
    if not found.differing:
        print(gettext("封存以来，全部数据及其记录都没有变动。"))
    return int(bool(found.differing))


def _say(figure: Restated) -> None:
    numbers = {how: len(figure.of(how)) for how in (CAME, WENT, CHANGED)}
    counts = gettext("补入%(came)d条，撤出%(went)d条，变动%(changed)d条") % numbers
    sealed, now = printed(figure.sealed, figure.unit), printed(figure.now, figure.unit)
    print(f"{figure.code}\t{gettext(figure.title)}\t{sealed} → {now}\t{counts}")
    for record in figure.records:
        print(f"  {record.key}  {record.title}")
        for reason in record.reasons:
            print(f"    {_moment(reason.recorded_at)}  {reason.by}  {gettext(reason.what)}  {reason.note}")
            for name, before, after in reason.changes:
                print(f"      {name}: {before} → {after}")


def _moment(at: datetime) -> str:
    return timezone.localtime(at).strftime("%Y-%m-%d %H:%M")


REPORT = Command(name="report", help="生成一份报告的文件", run=_report, arguments=_file_arguments)
RESTATE = Command(name="restate", help="逐项列出封存之后的变动及原因", run=_restate, arguments=_arguments)
