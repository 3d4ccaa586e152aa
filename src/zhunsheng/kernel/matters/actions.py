"""The only ways to write a matter: open it, take a step, correct a field, revoke a step, choose another edition."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.utils import timezone

from zhunsheng.kernel import registry
from zhunsheng.kernel.answers import current, fill, require, restore
from zhunsheng.kernel.dirty import dates_of, mark, months_of
from zhunsheng.kernel.journal.models import CORRECT, EDITION, REVOKE, JournalEntry, revoked
from zhunsheng.kernel.matters.models import Deadline, Matter, Participation
from zhunsheng.kernel.matters.moves import Story, Taking, advance, begin, settle, step_of
from zhunsheng.kernel.numbering import take_serials, written
from zhunsheng.kernel.parties.models import Party
from zhunsheng.kernel.parties.preparing import prepare_parties, write_parties
from zhunsheng.kernel.procedures import OPENING, Role
from zhunsheng.kernel.refusals import (
    EditionLacksStates,
    NothingToRevoke,
    NotYourStep,
    ReasonMissing,
    SomeoneElseWasFirst,
    UnknownEdition,
)
from zhunsheng.kernel.registry import MatterKind
from zhunsheng.kernel.shown import Shown, shown, to_the_minute
from zhunsheng.kernel.units.models import Person
from zhunsheng.kernel.units.tree import reach_of
from zhunsheng.kernel.writing import locked, write_transaction


def open_matter(kind: str, *, by: Person | None, parties: Sequence[Mapping[str, Any]] = (), **fields: Any) -> Any:
    """Open a matter of ``kind`` and return it, typed and saved.

    ``fields``: title, unit, opened_on, optionally place, handler, origin, and the kind's own; ``parties``: as
    ``prepare_parties`` takes them. ``by=None`` is the public counter. Refuses what ``moves.begin`` refuses; nothing is
    written then, and no number is used up.
    """
    declared = registry.kind_of(kind)
    matter: Any = declared.model()
    fill(matter, fields, opening_fields(declared), where=shown(declared.title), what="登记")
    with write_transaction():
        story = begin(declared, matter, by, timezone.localdate())
        joining = prepare_parties(declared, matter, parties)
        (serial,) = take_serials(matter.unit.jurisdiction, kind, matter.opened_on.year)
        matter.number = written(declared.number, matter.unit.jurisdiction, matter.opened_on.year, serial)
        deadlines = settle(story)
        matter.save(force_insert=True)
        _write(story, story.entries[0], deadlines, months_of(matter))
        write_parties(matter, joining)
    return matter


def take_step(
    matter: Matter,
    step: str,
    *,
    by: Person | None,
    on: date | None = None,
    outcome: str = "",
    note: str = "",
    row: Mapping[str, Any] | None = None,
    version: int | None = None,
    **answers: Any,
) -> JournalEntry:
    """Take ``step`` on ``matter`` and return its journal entry; ``matter`` itself is brought up to date.

    One transaction with a row lock. ``version`` is what the person had on the screen: if somebody wrote since,
    SomeoneElseWasFirst says who and what. ``by=None`` is the system, for steps at the expiry of a clock.
    """
    with write_transaction():
        story = load_story(matter, lock=True)
        _check_version(story, version)
        months = _months(story)
        taken = step_of(story.matter.procedure, step, story.name)
        today = timezone.localdate()
        taking = Taking(step=taken, by=by, on=on or today, answers=answers, outcome=outcome, row=row or {}, note=note)
        entry = advance(story, taking, today)
        for added in story.added:
            added.matter = story.matter
            added.save(force_insert=True)
        _join(story.matter, entry, taken.joins, handed=bool(taken.hands_to))
        _save(story, entry, months)
        if taken.effect:
            taken.effect(story.matter, entry)
    _bring_up(matter, story.matter)
    return entry


def correct(matter: Matter, *, by: Person, reason: str, **fields: Any) -> JournalEntry:
    """Change recorded fields that were wrong, with a reason; the journal keeps what stood before.

    For the head of the unit. The state is not a field: a wrong step is revoked. Refuses what is not ``correctable``,
    and emptying what must be filled.
    """
    with write_transaction():
        story = load_story(matter, lock=True)
        _check_power(story, by, shown("更正登记"), reason)
        months = _months(story)
        allowed = correctable(story.matter)
        before = current(story.matter, [name for name in fields if name in allowed])
        fill(story.matter, fields, allowed, where=story.name, what="更正登记")
        require(story.matter, fields, where=story.name, what="更正登记")
        if "opened_on" in fields and story.matter.accepted_on is None:
            story.matter.law_on = story.matter.opened_on
        entry = _mark(story, CORRECT, by, reason)
        entry.answers, entry.before = current(story.matter, fields), before
        _save(story, entry, months)
    _bring_up(matter, story.matter)
    return entry


def correctable(matter: Matter) -> tuple[str, ...]:
    """The fields that ``correct`` may change: those of the opening, and those that steps ask."""
    asked = (name for step in matter.procedure.steps.values() for name in step.fields)
    return tuple(dict.fromkeys(("title", "place", "handler", "opened_on", *matter.declared.fields, *asked)))


def opening_fields(kind: MatterKind) -> tuple[str, ...]:
    """The fields that may be given when a matter of ``kind`` is opened; all others are set by its steps."""
    return ("title", "unit", "opened_on", "place", "handler", "origin", *kind.fields)


def revoke_step(matter: Matter, *, by: Person, reason: str) -> JournalEntry:
    """Revoke the last step that stands, with a reason: the matter is where it was before; both lines stay visible."""
    with write_transaction():
        story = load_story(matter, lock=True)
        _check_power(story, by, shown("撤回步骤"), reason)
        months = _months(story)
        last = _last_standing(story)
        restore(story.matter, last.before)
        for satellite in story.matter.declared.satellites:
            satellite._default_manager.filter(matter=story.matter, sequence=last.sequence).delete()
        Party.objects.filter(matter=story.matter, sequence=last.sequence).delete()
        entry = _mark(story, REVOKE, by, reason)
        entry.answers = {"revokes": last.sequence}
        _save(story, entry, months)
    _bring_up(matter, story.matter)
    return entry


def choose_edition(matter: Matter, edition: str, *, by: Person, reason: str) -> JournalEntry:
    """Put the matter under another edition of its procedure than its acceptance date gives, with a reason."""
    with write_transaction():
        story = load_story(matter, lock=True)
        _check_power(story, by, shown("选择程序版本"), reason)
        months = _months(story)
        known = {procedure.edition: procedure for procedure in story.matter.declared.procedures}
        if edition not in known:
            raise UnknownEdition(number=story.name, edition=edition, known="、".join(known))
        if lacking := {entry.state for entry in story.entries} - known[edition].states.keys():
            states = shown(*(story.matter.procedure.states[code].title for code in sorted(lacking)))
            raise EditionLacksStates(number=story.name, edition=edition, states=states)
        before = current(story.matter, ("edition", "law_on"))
        story.matter.edition = edition
        story.matter.law_on = min(max(story.matter.law_on, known[edition].since), known[edition].until)
        entry = _mark(story, EDITION, by, reason)
        entry.before, entry.answers = before, current(story.matter, ("edition", "law_on"))
        _save(story, entry, months)
    _bring_up(matter, story.matter)
    return entry


def load_story(matter: Matter, lock: bool = False) -> Story:
    """The matter, typed and fresh, with its journal; locked until the end of the transaction when asked."""
    rows = registry.kind_of(matter.kind).model._default_manager.select_related("unit__jurisdiction")
    if lock:
        rows = locked(rows)
    fresh: Any = rows.get(pk=matter.pk)
    return Story(fresh, list(fresh.journal.select_related("by").order_by("sequence")))


def _check_version(story: Story, version: int | None) -> None:
    if version is None or version == story.matter.version:
        return
    last = story.entries[-1]
    step = story.matter.procedure.steps.get(last.step)
    raise SomeoneElseWasFirst(
        number=story.name,
        by=last.by or shown(Role.SYSTEM.label),
        step=shown(step.title if step else last.step),
        at=to_the_minute(last.recorded_at),
    )


def _check_power(story: Story, by: Person, what: Shown, reason: str) -> None:
    if not reason.strip():
        raise ReasonMissing(where=story.name, what=what)
    if not reach_of(by).may(Role.HEAD, story.matter.unit_id):
        raise NotYourStep(number=story.name, step=what, unit=story.matter.unit, role=shown(Role.HEAD.label))


def _last_standing(story: Story) -> JournalEntry:
    gone = revoked(story.entries)
    for entry in reversed(story.entries):
        if entry.step in (CORRECT, EDITION, REVOKE) or entry.sequence in gone:
            continue
        if entry.step != OPENING:
            return entry
    raise NothingToRevoke(number=story.name)


def _mark(story: Story, what: str, by: Person, reason: str) -> JournalEntry:
    matter = story.matter
    entry = JournalEntry(
        matter_id=matter.pk, sequence=len(story.entries) + 1, step=what, state=matter.state, day=timezone.localdate()
    )
    entry.by, entry.unit_id, entry.note = by, matter.unit_id, reason
    story.entries.append(entry)
    return entry


def _months(story: Story) -> set[int]:
    """The months in which figures may change when this matter changes: of its own dates, steps and satellites."""
    months = months_of(story.matter) | {entry.day.year * 100 + entry.day.month for entry in story.entries}
    days = [
        model._default_manager.filter(matter=story.matter).order_by().values_list(name, flat=True)
        for model in story.matter.declared.satellites
        for name in dates_of(model)
    ]
    found = days[0].union(*days[1:]) if days else ()
    return months | {day.year * 100 + day.month for day in found if day}


def _join(matter: Any, entry: JournalEntry, asked: str, handed: bool) -> None:
    """Let the unit that was asked in, and the unit that handed the matter over, go on seeing it."""
    joining = [getattr(matter, f"{asked}_id")] if asked else []
    joining += [entry.unit_id] if handed else []
    rows = [Participation(matter=matter, unit_id=unit, since=entry.day) for unit in joining]
    if rows:
        Participation.objects.bulk_create(rows, ignore_conflicts=True)


def _save(story: Story, entry: JournalEntry, months: set[int]) -> None:
    matter = story.matter
    deadlines = settle(story)
    matter.version += 1
    matter.save()
    Participation.objects.filter(matter=matter).update(closed_on=matter.closed_on)
    months |= months_of(matter) | {entry.day.year * 100 + entry.day.month}
    for row in story.added:
        months |= months_of(row)
    _write(story, entry, deadlines, months)


def _write(story: Story, entry: JournalEntry, deadlines: Sequence[Deadline], months: set[int]) -> None:
    entry.matter_id = story.matter.pk
    entry.save(force_insert=True)
    for deadline in deadlines:
        deadline.matter_id = story.matter.pk
    Deadline.objects.filter(matter=story.matter).exclude(clock__in=[d.clock for d in deadlines]).delete()
    Deadline.objects.bulk_create(
        deadlines,
        update_conflicts=True,
        unique_fields=["matter", "clock"],
        update_fields=["standing", "started_on", "due_on", "met_on", "unit", "awaits"],
    )
    mark(story.matter.kind, months)


def _bring_up(given: Any, fresh: Any) -> None:
    """Let the object the caller holds show what was written."""
    for each in given._meta.fields:
        if each.attname in fresh.__dict__:
            given.__dict__[each.attname] = fresh.__dict__[each.attname]
    given.__dict__.pop("specific", None)
    given._state.fields_cache = {}
