"""The sample year comes out as published, by counting, and stays so when later years go on."""

from datetime import date

import pytest

from zhunsheng.domains.oversight.litigation.indicators import INDICATORS
from zhunsheng.domains.oversight.litigation.models import Instance, Suit
from zhunsheng.domains.oversight.litigation.sample import lively, sample
from zhunsheng.domains.oversight.litigation.tables import DoesNotAddUp, appearance_table, identities, outcome_table
from zhunsheng.kernel.indicators.count import count, count_by, records
from zhunsheng.kernel.models import Deadline
from zhunsheng.kernel.periods import Period
from zhunsheng.kernel.sampling.district import build_district
from zhunsheng.kernel.sampling.spread import office_hours, seeded

PUBLISHED = {
    "defended": 67,
    "subject_expropriation_compensation": 59,
    "subject_reconsideration": 8,
    "outcome_not_filed": 1,
    "outcome_suit_dismissed": 3,
    "outcome_claim_dismissed": 9,
    "outcome_withdrawn": 2,
    "outcome_ordered_to_act": 13,
    "outcome_transferred": 1,
    "pending": 38,
    "head_appearance_rate": 100,
}
YEAR = Period.year(2023)


@pytest.fixture
def district(db):
    return build_district()


def load(batches, seed):
    recorded_at = office_hours(seeded(seed))
    for batch in batches:
        batch.write(recorded_at, lambda done: None)


@pytest.fixture
def sampled(district):
    for year in (2022, 2023):
        load(sample(district, year), year)
    return district


def figures(period=YEAR):
    return {code.removeprefix("litigation."): tally.value for code, tally in count(INDICATORS, period).items()}


def test_the_year_comes_out_as_published(sampled):
    found = figures()
    assert {name: found[name] for name in PUBLISHED} == PUBLISHED
    assert found["by_subject"] == found["defended"]
    assert figures(Period.year(2022))["defended"] == 49


def test_both_ways_of_adding_up_hold_and_the_tables_agree(sampled):
    for year in (2022, 2023, 2024):
        identities(Period.year(year))
    cells = {str(row[0]): row[1].text for row in outcome_table(YEAR).rows}
    assert (cells["未审结"], cells["责令作出处理"]) == ("38", "13")
    *levels, total = appearance_table(YEAR).rows
    for column in range(1, 6):
        assert sum(int(row[column]) for row in levels) == int(total[column])
    assert int(total[5]) == 0 < int(total[3])


def test_later_decisions_leave_the_figure_of_the_year_alone(sampled):
    pending = next(each for each in INDICATORS if each.code == "litigation.pending")
    still = records(pending, YEAR)
    assert Instance.objects.filter(matter__in=still, decided_on__gt=date(2023, 12, 31)).exists()
    assert not Instance.objects.filter(matter__in=still, decided_on__lte=YEAR.until).exists()
    assert Suit.objects.filter(closed_on=None).count() == 0
    assert count_by([pending], YEAR, "month")[pending.code]


def test_months_and_places_add_up_to_the_year(sampled):
    for dimension in ("month", "place"):
        groups = count_by(INDICATORS[:1], YEAR, dimension)["litigation.defended"]
        assert sum(tally.hits for tally in groups.values()) == 67
        assert len(groups) >= 10


def test_what_does_not_add_up_is_named(sampled):
    first = Instance.objects.filter(level="first", matter__opened_on__year=2023, decided_on__year=2023).first()
    first.pk, first.outcome = None, "rejected"
    first.save()
    with pytest.raises(DoesNotAddUp):
        identities(YEAR)


def test_the_sample_is_answered_in_time_and_performed(sampled):
    found = figures()
    assert (found["answered_rate"], found["performance_rate"], found["head_breaches"]) == (100, 100, 0)
    assert found["head_absences_explained"] > 0 < found["decided_second"]


def test_today_shows_open_suits_of_every_kind(district):
    load(lively(district, date(2026, 6, 1)), "lively")
    assert set(Suit.objects.values_list("state", flat=True)) == {
        "served", "assigned", "hearing_set", "heard", "appealed",
    }  # fmt: skip
    assert Deadline.objects.filter(clock="answering", standing="running", due_on__lt=date(2026, 6, 1)).exists()
    assert Deadline.objects.filter(clock="appeal_answer", standing="running").exists()
