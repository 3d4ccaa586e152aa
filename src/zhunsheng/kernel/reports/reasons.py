"""Why a record differs from what was sealed: what was written about it since, by whom and with which note."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.db.models import Model
from django.utils import timezone

from zhunsheng.kernel.activities.models import Activity, ActivityChange
from zhunsheng.kernel.indicators.records import find
from zhunsheng.kernel.journal.models import CORRECT, MARK_TITLES, JournalEntry
from zhunsheng.kernel.matters.models import Matter
from zhunsheng.kernel.procedures import OPENING
from zhunsheng.kernel.registers.models import RegisterChange, RegisterEntry
from zhunsheng.kernel.roles import Role
from zhunsheng.kernel.units.models import Jurisdiction, Person

BATCH = 500
Change = tuple[str, Any, Any]
Told = Mapping[str, tuple[str, Sequence["Reason"]]]


@dataclass(frozen=True)
class Reason:
    """One line written about a record: what, the day it is about, when and by whom it was written, with which note.

    ``changes``: the name of each field that was changed, with the value before and after as people read it.
    """

    what: str
    day: date
    recorded_at: datetime
    by: str
    note: str
    changes: tuple[Change, ...] = ()


def told_since(since: datetime, place: Jurisdiction, model: type[Model], keys: Sequence[str]) -> Told:
    """Title of each record, by its key in a record list, and what was written about it after ``since``."""
    tell = _teller(model)
    found: dict[str, tuple[str, Sequence[Reason]]] = {}
    for first in range(0, len(keys), BATCH):
        found |= tell(since, place, model, keys[first : first + BATCH])
    return found


def _teller(model: type[Model]) -> Any:
    if issubclass(model, Activity):
        return _of_activities
    if issubclass(model, RegisterEntry):
        return _of_entries
    if issubclass(model, Matter) or "matter" in {each.name for each in model._meta.fields}:
        return _of_matters
    return _of_nothing


def _of_nothing(since: datetime, place: Jurisdiction, model: type[Model], keys: Sequence[str]) -> Told:
    """Other rows, such as units, have no history of their own."""
    return {}


def _of_matters(since: datetime, place: Jurisdiction, model: type[Model], keys: Sequence[str]) -> Told:
    """By the journal of the matter, also for what belongs to one and is gone."""
    numbers = {key: key if issubclass(model, Matter) else key.rpartition("#")[0] for key in keys}
    matters = {each.number: each for each in Matter.objects.filter(jurisdiction=place, number__in=numbers.values())}
    lines = JournalEntry.objects.filter(matter__in=matters.values(), recorded_at__gt=since).select_related("by")
    by_matter: dict[int, list[JournalEntry]] = defaultdict(list)
    for line in lines.order_by("matter", "sequence"):
        by_matter[line.matter_id].append(line)
    return {
        key: (matters[number].title, [_of_line(matters[number], line) for line in by_matter[matters[number].pk]])
        for key, number in numbers.items()
        if number in matters
    }


def _of_line(matter: Matter, line: JournalEntry) -> Reason:
    step = matter.procedure.steps.get(line.step)
    what = MARK_TITLES.get(line.step) or (step.title if step else line.step)
    changes = _changes(matter.declared.model, line.before, line.answers) if line.step == CORRECT else ()
    return Reason(what, line.day, line.recorded_at, _who(line.by), line.note, tuple(changes))


def _of_activities(since: datetime, place: Jurisdiction, model: type[Model], keys: Sequence[str]) -> Told:
    rows = {row.pk: row for row in find(model, keys).select_related("recorded_by")}
    lines = ActivityChange.objects.filter(activity__in=rows, recorded_at__gt=since).select_related("by")
    told: dict[int, list[Reason]] = defaultdict(list)
    for row in rows.values():
        if row.recorded_at > since:
            told[row.pk].append(
                Reason(MARK_TITLES[OPENING], row.happened_on, row.recorded_at, _who(row.recorded_by), "")
            )
    for line in lines.order_by("pk"):
        day = timezone.localdate(line.recorded_at)
        changes = tuple(_changes(model, line.before, line.values))
        what = line.get_what_display()
        told[line.activity_id].append(Reason(what, day, line.recorded_at, _who(line.by), line.reason, changes))
    return _by_key(keys, rows, told)


def _of_entries(since: datetime, place: Jurisdiction, model: type[Model], keys: Sequence[str]) -> Told:
    rows = {row.pk: row for row in find(model, keys)}
    lines = RegisterChange.objects.filter(entry__in=rows, recorded_at__gt=since).select_related("by")
    told: dict[int, list[Reason]] = defaultdict(list)
    for line in lines.order_by("pk"):
        changes = tuple(_changes(model, line.before, line.values))
        what = line.get_what_display()
        told[line.entry_id].append(Reason(what, line.day, line.recorded_at, _who(line.by), line.reason, changes))
    return _by_key(keys, rows, told)


def _by_key(keys: Iterable[str], rows: Mapping[int, Any], told: Mapping[int, Sequence[Reason]]) -> Told:
    primary = {key: int(key.rpartition("#")[2]) for key in keys}
    return {key: (str(rows[pk]), told.get(pk, ())) for key, pk in primary.items() if pk in rows}


def _changes(model: type[Model], before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[Change]:
    for name, value in after.items():
        if name in before and before[name] != value:
            yield _title(model, name), _said(model, name, before[name]), _said(model, name, value)


def _title(model: type[Model], name: str) -> str:
    try:
        return str(model._meta.get_field(name).verbose_name)  # type: ignore[union-attr]
    except FieldDoesNotExist:
        return name


def _said(model: type[Model], name: str, value: Any) -> Any:
    """A kept value as people read it: the label of a choice, the name of a unit or person."""
    try:
        field: Any = model._meta.get_field(name)
    except FieldDoesNotExist:
        return value
    if field.is_relation and value is not None:
        return str(field.related_model._default_manager.filter(pk=value).first() or value)
    choices = dict(getattr(field, "flatchoices", ()))
    return choices.get(value, value) if choices else value


def _who(by: Person | None) -> str:
    return str(by) if by else Role.SYSTEM.label
