"""The sample's figures come out by counting, and its disputes are told differently."""

from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from zhunsheng.domains.disputes.dispute import sample as recipe
from zhunsheng.domains.disputes.dispute.indicators import INDICATORS
from zhunsheng.domains.disputes.dispute.models import Dispute
from zhunsheng.kernel.indicators.count import change, count
from zhunsheng.kernel.models import JournalEntry
from zhunsheng.kernel.periods import Period
from zhunsheng.kernel.sampling import District
from zhunsheng.kernel.sampling.district import build_district

MOMENT = datetime(2026, 6, 1, 2, 30, tzinfo=UTC)


@pytest.fixture
def district(db: None) -> District:
    return build_district()


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> recipe.Recipe:
    """The recipe of 2023, a fiftieth of its size."""
    given = replace(recipe.RECIPES[2023], mediated=274, petition_prone=36, refused=3, withdrawn=2, sent=24)
    monkeypatch.setitem(recipe.RECIPES, 2023, given)
    return given


def _enter(district, year):
    return sum(batch.write(lambda day: MOMENT, lambda done: None) for batch in recipe.sample(district, year))


def test_the_growth_of_the_report_is_that_of_the_recipe():
    before, now = recipe.RECIPES[2022], recipe.RECIPES[2023]
    assert change(Decimal(now.mediated), Decimal(before.mediated)) == Decimal("119.4")
    growth = [change(Decimal(now.petition_prone), Decimal(base)) for base in range(600, 630)]
    assert Decimal("189.3") not in growth
    nearest = min(range(600, 630), key=lambda base: abs(Decimal(now.petition_prone * 100) / base - Decimal("289.3")))
    assert before.petition_prone == nearest


def test_what_is_counted_is_what_the_recipe_says(district, small):
    entered = _enter(district, 2023)
    found = {code: tally.hits for code, tally in count(INDICATORS, Period.year(2023)).items()}
    assert (found["dispute.mediated"], found["dispute.petition_prone"]) == (274, 36)
    assert found["dispute.received"] == entered == 274 + 3 + 2 + 24
    assert found["dispute.not_mediated"] == 5
    assert found["dispute.settled"] + found["dispute.failed"] == 274 + 24
    assert found["dispute.settled_written"] + found["dispute.settled_oral"] == found["dispute.settled"]


def test_every_township_and_month_has_its_share(district, small):
    _enter(district, 2023)
    assert set(Dispute.objects.values_list("place__code", flat=True)) == {unit.code for unit in district.townships}
    assert set(Dispute.objects.values_list("closed_on__month", flat=True)) == set(range(1, 13))


def test_disputes_are_not_copies_of_each_other(district, small):
    _enter(district, 2023)
    facts = Counter(Dispute.objects.values_list("facts", flat=True))
    assert facts.most_common(1)[0][1] <= 2


def test_the_same_seed_tells_the_same_stories(district, small):
    first, second = (next(recipe.sample(district, 2023)).records for _ in range(2))
    assert first == second


def test_a_year_without_a_recipe_has_no_disputes(district):
    assert list(recipe.sample(district, 2019)) == []


def test_the_open_disputes_are_open_and_nothing_in_them_is_to_come(district):
    today = date(2026, 5, 29)
    assert sum(batch.write(lambda day: MOMENT, lambda done: None) for batch in recipe.lively(district, today)) == 49
    assert Dispute.objects.filter(closed_on=None).count() == 42
    assert Dispute.objects.filter(due_on__lt=today).count() == 7
    assert not JournalEntry.objects.filter(day__gt=today).exists()
