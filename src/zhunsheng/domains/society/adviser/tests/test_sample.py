"""The sample of this system: the published figures of 2023 by counting."""

from collections import Counter
from datetime import date
from decimal import Decimal

import pytest

from zhunsheng.domains.society.adviser import sample
from zhunsheng.domains.society.adviser.indicators import INDICATORS
from zhunsheng.domains.society.adviser.models import AdviserContract, AdviserVisit
from zhunsheng.kernel.indicators.count import count
from zhunsheng.kernel.periods import Period
from zhunsheng.kernel.registers.expecting import overdue_entries
from zhunsheng.kernel.registry import register_of
from zhunsheng.kernel.sampling.district import build_district
from zhunsheng.kernel.sampling.spread import office_hours, seeded
from zhunsheng.kernel.writing import write_transaction


def load(batches):
    for batch in batches:
        batch.write(office_hours(seeded("test")), lambda seen: None)


@pytest.fixture
def district(db):
    with write_transaction():
        return build_district()


@pytest.fixture
def two_years(district):
    for year in (2022, 2023):
        load(sample.sample(district, year))
    return district


def values(period):
    return {code.removeprefix("adviser."): tally.value for code, tally in count(INDICATORS, period).items()}


def test_the_figures_of_2023_come_out_by_counting(two_years):
    now, before = values(Period.year(2023)), values(Period.year(2022))
    published = {
        "villages_covered": 146, "coverage": Decimal(100), "visits": 1672, "consultations": 3341,
        "education_events": 148,
    }  # fmt: skip
    assert {name: now[name] for name in published} == published
    assert (before["visits"], before["villages_covered"], before["coverage"]) == (1540, 138, Decimal("94.5"))
    visited = Counter(AdviserVisit.objects.filter(happened_on__year=2023).values_list("place", flat=True))
    assert len(visited) == 146
    assert min(visited.values()) >= 8
    days = AdviserVisit.objects.filter(happened_on__year=2023).values_list("happened_on", flat=True)
    assert {day.month for day in days} == set(range(1, 13))


def test_two_runs_give_the_same_records(two_years):
    again = [row.fields for batch in sample.sample(two_years, 2023) for row in batch.records]
    once_more = [row.fields for batch in sample.sample(two_years, 2023) for row in batch.records]
    assert again == once_more


@pytest.mark.parametrize("today", [date(2024, 3, 15), date(2026, 11, 24)])
def test_today_every_village_has_an_adviser_and_some_wait_for_one(two_years, today):
    load(sample.lively(two_years, today))
    assert AdviserContract.objects.valid_on(today).count() == 146
    assert overdue_entries(register_of("adviser.contract"), today).count() == sample.QUIET


def test_today_also_stands_alone(district):
    load(sample.lively(district, date(2026, 11, 24)))
    assert overdue_entries(register_of("adviser.contract"), date(2026, 11, 24)).count() == sample.QUIET
