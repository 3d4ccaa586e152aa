"""Months whose figures have to be counted anew before the roll-up may be read."""

from collections.abc import Iterable
from datetime import date
from functools import cache
from typing import Any, ClassVar

from django.db import connection, models

TURN = 0x7A68756E


class DirtyMonth(models.Model):
    """A month of a system in which something was written since the roll-up was last brought up to date."""

    domain = models.CharField(max_length=40)
    month = models.PositiveIntegerField()

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["domain", "month"], name="dirty_once")]

    def __str__(self) -> str:
        return f"{self.domain} {self.month}"


def mark(code: str, months: Iterable[int]) -> None:
    """Mark ``months`` (numbers like 202305) of the system that declares ``code``, in the transaction that writes."""
    domain = code.partition(".")[0]
    if rows := [DirtyMonth(domain=domain, month=month) for month in sorted(set(months))]:
        take_turn(alone=False)
        DirtyMonth.objects.bulk_create(rows, ignore_conflicts=True)


def take_turn(alone: bool) -> None:
    """Until the transaction ends: writers share the turn, whoever counts anew has it ``alone``.

    So no mark is wiped out before what it stands for can be counted. SQLite has one writer at a time anyway.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT pg_advisory_xact_lock{'' if alone else '_shared'}(%s)", [TURN])


def months_of(row: Any) -> set[int]:
    """The months of every date that a row holds."""
    model: type[models.Model] = type(row)
    days = (getattr(row, name) for name in dates_of(model))
    return {day.year * 100 + day.month for day in days if isinstance(day, date)}


@cache
def dates_of(model: type[models.Model]) -> tuple[str, ...]:
    """The date columns of a model."""
    return tuple(each.attname for each in model._meta.fields if type(each) is models.DateField)
