"""The command line read in the language of the person, with refusals instead of argparse's own English."""

import re
from argparse import Action, ArgumentParser, HelpFormatter
from collections.abc import Iterable
from typing import Any, NoReturn

from django.utils.translation import gettext

from zhunsheng.cli.refusals import BadArguments
from zhunsheng.law import Wording

PROBLEMS = {
    r"unrecognized arguments: (.+)": "不认识的参数：{0}",
    r"the following arguments are required: (.+)": "缺少参数：{0}",
    r"argument (.+): expected one argument": "参数{0}之后缺少一个值",
    r"argument (.+): invalid choice: '(.*)' \(choose from (.+)\)": "参数{0}的值“{1}”不可用，可用的有：{2}",
    r"argument (.+): not allowed with argument (.+)": "参数{0}不能与{1}同时使用",
    r"argument (.+): ignored explicit argument '(.*)'": "参数{0}不带值，却给了“{1}”",
    r"ambiguous option: (.+) could match (.+)": "参数{0}不明确，可能是：{1}",
}
"""What argparse says, and the same in Chinese; its values are taken over."""


class _Formatter(HelpFormatter):
    """Help whose first word is in the language of the person."""

    def add_usage(
        self, usage: str | None, actions: Iterable[Action], groups: Iterable[Any], prefix: str | None = None
    ) -> None:
        super().add_usage(usage, actions, groups, gettext("用法：") if prefix is None else prefix)


class Parser(ArgumentParser):
    """A parser whose help and refusals are in both languages; a mistake raises BadArguments."""

    def __init__(self, **given: Any) -> None:
        super().__init__(**given, add_help=False, allow_abbrev=False, formatter_class=_Formatter)
        self._positionals.title, self._optionals.title = gettext("参数"), gettext("选项")
        self.add_argument("-h", "--help", action="help", help=gettext("显示这份说明"))

    def error(self, message: str) -> NoReturn:
        raise BadArguments(problem=_worded(message), command=self.prog)


def _worded(message: str) -> Wording:
    for pattern, chinese in PROBLEMS.items():
        if found := re.fullmatch(pattern, message):
            return Wording(chinese.format(*found.groups()), message)
    return Wording(message, message)
