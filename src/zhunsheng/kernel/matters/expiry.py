"""What the calendar does by itself: steps the law attaches to the end of a clock, and deadlines counted anew."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from operator import attrgetter

from django.db.models import QuerySet
from django.utils import timezone

from zhunsheng.kernel import registry
from zhunsheng.kernel.columns import made, rewrite
from zhunsheng.kernel.journal.models import JournalEntry
from zhunsheng.kernel.matters.actions import take_step
from zhunsheng.kernel.matters.models import Deadline, Matter
from zhunsheng.kernel.matters.moves import Story, settle
from zhunsheng.kernel.writing import write_transaction
from zhunsheng.law import Calendar

BATCH = 2000
KEPT = ("standing", "started_on", "due_on", "met_on", "unit_id", "awaits")
kept_of, DUE_ON = attrgetter(*KEPT), KEPT.index("due_on")
READ = ("id", "matter_id", "sequence", "step", "state", "day", "unit_id", "answers")


def take_expired_steps(today: date | None = None) -> int:
    """Take every system step whose clock has run out before ``today``, on the day that the step declares."""
    today = today or timezone.localdate()
    taken = 0
    for kind in registry.kinds().values():
        waiting = {(p.edition, s.on_expiry): s for p in kind.procedures for s in p.steps.values() if s.on_expiry}
        if not waiting:
            continue
        due = Deadline.objects.filter(matter__kind=kind.code, standing="running", due_on__lt=today)
        for deadline in due.filter(clock__in={clock for _, clock in waiting}).select_related("matter"):
            matter = deadline.matter
            step = waiting.get((matter.edition, deadline.clock))
            if step and deadline.due_on and matter.state in {state.code for state in step.at}:
                day = deadline.due_on if step.on_last_day else deadline.due_on + timedelta(days=1)
                take_step(matter, step.code, by=None, on=day)
                taken += 1
    return taken


@dataclass(frozen=True)
class Moved:
    """A deadline whose day is another after counting anew."""

    number: str
    clock: str
    was: date | None
    now: date | None


def recount(matters: "QuerySet[Matter] | None" = None, calendar: Calendar | None = None) -> list[Moved]:
    """Count the deadlines of open matters anew, after a calendar or a rule changed; every date that moved is listed.

    Works through the matters in batches, each its own transaction, and may be run again after an interruption.
    """
    chosen = (Matter.objects.open() if matters is None else matters).order_by("pk")
    moved: list[Moved] = []
    for batch in _batches(chosen):
        with write_transaction():
            moved += _recount_batch(batch, calendar)
    return moved


def _batches(matters: "QuerySet[Matter]") -> Iterator[list[Matter]]:
    last = 0
    while batch := list(matters.filter(pk__gt=last)[:BATCH]):
        yield batch
        last = batch[-1].pk


def _recount_batch(batch: Sequence[Matter], calendar: Calendar | None) -> list[Moved]:
    keys = [matter.pk for matter in batch]
    journal = {key: list(rows) for key, rows in groupby(_journal_of(keys), key=lambda entry: entry.matter_id)}
    rows = Deadline.objects.filter(matter__in=keys).values_list("matter_id", "clock", "pk", *KEPT)
    before = {(matter, clock): (key, tuple(kept)) for matter, clock, key, *kept in rows}
    changed, added, moved, shifted = [], [], [], []
    for matter in batch:
        was_due = matter.due_on
        for now in settle(Story(matter, journal[matter.pk]), calendar):
            was = before.get((now.matter_id, now.clock))
            if was is None:
                added.append(now)
            elif was[1] != kept_of(now):
                if (was_due_on := was[1][DUE_ON]) != now.due_on:
                    moved.append(Moved(matter.number, now.clock, was_due_on, now.due_on))
                now.pk = was[0]
                changed.append(now)
        if matter.due_on != was_due:
            shifted.append(matter)
    Deadline.objects.bulk_create(added)
    rewrite(Deadline, changed, KEPT)
    rewrite(Matter, shifted, ("due_on",))
    return moved


def _journal_of(keys: Sequence[int]) -> Iterator[JournalEntry]:
    """The lines that clocks are read from, in order; who wrote them, and what is noted beside, is not fetched."""
    rows = JournalEntry.objects.filter(matter__in=keys).order_by("matter_id", "sequence").values_list(*READ)
    for row in rows.iterator():
        yield made(JournalEntry, **dict(zip(READ, row, strict=True)), by_id=None, recorded_at=None, before={}, note="")
