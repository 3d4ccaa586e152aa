"""Numbers of matters and documents: unique and gapless in a year, in constant time however many exist."""

from typing import ClassVar

from django.db import models, transaction
from django.db.models import F

from zhunsheng.kernel.units.models import Jurisdiction


class NumberSeries(models.Model):
    """The last serial given out in one series, place and year. The row lock makes writers queue."""

    jurisdiction = models.ForeignKey(Jurisdiction, models.PROTECT)
    series = models.CharField(max_length=60)
    year = models.PositiveSmallIntegerField()
    last = models.PositiveIntegerField(default=0)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["jurisdiction", "series", "year"], name="series_once_a_year")
        ]

    def __str__(self) -> str:
        return f"{self.series} {self.year}: {self.last}"


def take_serials(jurisdiction: Jurisdiction, series: str, year: int, count: int = 1) -> range:
    """Reserve the next ``count`` serials. Must run inside the transaction that uses them: rolled back together,
    no gap is left."""
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("take_serials must run inside the transaction that uses the numbers")
    row = NumberSeries.objects.filter(jurisdiction=jurisdiction, series=series, year=year)
    if not row.update(last=F("last") + count):
        NumberSeries.objects.get_or_create(jurisdiction=jurisdiction, series=series, year=year)
        row.update(last=F("last") + count)
    last = row.values_list("last", flat=True).get()
    return range(last - count + 1, last + 1)


def written(template: str, jurisdiction: Jurisdiction, year: int, serial: int) -> str:
    """A number as printed, such as 并杏政复〔2023〕12号."""
    return template.format(mark=jurisdiction.mark, year=year, serial=serial)
