"""zhunsheng messages: collects every text into the English catalogues and says which have no translation."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from pathlib import Path

from django.apps import apps
from django.utils.translation import gettext

import zhunsheng
from zhunsheng.cli.command import Command
from zhunsheng.kernel import registry, roles
from zhunsheng.kernel.messages import compile_catalogues, missing, problems, update_catalogues
from zhunsheng.kernel.procedures.clocks import STANDING_TITLES
from zhunsheng.kernel.procedures.declare import HOLDER_TITLES
from zhunsheng.kernel.registry import model_texts

ROOT = Path(zhunsheng.__file__).parent


def declared() -> Iterator[tuple[Path, str]]:
    """Every declared text with the folder of the package it belongs to."""
    kernel = ROOT / "kernel"
    for titles in (roles.TITLES, STANDING_TITLES, HOLDER_TITLES, registry.CHAPTERS):
        for title in titles.values():
            yield kernel, title
    for model in apps.get_app_config("kernel").get_models():
        for text in model_texts(model):
            yield kernel, text
    for domain in registry.domains().values():
        for text in domain.texts():
            yield domain.home, text


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--check", action="store_true", help=gettext("只检查，不写入"))


def _run(given: Namespace) -> int:
    """Status 1 when a text has no translation or a placeholder does not match."""
    texts = sorted(set(declared()))
    if not given.check:
        update_catalogues(ROOT, texts)
        compile_catalogues(ROOT)
    wrong = [*missing(ROOT, texts), *problems(ROOT)]
    for each in wrong:
        print(each)
    return int(bool(wrong))


COMMAND = Command(
    name="messages", help="收集界面文字，检查英文翻译是否完整", run=_run, arguments=_arguments, needs_tables=False
)
