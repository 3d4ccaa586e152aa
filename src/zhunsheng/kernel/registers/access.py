"""The only door for fetching one register entry in the name of a person: what one may not see is not found."""

from zhunsheng.kernel.registers.models import RegisterEntry
from zhunsheng.kernel.registers.refusals import EntryNotFound
from zhunsheng.kernel.units.models import Person


def access_entry(person: Person, key: int) -> RegisterEntry:
    """The entry of that key, or EntryNotFound whether it does not exist or may not be seen."""
    try:
        return RegisterEntry.objects.visible_to(person).select_related("unit", "place", "jurisdiction").get(pk=key)
    except (RegisterEntry.DoesNotExist, ValueError):
        raise EntryNotFound(key=key) from None
