"""Open many matters with all their steps: checked by the same moves as single steps, written in batches."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import groupby
from typing import Any

from django.utils import timezone

from zhunsheng.kernel import registry
from zhunsheng.kernel.answers import fill
from zhunsheng.kernel.bulk.rows import insert, insert_typed
from zhunsheng.kernel.bulk.stories import BATCH, BadStory, BulkStep, BulkStory, batches, undisturbed
from zhunsheng.kernel.columns import blank
from zhunsheng.kernel.dirty import mark, months_of
from zhunsheng.kernel.journal.models import JournalEntry
from zhunsheng.kernel.matters.actions import opening_fields
from zhunsheng.kernel.matters.models import Deadline, Matter, Participation
from zhunsheng.kernel.matters.moves import Story, Taking, advance, begin, set_due, settle, step_of
from zhunsheng.kernel.numbering import take_serials, written
from zhunsheng.kernel.parties.models import Party
from zhunsheng.kernel.parties.preparing import prepare_parties
from zhunsheng.kernel.procedures import Step
from zhunsheng.kernel.registry import MatterKind
from zhunsheng.kernel.writing import write_transaction
from zhunsheng.law import Calendar, Refusal, default_calendar


@dataclass(slots=True)
class Told:
    """A story played to its end in memory, with the rows that belong to it."""

    story: Story
    deadlines: list[Deadline]
    joined: dict[int, date] = field(default_factory=dict)
    effects: list[tuple[Step, JournalEntry]] = field(default_factory=list)
    parties: list[Party] = field(default_factory=list)


def bulk_open(
    kind: str,
    stories: Iterable[BulkStory],
    *,
    recorded_at: Callable[[date], datetime],
    today: date | None = None,
) -> int:
    """Write every story and return how many; exactly the rows that open_matter and take_step would have written.

    All checks of the single door apply. The first story that cannot be told is refused as BadStory with its position
    (from 1) and its reason, and nothing is written. ``recorded_at(day)`` says when what happened on a day was
    recorded; within a matter it never runs backwards. Numbers follow the opening days within a batch of 2,000: hand
    the stories in by opening day where all must. What steps set off (``effect``) is done after the batch is written.
    """
    declared, now, calendar = registry.kind_of(kind), today or timezone.localdate(), default_calendar()
    count, months = 0, set[int]()
    with write_transaction():
        for batch in batches(stories, BATCH):
            with undisturbed():
                told = [
                    _told(declared, one, count + i, recorded_at, now, calendar) for i, one in enumerate(batch, start=1)
                ]
                months |= _write(declared, told)
            count += len(told)
        mark(kind, months)
    return count


def _told(
    kind: MatterKind,
    given: BulkStory,
    position: int,
    recorded_at: Callable[[date], datetime],
    today: date,
    calendar: Calendar,
) -> Told:
    try:
        told = _play(kind, given, today, calendar)
    except Refusal as reason:
        raise BadStory(position=position, title=given.fields.get("title", ""), reason=reason) from reason
    _record(told.story, recorded_at)
    return told


def _play(kind: MatterKind, given: BulkStory, today: date, calendar: Calendar) -> Told:
    matter = blank(kind.model)
    fill(matter, given.fields, opening_fields(kind), where=kind.title, what="登记")
    told = Told(begin(kind, matter, given.by, today), [])
    told.parties = prepare_parties(kind, matter, given.parties)
    for each in given.steps:
        _take(told, each, today, calendar)
    told.deadlines = settle(told.story, calendar)
    told.story.matter.version = len(told.story.entries)
    return told


def _take(told: Told, each: BulkStep, today: date, calendar: Calendar) -> None:
    story, matter = told.story, told.story.matter
    step = step_of(matter.procedure, each.step, story.name)
    if step.requires:
        set_due(story, calendar)  # a condition may look at the day the matter is due
    taking = Taking(
        step=step, by=each.by, on=each.on, answers=each.answers, outcome=each.outcome, row=each.row, note=each.note
    )
    entry = advance(story, taking, today, calendar)
    if step.joins and (unit := getattr(matter, f"{step.joins}_id")):
        told.joined.setdefault(unit, entry.day)
    if step.hands_to:
        told.joined.setdefault(entry.unit_id, entry.day)
    if step.effect:
        told.effects.append((step, entry))


def _record(story: Story, recorded_at: Callable[[date], datetime]) -> None:
    """Say when each line was written down: never before the line above it."""
    last = story.matter.recorded_at = recorded_at(story.matter.opened_on)
    for entry in story.entries:
        last = entry.recorded_at = max(last, recorded_at(entry.day)) if entry.sequence > 1 else last


def _write(kind: MatterKind, told: Sequence[Told]) -> set[int]:
    """Write a batch, in the order of the opening days, and return the months whose figures it touches."""
    ordered = sorted(told, key=lambda one: one.story.matter.opened_on)
    matters = [one.story.matter for one in ordered]
    _give_numbers(kind, matters)
    insert_typed(Matter, kind.model, matters)
    for one in ordered:
        _belong(one)
    insert(JournalEntry, [entry for one in ordered for entry in one.story.entries])
    insert(Deadline, [deadline for one in ordered for deadline in one.deadlines])
    insert(Participation, [row for one in ordered for row in _participations(one)])
    insert(Party, [party for one in ordered for party in one.parties])
    for model in kind.satellites:
        insert(model, [row for one in ordered for row in one.story.added if type(row) is model])
    for one in ordered:
        for step, entry in one.effects:
            step.effect(one.story.matter, entry)  # type: ignore[misc]
    return _months(ordered)


def _participations(told: Told) -> Iterator[Participation]:
    matter = told.story.matter
    for unit, since in told.joined.items():
        yield Participation(matter_id=matter.pk, unit_id=unit, since=since, closed_on=matter.closed_on)


def _give_numbers(kind: MatterKind, ordered: Sequence[Any]) -> None:
    """Reserve the serials of each place and year in one go, and number the matters in their order."""
    by_series = sorted(ordered, key=lambda matter: (matter.jurisdiction_id, matter.opened_on.year))
    for (_, year), group in groupby(by_series, key=lambda matter: (matter.jurisdiction_id, matter.opened_on.year)):
        matters = list(group)
        place = matters[0].unit.jurisdiction
        for matter, serial in zip(matters, take_serials(place, kind.code, year, len(matters)), strict=True):
            matter.number = written(kind.number, place, year, serial)


def _belong(told: Told) -> None:
    """Tell every row of a story the key of its matter."""
    key = told.story.matter.pk
    for row in (*told.story.entries, *told.deadlines, *told.story.added, *told.parties):
        row.__dict__["matter_id"] = key  # a plain row: no matter is cached on it


def _months(told: Iterable[Told]) -> set[int]:
    found: set[int] = set()
    for one in told:
        found |= months_of(one.story.matter)
        found |= {entry.day.year * 100 + entry.day.month for entry in one.story.entries}
        for row in one.story.added:
            found |= months_of(row)
    return found
