"""The entry point: reads the command line, runs one command, says refusals in both languages."""

import os
import signal
import sys
from collections.abc import Sequence

import django
from django.db import DatabaseError
from django.utils import translation
from django.utils.translation import gettext

from zhunsheng.cli.database import require_tables, worded_database, worded_file
from zhunsheng.cli.parsing import Parser
from zhunsheng.cli.refusals import UnknownLanguage
from zhunsheng.law import Refusal

OK, FOUND_SOMETHING, REFUSED, INTERRUPTED = 0, 1, 2, 130
LANGUAGES = ("zh-hans", "en")
SOON = 0.01


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; 0 is well, 1 means it found something, 2 that it was refused, 130 that it was stopped."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "zhunsheng.site.settings.dev")
    if arguments is None:
        signal.signal(signal.SIGALRM, signal.default_int_handler)
        sys.unraisablehook = _hear_again
    try:
        django.setup()
        status = _run(list(sys.argv[1:] if arguments is None else arguments))
        sys.stdout.flush()
        return status
    except Refusal as refusal:
        return _refuse(refusal)
    except DatabaseError as error:
        return _refuse(worded_database(error))
    except BrokenPipeError:  # a reader such as `head` that went away early is no error
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return OK
    except OSError as error:
        return _refuse(worded_file(error))
    except KeyboardInterrupt:
        print(
            "\n已停止，已完成的部分保留，未完成的部分没有留下痕迹。Stopped; nothing was left half done.",
            file=sys.stderr,
        )
        return INTERRUPTED


def _hear_again(dropped: "sys.UnraisableHookArgs") -> None:
    """Python drops what is raised while it frees an object: a Ctrl-C that was lost so comes again at once."""
    if dropped.exc_type is KeyboardInterrupt:
        signal.setitimer(signal.ITIMER_REAL, SOON)
    else:
        sys.__unraisablehook__(dropped)


def _run(arguments: list[str]) -> int:
    with translation.override(_language(arguments)):
        parser = _parser()
        chosen = parser.parse_args(arguments)
        if chosen.command is None:
            parser.print_help()
            return OK
        if chosen.command.needs_tables:
            require_tables()
        status: int = chosen.command.run(chosen)
        return status


def _language(arguments: Sequence[str]) -> str:
    """The language asked for, else that of ZHUNSHENG_LANGUAGE, else Chinese."""
    language = os.environ.get("ZHUNSHENG_LANGUAGE", "").strip() or LANGUAGES[0]
    for i, argument in enumerate(arguments):
        if argument.partition("=")[0] == "--language":
            language = argument.partition("=")[2] or "".join(arguments[i + 1 : i + 2])
    if language not in LANGUAGES:
        raise UnknownLanguage(value=language, known="、".join(LANGUAGES))
    return language


def _parser() -> Parser:
    from zhunsheng.cli.command import found  # noqa: PLC0415 -- commands import models, which exist after setup only

    parser = Parser(prog="zhunsheng", description=gettext("准绳：区县法治政府建设工作平台"), epilog=_statuses())
    parser.set_defaults(command=None)
    parser.add_argument("--language", choices=LANGUAGES, help=gettext("输出语言（环境变量 ZHUNSHENG_LANGUAGE）"))
    every = parser.add_subparsers(title=gettext("命令"), metavar="COMMAND")
    for command in sorted(found(), key=lambda command: command.name):
        text, finds = gettext(command.help), gettext(command.finds) if command.finds else ""
        sub = every.add_parser(command.name, help=text, description=text, epilog=_statuses(finds))
        command.arguments(sub)
        sub.set_defaults(command=command)
    return parser


def _statuses(finds: str = "") -> str:
    """The exit statuses in a line; ``finds`` says when a command ends with 1."""
    found = {"found": finds or gettext("发现了需要处理的问题（并非每个命令都有）")}
    return gettext("退出状态：0 正常；1 %(found)s；2 无法办理，原因已写明；130 被中断。") % found


def _refuse(refusal: Refusal) -> int:
    print(refusal.text("zh"), file=sys.stderr)
    print(refusal.text("en"), file=sys.stderr)
    return REFUSED
