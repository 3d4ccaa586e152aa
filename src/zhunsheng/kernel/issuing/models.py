"""IssuedDocument, an official document as it went out: numbered, its text frozen."""

from typing import Any, ClassVar, Self

from django.db import models
from django.utils import timezone

from zhunsheng.kernel.digests import json_bytes, sm3_hex
from zhunsheng.kernel.journal.walls import AppendOnly, AppendOnlyQuerySet
from zhunsheng.kernel.matters.models import Matter
from zhunsheng.kernel.units.models import Jurisdiction, Person


class IssuedDocumentQuerySet(AppendOnlyQuerySet):
    def visible_to(self, person: Person) -> Self:
        """Keep the documents of the matters that ``person`` may see."""
        return self.filter(matter__in=Matter.objects.visible_to(person))


class IssuedDocument(AppendOnly):
    """One official document of a matter; ``sequence`` is the journal line of the step that it announces.

    ``frozen`` holds all that is printed; ``digest`` is its SM3. Rows are added and never changed: a document that was
    wrong is followed by another one.
    """

    matter = models.ForeignKey(Matter, models.PROTECT, related_name="issued")
    jurisdiction = models.ForeignKey(Jurisdiction, models.PROTECT, related_name="+", verbose_name="地区")
    sequence = models.PositiveIntegerField()
    code = models.CharField(max_length=40)
    number = models.CharField("文号", max_length=60)
    title = models.CharField("标题", max_length=200)
    issued_on = models.DateField("出文日期")
    issued_by = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name="出文人")
    recorded_at = models.DateTimeField("登记时间", default=timezone.now)
    frozen: Any = models.JSONField("定稿内容")
    digest = models.CharField("SM3 摘要", max_length=64)

    objects: ClassVar = IssuedDocumentQuerySet.as_manager()

    class Meta:
        verbose_name = "已出文书"
        ordering: ClassVar = ["matter_id", "sequence", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["jurisdiction", "number"], name="document_number_once"),
            models.UniqueConstraint(fields=["matter", "sequence", "code"], name="document_once_a_step"),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.title}"

    @property
    def is_intact(self) -> bool:
        """Whether the text is the one that was issued."""
        return sm3_hex(json_bytes(self.frozen)) == self.digest
