"""Each law's counting rule on days checked by hand against the published holidays."""

from datetime import date, datetime

import pytest

from zhunsheng.law.calendar import UnpublishedYear
from zhunsheng.law.counting import (
    COUNTINGS,
    CR_AEL,
    CR_ALIC19,
    CR_APL21,
    CR_ARL17,
    CR_ARL23,
    CR_ARR07,
    CR_CIV,
    CR_HOUR,
    CR_LAL,
    CR_LIT,
    CR_MONTH,
    CR_NONE,
    CR_PET,
    CR_SCL,
    CR_WD,
    Unit,
)
from zhunsheng.law.spans import HoursNeedAMoment, Stretch, StretchBackwards, Term, TermNotPositive
from zhunsheng.law.terms import earliest_after, latest_before, reckon, reckon_hours

D = date
W, DAYS, M, Y, H = Unit.WORKDAYS, Unit.DAYS, Unit.MONTHS, Unit.YEARS, Unit.HOURS


@pytest.mark.parametrize(
    ("start", "value", "unit", "counting", "due"),
    [
        # 20 working days over 春节 2025: 26 January and 8 February are worked
        (D(2025, 1, 20), 20, W, CR_WD, D(2025, 2, 21)),
        # 10 working days over 国庆 2024: 29 September and 12 October are worked
        (D(2024, 9, 27), 10, DAYS, CR_ARL23, D(2024, 10, 16)),
        (D(2024, 9, 27), 3, DAYS, CR_ARL23, D(2024, 10, 8)),
        # 15, 30, 60 are calendar days; 4 October is 国庆
        (D(2024, 8, 5), 60, DAYS, CR_ARL23, D(2024, 10, 8)),
        (D(2024, 9, 20), 15, DAYS, CR_ARL23, D(2024, 10, 8)),
        # the old law: 7 is working days, 10 is not; 7 October 2023, a Saturday, is worked
        (D(2023, 9, 26), 7, DAYS, CR_ARL17, D(2023, 10, 11)),
        (D(2023, 9, 22), 10, DAYS, CR_ARL17, D(2023, 10, 7)),
        # the regulations of 2007 have no working days
        (D(2023, 9, 26), 5, DAYS, CR_ARR07, D(2023, 10, 7)),
        # penalty law: 2, 3, 5, 7 are working days, 10 and 90 are not
        (D(2023, 1, 18), 5, DAYS, CR_APL21, D(2023, 1, 30)),
        (D(2025, 6, 6), 2, DAYS, CR_APL21, D(2025, 6, 10)),
        (D(2023, 1, 13), 10, DAYS, CR_APL21, D(2023, 1, 28)),
        (D(2025, 7, 5), 90, DAYS, CR_APL21, D(2025, 10, 9)),
        # compulsion law: up to 10 working days, 11 and more calendar
        (D(2025, 4, 28), 10, DAYS, CR_AEL, D(2025, 5, 15)),
        (D(2025, 4, 28), 11, DAYS, CR_AEL, D(2025, 5, 9)),
        # licensing law: all working days
        (D(2025, 4, 28), 11, DAYS, CR_ALIC19, D(2025, 5, 16)),
        # litigation and civil procedure: calendar days, roll-over
        (D(2023, 9, 16), 15, DAYS, CR_LIT, D(2023, 10, 7)),
        (D(2025, 1, 14), 15, DAYS, CR_CIV, D(2025, 2, 5)),
        (D(2025, 3, 6), 30, DAYS, CR_PET, D(2025, 4, 7)),
        (D(2025, 5, 29), 3, DAYS, CR_LAL, D(2025, 6, 3)),
        (D(2024, 8, 9), 2, M, CR_SCL, D(2024, 10, 9)),
        (D(2025, 5, 1), 30, DAYS, CR_NONE, D(2025, 6, 3)),
        # months and years
        (D(2025, 1, 31), 1, M, CR_MONTH, D(2025, 2, 28)),
        (D(2024, 1, 31), 1, M, CR_MONTH, D(2024, 2, 29)),
        (D(2024, 11, 30), 3, M, CR_MONTH, D(2025, 2, 28)),
        (D(2024, 9, 1), 1, M, CR_MONTH, D(2024, 10, 8)),
        (D(2024, 8, 31), 6, M, CR_LIT, D(2025, 2, 28)),
        (D(2024, 2, 29), 1, Y, CR_MONTH, D(2025, 2, 28)),
        (D(2020, 2, 29), 4, Y, CR_MONTH, D(2024, 2, 29)),
        (D(2022, 12, 31), 2, M, CR_MONTH, D(2023, 2, 28)),
    ],
)
def test_a_term_ends_on_the_day_counted_by_hand(start, value, unit, counting, due):
    assert reckon(start, Term(value, unit, counting)).due_on == due


@pytest.mark.parametrize(
    ("counting", "numbers"),
    [
        (CR_ARL23, {3, 5, 7, 10}),
        (CR_ARL17, {5, 7}),
        (CR_APL21, {2, 3, 5, 7}),
        (CR_AEL, set(range(1, 11))),
        (CR_CIV, set()),
    ],
)
def test_small_numbers_are_working_days_under_the_mixed_rules(counting, numbers):
    assert {n for n in range(1, 100) if Term(n, DAYS, counting).counted_in is W} == numbers


def test_working_days_stay_working_days_under_every_rule():
    assert {Term(60, W, counting).counted_in for counting in COUNTINGS.values()} == {W}


def test_rules_borrowed_from_another_law_say_so():
    borrowed = {rule.code for rule in COUNTINGS.values() if rule.by_analogy}
    assert borrowed == {"CR_ARR07", "CR_WD", "CR_PET", "CR_LAL", "CR_SCL", "CR_MONTH", "CR_NONE"}
    assert all("参照" in rule.article for rule in COUNTINGS.values() if rule.by_analogy)


@pytest.mark.parametrize(
    ("event", "value", "unit", "counting", "latest"),
    [
        (D(2025, 10, 13), 5, DAYS, CR_ARL23, D(2025, 9, 29)),
        (D(2023, 2, 1), 7, DAYS, CR_APL21, D(2023, 1, 18)),
        (D(2025, 2, 15), 15, DAYS, CR_NONE, D(2025, 1, 31)),
        (D(2025, 3, 31), 1, M, CR_MONTH, D(2025, 2, 28)),
        (D(2025, 3, 31), 1, Y, CR_MONTH, D(2024, 3, 31)),
    ],
)
def test_a_lead_time_is_counted_back_from_the_event(event, value, unit, counting, latest):
    assert latest_before(event, Term(value, unit, counting)) == latest


@pytest.mark.parametrize(
    ("start", "value", "unit", "earliest"),
    [
        (D(2025, 6, 2), 30, DAYS, D(2025, 7, 3)),
        (D(2025, 9, 1), 30, DAYS, D(2025, 10, 10)),
        (D(2025, 6, 3), 3, W, D(2025, 6, 7)),
    ],
)
def test_a_minimum_period_runs_in_full_before_the_next_thing(start, value, unit, earliest):
    assert earliest_after(start, Term(value, unit, CR_NONE)) == earliest


def test_hours_run_through_rest_days():
    assert reckon_hours(datetime(2025, 9, 30, 17, 30), 24) == datetime(2025, 10, 1, 17, 30)


def test_hours_need_a_moment_and_a_positive_number():
    with pytest.raises(HoursNeedAMoment):
        reckon(D(2025, 1, 1), Term(24, H, CR_HOUR))
    with pytest.raises(HoursNeedAMoment):
        latest_before(D(2025, 1, 1), Term(24, H, CR_HOUR))
    with pytest.raises(TermNotPositive):
        reckon_hours(datetime(2025, 1, 1, 8), 0)


@pytest.mark.parametrize("value", [0, -1, True, "20", 2.5])
def test_a_term_is_a_positive_whole_number(value):
    with pytest.raises(TermNotPositive):
        Term(value, W, CR_WD)


def test_a_stretch_cannot_end_before_it_begins():
    with pytest.raises(StretchBackwards, match="2025-06-01"):
        Stretch(D(2025, 6, 2), D(2025, 6, 1), "征求意见", "第三十二条")


@pytest.mark.parametrize(
    ("start", "value", "unit"), [(D(2026, 12, 1), 60, DAYS), (D(2026, 1, 4), 1, Y), (D(2026, 12, 1), 30, W)]
)
def test_a_term_that_reaches_an_unpublished_year_is_refused(start, value, unit):
    with pytest.raises(UnpublishedYear, match="2027年"):
        reckon(start, Term(value, unit, CR_NONE))
