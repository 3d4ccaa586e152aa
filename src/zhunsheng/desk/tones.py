"""How a deadline or a state looks: late, near, standing still; in shapes and words, not in colour alone."""

from datetime import date, timedelta
from typing import Any

from zhunsheng.kernel.procedures import ClockKind, Reading, Standing, State
from zhunsheng.law import UnpublishedYear, default_calendar

NEAR = 3


def near_until(today: date) -> date:
    """The third working day from today; in calendar days where the holidays are not published yet."""
    try:
        return default_calendar().add_workdays(today, NEAR)
    except UnpublishedYear:
        return today + timedelta(days=NEAR)


def deadline(due_on: date | None, today: date, near: date) -> dict[str, Any] | None:
    """The tag of a running limit."""
    if due_on is None:
        return None
    days = (due_on - today).days
    if days < 0:
        return {"tone": "late", "days": -days}
    return {"tone": "today" if days == 0 else "near" if due_on <= near else "fine", "days": days}


def matter_deadline(row: Any, today: date, near: date) -> dict[str, Any] | None:
    """The tag of a matter in a list: nothing once it is closed."""
    return None if row.closed_on else deadline(row.due_on, today, near)


def clock_deadline(reading: Reading, today: date, near: date) -> dict[str, Any] | None:
    """The tag of a clock, also of one that was met late, stands still or cannot be computed."""
    if reading.standing is Standing.UNKNOWN:
        return {"tone": "unknown"}
    if reading.standing is Standing.STOPPED:
        return {"tone": "stopped"}
    if reading.standing is Standing.VOID:
        return None
    if reading.met_on:
        return _met(reading)
    passing = reading.clock.kind in (ClockKind.WINDOW, ClockKind.MINIMUM)
    if passing and reading.due_on and reading.due_on < today:
        return None
    return deadline(reading.due_on, today, near)


def _met(reading: Reading) -> dict[str, Any]:
    if reading.due_on and reading.met_on and reading.is_late(reading.met_on):
        return {"tone": "late", "days": (reading.met_on - reading.due_on).days}
    return {"tone": "met"}


def state(declared: State, stopped: bool = False) -> dict[str, str]:
    """Title and tone of a state; ``stopped``: no clock of the unit itself runs in it."""
    tone = "first" if declared.first else "final" if declared.closed else "waiting" if stopped else "running"
    return {"title": declared.title, "tone": tone}


def matter_state(row: Any) -> dict[str, str]:
    return state(row.procedure.states[row.state], stopped=row.due_on is None)
