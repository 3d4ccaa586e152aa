"""Satellite, the abstract base of rows that steps add to a matter: a hearing, an instance, a visit."""

from typing import ClassVar, Self

from django.db import models
from django.db.models import Q

from zhunsheng.kernel.matters.models import Matter, Participation
from zhunsheng.kernel.units.models import Person
from zhunsheng.kernel.units.tree import reach_of


class SatelliteQuerySet(models.QuerySet["Satellite"]):
    def visible_to(self, person: Person) -> Self:
        """Keep the rows of the matters that ``person`` may see."""
        reach = reach_of(person)
        if reach.everything:
            return self
        shared = Participation.objects.filter(unit__in=reach.units).values("matter")
        return self.filter(Q(matter__unit__in=reach.units) | Q(matter__in=shared))


class Satellite(models.Model):
    """One row that a step added; ``sequence`` is the journal line it belongs to and is revoked with."""

    matter = models.ForeignKey(Matter, models.CASCADE, related_name="%(class)s_rows", editable=False)
    sequence = models.PositiveIntegerField(editable=False)

    objects = SatelliteQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering: ClassVar = ["matter_id", "sequence"]
