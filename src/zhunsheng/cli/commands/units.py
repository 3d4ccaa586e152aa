"""zhunsheng units: the units of the district with their codes."""

import json
from argparse import ArgumentParser, Namespace

from django.utils.translation import gettext, gettext_noop

from zhunsheng.cli import arguments
from zhunsheng.cli.command import Command
from zhunsheng.kernel.models import Unit
from zhunsheng.kernel.units.tree import tree


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("unit", nargs="?", help=gettext("只看这一单位及其下属单位（代码或名称）"))
    arguments.json_switch(parser)


def _run(given: Namespace) -> int:
    units = Unit.objects.select_related("parent").order_by("code")
    if given.unit:
        units = units.filter(pk__in=tree().subtree([arguments.unit(given.unit).pk]))
    rows = [
        {"code": unit.code, "name": unit.name, "kind": unit.kind, "parent": unit.parent.code if unit.parent else None}
        for unit in units
    ]
    if given.json:
        print(json.dumps(rows, ensure_ascii=False, indent=1))
        return 0
    for unit in units:
        print(f"{unit.code}\t{unit.name}\t{unit.get_kind_display()}\t{unit.parent or ''}")
    return 0


COMMAND = Command(name="units", help=gettext_noop("列出单位及代码"), run=_run, arguments=_arguments)
