"""The only doors for fetching one programme or assignment in the name of a person: unseen is not found."""

from zhunsheng.kernel.programmes.models import Assignment, Item, Programme
from zhunsheng.kernel.programmes.refusals import AssignmentNotFound, ItemNotFound, ProgrammeNotFound
from zhunsheng.kernel.units.models import Person


def access_programme(person: Person, key: int) -> Programme:
    """The programme of that key, or ProgrammeNotFound whether it does not exist or may not be seen."""
    try:
        return Programme.objects.visible_to(person).select_related("unit", "jurisdiction").get(pk=key)
    except (Programme.DoesNotExist, ValueError):
        raise ProgrammeNotFound(key=key) from None


def access_item(person: Person, key: int) -> Item:
    """The item of that key, or ItemNotFound whether it does not exist or its programme may not be seen."""
    try:
        visible = Programme.objects.visible_to(person)
        return Item.objects.filter(programme__in=visible).select_related("programme__unit").get(pk=key)
    except (Item.DoesNotExist, ValueError):
        raise ItemNotFound(key=key) from None


def access_assignment(person: Person, key: int) -> Assignment:
    """The assignment of that key, or AssignmentNotFound whether it does not exist or may not be seen."""
    try:
        return Assignment.objects.visible_to(person).select_related("unit", "programme__unit").get(pk=key)
    except (Assignment.DoesNotExist, ValueError):
        raise AssignmentNotFound(key=key) from None
