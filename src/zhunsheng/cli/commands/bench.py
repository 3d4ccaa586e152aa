"""zhunsheng bench: how fast it is, as ratios within one run, in a scratch folder of its own."""

import os
import subprocess
import sys
from argparse import ArgumentParser, Namespace
from tempfile import TemporaryDirectory

from django.utils.translation import gettext, gettext_noop

from zhunsheng.cli.command import Command

FULL, QUICK = 1_000_000, 100_000
MEASURES = ("sample", "doors", "terms", "recount", "figures", "rollup", "pages", "numbers", "memory")


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--quick", action="store_true", help=gettext("十万件而不是一百万件，供日常使用"))
    parser.add_argument("--only", choices=MEASURES, default="", help=gettext("只测这一项"))


def _run(given: Namespace) -> int:
    """Nobody's data is touched: database, secrets and files of the run lie in a folder that is removed afterwards."""
    with TemporaryDirectory(prefix="zhunsheng-bench-") as folder:
        scratch = {**os.environ, "ZHUNSHENG_VAR": folder, "DATABASE_URL": "", "ZHUNSHENG_DOMAINS": ""}
        scratch["DJANGO_SETTINGS_MODULE"] = "zhunsheng.site.settings.dev"
        arguments = ["--matters", str(QUICK if given.quick else FULL), "--only", given.only]
        return subprocess.run(
            [sys.executable, "-m", "zhunsheng.cli.bench", *arguments], env=scratch, check=False
        ).returncode


COMMAND = Command(name="bench", help=gettext_noop("测量速度"), run=_run, arguments=_arguments, needs_tables=False)
