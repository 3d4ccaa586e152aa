"""How an activity is recorded and corrected, in memory. The single and the bulk door both use this."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from zhunsheng.kernel import registry
from zhunsheng.kernel.activities.models import Activity, ActivityChange
from zhunsheng.kernel.activities.refusals import EntryNotValidThen, EntryOfAnotherRegister, NotYourActivity
from zhunsheng.kernel.answers import current, fill, require
from zhunsheng.kernel.refusals import DayInTheFuture
from zhunsheng.kernel.registry import ActivityKind
from zhunsheng.kernel.shown import shown
from zhunsheng.kernel.units.models import Person
from zhunsheng.kernel.units.tree import reach_of

BASE = ("title", "unit", "place", "entry", "happened_on", "participants")


def begin_activity(kind: ActivityKind, fields: Mapping[str, Any], by: Person | None, today: date) -> Any:
    """A new activity, unsaved. ``by=None`` is the system.

    Refuses unknown, unusable and missing fields, a day after ``today``, an entry of another register or not valid on
    the day, and a person who may not record it.
    """
    activity: Any = kind.model()
    fill(activity, fields, (*BASE, *kind.fields), where=shown(kind.title), what="登记")
    _take_from_entry(kind, activity)
    _check(kind, activity, kind.title, today)
    if by is not None and not may_record(kind, by, activity.unit_id, activity.place_id):
        raise NotYourActivity(what=shown(kind.title), unit=activity.unit, role=shown(kind.recorded_by.label))
    activity.kind, activity.recorded_by = kind.code, by
    activity.jurisdiction_id = activity.unit.jurisdiction_id
    return activity


def amend_activity(
    kind: ActivityKind, activity: Any, fields: Mapping[str, Any], line: ActivityChange, today: date
) -> None:
    """Change ``activity`` in memory and complete ``line`` (what, by, reason) with the values after and before."""
    names = (*BASE, *kind.fields)
    before = current(activity, names)
    fill(activity, fields, names, where=str(activity), what="更正")
    _check(kind, activity, str(activity), today)
    line.keep_difference(before, current(activity, names), where=str(activity))
    activity.jurisdiction_id = activity.unit.jurisdiction_id


def may_record(kind: ActivityKind, by: Person, unit: int, place: int | None = None) -> bool:
    """Whether ``by`` holds the role in the unit, or at the place where the kind allows it. Screens ask the same."""
    reach = reach_of(by)
    at_place = kind.at_place and place is not None and reach.may(kind.recorded_by, place)
    return at_place or reach.may(kind.recorded_by, unit)


def _take_from_entry(kind: ActivityKind, activity: Any) -> None:
    """Let the activity be where its entry is, and done by the unit that keeps it, unless something else was given."""
    if kind.under and activity.entry is not None:
        activity.place_id = activity.place_id or activity.entry.place_id
        activity.unit_id = activity.unit_id or activity.entry.unit_id


def _check(kind: ActivityKind, activity: Activity, where: str, today: date) -> None:
    always = ("entry",) if kind.under else ()
    require(activity, (*always, *BASE, *kind.fields), where=where, what="登记", always=always)
    if activity.happened_on > today:
        raise DayInTheFuture(where=shown(where), day=activity.happened_on, today=today)
    if kind.under:
        _check_entry(kind, activity)


def _check_entry(kind: ActivityKind, activity: Any) -> None:
    entry, day = activity.entry, activity.happened_on
    if entry.register != kind.under:
        title = registry.register_of(kind.under).title
        raise EntryOfAnotherRegister(kind=shown(kind.title), register=shown(title), entry=entry)
    if entry.withdrawn_at or day < entry.valid_from or (entry.valid_until and day > entry.valid_until):
        until = entry.valid_until or "—"
        raise EntryNotValidThen(kind=shown(kind.title), entry=entry, day=day, since=entry.valid_from, until=until)
