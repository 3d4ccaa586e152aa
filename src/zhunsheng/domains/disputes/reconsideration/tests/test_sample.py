"""The sample years come out as published, by counting, and their tables add up."""

from datetime import date

import pytest

from zhunsheng.domains.disputes.reconsideration import tables
from zhunsheng.domains.disputes.reconsideration.indicators import INDICATORS
from zhunsheng.domains.disputes.reconsideration.models import Reconsideration
from zhunsheng.domains.disputes.reconsideration.sample import lively, sample
from zhunsheng.domains.disputes.reconsideration.tables import TOTAL, balance, counted, table_1
from zhunsheng.kernel.indicators.count import count, count_by
from zhunsheng.kernel.issuing.drafting import draft
from zhunsheng.kernel.models import Deadline
from zhunsheng.kernel.periods import Period
from zhunsheng.kernel.sampling.district import build_district
from zhunsheng.kernel.sampling.spread import office_hours, seeded

YEAR = Period.year(2023)


def write(batches):
    return sum(batch.write(office_hours(seeded("test")), lambda seen: None) for batch in batches)


@pytest.fixture
def district(db):
    found = build_district()
    for year in (2022, 2023):
        write(sample(found, year))
    return found


def figures(period=YEAR):
    return {code.split(".")[1]: tally.value for code, tally in count(INDICATORS, period).items()}


def test_the_published_figures_come_out(district):
    found = figures()
    assert (found["accepted"], found["concluded"]) == (80, 67)
    assert figures(Period.year(2022))["accepted"] == 58
    assert (found["carried_in"], found["carried_out"], found["concluded_all"]) == (9, 13, 76)
    assert found["carried_in"] + found["accepted"] == found["concluded_all"] + found["carried_out"]
    assert found["confirmed_unlawful"] == found["letters"] == 5
    assert found["hearings"] == 5


def test_a_decision_of_the_sample_can_be_issued_without_a_gap(district):
    matter = Reconsideration.objects.filter(outcome="uphold").earliest("pk")
    assert draft(matter, "reconsideration.decision").gaps == []


def test_titles_name_nobody(district):
    named = Reconsideration.objects.filter(applicant="citizen")
    assert all(matter.parties.get().name not in matter.title for matter in named)


def test_the_ways_to_end_add_up_to_the_whole(district):
    found = figures()
    whole = next(each for each in INDICATORS if each.code == "reconsideration.concluded_all")
    assert sum(found[code.split(".")[1]] for code in whole.sums) == found["concluded_all"]


def test_every_month_and_most_townships_have_cases(district):
    accepted = [each for each in INDICATORS if each.code == "reconsideration.accepted"]
    assert set(count_by(accepted, YEAR, "month")["reconsideration.accepted"]) == set(YEAR.months())
    assert len(count_by(accepted, YEAR, "place")["reconsideration.accepted"]) >= 10


def test_cases_are_late_only_where_the_recipe_says_so(district):
    late = Deadline.objects.filter(Deadline.LATE, clock="decision", standing="met")
    assert late.filter(matter__opened_on__year=2023).count() == 1
    assert late.filter(matter__opened_on__year=2022).count() == 2


def test_the_printed_table_adds_up_and_shows_the_figures(district):
    row = counted(YEAR)[TOTAL]
    assert (row["received"], row["accepted"], row["concluded"], row["organ_county"]) == (89, 80, 76, 80)
    assert [cell.text for cell in balance(YEAR).rows[0]] == ["9", "80", "76", "13"]
    table = table_1(YEAR)
    assert table.rows[-1][0] == TOTAL
    assert len(table.columns) == 48


def test_a_row_that_does_not_add_up_is_refused(district):
    Reconsideration.objects.filter(closed_on__year=2023, outcome="uphold").update(outcome="refuse")
    with pytest.raises(tables.TableDoesNotAddUp, match="各结案方式"):
        table_1(YEAR)


def test_an_empty_year_has_an_empty_table(db):
    assert [row[0] for row in table_1(YEAR).rows] == [TOTAL]


@pytest.mark.parametrize("today", [date(2025, 9, 10), date(2026, 11, 24)])
def test_open_cases_stand_in_every_usual_state(db, today):
    assert write(lively(build_district(), today)) == 7
    states = set(Reconsideration.objects.values_list("state", flat=True))
    assert states == {
        "received", "correcting", "accepted", "simplified_awaiting", "under_review", "heard", "suspended"
    }  # fmt: skip
    assert Reconsideration.objects.exclude(due_on=None).exists() == (today.year == 2025)


def test_a_year_without_a_recipe_has_no_cases(db):
    assert list(sample(build_district(), 2021)) == []
