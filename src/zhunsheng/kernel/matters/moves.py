"""How a matter is opened and moves on: checks and changes in memory. The single and the bulk door both use this."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

from django.utils import timezone

from zhunsheng.kernel import registry
from zhunsheng.kernel.answers import EMPTY, current, fill, held, plain, require, set_fields
from zhunsheng.kernel.columns import blank, made
from zhunsheng.kernel.journal.models import CORRECT, EDITION, REVOKE, JournalEntry, revoked
from zhunsheng.kernel.matters.models import Deadline, Matter
from zhunsheng.kernel.procedures import (
    OPENING,
    ClockKind,
    Entry,
    Holder,
    Procedure,
    Reading,
    Role,
    Rules,
    Standing,
    State,
    Step,
    read_clocks,
)
from zhunsheng.kernel.refusals import (
    AnswerMissing,
    AnswerNotAsked,
    DayBeforeTheLast,
    DayInTheFuture,
    FirstDayUnknown,
    NotYourStep,
    NotYourUnit,
    OutcomeNotOffered,
    RequirementNotMet,
    StepOutOfOrder,
    StepTakenAlready,
    TooEarly,
    UnknownStep,
)
from zhunsheng.kernel.registry import MatterKind
from zhunsheng.kernel.shown import beside, cited, shown
from zhunsheng.kernel.units.models import Person, UnitKind
from zhunsheng.kernel.units.tree import reach_of
from zhunsheng.law import Calendar, Refusal

MOVED = ("state", "outcome", "accepted_on", "closed_on", "edition", "law_on", "unit")
"""Fields of the matter that a step may move and a revocation puts back."""
MARKS = frozenset({REVOKE, CORRECT, EDITION})
BY: Any = JournalEntry._meta.get_field("by")


@dataclass(frozen=True, kw_only=True)
class Taking:
    """A step as somebody takes it. ``by=None`` is the system; ``row`` are the fields of the satellite it adds."""

    step: Step
    by: Person | None
    on: date
    answers: Mapping[str, Any] = field(default_factory=dict)
    outcome: str = ""
    row: Mapping[str, Any] = field(default_factory=dict)
    note: str = ""


@dataclass
class Story:
    """A matter in memory with its journal, and the satellites that steps added."""

    matter: Any
    entries: list[JournalEntry]
    added: list[Any] = field(default_factory=list)
    _standing: list[Entry] = field(default_factory=list)
    _seen: int = 0
    _marked: bool = False

    @property
    def name(self) -> str:
        return str(self.matter.number or self.matter.title)

    def standing(self) -> list[Entry]:
        """The steps that stand (``effective``), worked out anew only where the journal holds more than steps."""
        for entry in self.entries[self._seen :]:
            self._marked = self._marked or entry.step in MARKS
            self._standing.append(_as_entry(entry))
            self._seen += 1
        return effective(self.entries) if self._marked else self._standing


def begin(kind: MatterKind, matter: Any, by: Person | None, today: date) -> Story:
    """Open ``matter`` (an unsaved instance with unit, title, opened_on and its own fields) in memory."""
    require(matter, ("unit", "title", "opened_on", *kind.fields), where=kind.title, what="登记")
    if matter.opened_on > today:
        raise DayInTheFuture(where=shown(kind.title), day=matter.opened_on, today=today)
    if by and not reach_of(by).may(kind.opened_by, matter.unit_id):
        raise NotYourUnit(unit=matter.unit, kind=shown(kind.title))
    procedure = kind.edition_on(matter.opened_on)
    matter.kind, matter.edition, matter.law_on = kind.code, procedure.edition, matter.opened_on
    matter.jurisdiction_id = matter.unit.jurisdiction_id
    matter.state = procedure.start().code
    if matter.place_id is None and matter.unit.kind in (UnitKind.TOWNSHIP, UnitKind.COMMUNITY):
        matter.place_id = matter.unit_id
    answers = {name: value for name, value in current(matter, kind.fields).items() if value not in EMPTY}
    story = Story(matter, [])
    story.entries.append(_line(story, OPENING, matter.opened_on, by, answers))
    return story


def _line(
    story: Story, step: str, day: date, by: Person | None, answers: dict[str, Any], note: str = ""
) -> JournalEntry:
    """The next line of the journal, unsaved, for the unit that holds the matter now."""
    matter = story.matter
    entry = made(
        JournalEntry,
        id=None,
        matter_id=matter.pk,
        sequence=len(story.entries) + 1,
        step=step,
        state=matter.state,
        day=day,
        by_id=by.pk if by else None,
        unit_id=matter.unit_id,
        recorded_at=timezone.now(),
        answers=answers,
        before={},
        note=note,
    )
    BY.set_cached_value(entry, by)
    return entry


def step_of(procedure: type[Procedure], code: str, name: str) -> Step:
    if code not in procedure.steps:
        raise UnknownStep(number=name, procedure=shown(procedure.title), step=code, known="、".join(procedure.steps))
    return procedure.steps[code]


def may_take(matter: Matter, step: Step, by: Person) -> bool:
    """Whether ``by`` holds the role that the step asks for. Screens ask the same to decide which buttons to draw."""
    return step.by is not Role.SYSTEM and reach_of(by).may(step.by, matter.unit_id)


def advance(story: Story, taking: Taking, today: date, calendar: Calendar | None = None) -> JournalEntry:
    """Take a step in memory. Refuses before changing anything."""
    matter, step = story.matter, taking.step
    _check_order(story, taking, today)
    _check_answers(story, taking)
    outcome = _chosen_outcome(story, step, taking.outcome)
    _check_requirements(story, taking, calendar)
    touched = (*MOVED, *step.fields)
    before = held(matter, touched)
    added = _added(story, taking, outcome)
    set_fields(matter, taking.answers, story.name, step.title)
    _move(story, step, taking.on, outcome)
    answers = current(matter, taking.answers) | ({"outcome": outcome} if outcome else {})
    if added is not None:
        story.added.append(added)
        answers |= current(added, taking.row)
    entry = _line(story, step.code, taking.on, taking.by, answers, taking.note)
    entry.unit_id = before["unit"]
    after = held(matter, touched)
    entry.before = {name: plain(value) for name, value in before.items() if value != after[name]}
    story.entries.append(entry)
    return entry


def _check_order(story: Story, taking: Taking, today: date) -> None:
    matter, step, by, on = story.matter, taking.step, taking.by, taking.on
    if by and not may_take(matter, step, by):
        raise NotYourStep(number=story.name, step=shown(step.title), unit=matter.unit, role=shown(step.by.label))
    if matter.state not in step.leaving:
        at = shown(*(state.title for state in step.at))
        raise StepOutOfOrder(number=story.name, state=shown(matter.state_title), step=shown(step.title), at=at)
    if on > today:
        raise DayInTheFuture(where=beside(story.name, step.title), day=on, today=today)
    standing = story.standing()
    if on < standing[-1].day:
        raise DayBeforeTheLast(number=story.name, step=shown(step.title), day=on, last=standing[-1].day)
    if step.once and (earlier := next((e for e in standing if e.step == step.code), None)):
        raise StepTakenAlready(
            number=story.name, step=shown(step.title), day=earlier.day, by=earlier.by or shown(Role.SYSTEM.label)
        )


def _check_answers(story: Story, taking: Taking) -> None:
    step, answers, meta = taking.step, taking.answers, story.matter._meta
    for name in answers:
        if name not in step.fields:
            known = shown(*(meta.get_field(each).verbose_name for each in step.fields)) or "—"
            raise AnswerNotAsked(number=story.name, step=shown(step.title), field=name, known=known)
    for name in step.asks:
        if answers.get(name) in EMPTY:
            raise AnswerMissing(
                number=story.name, step=shown(step.title), field=shown(meta.get_field(name).verbose_name)
            )


def _chosen_outcome(story: Story, step: Step, outcome: str) -> str:
    if len(step.decides) == 1 and not outcome:
        return step.decides[0]
    if (outcome and outcome not in step.decides) or (step.decides and not outcome):
        labels = story.matter.declared.outcomes
        known = shown(*(labels(code).label for code in step.decides)) or "—"
        raise OutcomeNotOffered(number=story.name, step=shown(step.title), outcome=outcome, known=known)
    return outcome


def _check_requirements(story: Story, taking: Taking, calendar: Calendar | None) -> None:
    step = taking.step
    answers = {**step.filled(taking.on), **taking.answers, **taking.row}
    for requirement in step.requires:
        if not requirement.test(story.matter, answers):
            raise RequirementNotMet(
                number=story.name,
                step=shown(step.title),
                title=shown(requirement.title),
                basis=cited(requirement.basis),
            )
    if step.waits_for:
        readings = read(story, calendar)
        for code in step.waits_for:
            if code in readings:
                _check_passed(story, taking, readings[code])


def _check_passed(story: Story, taking: Taking, reading: Reading) -> None:
    """Refuse a step that comes before the end of a clock it waits for."""
    if reading.standing is Standing.VOID:
        return
    if isinstance(reading.problem, FirstDayUnknown):
        raise reading.problem
    if reading.due_on is None:
        return
    minimum = reading.clock.kind is ClockKind.MINIMUM
    earliest = reading.due_on if minimum else reading.due_on + timedelta(days=1)
    if taking.on < earliest:
        raise TooEarly(
            number=story.name,
            step=shown(taking.step.title),
            earliest=earliest,
            clock=shown(reading.clock.title),
            day=taking.on,
        )


@lru_cache(maxsize=1024)
def row_fields(step: Step) -> tuple[str, ...]:
    """The fields of the row that a step adds which a person fills in."""
    own = step.adds._meta.local_fields if step.adds else ()  # type: ignore[attr-defined]
    return tuple(f.name for f in own if f.editable and not f.primary_key and f.name not in step.fills)


def _added(story: Story, taking: Taking, outcome: str) -> Any:
    """The satellite row of this step, checked but unsaved."""
    step, row = taking.step, taking.row
    if step.adds is None:
        if row:
            raise AnswerNotAsked(number=story.name, step=shown(step.title), field=next(iter(row)), known="—")
        return None
    added: Any = blank(step.adds, step.filled(taking.on))
    fill(added, row, row_fields(step), where=story.name, what=step.title)
    if hasattr(added, "outcome"):
        added.outcome = outcome
    added.sequence = len(story.entries) + 1
    for each in added._meta.local_fields:
        unanswered = getattr(added, each.attname) in EMPTY
        if each.name != "matter" and each.editable and not (each.blank or each.primary_key) and unanswered:
            raise AnswerMissing(number=story.name, step=shown(step.title), field=shown(each.verbose_name))
    return added


def _move(story: Story, step: Step, on: date, outcome: str) -> None:
    matter = story.matter
    if outcome:
        matter.outcome = outcome
    if step.hands_to:
        matter.unit_id = getattr(matter, f"{step.hands_to}_id")
    if step.accepts and matter.accepted_on is None:
        matter.accepted_on = matter.law_on = on
        matter.edition = matter.declared.edition_on(on).edition
    if (target := _came_from(story) if step.returns else step.to) is not None:
        matter.state = target.code
        if not target.closed:
            matter.closed_on = None
        elif matter.closed_on is None:
            matter.closed_on = on


def _came_from(story: Story) -> State:
    """The state in which the matter stood before it came into the one where it is."""
    matter = story.matter
    before = next(entry.state for entry in reversed(story.standing()) if entry.state != matter.state)
    return matter.procedure.states[before]  # type: ignore[no-any-return]


def effective(entries: Sequence[JournalEntry]) -> list[Entry]:
    """The steps that stand: without the revoked ones, with later corrections put in their place."""
    gone = revoked(entries)
    corrected: dict[str, Any] = {}
    for entry in entries:
        if entry.step == CORRECT:
            corrected |= entry.answers
    found = []
    for entry in entries:
        if entry.step in MARKS or entry.sequence in gone:
            continue
        answers = (
            {**entry.answers, **{k: v for k, v in corrected.items() if k in entry.answers}}
            if corrected
            else entry.answers
        )
        found.append(_as_entry(entry, answers))
    if "opened_on" in corrected:
        found[0] = Entry(
            date.fromisoformat(corrected["opened_on"]), found[0].step, found[0].state, found[0].by, found[0].answers
        )
    return found


def _as_entry(entry: JournalEntry, answers: Mapping[str, Any] | None = None) -> Entry:
    by = str(entry.by) if entry.by_id else ""
    return Entry(entry.day, entry.step, entry.state, by, entry.answers if answers is None else answers)


def read(story: Story, calendar: Calendar | None = None) -> dict[str, Reading]:
    """What every started clock of the matter shows."""
    rules = Rules(registry.parameters(), story.matter.law_on, calendar)
    return read_clocks(story.matter.procedure, story.standing(), rules)


def settle(story: Story, calendar: Calendar | None = None) -> list[Deadline]:
    """Set the matter's own earliest running limit, and return the rows of all its clocks, unsaved."""
    readings = set_due(story, calendar)
    return [_row(story.matter, code, reading) for code, reading in readings.items()]


def set_due(story: Story, calendar: Calendar | None = None) -> dict[str, Reading]:
    """Set the matter's own earliest running limit, and return what its clocks show."""
    readings = read(story, calendar)
    story.matter.due_on = min((r.due_on for r in readings.values() if r.due_on and _is_own(r)), default=None)
    return readings


def _is_own(reading: Reading) -> bool:
    clock = reading.clock
    return clock.kind is ClockKind.LIMIT and clock.holder is Holder.UNIT and reading.standing is Standing.RUNNING


def _row(matter: Any, code: str, reading: Reading) -> Deadline:
    awaits = _awaited(reading.problem) if reading.problem else ""
    return made(
        Deadline,
        id=None,
        matter_id=matter.pk,
        clock=code,
        kind=reading.clock.kind.value,
        holder=reading.clock.holder.value,
        standing=reading.standing.value,
        started_on=reading.started_on,
        due_on=reading.due_on,
        met_on=reading.met_on,
        unit_id=matter.unit_id,
        awaits=awaits,
    )


def _awaited(problem: Refusal) -> str:
    return f"{type(problem).__name__}:{problem.values.get('year', problem.values.get('code', ''))}"
