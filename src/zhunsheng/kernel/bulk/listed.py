"""Enter many register entries and record many activities: the checks of the single doors, written in batches."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from functools import partial
from typing import Any

from django.utils import timezone

from zhunsheng.kernel import registry
from zhunsheng.kernel.activities.models import Activity
from zhunsheng.kernel.activities.recording import begin_activity
from zhunsheng.kernel.bulk.rows import insert, insert_typed
from zhunsheng.kernel.bulk.stories import BATCH, BadStory, BulkRow, batches, undisturbed
from zhunsheng.kernel.dirty import mark, months_of
from zhunsheng.kernel.registers.keeping import begin_entry, refuse_overlaps
from zhunsheng.kernel.registers.models import RegisterChange, RegisterEntry
from zhunsheng.kernel.registers.refusals import EntryOverlaps
from zhunsheng.kernel.registry import ActivityKind, Register
from zhunsheng.kernel.units.models import Jurisdiction
from zhunsheng.kernel.writing import write_transaction
from zhunsheng.law import Refusal

Moments = Callable[[date], datetime]


def bulk_enter(register: str, rows: Iterable[BulkRow], *, recorded_at: Moments, today: date | None = None) -> int:
    """Enter every row into ``register`` and return how many; the rows that add_entry would have written.

    The first that cannot be entered is refused as BadStory with its position and reason, and nothing is written.
    """
    declared, now = registry.register_of(register), today or timezone.localdate()
    return _in_batches(register, rows, partial(_enter, declared, recorded_at, now))


def bulk_record(kind: str, rows: Iterable[BulkRow], *, recorded_at: Moments, today: date | None = None) -> int:
    """Record every row as an activity of ``kind`` and return how many; refuses as ``bulk_enter`` does."""
    declared, now = registry.activity_kind_of(kind), today or timezone.localdate()
    return _in_batches(kind, rows, partial(_record, declared, recorded_at, now))


def _in_batches(code: str, rows: Iterable[BulkRow], write: Callable[[list[BulkRow], int], Sequence[Any]]) -> int:
    count, months = 0, set[int]()
    with write_transaction():
        for batch in batches(rows, BATCH):
            with undisturbed():
                for made in write(batch, count + 1):
                    months |= months_of(made)
            count += len(batch)
        mark(code, months)
    return count


def _enter(kind: Register, recorded_at: Moments, today: date, batch: list[BulkRow], first: int) -> Sequence[Any]:
    begin = partial(begin_entry, kind, today=today)
    made = [_begun(row, position, begin) for position, row in enumerate(batch, first)]
    entries = [entry for entry, _ in made]
    for entry, line in made:
        entry.recorded_at = line.recorded_at = recorded_at(entry.valid_from)
    _queue(entries)
    _check_overlaps(kind, entries, first)
    insert_typed(RegisterEntry, kind.model, entries)
    for entry, line in made:
        line.entry_id = entry.pk
    insert(RegisterChange, [line for _, line in made])
    return entries


def _record(kind: ActivityKind, recorded_at: Moments, today: date, batch: list[BulkRow], first: int) -> Sequence[Any]:
    begin = partial(begin_activity, kind, today=today)
    made = [_begun(row, position, begin) for position, row in enumerate(batch, first)]
    for activity in made:
        activity.recorded_at = recorded_at(activity.happened_on)
    insert_typed(Activity, kind.model, made)
    return made


def _begun(row: BulkRow, position: int, begin: Callable[..., Any]) -> Any:
    try:
        return begin(fields=row.fields, by=row.by)
    except Refusal as reason:
        raise BadStory(position=position, title=row.fields.get("title", ""), reason=reason) from reason


def _check_overlaps(kind: Register, entries: Sequence[Any], first: int) -> None:
    try:
        refuse_overlaps(kind, entries)
    except EntryOverlaps as reason:
        overlapping = reason.values["title"]
        position = next(i for i, entry in enumerate(entries, first) if entry is overlapping)
        raise BadStory(position=position, title=overlapping, reason=reason) from reason


def _queue(entries: Sequence[Any]) -> None:
    """Writers of registers of one place wait for each other, as at the single door."""
    places = {entry.jurisdiction_id for entry in entries}
    list(Jurisdiction.objects.select_for_update().filter(pk__in=places).order_by("pk"))
