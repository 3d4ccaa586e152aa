"""The only door for fetching one activity in the name of a person: what one may not see is not found."""

from zhunsheng.kernel.activities.models import Activity
from zhunsheng.kernel.activities.refusals import ActivityNotFound
from zhunsheng.kernel.units.models import Person


def access_activity(person: Person, key: int) -> Activity:
    """The activity of that key, or ActivityNotFound whether it does not exist or may not be seen."""
    try:
        rows = Activity.objects.visible_to(person).select_related("unit", "place", "entry", "jurisdiction")
        return rows.get(pk=key)
    except (Activity.DoesNotExist, ValueError):
        raise ActivityNotFound(key=key) from None
