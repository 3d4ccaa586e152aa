"""SampleLoad, the mark that a part of the sample year is complete."""

from typing import ClassVar

from django.db import models


class SampleLoad(models.Model):
    """Written in the same transaction as the records of one part: both are there or neither."""

    part = models.CharField(max_length=60, unique=True)
    recorded_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering: ClassVar = ["pk"]

    def __str__(self) -> str:
        return self.part
