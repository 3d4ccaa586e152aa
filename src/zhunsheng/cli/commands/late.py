"""zhunsheng late: running clocks by day, for whoever supervises."""

from argparse import ArgumentParser, Namespace
from datetime import timedelta

from django.utils import timezone
from django.utils.translation import gettext

from zhunsheng.cli.command import Command
from zhunsheng.kernel import registry
from zhunsheng.kernel.models import Deadline


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--days", type=int, default=0, help=gettext("也列出今后若干日内到期的"))


def _run(given: Namespace) -> int:
    """Exit status 1 when something is late."""
    today = timezone.localdate()
    rows = Deadline.objects.filter(standing="running", kind="limit", due_on__lt=today + timedelta(days=given.days + 1))
    late = 0
    for row in rows.select_related("matter", "unit").order_by("due_on", "pk").iterator():
        clock = registry.kind_of(row.matter.kind).edition(row.matter.edition).clocks[row.clock]
        late += row.due_on is not None and row.due_on < today
        print(f"{row.due_on}\t{row.matter.number}\t{gettext(clock.title)}\t{row.unit}")
    return int(late > 0)


COMMAND = Command(name="late", help="列出逾期和将到期的期限", run=_run, arguments=_arguments)
