"""The figures of the published report come out by counting the sample's requests."""

from decimal import Decimal

import pytest
from django.utils import timezone

from zhunsheng.domains.oversight.foi import sample
from zhunsheng.domains.oversight.foi.domain import DOMAIN
from zhunsheng.domains.oversight.foi.models import FoiRequest
from zhunsheng.kernel.bulk import bulk_open
from zhunsheng.kernel.indicators.count import count
from zhunsheng.kernel.models import Deadline
from zhunsheng.kernel.periods import Period
from zhunsheng.kernel.sampling.district import build_district
from zhunsheng.kernel.sampling.spread import office_hours, seeded

pytestmark = pytest.mark.django_db


@pytest.fixture
def loaded():
    district = build_district()
    for year in (2022, 2023):
        for batch in sample.sample(district, year):
            bulk_open(batch.code, batch.records, recorded_at=office_hours(seeded("test")))
    return district


def figures(year):
    return {code: tally.value for code, tally in count(DOMAIN.indicators, Period.year(year)).items()}


def test_the_answers_of_both_years_are_counted(loaded):
    assert figures(2023)["foi.answered"] == Decimal(25)
    assert figures(2022)["foi.answered"] == Decimal(21)
    assert figures(2023)["foi.answered_rate"] == figures(2022)["foi.answered_rate"] == Decimal(100)


def test_new_and_carried_in_equal_answered_and_carried_out(loaded):
    received, answered = figures(2023)["foi.received"], figures(2023)["foi.answered"]
    carried_in = FoiRequest.objects.filter(opened_on__year=2022, closed_on__year=2023).count()
    carried_out = FoiRequest.objects.filter(opened_on__year=2023, closed_on__year=2024).count()
    assert (carried_in, carried_out) == (2, 3)
    assert received + carried_in == answered + carried_out


def test_every_clock_of_the_units_was_kept(loaded):
    assert not Deadline.objects.filter(Deadline.LATE, kind="limit", holder="unit").exists()
    assert not FoiRequest.objects.open().exists()


def test_the_open_requests_of_today_run_stand_still_and_are_late(loaded):
    today = timezone.localdate()
    for batch in sample.lively(loaded, today):
        bulk_open(batch.code, batch.records, recorded_at=office_hours(seeded("test")))
    standing = set(Deadline.objects.filter(clock="answer", matter__closed_on=None).values_list("standing", flat=True))
    assert {"running", "stopped"} <= standing
    assert figures(2023)["foi.answered"] == Decimal(25)
