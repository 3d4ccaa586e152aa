"""The only ways to write a register: add an entry, change it, end it, withdraw it."""

from datetime import date
from typing import Any

from django.utils import timezone

from zhunsheng.kernel import registry
from zhunsheng.kernel.dirty import mark, months_of
from zhunsheng.kernel.refusals import ReasonMissing, SomeoneElseWasFirst
from zhunsheng.kernel.registers.keeping import amend_entry, begin_entry, refuse_overlaps
from zhunsheng.kernel.registers.models import CHANGED, ENDED, WITHDRAWN, RegisterChange, RegisterEntry
from zhunsheng.kernel.registers.refusals import EndedAlready, EntryInUse, EntryWithdrawn, NotYourRegister
from zhunsheng.kernel.roles import Role
from zhunsheng.kernel.shown import shown, to_the_minute
from zhunsheng.kernel.units.models import Jurisdiction, Person
from zhunsheng.kernel.units.tree import reach_of
from zhunsheng.kernel.writing import locked, write_transaction


def add_entry(register: str, *, by: Person | None, **fields: Any) -> Any:
    """Enter something into ``register`` and return the entry, typed and saved. ``by=None`` is the system.

    ``fields``: title, unit, valid_from, optionally place and valid_until, and the register's own. Refuses what
    ``keeping.begin_entry`` refuses, and an entry that overlaps with another of the same thing.
    """
    declared = registry.register_of(register)
    with write_transaction():
        entry, line = begin_entry(declared, fields, by, timezone.localdate())
        _queue(entry.jurisdiction_id)
        refuse_overlaps(declared, [entry])
        entry.save(force_insert=True)
        line.entry = entry
        line.save(force_insert=True)
        mark(register, months_of(entry))
    return entry


def change_entry(
    entry: RegisterEntry,
    *,
    by: Person | None,
    reason: str,
    day: date | None = None,
    version: int | None = None,
    **fields: Any,
) -> RegisterChange:
    """Change fields of an entry from ``day`` (today when left out), with a reason; the history keeps what stood before.

    ``version`` is what the person had on the screen: if somebody wrote since, SomeoneElseWasFirst says who.
    """
    line = RegisterChange(what=CHANGED, day=day or timezone.localdate(), by=by, reason=reason)
    return _write(entry, line, fields, version)


def end_entry(
    entry: RegisterEntry, *, by: Person | None, on: date, reason: str, version: int | None = None
) -> RegisterChange:
    """Let an entry end on ``on``, its last valid day. Refused before it begins, after today, and once it has ended."""
    line = RegisterChange(what=ENDED, day=on, by=by, reason=reason)
    return _write(entry, line, {"valid_until": on}, version)


def withdraw_entry(entry: RegisterEntry, *, by: Person, reason: str, version: int | None = None) -> RegisterChange:
    """Withdraw an entry that should never have been made, with a reason: it stays visible, and never was valid.

    For the head of the unit. Refused while activities stand under it.
    """
    line = RegisterChange(what=WITHDRAWN, day=timezone.localdate(), by=by, reason=reason)
    with write_transaction():
        fresh = _locked(entry, version)
        if not may_withdraw(fresh, by):
            raise NotYourRegister(register=shown(fresh.declared.title), unit=fresh.unit, role=shown(Role.HEAD.label))
        if not reason.strip():
            raise ReasonMissing(where=str(fresh), what=shown(line.get_what_display()))
        if count := fresh.activities.filter(withdrawn_at=None).count():
            raise EntryInUse(title=fresh, count=count)
        line.entry, fresh.withdrawn_at = fresh, line.recorded_at
        fresh.version += 1
        _save(entry, fresh, line, months_of(fresh))
    return line


def may_withdraw(entry: RegisterEntry, by: Person) -> bool:
    """Whether ``by`` is a head of the unit or above it. Screens ask the same."""
    return reach_of(by).may(Role.HEAD, entry.unit_id)


def _write(given: RegisterEntry, line: RegisterChange, fields: dict[str, Any], version: int | None) -> RegisterChange:
    declared = registry.register_of(given.register)
    with write_transaction():
        _queue(given.jurisdiction_id)
        fresh = _locked(given, version)
        if line.what == ENDED and fresh.valid_until and fresh.valid_until <= line.day:
            raise EndedAlready(title=fresh, until=fresh.valid_until, on=line.day)
        months = months_of(fresh)
        amend_entry(declared, fresh, fields, line, timezone.localdate())
        refuse_overlaps(declared, [fresh])
        _save(given, fresh, line, months)
    return line


def _locked(given: RegisterEntry, version: int | None) -> Any:
    """The entry, typed, fresh and locked; refused when withdrawn, or when somebody wrote since ``version``."""
    model = registry.register_of(given.register).model
    fresh: Any = locked(model._default_manager.select_related("unit")).get(pk=given.pk)
    _check_version(fresh, version)
    if fresh.withdrawn_at:
        raise EntryWithdrawn(title=fresh, at=to_the_minute(fresh.withdrawn_at))
    return fresh


def _save(given: RegisterEntry, fresh: Any, line: RegisterChange, months: set[int]) -> None:
    """Write the entry and its line, and let the object the caller holds show it."""
    fresh.save()
    line.save(force_insert=True)
    mark(given.register, months | months_of(fresh))
    given.__dict__.pop("specific", None)
    given.refresh_from_db()


def _queue(jurisdiction: int) -> None:
    """Let writers of registers of one place wait for each other, so that two overlapping entries cannot both pass."""
    Jurisdiction.objects.select_for_update().get(pk=jurisdiction)


def _check_version(fresh: RegisterEntry, version: int | None) -> None:
    if version is None or version == fresh.version:
        return
    last = fresh.changes.select_related("by").last()
    if last is not None:
        raise SomeoneElseWasFirst(
            number=fresh,
            by=last.by or shown(Role.SYSTEM.label),
            step=shown(last.get_what_display()),
            at=to_the_minute(last.recorded_at),
        )
