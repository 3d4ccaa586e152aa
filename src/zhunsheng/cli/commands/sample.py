"""zhunsheng sample: a district and its years 2022 and 2023, invented, through the bulk door."""

from argparse import ArgumentParser, Namespace

from django.utils.translation import gettext, gettext_noop

from zhunsheng.cli.command import Command
from zhunsheng.cli.progress import bar
from zhunsheng.kernel.sampling import load_sample


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--lively", action="store_true", help=gettext("另加几件以今天为准的在办事项"))


def _run(given: Namespace) -> int:
    """Run again it does nothing; interrupted it goes on where it stopped."""
    with bar() as tell:
        summary = load_sample(progress=tell, lively=given.lively)
    print(gettext("样例已就绪，本次写入 %(count)d 条记录。") % {"count": summary.records})
    return 0


COMMAND = Command(name="sample", help=gettext_noop("生成样例区和样例年度"), run=_run, arguments=_arguments)
