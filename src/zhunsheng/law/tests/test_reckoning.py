"""Reckoning equals walking day by day, and explains itself."""

import json
from datetime import date, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from zhunsheng.law.calendar import default_calendar
from zhunsheng.law.counting import CR_APL21, CR_ARL23, CR_CIV, CR_HOUR, CR_MONTH, CR_WD, Unit
from zhunsheng.law.spans import Extension, Stretch, Term
from zhunsheng.law.terms import reckon

D = date
DAY = timedelta(days=1)
HORIZON = D(2026, 12, 31)
STARTS = st.dates(D(2019, 1, 1), D(2022, 6, 30))


@st.composite
def terms(draw):
    unit = draw(st.sampled_from([Unit.WORKDAYS, Unit.DAYS, Unit.MONTHS, Unit.YEARS]))
    most = {Unit.MONTHS: 6, Unit.YEARS: 1}.get(unit, 45)
    return Term(draw(st.integers(1, most)), unit, draw(st.sampled_from([CR_WD, CR_ARL23, CR_APL21, CR_CIV, CR_HOUR])))


@st.composite
def clocks(draw):
    start = draw(STARTS)
    stops = []
    for _ in range(draw(st.integers(0, 4))):
        since = start + draw(st.integers(-5, 120)) * DAY
        until = since + draw(st.integers(0, 40)) * DAY if draw(st.integers(0, 6)) else None
        stops.append(Stretch(since, until, "中止", "第三十九条"))
    extensions = []
    for _ in range(draw(st.integers(0, 2))):
        on = start + draw(st.integers(1, 60)) * DAY
        extensions.append(
            Extension(on, draw(terms()), draw(st.sampled_from(["adds", "total"])), "复杂", "负责人", "条")
        )
    return start, draw(terms()), stops, extensions


class Walk:
    """The same answer by looking at every day; a walk beyond the horizon stands still (None)."""

    def __init__(self, stops):
        self.stops = stops
        self.calendar = default_calendar()

    def stopped(self, day):
        return any(stop.since < day and (stop.until is None or day <= stop.until) for stop in self.stops)

    def through(self, day, value, unit):
        if unit is Unit.MONTHS:
            return self.months(day, value)
        left = value
        while left:
            day += DAY
            if day > HORIZON:
                return None
            left -= not self.stopped(day) and (unit is Unit.DAYS or self.calendar.is_workday(day))
        return day

    def months(self, day, months):
        end = corresponding_day(day, months)
        while day < end:
            day += DAY
            end += self.stopped(day) * DAY
            if end > HORIZON:
                return None
        return end

    def roll(self, day):
        if self.calendar.is_workday(day):
            return day
        while self.calendar.is_rest_day(day) or self.stopped(day):
            day += DAY
            if day > HORIZON:
                return None
        return day


def corresponding_day(day, months):
    month = date(day.year, day.month, 1)
    for _ in range(months):
        month = (month + 31 * DAY).replace(day=1)
    last = (month + 31 * DAY).replace(day=1) - DAY
    return min(month + (day.day - 1) * DAY, last)


def run_of(term):
    return (term.value * 12, Unit.MONTHS) if term.counted_in is Unit.YEARS else (term.value, term.counted_in)


def runs_of(term, extensions):
    runs = [run_of(term)]
    for extension in extensions:
        value, unit = run_of(extension.term)
        if extension.mode == "total":
            runs = [(value, unit)]
        elif runs[-1][1] is unit:
            runs[-1] = (runs[-1][0] + value, unit)
        else:
            runs.append((value, unit))
    return runs


def walked(start, term, stops, extensions):
    walk, day = Walk(stops), start
    extensions = sorted(extensions, key=lambda one: one.on)
    for value, unit in runs_of(term, extensions):
        day = None if day is None else walk.through(day, value, unit)
    last_term = extensions[-1].term if extensions else term
    return day if day is None or not last_term.counting.rolls_over else walk.roll(day)


@given(clocks())
@example((D(2025, 4, 2), Term(2, Unit.DAYS, CR_CIV), [Stretch(D(2025, 4, 5), D(2025, 4, 8), "中止", "条")], []))
@example((D(2025, 4, 2), Term(2, Unit.DAYS, CR_CIV), [Stretch(D(2025, 4, 5), None, "中止", "条")], []))
@example((D(2025, 4, 2), Term(5, Unit.DAYS, CR_CIV), [Stretch(D(2025, 4, 7), None, "中止", "条")], []))
def test_reckoning_equals_walking_day_by_day(clock):
    start, term, stops, extensions = clock
    reckoned = reckon(start, term, stops=stops, extensions=extensions)
    assert reckoned.due_on == walked(start, term, stops, extensions)
    _explains_itself(reckoned)


def _explains_itself(reckoned):
    json.dumps(reckoned.as_data())
    assert reckoned.paragraph().endswith("。") and reckoned.paragraph("en").endswith(".")
    days = reckoned.days()
    assert [day.on for day in days] == [reckoned.start + n * DAY for n in range(len(days))]
    numbers = [day.number for day in days if day.number]
    assert numbers == list(range(1, len(numbers) + 1))
    assert all(day.reason for day in days if day.number is None)
    if reckoned.due_on is not None:
        assert days[-1].on == reckoned.due_on
    if numbers:
        assert reckoned.first_counted == next(day.on for day in days if day.number == 1)
    if reckoned.ends_on is not None and len(reckoned.legs) == 1 and reckoned.legs[0].unit is not Unit.MONTHS:
        assert numbers[-1] == next(day.number for day in days if day.on == reckoned.ends_on)


@given(clocks())
def test_a_stretch_outside_the_term_changes_nothing(clock):
    start, term, stops, _ = clock
    plain = reckon(start, term)
    outside = [Stretch(start - 9 * DAY, start, "之前", ""), Stretch(plain.due_on, None, "之后", "")]
    assert reckon(start, term, stops=outside) == plain
    used = reckon(start, term, stops=stops)
    assert reckon(start, term, stops=used.stops) == used


CONSULTED = Stretch(D(2025, 6, 4), D(2025, 6, 18), "征求第三方意见", "第三十二条")


def test_the_paragraph_says_why_it_is_this_day():
    clock = reckon(
        D(2025, 6, 2),
        Term(20, Unit.WORKDAYS, CR_WD),
        stops=[CONSULTED],
        title="答复期限",
        article="《政府信息公开条例（2019年修订）》第三十三条第二款",
    )
    assert clock.due_on == D(2025, 7, 14) and clock.first_counted == D(2025, 6, 3)
    assert clock.paragraph() == (
        "答复期限20个工作日（《政府信息公开条例（2019年修订）》第三十三条第二款）。"
        "计算方法：条文写明工作日，开始的当日按通例不计入（参照《民法典》第二百零一条）。"
        "自2025年6月2日起算，当日不计入。"
        "6月5日至6月18日征求第三方意见，不计入（第三十二条），共10个工作日。"
        "因此最后一日为2025年7月14日（星期一）。"
    )


def test_an_extension_and_each_rest_day_rolled_over_are_named():
    approved = Extension(
        D(2024, 9, 2), Term(30, Unit.DAYS, CR_ARL23), "adds", "案情复杂", "行政复议机构负责人", "第六十二条"
    )
    clock = reckon(D(2024, 7, 4), Term(60, Unit.DAYS, CR_ARL23), extensions=[approved], title="审理期限")
    assert clock.ends_on == D(2024, 10, 2) and clock.due_on == D(2024, 10, 8)
    assert "9月2日经行政复议机构负责人批准延长30日（第六十二条），事由：案情复杂。" in clock.paragraph()
    assert "顺延越过10月2日（国庆节）、10月3日（国庆节）、" in clock.paragraph()
    assert "rolls over 2024-10-02 (National Day)" in clock.paragraph("en")
    assert [day.on.day for day in clock.rolled] == [2, 3, 4, 5, 6, 7]


def test_an_extension_may_set_a_new_total():
    longer = Extension(D(2025, 3, 3), Term(6, Unit.MONTHS, CR_MONTH), "total", "面广难度大", "", "第五十一条")
    clock = reckon(D(2025, 3, 3), Term(3, Unit.MONTHS, CR_MONTH), extensions=[longer])
    assert clock.due_on == D(2025, 9, 3)
    assert "期限改为共6个月（第五十一条）" in clock.paragraph()


def test_months_are_lengthened_by_the_days_standing_still():
    stop = Stretch(D(2025, 3, 10), D(2025, 3, 20), "中止", "第八十七条")
    clock = reckon(D(2025, 3, 3), Term(1, Unit.MONTHS, CR_MONTH), stops=[stop])
    assert clock.due_on == D(2025, 4, 14) and "共10日" in clock.paragraph()


def test_a_term_that_stands_still_has_no_last_day():
    clock = reckon(D(2025, 6, 2), Term(20, Unit.WORKDAYS, CR_WD), stops=[Stretch(D(2025, 6, 4), None, "中止", "")])
    assert clock.standing and clock.due_on is None and clock.rolled == ()
    assert "自6月5日起中止，不计入，至今尚未恢复计算" in clock.paragraph()
    assert "still standing" in clock.paragraph("en") and clock.as_data()["due_on"] is None
    assert clock.days()[-1].on == D(2025, 6, 4)


def test_a_day_shared_by_two_stretches_is_counted_once():
    stops = [Stretch(D(2025, 6, 4), D(2025, 6, 10), "甲", ""), Stretch(D(2025, 6, 6), D(2025, 6, 12), "乙", "")]
    clock = reckon(D(2025, 6, 2), Term(20, Unit.WORKDAYS, CR_WD), stops=stops)
    assert [stood.days for stood in clock.stood()] == [4, 2]
    assert clock.due_on == reckon(D(2025, 6, 2), Term(26, Unit.WORKDAYS, CR_WD)).due_on


def test_a_stretch_within_another_takes_no_day_of_its_own():
    ends = [(4, 18), (6, 10), (12, 20)]
    stops = [Stretch(D(2025, 6, since), D(2025, 6, until), "中止", "") for since, until in ends]
    clock = reckon(D(2025, 6, 2), Term(20, Unit.WORKDAYS, CR_WD), stops=stops)
    assert [stood.days for stood in clock.stood()] == [10, 0, 2]


@pytest.mark.parametrize(("language", "reason"), [("zh", "征求第三方意见"), ("en", "征求第三方意见")])
def test_the_list_of_days_says_why_a_day_is_not_counted(language, reason):
    clock = reckon(D(2025, 5, 30), Term(20, Unit.WORKDAYS, CR_WD), stops=[CONSULTED])
    days = {day.on: day for day in clock.days(language)}
    assert days[D(2025, 6, 5)].reason == reason and days[D(2025, 6, 4)].number == 2
    assert days[D(2025, 6, 2)].reason == {"zh": "端午节", "en": "Dragon Boat Festival"}[language]
    assert days[D(2025, 5, 30)].number is None
