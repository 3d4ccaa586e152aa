"""Arguments read strictly: a day, a whole number, a person, a matter, a unit."""

from argparse import ArgumentParser
from collections.abc import Callable
from datetime import date

from django.db.models import Q
from django.utils.translation import gettext

from zhunsheng.cli.refusals import BadDay, BadNumber, NameNotUnique, UnknownPerson
from zhunsheng.kernel.models import Matter, Person, Unit
from zhunsheng.kernel.refusals import MatterNotFound, UnknownUnit


def json_switch(parser: ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help=gettext("以JSON输出"))


def day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise BadDay(value=text) from None


def whole_number(name: str, least: int, most: int) -> Callable[[str], int]:
    """A reader of whole numbers from ``least`` to ``most``, for the argument ``name``."""

    def read(text: str) -> int:
        if not (text.isascii() and text.isdigit() and least <= int(text) <= most):
            raise BadNumber(name=name, value=text, least=least, most=most)
        return int(text)

    return read


def matter(number: str) -> Matter:
    """The matter of that number. Whoever may run commands on the server may read its database."""
    try:
        return Matter.objects.select_related("unit").get(number=number)
    except Matter.DoesNotExist:
        raise MatterNotFound(number=number) from None


def person(username: str) -> Person:
    """The active account of that name."""
    try:
        return Person.objects.get(username=username, is_active=True)
    except Person.DoesNotExist:
        raise UnknownPerson(username=username) from None


def unit(text: str) -> Unit:
    """The unit of that code or name; a name that several units share is refused with their codes."""
    found = list(Unit.objects.filter(Q(code=text) | Q(name=text)).order_by("code"))
    if not found:
        raise UnknownUnit(unit=text)
    if len(found) > 1:
        raise NameNotUnique(name=text, codes="、".join(each.code for each in found))
    return found[0]
