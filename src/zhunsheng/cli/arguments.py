"""Arguments read strictly: a day, a year, a person, a matter."""

from datetime import date

from zhunsheng.cli.refusals import BadDay, UnknownPerson
from zhunsheng.kernel.models import Matter, Person
from zhunsheng.kernel.refusals import MatterNotFound


def day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise BadDay(value=text) from None


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
