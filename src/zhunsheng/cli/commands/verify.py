"""zhunsheng verify: recomputes every digest of the journal, the files and the sealed reports."""

from argparse import Namespace

from django.utils.translation import get_language, gettext

from zhunsheng.cli.command import Command
from zhunsheng.kernel.files.storing import verify_files
from zhunsheng.kernel.issuing.actions import verify_documents
from zhunsheng.kernel.journal.verifying import verify_journal
from zhunsheng.kernel.journal.walls import missing_walls
from zhunsheng.kernel.reports.verify import verify_reports


def _run(given: Namespace) -> int:
    """Status 1 when something was changed; each finding names what and where."""
    found = [*missing_walls(), *verify_journal(), *verify_files(), *verify_documents(), *verify_reports()]
    language = get_language() or "zh"
    for each in found:
        print(each.text(language))
    if not found:
        print(gettext("日志、文件和封存报告的全部摘要都一致。"))
    return int(bool(found))


COMMAND = Command(name="verify", help="重算日志、文件和封存报告的全部摘要", run=_run)
