"""Counting a term: from its start, stops and extensions to its last day, as pure functions."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta

from zhunsheng.law.calendar import Calendar, default_calendar
from zhunsheng.law.counting import Unit
from zhunsheng.law.reckoning import LegEnd, Reckoning, RestDay
from zhunsheng.law.spans import (
    Extension,
    Gap,
    Leg,
    Stretch,
    Term,
    TermNotPositive,
    back_from,
    gaps,
    leg_end,
    legs,
)


def reckon(
    start: date,
    term: Term,
    *,
    stops: Iterable[Stretch] = (),
    extensions: Iterable[Extension] = (),
    calendar: Calendar | None = None,
    title: str = "",
    article: str = "",
) -> Reckoning:
    """Counts a term of working days, days, months or years; the day `start` is not counted.

    Stops outside the term have no effect; while one stands open within it there is no last day. Raises
    UnpublishedYear where the answer needs a year that is not loaded, HoursNeedAMoment for a term in hours.
    """
    calendar = calendar or default_calendar()
    given, longer = tuple(stops), tuple(sorted(extensions, key=lambda extension: extension.on))
    pauses, runs = gaps(given, start), legs(term, longer)
    ends = _run(start, runs, pauses, calendar)
    ends_on = ends[-1].until
    due_on = _rolled_over(ends_on, (longer[-1].term if longer else term).counting.rolls_over, pauses, calendar)
    effective = [pause for pause in pauses if due_on is None or pause.since < due_on]
    return Reckoning(
        start=start,
        term=term,
        due_on=due_on,
        ends_on=ends_on,
        first_counted=leg_end(start, _first_day(runs[0]), pauses, calendar),
        title=title,
        article=article,
        stops=_stops_in(given, effective, start),
        extensions=longer,
        rolled=_rest_days(ends_on, due_on, effective, calendar),
        legs=tuple(ends),
        gaps=tuple(effective),
        calendar=calendar,
    )


def last_day(
    start: date,
    term: Term,
    *,
    stops: Iterable[Stretch] = (),
    extensions: Iterable[Extension] = (),
    calendar: Calendar | None = None,
) -> date | None:
    """The `due_on` of `reckon` without its reasons, for counting very many; it raises the same."""
    calendar = calendar or default_calendar()
    longer = sorted(extensions, key=lambda extension: extension.on)
    pauses = gaps(stops, start)
    ends_on = _run(start, legs(term, longer), pauses, calendar)[-1].until
    return _rolled_over(ends_on, (longer[-1].term if longer else term).counting.rolls_over, pauses, calendar)


def _run(start: date, runs: Sequence[Leg], pauses: Sequence[Gap], calendar: Calendar) -> list[LegEnd]:
    ends: list[LegEnd] = []
    cursor: date | None = start
    for run in runs:
        cursor = None if cursor is None else leg_end(cursor, run, pauses, calendar)
        ends.append(LegEnd(run.unit, cursor))
    return ends


def _first_day(run: Leg) -> Leg:
    return Leg(run.unit if run.unit is Unit.WORKDAYS else Unit.DAYS, 1)


def _rolled_over(ends_on: date | None, rolls: bool, pauses: Sequence[Gap], calendar: Calendar) -> date | None:
    """The first working day from the counted end on; a stretch that begins among the rest days is passed as well."""
    if ends_on is None or not rolls:
        return ends_on
    day = calendar.on_or_after_workday(ends_on)
    for pause in pauses:
        if pause.holds(day):
            if pause.until is None:
                return None
            day = calendar.add_workdays(pause.until, 1)
    return day


def _stops_in(stops: Sequence[Stretch], effective: Sequence[Gap], start: date) -> tuple[Stretch, ...]:
    used = [stop for stop in stops if stop.until is None or stop.until > max(stop.since, start)]
    used.sort(key=lambda stop: stop.since)
    return tuple(stop for stop in used if any(_within(stop, pause, start) for pause in effective))


def _within(stop: Stretch, pause: Gap, start: date) -> bool:
    return pause.since <= max(stop.since, start) and (pause.until is None or max(stop.since, start) < pause.until)


def _rest_days(
    ends_on: date | None, due_on: date | None, pauses: Sequence[Gap], calendar: Calendar
) -> tuple[RestDay, ...]:
    if ends_on is None or due_on is None:
        return ()
    passed = (ends_on + timedelta(days=offset) for offset in range((due_on - ends_on).days))
    free = (day for day in passed if not any(pause.holds(day) for pause in pauses))
    return tuple(RestDay(day, calendar.why_rest(day)) for day in free if calendar.is_rest_day(day))


def reckon_hours(start: datetime, hours: int) -> datetime:
    """The moment `hours` after `start`; hours run on through rest days (Civil Code, article 201)."""
    if hours < 1:
        raise TermNotPositive(value=hours)
    return start + timedelta(hours=hours)


def latest_before(event: date, term: Term, calendar: Calendar | None = None) -> date:
    """The last day on which something may be done that must be done this long before `event`.

    Counted back from the event, whose day is not counted; never moved towards the event by a rest day.
    """
    return back_from(event, term, calendar or default_calendar())


def earliest_after(start: date, term: Term, calendar: Calendar | None = None) -> date:
    """The first day on which the next thing may be done: the day after a minimum period has run in full."""
    ended = last_day(start, term, calendar=calendar) or start
    return ended + timedelta(days=1)
