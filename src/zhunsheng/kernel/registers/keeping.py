"""How an entry is made and changed: checks and changes in memory. The single and the bulk door both use this."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import islice, pairwise
from typing import Any

from zhunsheng.kernel.answers import EMPTY, current, fill, held, require
from zhunsheng.kernel.refusals import DayInTheFuture, EndBeforeBegin, ReasonMissing
from zhunsheng.kernel.registers.models import ADDED, RegisterChange, RegisterEntry
from zhunsheng.kernel.registers.refusals import EntryOverlaps, NotYourRegister
from zhunsheng.kernel.registry import Register
from zhunsheng.kernel.shown import beside, shown
from zhunsheng.kernel.units.models import Person, Unit
from zhunsheng.kernel.units.tree import reach_of

BASE = ("title", "unit", "place", "valid_from", "valid_until")
BATCH = 500


def begin_entry(
    register: Register, fields: Mapping[str, Any], by: Person | None, today: date
) -> tuple[Any, RegisterChange]:
    """A new entry and the first line of its history, both unsaved. ``by=None`` is the system.

    Refuses unknown, unusable and missing fields, a person who may not keep the register, a begin after ``today`` and
    an end before the begin. ``refuse_overlaps`` is left to the caller, who knows all entries to be written.
    """
    entry: Any = register.model()
    names = (*BASE, *register.fields)
    fill(entry, fields, names, where=shown(register.title), what="登记")
    require(entry, names, where=shown(register.title), what="登记", always=register.unique_while_valid)
    check_keeper(register, by, entry.unit)
    _check_days(entry, today)
    entry.register, entry.jurisdiction_id = register.code, entry.unit.jurisdiction_id
    values = {name: value for name, value in current(entry, names).items() if value not in EMPTY}
    change = RegisterChange(entry=entry, what=ADDED, day=entry.valid_from, by=by, values=values)
    change.recorded_at = entry.recorded_at
    return entry, change


def amend_entry(register: Register, entry: Any, fields: Mapping[str, Any], line: RegisterChange, today: date) -> None:
    """Change ``entry`` in memory and complete ``line`` (what, day, by, reason) with the values after and before."""
    check_keeper(register, line.by, entry.unit)
    if not line.reason.strip():
        raise ReasonMissing(where=str(entry), what=shown("变更"))
    if line.day > today:
        raise DayInTheFuture(where=beside(entry, "变更"), day=line.day, today=today)
    names = (*BASE, *register.fields)
    before = current(entry, names)
    fill(entry, fields, names, where=str(entry), what="变更")
    require(entry, names, where=str(entry), what="变更", always=register.unique_while_valid)
    _check_days(entry, today)
    line.keep_difference(before, current(entry, names), where=str(entry))
    line.entry = entry
    entry.jurisdiction_id = entry.unit.jurisdiction_id
    entry.version += 1


def check_keeper(register: Register, by: Person | None, unit: Unit) -> None:
    """Refuse a person without the role in ``unit`` or above it. Screens ask ``may_keep`` for their buttons."""
    if by is not None and not may_keep(register, by, unit.pk):
        raise NotYourRegister(register=shown(register.title), unit=unit, role=shown(register.kept_by.label))


def may_keep(register: Register, by: Person, unit: int) -> bool:
    return reach_of(by).may(register.kept_by, unit)


def refuse_overlaps(register: Register, entries: Sequence[Any]) -> None:
    """Refuse entries of one thing that are valid on the same day, among ``entries`` and with those recorded.

    One query for every 500 entries; none where the register does not say ``unique_while_valid``.
    """
    if not register.unique_while_valid:
        return
    kept = defaultdict(list)
    mine = {id(entry) for entry in entries}
    for entry in (*entries, *_recorded(register, entries)):
        kept[_thing(register, entry)].append(entry)
    for group in kept.values():
        for earlier, later in pairwise(sorted(group, key=lambda entry: entry.valid_from)):
            if earlier.valid_until is None or earlier.valid_until >= later.valid_from:
                _refuse(register, *((later, earlier) if id(later) in mine else (earlier, later)))


def _refuse(register: Register, entry: Any, other: Any) -> None:
    raise EntryOverlaps(
        register=shown(register.title), title=entry, since=entry.valid_from, other=other, begun=other.valid_from
    )


def _thing(register: Register, entry: Any) -> tuple[Any, ...]:
    return tuple(held(entry, tuple(register.unique_while_valid)).values())


def _recorded(register: Register, entries: Sequence[Any]) -> Iterator[Any]:
    """Entries already recorded that may be about the same things as ``entries``, without these themselves."""
    known = {entry.pk for entry in entries if entry.pk}
    first = register.unique_while_valid[0]
    for values in _batches({_thing(register, entry)[0] for entry in entries}):
        rows = register.model._default_manager.filter(register=register.code, withdrawn_at=None)
        rows = rows.filter(**{f"{first}__in": values})
        yield from (row for row in rows if row.pk not in known)


def _batches(values: Iterable[Any]) -> Iterator[list[Any]]:
    waiting = iter(values)
    while batch := list(islice(waiting, BATCH)):
        yield batch


def _check_days(entry: RegisterEntry, today: date) -> None:
    if entry.valid_from > today:
        raise DayInTheFuture(where=beside(entry, "有效自"), day=entry.valid_from, today=today)
    if entry.valid_until and entry.valid_until < entry.valid_from:
        raise EndBeforeBegin(title=entry, until=entry.valid_until, since=entry.valid_from)
