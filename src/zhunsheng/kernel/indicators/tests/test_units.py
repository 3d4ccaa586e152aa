"""A share of units: those existing on the last day are the base."""

from datetime import date
from decimal import Decimal

from django.db.models import Q

from zhunsheng.kernel.indicators import Indicator, Kind
from zhunsheng.kernel.indicators.count import count, count_by
from zhunsheng.kernel.models import Unit
from zhunsheng.kernel.periods import Period
from zhunsheng.kernel.units.models import UnitKind

NAMED_FIRST = Indicator(
    code="toy.first", title="第一社区占比", unit="%", kind=Kind.RATE, of=Unit,
    definition="名称含“第一社区”的村（社区）占比。",
    hit=lambda period: Q(name__contains="第一社区"), over=Q(kind=UnitKind.COMMUNITY),
)  # fmt: skip


def shown(year):
    return count([NAMED_FIRST], Period.year(year))["toy.first"].value


def test_units_set_up_later_or_closed_before_are_not_in_the_base(world):
    assert shown(2023) == Decimal(50)
    closed = world.unit["west1"]
    closed.until = date(2023, 6, 30)
    closed.save()
    assert shown(2022) == Decimal(50)
    assert shown(2023) == Decimal(100)
    closed.since, closed.until = date(2024, 1, 1), None
    closed.save()
    assert shown(2023) == Decimal(100)
    assert shown(2024) == Decimal(50)


def test_each_unit_is_its_own_place(world):
    found = count_by([NAMED_FIRST], Period.year(2023), "place")["toy.first"]
    assert {key: tally.value for key, tally in found.items()} == {
        world.unit["east1"].pk: Decimal(100),
        world.unit["west1"].pk: Decimal(0),
    }
    assert not NAMED_FIRST.adds_up


def test_what_no_date_places_has_no_months(world):
    assert count_by([NAMED_FIRST], Period.year(2023), "month") == {"toy.first": {}}
