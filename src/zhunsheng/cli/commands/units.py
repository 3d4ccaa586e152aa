"""zhunsheng units: the units of the district with their codes."""

from argparse import Namespace

from zhunsheng.cli.command import Command
from zhunsheng.kernel.models import Unit


def _run(given: Namespace) -> int:
    for unit in Unit.objects.select_related("parent").order_by("code"):
        print(f"{unit.code}\t{unit.name}\t{unit.get_kind_display()}\t{unit.parent or ''}")
    return 0


COMMAND = Command(name="units", help="列出全部单位及代码", run=_run)
