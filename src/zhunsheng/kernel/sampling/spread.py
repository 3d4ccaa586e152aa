"""How a year's records are spread: exact quotas, seasons, working days, moments of recording. All deterministic."""

from bisect import bisect
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from itertools import accumulate
from random import Random
from typing import TypeVar

from django.utils import timezone

from zhunsheng.law import default_calendar

T = TypeVar("T")
SEASONS = (7, 6, 9, 9, 9, 9, 8, 9, 9, 7, 9, 9)
"""Weights of the months from January on: quiet around the Spring Festival and the October holiday."""


def seeded(*names: object) -> Random:
    """The generator of its own that belongs to ``names``, such as a system and a year."""
    return Random("-".join(map(str, names)))  # noqa: S311 -- a sample, no secret


def shares(total: int, weights: Sequence[float]) -> list[int]:
    """``total`` divided by ``weights`` into whole numbers that add up to it (largest remainders)."""
    exact = [total * weight / sum(weights) for weight in weights]
    found = [int(each) for each in exact]
    by_rest = sorted(range(len(weights)), key=lambda i: (found[i] - exact[i], i))
    for i in by_rest[: total - sum(found)]:
        found[i] += 1
    return found


def quota(rng: Random, counts: Mapping[T, int]) -> list[T]:
    """Every key exactly as often as its count says, in drawn order: "these 67 with these outcomes"."""
    found = [key for key, count in counts.items() for _ in range(count)]
    rng.shuffle(found)
    return found


def draw(rng: Random, weights: Mapping[T, float]) -> T:
    """One key, as likely as its weight."""
    return rng.choices(list(weights), list(weights.values()))[0]


def days(
    rng: Random, count: int, since: date, until: date, *, seasons: Sequence[float] = SEASONS, workdays: bool = True
) -> list[date]:
    """``count`` days of the period in order, evenly spread by the weights of the months; working days unless said."""
    span = [since + timedelta(days=offset) for offset in range((until - since).days + 1)]
    if workdays:
        calendar = default_calendar()
        span = [day for day in span if calendar.is_workday(day)]
    reached = list(accumulate(seasons[day.month - 1] for day in span))
    steps = (reached[-1] * (number + rng.random()) / count for number in range(count))
    return [span[min(bisect(reached, step), len(span) - 1)] for step in steps]


def days_of(rng: Random, count: int, year: int, *, workdays: bool = True) -> list[date]:
    """``count`` days of ``year`` in order, spread over its months."""
    return days(rng, count, date(year, 1, 1), date(year, 12, 31), workdays=workdays)


def workdays_after(day: date, count: int) -> date:
    """The working day ``count`` working days after ``day``; 0 is ``day`` itself or the first working day after it."""
    calendar = default_calendar()
    return calendar.add_workdays(day, count) if count else calendar.on_or_after_workday(day)


def office_hours(rng: Random) -> Callable[[date], datetime]:
    """Moments of recording: the day itself between 9:00 and 17:30, or now if that has not come yet."""
    now, zone = timezone.now(), timezone.get_default_timezone()
    today, minutes = timezone.localdate(now), [timedelta(minutes=n) for n in range(8 * 60 + 30)]
    nine = cache(lambda day: datetime.combine(day, time(9), zone).astimezone(UTC))

    def moment(day: date) -> datetime:
        at: datetime = nine(day) + minutes[int(rng.random() * len(minutes))]
        return at if day < today else min(at, now)

    return moment
