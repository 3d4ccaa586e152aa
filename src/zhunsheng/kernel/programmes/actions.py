"""The only ways to write programmes: plan, divide, assign, report, show evidence, confirm, return, reopen, postpone."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import Model
from django.utils import timezone

from zhunsheng.kernel import registry
from zhunsheng.kernel.answers import EMPTY, fill, held, require
from zhunsheng.kernel.dirty import mark, months_of
from zhunsheng.kernel.programmes.models import (
    Assignment,
    Confirmation,
    Evidence,
    Item,
    Line,
    Programme,
    Progress,
    Ruling,
    Service,
)
from zhunsheng.kernel.programmes.permissions import check_confirmer, check_planner, check_reporter
from zhunsheng.kernel.programmes.refusals import (
    ConfirmedAlready,
    DayBeforeAssigned,
    DueTooSoon,
    EvidenceEmpty,
    EvidenceMissing,
    ItemOfAnotherProgramme,
    NotConfirmedYet,
    ProgressEmpty,
    ServesAlready,
    TooDeep,
)
from zhunsheng.kernel.refusals import DayInTheFuture, EndBeforeBegin, ReasonMissing
from zhunsheng.kernel.shown import shown
from zhunsheng.kernel.units.models import Person
from zhunsheng.kernel.writing import write_transaction

PLAN = ("title", "unit", "basis", "since", "until")
TASK = ("title", "unit", "demands", "assigned_on", "due_on")
PROOF = ("matter", "activity", "entry", "reference")


def add_programme(kind: str, *, by: Person | None, **fields: Any) -> Programme:
    """Begin a plan of ``kind``. ``fields``: title, unit, since, optionally basis and until. ``by=None`` is the system.

    A plan may be made before the days it covers.
    """
    declared = registry.programme_kind_of(kind)
    programme = Programme(kind=kind, recorded_by=by)
    _filled(programme, fields, PLAN, shown(declared.title))
    programme.jurisdiction_id = programme.unit.jurisdiction_id
    if programme.until and programme.until < programme.since:
        raise EndBeforeBegin(title=programme, until=programme.until, since=programme.since)
    with write_transaction():
        check_planner(programme, by, declared.title)
        programme.save(force_insert=True)
        _mark(programme, programme)
    return programme


def add_item(
    programme: Programme, *, by: Person | None, title: str, number: str = "", parent: Item | None = None
) -> Item:
    """Add an item under ``parent``, or at the top, as the last of its siblings. No deeper than the kind's levels."""
    item = Item(programme=programme, parent=parent, recorded_by=by)
    _filled(item, {"title": title, "number": number}, ("title", "number"), str(programme))
    with write_transaction():
        Programme.objects.select_for_update().get(pk=programme.pk)
        check_planner(programme, by, title)
        if parent and parent.programme_id != programme.pk:
            raise ItemOfAnotherProgramme(item=parent, programme=programme)
        if parent and parent.level + 1 >= len(programme.declared.levels):
            raise TooDeep(parent=parent, levels=shown(*programme.declared.levels))
        place = Item.objects.filter(programme=programme, parent=parent).count() + 1
        item.path = f"{parent.path if parent else ''}{place:0{Item.STRIDE}d}"
        item.save(force_insert=True)
    return item


def assign(item: Item, *, by: Person | None, also: Iterable[Item] = (), **fields: Any) -> Assignment:
    """Give a task under ``item`` to a unit, and let it serve the items ``also`` of this or other plans.

    ``fields``: unit, due_on, optionally title (the item's when left out), demands and assigned_on (today).
    """
    check_planner(item.programme, by, str(item))
    today = timezone.localdate()
    assignment = Assignment(programme=item.programme, recorded_by=by)
    _filled(assignment, {"title": item.title[:200], "assigned_on": today} | fields, TASK, str(item))
    if assignment.assigned_on > today:
        raise DayInTheFuture(where=assignment.title, day=assignment.assigned_on, today=today)
    if assignment.due_on < assignment.assigned_on:
        raise DueTooSoon(title=assignment, due=assignment.due_on, day=assignment.assigned_on)
    with write_transaction():
        assignment.save(force_insert=True)
        for each in (item, *also):
            serve(assignment, each, by=by)
        _mark(assignment.programme, assignment)
    return assignment


def serve(assignment: Assignment, item: Item, *, by: Person | None) -> Service:
    """Let an assignment serve one more item, of this or another plan, without being given or reported twice.

    For the planner of the plan that the item belongs to.
    """
    with write_transaction():
        check_planner(item.programme, by, str(item))
        row, made = Service.objects.get_or_create(assignment=assignment, item=item, defaults={"by": by})
        if not made:
            raise ServesAlready(title=assignment, item=item)
    return row


def report_progress(
    assignment: Assignment, *, by: Person | None, day: date | None = None, percent: int | None = None, words: str = ""
) -> Progress:
    """Say how far a task has come: a percentage, words, or both. Refused once it is confirmed."""
    line = Progress(by=by)
    fields = {"day": day or timezone.localdate(), "percent": percent, "words": words.strip()}
    _filled(line, fields, tuple(fields), str(assignment))
    if line.percent is None and not line.words:
        raise ProgressEmpty(title=assignment)
    with write_transaction():
        fresh = _open(assignment, "填报进展")
        check_reporter(fresh, by)
        _append(fresh, line)
    return line


def add_evidence(
    assignment: Assignment, *, by: Person | None, title: str, day: date | None = None, **proof: Any
) -> Evidence:
    """Show that a task was done. ``proof``: a matter, activity or entry of the house, or the reference of a paper."""
    line = Evidence(by=by)
    fields = {"title": title, "day": day or timezone.localdate(), **proof}
    _filled(line, fields, ("title", "day", *PROOF), str(assignment))
    if all(value in EMPTY for value in held(line, PROOF).values()):
        raise EvidenceEmpty(title=assignment, evidence=title)
    with write_transaction():
        fresh = _open(assignment, "补充佐证")
        check_reporter(fresh, by)
        _append(fresh, line)
    return line


def confirm(assignment: Assignment, *, by: Person, day: date | None = None, reason: str = "") -> Confirmation:
    """Confirm that a task is done: by a person of another unit who did not report on it, and only upon evidence."""
    line = Confirmation(ruling=Ruling.CONFIRMED, by=by, day=day or timezone.localdate(), reason=reason)
    with write_transaction():
        fresh = _open(assignment, Ruling.CONFIRMED.label)
        check_confirmer(fresh, by)
        if fresh.programme.declared.needs_evidence and not fresh.evidence_lines.exists():
            raise EvidenceMissing(title=fresh)
        fresh.confirmed_on = line.day
        _append(fresh, line, given=assignment)
    return line


def send_back(assignment: Assignment, *, by: Person, reason: str, day: date | None = None) -> Confirmation:
    """Refuse to confirm what was reported, with a reason; the task stays open."""
    line = Confirmation(ruling=Ruling.RETURNED, by=by, day=day or timezone.localdate(), reason=reason)
    with write_transaction():
        fresh = _open(assignment, Ruling.RETURNED.label)
        check_confirmer(fresh, by)
        _append(fresh, line, given=assignment)
    return line


def reopen(assignment: Assignment, *, by: Person, reason: str, day: date | None = None) -> Confirmation:
    """Open a confirmed task again, with a reason; what was reported and confirmed stays visible."""
    line = Confirmation(ruling=Ruling.REOPENED, by=by, day=day or timezone.localdate(), reason=reason)
    with write_transaction():
        fresh = _locked(assignment)
        check_confirmer(fresh, by)
        if fresh.confirmed_on is None:
            raise NotConfirmedYet(title=fresh)
        months = months_of(fresh)
        fresh.confirmed_on = None
        _append(fresh, line, given=assignment, months=months)
    return line


def postpone(assignment: Assignment, *, by: Person, due_on: date, reason: str) -> Confirmation:
    """Give an open task another day to be done by, with a reason. For the planner; the old day stays on record."""
    line = Confirmation(ruling=Ruling.POSTPONED, by=by, day=timezone.localdate(), reason=reason, due_on=due_on)
    with write_transaction():
        fresh = _open(assignment, Ruling.POSTPONED.label)
        check_planner(fresh.programme, by, fresh.title)
        if due_on < fresh.assigned_on:
            raise DueTooSoon(title=fresh, due=due_on, day=fresh.assigned_on)
        months = months_of(fresh)
        line.due_before, fresh.due_on = fresh.due_on, due_on
        _append(fresh, line, given=assignment, months=months)
    return line


def _filled(row: Model, fields: dict[str, Any], names: tuple[str, ...], where: str) -> None:
    fill(row, fields, names, where=where, what="登记")
    require(row, names, where=where, what="登记")


def _locked(assignment: Assignment) -> Assignment:
    rows = Assignment.objects.select_for_update(of=("self",)).select_related("unit", "programme__unit")
    return rows.get(pk=assignment.pk)


def _open(assignment: Assignment, what: str) -> Assignment:
    fresh = _locked(assignment)
    if fresh.confirmed_on is not None:
        raise ConfirmedAlready(title=fresh, on=fresh.confirmed_on, what=shown(what))
    return fresh


def _append(fresh: Assignment, line: Line, given: Assignment | None = None, months: Iterable[int] = ()) -> None:
    """Write a line about an assignment, and the assignment itself where the line moved it."""
    today = timezone.localdate()
    if line.day > today:
        raise DayInTheFuture(where=str(fresh), day=line.day, today=today)
    if line.day < fresh.assigned_on:
        raise DayBeforeAssigned(title=fresh, assigned=fresh.assigned_on, day=line.day)
    if isinstance(line, Confirmation) and line.ruling != Ruling.CONFIRMED and not line.reason.strip():
        raise ReasonMissing(where=str(fresh), what=shown(line.get_ruling_display()))
    line.assignment = fresh
    line.save(force_insert=True)
    _mark(fresh.programme, fresh, line, months=months)
    if given is not None:
        fresh.save()
        given.refresh_from_db()


def _mark(programme: Programme, *rows: Model, months: Iterable[int] = ()) -> None:
    mark(programme.kind, {month for row in rows for month in months_of(row)} | set(months))
