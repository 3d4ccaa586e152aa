"""Periods: which are a year, what they are compared with, and which months they touch."""

from datetime import date

import pytest

from zhunsheng.kernel.periods import Period
from zhunsheng.kernel.refusals import UnknownYear

TWO_YEARS = Period(date(2022, 1, 1), date(2023, 12, 31))


def test_a_year_is_compared_with_the_year_before():
    assert Period.year("2024").before() == Period.year(2023)
    assert str(Period.year(2024)) == "2024年"


def test_two_years_are_no_year_and_compare_with_as_many_days_before():
    assert not TWO_YEARS.is_year
    assert TWO_YEARS.before() == Period(date(2020, 1, 2), date(2021, 12, 31))
    assert str(TWO_YEARS) == "2022-01-01至2023-12-31"


def test_months_are_counted_over_the_turn_of_the_year():
    assert Period(date(2022, 11, 30), date(2023, 2, 1)).months() == [202211, 202212, 202301, 202302]


@pytest.mark.parametrize("year", ["1999", "2101", "二〇二三", "20x3", ""])
def test_what_is_no_year_is_refused(year):
    with pytest.raises(UnknownYear):
        Period.year(year)
