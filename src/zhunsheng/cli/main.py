"""The entry point: reads the command line, runs one command, says refusals in both languages."""

import os
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence

import django
from django.conf import settings
from django.db import DatabaseError, OperationalError, connection
from django.utils import translation
from django.utils.translation import gettext

from zhunsheng.cli.refusals import NotADatabase, NotSetUp
from zhunsheng.law import Refusal

OK, FOUND_SOMETHING, REFUSED, INTERRUPTED = 0, 1, 2, 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; 0 is well, 1 means it found something wrong, 2 that it was refused, 130 that it was stopped."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "zhunsheng.site.settings.dev")
    try:
        django.setup()
        return _run(list(sys.argv[1:] if arguments is None else arguments))
    except Refusal as refusal:
        return _refuse(refusal)
    except BrokenPipeError:  # a reader such as `head` that went away early is no error
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return OK
    except KeyboardInterrupt:
        print(
            "\n已停止，已完成的部分保留，未完成的部分没有留下痕迹。Stopped; nothing was left half done.",
            file=sys.stderr,
        )
        return INTERRUPTED


def _run(arguments: list[str]) -> int:
    language = _language(arguments)
    with translation.override(language):
        parser = _parser()
        chosen = parser.parse_args(arguments)
        if chosen.command is None:
            parser.print_help()
            return OK
        return _guarded(chosen)


def _guarded(chosen: Namespace) -> int:
    """Turn a missing table into a sentence instead of a traceback."""
    if chosen.command.needs_tables and "kernel_matter" not in _tables():
        raise NotSetUp(where=str(settings.DATABASES["default"]["NAME"]))
    status: int = chosen.command.run(chosen)
    return status


def _tables() -> list[str]:
    try:
        return connection.introspection.table_names()
    except OperationalError as error:
        raise NotSetUp(where=str(settings.DATABASES["default"]["NAME"])) from error
    except DatabaseError as error:
        raise NotADatabase(where=str(settings.DATABASES["default"]["NAME"]), error=str(error)) from error


def _language(arguments: Sequence[str]) -> str:
    for i, argument in enumerate(arguments):
        if argument == "--language" and i + 1 < len(arguments):
            return arguments[i + 1]
        if argument.startswith("--language="):
            return argument.partition("=")[2]
    return "en" if os.environ.get("ZHUNSHENG_LANGUAGE", "").startswith("en") else "zh-hans"


def _parser() -> ArgumentParser:
    from zhunsheng.cli.command import found  # noqa: PLC0415 -- commands import models, which exist after setup only

    parser = ArgumentParser(prog="zhunsheng", description=gettext("准绳：区县法治政府建设工作平台"))
    parser.set_defaults(command=None)
    parser.add_argument("--language", choices=["zh-hans", "en"], help=gettext("输出语言"))
    every = parser.add_subparsers(metavar=gettext("命令"))
    for command in sorted(found(), key=lambda command: command.name):
        sub = every.add_parser(command.name, help=gettext(command.help), description=gettext(command.help))
        command.arguments(sub)
        sub.set_defaults(command=command)
    return parser


def _refuse(refusal: Refusal) -> int:
    print(refusal.text("zh"), file=sys.stderr)
    print(refusal.text("en"), file=sys.stderr)
    return REFUSED
