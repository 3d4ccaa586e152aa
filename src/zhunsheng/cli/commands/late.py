"""zhunsheng late: running clocks by day, for whoever supervises."""

import json
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from datetime import timedelta

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext, gettext_noop

from zhunsheng.cli import arguments
from zhunsheng.cli.command import Command
from zhunsheng.kernel import registry
from zhunsheng.kernel.models import Deadline
from zhunsheng.kernel.units.tree import tree


def _arguments(parser: ArgumentParser) -> None:
    several = arguments.whole_number("--days", 0, 3650)
    parser.add_argument("--days", type=several, default=0, help=gettext("也列出今后若干日内到期的"))
    parser.add_argument("--unit", help=gettext("只看这一单位及其下属单位（代码或名称）"))
    arguments.json_switch(parser)


def _run(given: Namespace) -> int:
    """Exit status 1 when something is late."""
    rows = list(_rows(_chosen(given)))
    if given.json:
        print(json.dumps(rows, ensure_ascii=False, indent=1))
    else:
        for row in rows:
            print("\t".join(str(row[name]) for name in ("due_on", "number", "title", "unit")))
    return int(any(row["late"] for row in rows))


def _chosen(given: Namespace) -> "QuerySet[Deadline]":
    until = timezone.localdate() + timedelta(days=given.days)
    rows = Deadline.objects.filter(standing="running", kind="limit", due_on__lte=until)
    if given.unit:
        rows = rows.filter(unit__in=tree().subtree([arguments.unit(given.unit).pk]))
    return rows.filter(matter__kind__in=registry.kinds()).select_related("matter", "unit").order_by("due_on", "pk")


def _rows(deadlines: "QuerySet[Deadline]") -> Iterator[dict[str, object]]:
    today = timezone.localdate()
    for deadline in deadlines.iterator():
        matter, due_on = deadline.matter, deadline.due_on
        clock = registry.kind_of(matter.kind).edition(matter.edition).clocks[deadline.clock]
        yield {
            "due_on": str(due_on),
            "late": due_on is not None and due_on < today,
            "number": matter.number,
            "clock": clock.code,
            "title": gettext(clock.title),
            "unit": str(deadline.unit),
        }


COMMAND = Command(
    name="late",
    help=gettext_noop("列出逾期和将到期的期限"),
    finds=gettext_noop("有期限已经逾期"),
    run=_run,
    arguments=_arguments,
)
