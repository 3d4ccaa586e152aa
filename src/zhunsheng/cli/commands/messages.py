"""zhunsheng messages: collects every text into the English catalogues and says which have no translation."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from pathlib import Path

from django.apps import apps
from django.utils.translation import gettext, gettext_noop

import zhunsheng
from zhunsheng.cli.command import Command
from zhunsheng.kernel import registry, roles
from zhunsheng.kernel.journal.models import MARK_TITLES
from zhunsheng.kernel.messages import (
    Declared,
    Message,
    compile_catalogues,
    missing,
    problems,
    unused,
    update_catalogues,
)
from zhunsheng.kernel.procedures.clocks import STANDING_TITLES
from zhunsheng.kernel.procedures.declare import HOLDER_TITLES
from zhunsheng.kernel.registry import model_texts
from zhunsheng.kernel.reports.annual import ANNUAL

ROOT = Path(zhunsheng.__file__).parent


def declared() -> Iterator[Declared]:
    """Every declared text with the folder of the package it belongs to; units of figures with their plural."""
    yield from ((ROOT / "kernel", text) for text in _of_the_kernel())
    for domain in registry.domains().values():
        yield from ((domain.home, text) for text in domain.texts())
        yield from ((domain.home, Message(each.unit, plural=each.unit)) for each in domain.indicators)


def _of_the_kernel() -> Iterator[str]:
    for titles in (roles.TITLES, STANDING_TITLES, HOLDER_TITLES, MARK_TITLES, registry.CHAPTERS):
        yield from titles.values()
    for model in apps.get_app_config("kernel").get_models():
        yield from model_texts(model)
    yield from ANNUAL.texts()


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--check", action="store_true", help=gettext("只检查，不写入"))


def _run(given: Namespace) -> int:
    """Status 1 when a text has no translation or a placeholder does not match."""
    texts = list(declared())
    if not given.check:
        update_catalogues(ROOT, texts)
        compile_catalogues(ROOT)
    wrong = [*missing(ROOT, texts), *unused(ROOT, texts), *problems(ROOT)]
    for folder, *what in wrong:
        print(folder.relative_to(ROOT), *what, sep="\t")
    return int(bool(wrong))


COMMAND = Command(
    name="messages",
    help=gettext_noop("收集界面文字，检查英文翻译是否完整"),
    run=_run,
    arguments=_arguments,
    needs_tables=False,
)
