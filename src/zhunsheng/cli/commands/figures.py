"""zhunsheng figures: every indicator of a year, counted from the records."""

import json
from argparse import ArgumentParser, Namespace

from django.utils.translation import gettext, gettext_noop

from zhunsheng.cli import arguments
from zhunsheng.cli.command import Command
from zhunsheng.kernel import registry
from zhunsheng.kernel.indicators.figures import figures, printed
from zhunsheng.kernel.periods import Period


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("year", help=gettext("年份，例如 2023"))
    parser.add_argument("codes", nargs="*", help=gettext("只要这些指标"))
    arguments.json_switch(parser)


def _run(given: Namespace) -> int:
    found = figures(given.codes or registry.indicators(), Period.year(given.year)).values()
    if given.json:
        rows = [
            {"code": f.code, "value": f.number, "unit": f.unit, "period": str(f.period), "definition": f.definition}
            for f in found
        ]
        print(json.dumps(rows, ensure_ascii=False, indent=1))
        return 0
    for figure in found:
        print(f"{figure.code}\t{printed(figure.value, figure.unit)}\t{gettext(figure.title)}")
    return 0


COMMAND = Command(name="figures", help=gettext_noop("由记录逐项计算一年的全部指标"), run=_run, arguments=_arguments)
