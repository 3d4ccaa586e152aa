"""StoredFile, one file of a matter: what it is called, what it is, and the digest under which its bytes are kept."""

from typing import ClassVar, Self

from django.db import models
from django.utils import timezone

from zhunsheng.kernel.matters.models import Matter
from zhunsheng.kernel.units.models import Person


class StoredFileQuerySet(models.QuerySet["StoredFile"]):
    def visible_to(self, person: Person) -> Self:
        """Keep the files of the matters that ``person`` may see."""
        return self.filter(matter__in=Matter.objects.visible_to(person))


class StoredFile(models.Model):
    """A file of a matter; ``sequence`` is the journal line it came with. ``kernel.files.storing`` writes here."""

    matter = models.ForeignKey(Matter, models.PROTECT, related_name="files")
    sequence = models.PositiveIntegerField(null=True)
    name = models.CharField("文件名", max_length=120)
    size = models.PositiveBigIntegerField("大小（字节）")
    type = models.CharField("类型", max_length=10)
    digest = models.CharField("SM3 摘要", max_length=64, db_index=True)
    uploaded_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+", verbose_name="上传人")
    uploaded_at = models.DateTimeField("上传时间", default=timezone.now)

    objects = StoredFileQuerySet.as_manager()

    class Meta:
        verbose_name = "文件"
        ordering: ClassVar = ["matter_id", "pk"]

    def __str__(self) -> str:
        return self.name
