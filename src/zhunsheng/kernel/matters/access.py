"""The only door for fetching one matter in the name of a person: what one may not see is not found."""

from typing import Any

from zhunsheng.kernel.matters.models import Matter
from zhunsheng.kernel.refusals import MatterNotFound
from zhunsheng.kernel.units.models import Person


def access_matter(person: Person, number: str) -> Matter:
    """The matter of that number, or MatterNotFound whether it does not exist or may not be seen."""
    return _found(person, number, number=number)


def access_matter_by_key(person: Person, key: int) -> Matter:
    """The same by primary key, as addresses of pages have it."""
    return _found(person, key, pk=key)


def _found(person: Person, named: object, **key: Any) -> Matter:
    try:
        return Matter.objects.visible_to(person).select_related("unit", "place", "jurisdiction").get(**key)
    except Matter.DoesNotExist:
        raise MatterNotFound(number=named) from None
