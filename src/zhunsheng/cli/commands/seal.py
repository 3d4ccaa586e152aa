"""zhunsheng seal: chains the lines of the journal that are not sealed yet, and prints the end of the chain."""

from argparse import Namespace

from django.utils.translation import gettext, gettext_noop

from zhunsheng.cli.command import Command
from zhunsheng.kernel.journal.sealing import seal_journal


def seal() -> None:
    """Seal the journal and say where the chain ends. Run again, or by several at once, it seals nothing twice."""
    head = seal_journal()
    print(
        gettext("日志已封存 %(rows)d 行，至第 %(page)d 页；日志链摘要 %(digest)s")
        % {"rows": head.rows, "page": head.sequence, "digest": head.digest}
    )


def _run(given: Namespace) -> int:
    seal()
    return 0


COMMAND = Command(name="seal", help=gettext_noop("封存尚未封存的日志（一分钟之内的留待下次）"), run=_run)
