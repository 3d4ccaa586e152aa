"""Months whose figures have to be counted anew before the roll-up may be read."""

from collections.abc import Iterable
from datetime import date
from typing import Any, ClassVar

from django.db import models


class DirtyMonth(models.Model):
    """A month of a system in which something was written since the roll-up was last brought up to date."""

    domain = models.CharField(max_length=40)
    month = models.PositiveIntegerField()

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["domain", "month"], name="dirty_once")]


def mark(domain: str, months: Iterable[int]) -> None:
    """Mark ``months`` (numbers like 202305) of a system; part of the transaction that writes."""
    rows = [DirtyMonth(domain=domain, month=month) for month in sorted(set(months))]
    DirtyMonth.objects.bulk_create(rows, ignore_conflicts=True)


def months_of(row: Any) -> set[int]:
    """The months of every date that a row holds."""
    days = (getattr(row, each.attname) for each in row._meta.fields if type(each) is models.DateField)
    return {day.year * 100 + day.month for day in days if isinstance(day, date)}
