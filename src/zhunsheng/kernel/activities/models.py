"""Activity, the thin base of a dated happening with a place, participants and quantities."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.functional import cached_property

from zhunsheng.kernel import registry
from zhunsheng.kernel.changes import Change, PlacedQuerySet
from zhunsheng.kernel.units.models import Jurisdiction, Person, Unit

CORRECTED, WITHDRAWN = "corrected", "withdrawn"


class Activity(models.Model):
    """Something that happened on a day: a visit, a talk, a meeting. Quantities are fields of its kind's own model."""

    jurisdiction = models.ForeignKey(Jurisdiction, models.PROTECT, verbose_name="地区", editable=False)
    kind = models.CharField("类型", max_length=40, editable=False)
    title = models.CharField("主题", max_length=120)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="activities", verbose_name="开展单位")
    place = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="activities_here", verbose_name="所在地"
    )
    entry = models.ForeignKey(
        "kernel.RegisterEntry",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="activities",
        verbose_name="依据登记项",
    )
    happened_on = models.DateField("日期")
    participants = models.PositiveIntegerField("参加人次", null=True, blank=True)
    recorded_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+", editable=False)
    recorded_at = models.DateTimeField("登记时间", default=timezone.now, editable=False)
    withdrawn_at = models.DateTimeField("作废时间", null=True, editable=False)

    objects = PlacedQuerySet["Activity"].as_manager()

    class Meta:
        verbose_name = "活动"
        indexes: ClassVar = [
            models.Index(fields=["kind", "happened_on"], name="activity_kind_day"),
            models.Index(
                fields=["entry", "kind", "happened_on"], name="activity_under", condition=Q(withdrawn_at=None)
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def declared(self) -> registry.ActivityKind:
        return registry.activity_kind_of(self.kind)

    @cached_property
    def specific(self) -> Any:
        """This activity as an instance of its own kind's model. For one activity, never for a list."""
        model = self.declared.model
        return self if type(self) is model else model._default_manager.get(pk=self.pk)


class ActivityChange(Change):
    """A correction or withdrawal of an activity, with its reason: appended, never changed."""

    activity = models.ForeignKey(Activity, models.PROTECT, related_name="changes")
    what = models.CharField(max_length=10, choices={CORRECTED: "更正", WITHDRAWN: "作废"})

    def __str__(self) -> str:
        return f"{self.activity_id} {self.what}"
