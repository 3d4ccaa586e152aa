"""RegisterEntry, the thin base of what holds from one day to another, and the record of its changes."""

from datetime import date
from typing import Any, ClassVar, Self

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.functional import cached_property

from zhunsheng.kernel import registry
from zhunsheng.kernel.changes import Change, PlacedQuerySet
from zhunsheng.kernel.units.models import Jurisdiction, Unit

ADDED, CHANGED, ENDED, WITHDRAWN = "added", "changed", "ended", "withdrawn"


def valid_on(day: date) -> Q:
    """The condition that an entry is valid on ``day``: begun, not ended before it, and not withdrawn."""
    return Q(valid_from__lte=day, withdrawn_at=None) & (Q(valid_until=None) | Q(valid_until__gte=day))


class EntryQuerySet(PlacedQuerySet["RegisterEntry"]):
    def valid_on(self, day: date) -> Self:
        return self.filter(valid_on(day))


class RegisterEntry(models.Model):
    """An entry of a register, valid from one day until another (both included; open-ended when ``until`` is null)."""

    jurisdiction = models.ForeignKey(Jurisdiction, models.PROTECT, verbose_name="地区", editable=False)
    register = models.CharField("登记册", max_length=40, editable=False)
    title = models.CharField("名称", max_length=120)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="register_entries", verbose_name="管理单位")
    place = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="register_entries_here", verbose_name="所在地"
    )
    valid_from = models.DateField("有效自")
    valid_until = models.DateField("有效至", null=True, blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)
    recorded_at = models.DateTimeField("登记时间", default=timezone.now, editable=False)
    withdrawn_at = models.DateTimeField("作废时间", null=True, editable=False)

    objects = EntryQuerySet.as_manager()

    class Meta:
        verbose_name = "登记项"
        indexes: ClassVar = [
            models.Index(fields=["register", "valid_from"], name="entry_register"),
            models.Index(fields=["register", "place"], name="entry_register_place"),
        ]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(valid_until=None) | Q(valid_until__gte=models.F("valid_from")),
                name="entry_ends_after_it_begins",
            )
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def declared(self) -> registry.Register:
        return registry.register_of(self.register)

    @cached_property
    def specific(self) -> Any:
        """This entry as an instance of its own register's model. For one entry, never for a list."""
        model = self.declared.model
        return self if type(self) is model else model._default_manager.get(pk=self.pk)


class RegisterChange(Change):
    """One line of the history of an entry: it was added, changed, ended or withdrawn. Appended, never changed."""

    entry = models.ForeignKey(RegisterEntry, models.PROTECT, related_name="changes")
    what = models.CharField(max_length=10, choices={ADDED: "登记", CHANGED: "变更", ENDED: "终止", WITHDRAWN: "作废"})
    day = models.DateField("发生日期")

    def __str__(self) -> str:
        return f"{self.entry_id} {self.what}"
