"""The heart of this system: which villages have an adviser on a day, and which have not seen theirs for a month."""

from datetime import date

from django.db.models import Q

from zhunsheng.domains.society.adviser.models import AdviserContract, AdviserVisit
from zhunsheng.kernel.registers.expecting import before

EVERY = "month"


def covered_on(day: date) -> Q:
    """The condition that a unit has a contract valid on ``day``."""
    return Q(pk__in=AdviserContract.objects.valid_on(day).values("place"))


def unvisited_on(day: date) -> Q:
    """The condition that a contract began more than a month before ``day`` and saw no visit since."""
    since = before(day, EVERY)
    visited = AdviserVisit.objects.standing().filter(happened_on__range=(since, day))
    return Q(valid_from__lt=since) & ~Q(pk__in=visited.values("entry"))
