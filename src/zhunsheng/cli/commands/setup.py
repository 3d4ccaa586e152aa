"""zhunsheng setup and demo: the database, the sample year, the sealed report and its files; then the server."""

import fcntl
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.utils.translation import gettext, gettext_noop

from zhunsheng.cli.command import Command
from zhunsheng.cli.commands.serve import add_port, refuse_busy_port, serve
from zhunsheng.cli.progress import bar
from zhunsheng.kernel.documents import NoChineseFont
from zhunsheng.kernel.journal.sealing import seal_journal
from zhunsheng.kernel.models import Person
from zhunsheng.kernel.reports.actions import codes_to_confirm, confirm_figures, report_of, start_report
from zhunsheng.kernel.reports.files import write_report_files
from zhunsheng.kernel.reports.models import FigureConfirmation, Report
from zhunsheng.kernel.reports.refusals import ReportNotFound
from zhunsheng.kernel.reports.sealing import seal_report
from zhunsheng.kernel.roles import Role
from zhunsheng.kernel.sampling import correct_afterwards, demo_accounts, load_sample

FORM, YEAR = "annual", 2023


def _setup(given: Namespace) -> int:
    """Each part is done once and whole: interrupted, the next run goes on; run again, it changes nothing."""
    with _alone():
        call_command("migrate", verbosity=0, interactive=False)
        with bar() as tell:
            load_sample(progress=tell, lively=True)
        seal_journal()
        report = _sealed()
        _write_files(report)
        correct_afterwards(YEAR)
    return 0


def _demo(given: Namespace) -> int:
    refuse_busy_port(given.port)
    _setup(given)
    _welcome(given.port)
    return serve(given.port)


@contextmanager
def _alone() -> Iterator[None]:
    """A second setup waits for the first, and says so; the system takes the lock back when a process dies."""
    var: Path = settings.ZHUNSHENG.var
    with (var / "setup.lock").open("w") as handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            print(gettext("另一个 zhunsheng setup 正在运行，等待它完成……"), flush=True)
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield


def _sealed() -> Report:
    """The sample year's annual report: started, confirmed and sealed by the head of the sample district."""
    head = Person.objects.filter(posts__role=Role.HEAD, posts__unit__parent=None, is_sample=True).earliest("pk")
    try:
        report = report_of(FORM, YEAR)
    except ReportNotFound:
        report = start_report(FORM, YEAR, by=head)
    if report.sealed is None:
        confirmed = FigureConfirmation.objects.filter(report=report).values_list("code", flat=True)
        confirm_figures(report, sorted(codes_to_confirm(report, head) - set(confirmed)), by=head)
        seal_report(report, by=head)
    return report_of(FORM, YEAR)


def _write_files(report: Report) -> None:
    """Without a Chinese font, what needs one is left out, in words; everything else goes on."""
    folder = settings.ZHUNSHENG.var / "reports"
    try:
        for path in write_report_files(report, folder):
            print(path)
    except NoChineseFont as refusal:
        print(refusal.text("zh"))
        print(refusal.text("en"))


def _welcome(port: int) -> None:
    address = {"host": settings.ZHUNSHENG.host, "port": port}
    print()
    print(gettext("打开 http://%(host)s:%(port)d/ ，样例账号（密码相同）：") % address)
    for post, password in demo_accounts():
        print(f"  {post.person.username:<10} {password}   {post}")
    print(gettext("公众页面 http://%(host)s:%(port)d/public/ ；按 Ctrl-C 停止。") % address)


SETUP = Command(name="setup", help=gettext_noop("建立数据库和样例年度，生成报告文件"), run=_setup, needs_tables=False)
DEMO = Command(
    name="demo", help=gettext_noop("建立样例年度并启动网页服务"), run=_demo, arguments=add_port, needs_tables=False
)
