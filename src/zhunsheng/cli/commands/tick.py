"""zhunsheng tick: what the calendar does by itself and the sealing of the journal, to be run every morning."""

from argparse import Namespace

from django.db import connection
from django.utils.translation import gettext, gettext_noop

from zhunsheng.cli.command import Command
from zhunsheng.cli.commands.seal import seal
from zhunsheng.kernel.matters.expiry import take_expired_steps
from zhunsheng.kernel.writing import write_transaction


def _run(given: Namespace) -> int:
    print(gettext("期限届满自动办理：%(count)d 件。") % {"count": take_expired_steps()})
    seal()
    _refresh_statistics()
    return 0


def _refresh_statistics() -> None:
    """Let SQLite look at tables that have grown, to choose the right index; PostgreSQL does so by itself."""
    if connection.vendor == "sqlite":
        with write_transaction(), connection.cursor() as cursor:
            cursor.execute("ANALYZE")


COMMAND = Command(
    name="tick", help=gettext_noop("办理期限届满依法自动发生的步骤，并封存日志（每天运行一次）"), run=_run
)
