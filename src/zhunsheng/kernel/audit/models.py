"""Look, one line a look at something protected: who, when, at what, with which reason."""

from typing import ClassVar

from django.db import models
from django.utils import timezone

from zhunsheng.kernel.journal.walls import AppendOnly
from zhunsheng.kernel.matters.models import Matter
from zhunsheng.kernel.refusals import ReasonMissing
from zhunsheng.kernel.shown import shown
from zhunsheng.kernel.units.models import Person


class Look(AppendOnly):
    """Somebody had something protected shown. Rows are added and never changed; no protected value stands in them."""

    class What(models.TextChoices):
        REVEAL = "reveal", "查看完整信息"
        FIND = "find", "按信息查找"

    by = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name="查看人")
    at = models.DateTimeField("时间", default=timezone.now)
    what = models.CharField("行为", max_length=10, choices=What)
    subject = models.CharField("对象", max_length=200)
    matter = models.ForeignKey(Matter, models.PROTECT, null=True, related_name="looks", verbose_name="事项")
    reason = models.TextField("理由")

    class Meta:
        verbose_name = "查看记录"
        ordering: ClassVar = ["-at"]
        indexes: ClassVar = [models.Index(fields=["at"], name="looked_at")]

    def __str__(self) -> str:
        return f"{self.by} {self.subject}"


def log_look(by: Person, what: Look.What, subject: str, reason: str, matter: Matter | None = None) -> Look:
    """Write down a look before it is granted; without a reason it is refused."""
    if not reason.strip():
        raise ReasonMissing(where=matter.number if matter else subject, what=shown(what.label))
    return Look.objects.create(by=by, what=what, subject=subject, reason=reason.strip(), matter=matter)
