"""What register entries and activities share: who sees them, what was withdrawn, and the lines of their history."""

from collections.abc import Mapping
from typing import Any, ClassVar, Self, TypeVar

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Q
from django.utils import timezone

from zhunsheng.kernel.journal.walls import AppendOnly
from zhunsheng.kernel.refusals import NothingChanged
from zhunsheng.kernel.units.models import Person
from zhunsheng.kernel.units.tree import reach_of

Row = TypeVar("Row", bound=models.Model)


class PlacedQuerySet(models.QuerySet[Row]):
    """Rows with a unit and a place, which may be withdrawn."""

    def visible_to(self, person: Person) -> Self:
        """Keep what the posts of ``person`` reach: by the unit that keeps it or the place where it is."""
        reach = reach_of(person)
        return self if reach.everything else self.filter(Q(unit__in=reach.units) | Q(place__in=reach.units))

    def standing(self) -> Self:
        """Those that have not been withdrawn."""
        return self.filter(withdrawn_at=None)


class Change(AppendOnly):
    """Abstract: one line of the history of a row: what it holds since, what it held before, by whom and why."""

    by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+", verbose_name="经办人")
    recorded_at = models.DateTimeField("登记时间", default=timezone.now)
    values = models.JSONField(default=dict, encoder=DjangoJSONEncoder)
    before = models.JSONField(default=dict, encoder=DjangoJSONEncoder)
    reason = models.TextField("理由", blank=True)

    class Meta:
        abstract = True
        verbose_name = "变更记录"
        ordering: ClassVar = ["pk"]

    def keep_difference(self, before: Mapping[str, Any], after: Mapping[str, Any], where: str) -> None:
        """Keep what differs between two ``current`` of the row ``where``; NothingChanged when nothing does."""
        self.values = {name: value for name, value in after.items() if value != before[name]}
        self.before = {name: before[name] for name in self.values}
        if not self.values:
            raise NothingChanged(where=where)
