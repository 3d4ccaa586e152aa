"""Quotas are exact, days fall where they may, and names are the same every time."""

from collections import Counter
from datetime import date
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from zhunsheng.kernel.sampling import Names, Tale, days, days_of, draw, quota, seeded, shares, workdays_after
from zhunsheng.law import default_calendar

weights = st.lists(st.integers(0, 40), min_size=1, max_size=12).filter(any)


@given(st.integers(0, 20000), weights)
def test_shares_add_up_and_stay_within_one_of_their_weight(total, given_weights):
    found = shares(total, given_weights)
    assert sum(found) == total
    exact = [total * weight / sum(given_weights) for weight in given_weights]
    assert all(abs(share - whole) < 1 for share, whole in zip(found, exact, strict=True))


@given(st.dictionaries(st.sampled_from("abcdef"), st.integers(0, 30)), st.integers())
def test_a_quota_is_met_exactly(counts, seed):
    assert Counter(quota(seeded(seed), counts)) == Counter(counts)


@given(st.integers(0, 80), st.integers())
def test_days_are_in_order_within_the_year_and_worked(count, seed):
    found = days_of(seeded(seed), count, 2023)
    assert len(found) == count
    assert found == sorted(found)
    assert all(day.year == 2023 and default_calendar().is_workday(day) for day in found)


def test_days_are_spread_over_the_whole_period():
    found = days(seeded("spread"), 1200, date(2023, 1, 1), date(2023, 12, 31), workdays=False)
    by_month = Counter(day.month for day in found)
    assert set(by_month) == set(range(1, 13))
    assert by_month[2] < by_month[3]
    assert max((later - earlier).days for earlier, later in pairwise(found)) <= 2


def test_the_same_seed_tells_the_same():
    def drawn(*names):
        rng = seeded(*names)
        who = Names(rng)
        return [who.person(), who.masked(), who.company(), who.address(), who.estate(), draw(rng, {"a": 1, "b": 2})]

    assert drawn("foi", 2023) == drawn("foi", 2023)
    assert drawn("foi", 2023) != drawn("foi", 2022)


def test_a_tale_counts_working_days_and_lets_the_calendar_act():
    tale = Tale(date(2023, 9, 27), "clerk").after(3, "consult", third_party="甲公司").on(date(2023, 10, 20), "heard")
    tale.expire(date(2023, 10, 30), "abandon")
    assert [(step.step, step.on, step.by) for step in tale.steps] == [
        ("consult", date(2023, 10, 8), "clerk"),
        ("heard", date(2023, 10, 20), "clerk"),
        ("abandon", date(2023, 10, 30), None),
    ]
    assert tale.steps[0].answers == {"third_party": "甲公司"}
    assert workdays_after(date(2023, 10, 1), 0) == date(2023, 10, 7)
