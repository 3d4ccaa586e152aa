"""The only ways to write an activity: record it, correct it, withdraw it."""

from typing import Any

from django.utils import timezone

from zhunsheng.kernel import registry
from zhunsheng.kernel.activities.models import CORRECTED, WITHDRAWN, Activity, ActivityChange
from zhunsheng.kernel.activities.recording import amend_activity, begin_activity
from zhunsheng.kernel.activities.refusals import NotYourActivity, WithdrawnAlready
from zhunsheng.kernel.dirty import mark, months_of
from zhunsheng.kernel.refusals import ReasonMissing
from zhunsheng.kernel.roles import Role
from zhunsheng.kernel.shown import beside, shown, to_the_minute
from zhunsheng.kernel.units.models import Person
from zhunsheng.kernel.units.tree import reach_of
from zhunsheng.kernel.writing import locked, write_transaction


def record_activity(kind: str, *, by: Person | None, **fields: Any) -> Any:
    """Record something that happened and return it, typed and saved. ``by=None`` is the system.

    ``fields``: title, unit, happened_on, optionally place, entry and participants, and the kind's own. Refuses what
    ``recording.begin_activity`` refuses.
    """
    declared = registry.activity_kind_of(kind)
    with write_transaction():
        activity = begin_activity(declared, fields, by, timezone.localdate())
        activity.save(force_insert=True)
        mark(kind, months_of(activity))
    return activity


def correct_activity(activity: Activity, *, by: Person, reason: str, **fields: Any) -> ActivityChange:
    """Change recorded fields that were wrong, with a reason; the history keeps what stood before.

    For the head of the unit. A withdrawn activity cannot be corrected.
    """
    with write_transaction():
        fresh, line = _begin(activity, CORRECTED, by, reason)
        months = months_of(fresh)
        amend_activity(fresh.declared, fresh, fields, line, timezone.localdate())
        fresh.save()
        _finish(activity, line, months | months_of(fresh))
    return line


def withdraw_activity(activity: Activity, *, by: Person, reason: str) -> ActivityChange:
    """Withdraw an activity that should not have been recorded, with a reason: it stays visible and is not counted.

    For the head of the unit.
    """
    with write_transaction():
        fresh, line = _begin(activity, WITHDRAWN, by, reason)
        fresh.withdrawn_at = line.recorded_at
        fresh.save()
        _finish(activity, line, months_of(fresh))
    return line


def may_amend(activity: Activity, by: Person) -> bool:
    """Whether ``by`` may correct and withdraw: a head of the unit or above it. Screens ask the same."""
    return reach_of(by).may(Role.HEAD, activity.unit_id)


def _begin(given: Activity, what: str, by: Person, reason: str) -> tuple[Any, ActivityChange]:
    """The activity, typed, fresh and locked, and the line to be written about it."""
    declared = registry.activity_kind_of(given.kind)
    rows = locked(declared.model._default_manager.select_related("unit"))
    fresh: Any = rows.get(pk=given.pk)
    line = ActivityChange(activity=fresh, what=what, by=by, reason=reason)
    if not may_amend(fresh, by):
        raise NotYourActivity(what=beside(fresh, line.get_what_display()), unit=fresh.unit, role=shown(Role.HEAD.label))
    if not reason.strip():
        raise ReasonMissing(where=str(fresh), what=shown(line.get_what_display()))
    if fresh.withdrawn_at:
        raise WithdrawnAlready(title=fresh, at=to_the_minute(fresh.withdrawn_at))
    return fresh, line


def _finish(given: Activity, line: ActivityChange, months: set[int]) -> None:
    line.save(force_insert=True)
    mark(given.kind, months)
    given.__dict__.pop("specific", None)
    given.refresh_from_db()
