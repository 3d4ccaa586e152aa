"""zhunsheng verify: recomputes every digest of the journal, the files and the sealed reports."""

import json
from argparse import Namespace

from django.utils.translation import get_language, gettext, gettext_noop

from zhunsheng.cli import arguments
from zhunsheng.cli.command import Command
from zhunsheng.kernel.files.storing import verify_files
from zhunsheng.kernel.issuing.actions import verify_documents
from zhunsheng.kernel.journal.verifying import verify_journal
from zhunsheng.kernel.journal.walls import missing_walls
from zhunsheng.kernel.reports.verify import verify_reports


def _run(given: Namespace) -> int:
    """Status 1 when something was changed; each finding names what and where."""
    found = [*missing_walls(), *verify_journal(), *verify_files(), *verify_documents(), *verify_reports()]
    texts = [each.text(get_language() or "zh") for each in found]
    if given.json:
        print(json.dumps(texts, ensure_ascii=False, indent=1))
        return int(bool(texts))
    for text in texts:
        print(text)
    if not texts:
        print(gettext("日志、文件和封存报告的全部摘要都一致。"))
    return int(bool(texts))


COMMAND = Command(
    name="verify",
    help=gettext_noop("重算日志、文件和封存报告的全部摘要"),
    finds=gettext_noop("有内容与封存时不一致"),
    run=_run,
    arguments=arguments.json_switch,
)
