"""The calendar answers as the published holidays say, and refuses what is not published."""

from datetime import date, timedelta

import chinese_calendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhunsheng.law.calendar import (
    Calendar,
    UnpublishedYear,
    YearLoadedTwice,
    YearMissingBetween,
    calendar_of,
    default_calendar,
    read_calendars_from,
)
from zhunsheng.law.refusal import Refusal
from zhunsheng.law.strict import EntryRefused, MissingKey, UnknownKey, YamlMalformed
from zhunsheng.law.years import HolidayOverlaps, library_years

CALENDAR = Calendar(library_years())
DAYS = st.dates(date(2019, 1, 1), date(2026, 12, 31))
NEXT_YEAR = """\
year: 2027
source: 示例通知
holidays:
  - {name: 元旦, from: 2027-01-01, to: 2027-01-03}
  - {name: 春节, from: 2027-02-05, to: 2027-02-11}
working_weekends: [2027-01-30, 2027-02-20]
"""


def test_every_day_agrees_with_the_library():
    day = date(2019, 1, 1)
    while day < date(2027, 1, 1):
        assert CALENDAR.is_workday(day) is chinese_calendar.is_workday(day), day
        assert CALENDAR.is_rest_day(day) is not CALENDAR.is_workday(day)
        day += timedelta(days=1)


@pytest.mark.parametrize(
    ("day", "zh", "en"),
    [
        (date(2025, 1, 28), "春节", "Spring Festival"),
        (date(2025, 2, 1), "春节", "Spring Festival"),
        (date(2025, 1, 26), "调休上班", "make-up working day"),
        (date(2025, 4, 4), "清明节", "Tomb-sweeping Day"),
        (date(2025, 6, 7), "周六", "Saturday"),
        (date(2025, 6, 8), "周日", "Sunday"),
        (date(2025, 6, 9), "", ""),
    ],
)
def test_a_rest_day_has_a_name(day, zh, en):
    assert CALENDAR.why_rest(day) == zh
    assert CALENDAR.why_rest(day, "en") == en


@given(DAYS, st.integers(-40, 40))
def test_counting_equals_walking_day_by_day(start, n):
    day, left, step = start, abs(n), timedelta(days=1 if n > 0 else -1)
    while left and date(2019, 1, 1) <= day + step <= date(2026, 12, 31):
        day += step
        left -= chinese_calendar.is_workday(day)
    if left:
        with pytest.raises(UnpublishedYear):
            CALENDAR.add_workdays(start, n)
    else:
        assert CALENDAR.add_workdays(start, n) == day


@given(DAYS, DAYS)
def test_working_days_between_two_days(after, until):
    span = range(1, (until - after).days + 1)
    assert CALENDAR.workdays_between(after, until) == sum(CALENDAR.is_workday(after + timedelta(n)) for n in span)


@given(st.lists(st.dates(date(2019, 1, 1), date(2026, 9, 1))), st.integers(1, 40))
def test_many_at_once_give_the_same_as_one_by_one(starts, n):
    expected = [CALENDAR.add_workdays(start, n) for start in starts]
    ordinals = [start.toordinal() for start in starts]
    assert CALENDAR.add_workdays_many(starts, n) == expected
    assert CALENDAR.add_workdays_many(ordinals, n) == [day.toordinal() for day in expected]


@pytest.mark.parametrize("starts", [[date(2026, 12, 30)], [date(2026, 12, 30).toordinal()], [date(2018, 12, 31)]])
def test_many_at_once_refuse_an_unpublished_year(starts):
    with pytest.raises(UnpublishedYear):
        CALENDAR.add_workdays_many(starts, 5)


def test_many_at_once_count_forward_only():
    with pytest.raises(ValueError, match="at least 1"):
        CALENDAR.add_workdays_many([date(2025, 1, 1)], 0)


@pytest.mark.parametrize(
    "ask",
    [
        lambda: CALENDAR.is_workday(date(2027, 1, 1)),
        lambda: CALENDAR.why_rest(date(2027, 1, 1)),
        lambda: CALENDAR.add_workdays(date(2026, 12, 20), 30),
        lambda: CALENDAR.on_or_after_workday(date(2027, 3, 1)),
        lambda: CALENDAR.workdays_between(date(2026, 12, 1), date(2027, 1, 1)),
        lambda: CALENDAR.source(2027),
    ],
)
def test_2027_is_refused_by_name_and_never_guessed(ask):
    with pytest.raises(UnpublishedYear) as caught:
        ask()
    assert caught.value.values["year"] == 2027
    assert "2027年" in str(caught.value) and "calendar --load" in caught.value.text("en")


def test_a_published_year_is_loaded_from_a_file(tmp_path):
    longer = CALENDAR.with_year(_file(tmp_path, NEXT_YEAR))
    assert longer.years == range(2019, 2028) and CALENDAR.years == range(2019, 2027)
    assert longer.source(2027) == "示例通知"
    assert longer.add_workdays(date(2026, 12, 31), 1) == date(2027, 1, 4)
    assert longer.why_rest(date(2027, 1, 30)) == "调休上班" and longer.is_workday(date(2027, 1, 30))
    assert longer.add_workdays(date(2027, 2, 4), 1) == date(2027, 2, 12)


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A folder that the default calendar reads for the length of a test; it does not exist yet."""
    monkeypatch.setattr("zhunsheng.law.calendar._folders", [])
    kept = tmp_path / "kept"
    read_calendars_from(kept)
    return kept


def test_the_default_calendar_takes_a_year_the_moment_its_file_is_in_the_folder(folder):
    assert default_calendar().years == range(2019, 2027)
    assert default_calendar() is default_calendar()
    folder.mkdir()
    _file(folder, NEXT_YEAR)
    assert default_calendar().years == range(2019, 2028)
    assert default_calendar() is default_calendar()


def test_a_file_stands_for_its_year_where_the_library_knows_it_too(tmp_path):
    path = _file(tmp_path, "year: 2026\nsource: 修订通知\nholidays: []\nworking_weekends: []\n")
    amended = calendar_of([path])
    assert (amended.years, amended.source(2026)) == (range(2019, 2027), "修订通知")
    assert amended.is_workday(date(2026, 10, 1))


@pytest.mark.parametrize(
    ("old", "new", "kind", "words"),
    [
        ("year: 2027", "year: 2026", EntryRefused, ["from", "2027-01-01", "2026年内"]),
        ("2027-01-30", "2027-01-29", EntryRefused, ["working_weekends", "2027-01-29", "周六或周日"]),
        ("2027-01-30", "2027-02-06", EntryRefused, ["working_weekends", "2027-02-06", "春节"]),
        ("2027-01-30", "2028-01-29", EntryRefused, ["working_weekends", "2028-01-29"]),
        ("to: 2027-02-11", "to: 2027-02-01", EntryRefused, ["to", "2027-02-01", "2027-02-05"]),
        ("from: 2027-02-05", "from: 2027-01-03", HolidayOverlaps, ["2027-01-03", "元旦", "春节"]),
        ("source: 示例通知", "sources: 示例通知", UnknownKey, ["sources", "source"]),
        ("source: 示例通知\n", "", MissingKey, ["source"]),
        ("2027-02-11", "明天", EntryRefused, ["to", "明天", "年-月-日"]),
        ("2027-02-11", "2027-02-31", YamlMalformed, ["第5行第38列", "day is out of range"]),
        ("holidays:", "holidays: [", YamlMalformed, ["列"]),
    ],
)
def test_a_bad_calendar_file_is_refused_by_key_and_value(tmp_path, old, new, kind, words):
    path = _file(tmp_path, NEXT_YEAR.replace(old, new))
    with pytest.raises(kind) as caught:
        CALENDAR.with_year(path)
    assert f"{tmp_path.name}/2027.yaml" in str(caught.value)
    assert all(word in str(caught.value) for word in words), str(caught.value)


def test_a_year_is_loaded_once_and_without_a_hole(tmp_path):
    path = _file(tmp_path, NEXT_YEAR)
    with pytest.raises(YearLoadedTwice):
        CALENDAR.with_years([path, path])
    path.write_text(NEXT_YEAR.replace("2027-", "2028-").replace("year: 2027", "year: 2028").replace("01-30", "01-29"))
    path.write_text(path.read_text().replace("2028-02-20", "2028-02-19"))
    with pytest.raises(YearMissingBetween, match="2027年"):
        CALENDAR.with_year(path)


def test_every_refusal_says_the_same_in_english(tmp_path):
    path = _file(tmp_path, NEXT_YEAR.replace("2027-01-30", "2027-01-29"))
    with pytest.raises(Refusal) as caught:
        CALENDAR.with_year(path)
    assert "2027-01-29" in caught.value.text("en") and "a Saturday or a Sunday" in caught.value.text("en")


def _file(folder, content):
    path = folder / "2027.yaml"
    path.write_text(content, encoding="utf-8")
    return path
