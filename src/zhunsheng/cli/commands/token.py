"""zhunsheng token: gives a program a token that acts as a person, or takes it back."""

import sys
from argparse import ArgumentParser, Namespace

from django.utils import timezone
from django.utils.translation import gettext, gettext_noop

from zhunsheng.cli import arguments
from zhunsheng.cli.command import Command
from zhunsheng.cli.refusals import DayPassed
from zhunsheng.kernel.units.tokens import issue_token, revoke_tokens


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("username", help=gettext("令牌代表哪个账号办事"))
    parser.add_argument("--label", required=True, help=gettext("用途，例如对接的系统名称"))
    chosen = parser.add_mutually_exclusive_group()
    chosen.add_argument("--expires", metavar="DAY", help=gettext("有效至哪一天，例如 2027-12-31；不写则长期有效"))
    chosen.add_argument("--revoke", action="store_true", help=gettext("收回这一用途的全部令牌"))


def _run(given: Namespace) -> int:
    """The token alone on standard output. Status 1 when there was nothing to take back."""
    person = arguments.person(given.username)
    if given.revoke:
        count = revoke_tokens(person, given.label)
        print(gettext("已收回%(count)d个令牌。") % {"count": count})
        return int(count == 0)
    expires_on = arguments.day(given.expires) if given.expires else None
    if expires_on and expires_on < timezone.localdate():
        raise DayPassed(value=expires_on, today=timezone.localdate())
    print(issue_token(person, given.label, expires_on))
    print(gettext("令牌只显示这一次，请立即妥善保存。"), file=sys.stderr)
    return 0


COMMAND = Command(name="token", help=gettext_noop("签发或收回接口令牌"), run=_run, arguments=_arguments)
