"""What a clock of a matter shows, computed from its journal. Pure functions; the only place where days are counted."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property, partial
from typing import Any, Literal

from django.utils.translation import get_language, gettext

from zhunsheng import law
from zhunsheng.kernel.procedures.declare import Adds, Clock, ClockKind, Procedure, Total
from zhunsheng.kernel.refusals import FirstDayUnknown
from zhunsheng.kernel.shown import shown


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the journal: on this day this step led to this state."""

    day: date
    step: str
    state: str
    by: str = ""
    answers: Mapping[str, Any] = field(default_factory=dict)


class Standing(StrEnum):
    """RUNNING counts; STOPPED stands still; MET is done; VOID no longer matters; UNKNOWN could not be computed and
    says why."""

    RUNNING = "running"
    STOPPED = "stopped"
    MET = "met"
    VOID = "void"
    UNKNOWN = "unknown"

    @property
    def label(self) -> str:
        return STANDING_TITLES[self]


STANDING_TITLES = {
    Standing.RUNNING: "计算中",
    Standing.STOPPED: "停止计算",
    Standing.MET: "已完成",
    Standing.VOID: "不再适用",
    Standing.UNKNOWN: "无法计算",
}


@dataclass(frozen=True)
class Reading:
    """What a clock shows. ``due_on`` is None while it stands still or cannot be computed (``problem`` says why).

    ``reckoning``, the reasons for the day, is worked out when it is first asked for; None for a day that was given.
    """

    clock: Clock
    standing: Standing
    started_on: date
    due_on: date | None = None
    met_on: date | None = None
    reckon: Callable[[], law.Reckoning] | None = field(default=None, repr=False, compare=False)
    problem: law.Refusal | None = None

    @cached_property
    def reckoning(self) -> law.Reckoning | None:
        return self.reckon() if self.reckon else None

    def is_late(self, today: date) -> bool:
        """Late: a limit or lead time that was met after its day, or is running past it. Windows are never late."""
        if self.due_on is None or self.clock.kind in (ClockKind.WINDOW, ClockKind.MINIMUM):
            return False
        if self.standing is Standing.VOID:
            return False
        return (self.met_on or today) > self.due_on


@dataclass(frozen=True)
class Rules:
    """The law a matter is under: the parameters, the day whose law governs it, the calendar."""

    parameters: Mapping[str, law.Parameter]
    law_on: date
    calendar: law.Calendar | None = None

    def at(self, term: str) -> law.Dated:
        return self.parameters[term].at(self.law_on)


def read_clocks(procedure: type[Procedure], journal: Sequence[Entry], rules: Rules) -> dict[str, Reading]:
    """Read every clock that has started; ``journal`` is in order, its first entry opens the matter."""
    taken = {entry.step for entry in journal}
    started = {code: clock for code, clock in procedure.clocks.items() if not clock.starting.isdisjoint(taken)}
    found = {code: read_clock(procedure, clock, journal, rules) for code, clock in started.items()}
    return {code: reading for code, reading in found.items() if reading is not None}


def read_clock(procedure: type[Procedure], clock: Clock, journal: Sequence[Entry], rules: Rules) -> Reading | None:
    """Read one clock; None when it has not started, or waits for a letter's date and no letter names one."""
    first = _start(clock, journal)
    if first is None:
        return None
    span = _ended_at(procedure, clock, journal[first:])
    run, ended = journal[first : first + span], journal[first + span] if first + span < len(journal) else None
    if clock.given and _given(clock.given, run) is None:
        return None
    counted_from = _counted_from(procedure, clock, run)
    started_on = counted_from or run[0].day
    met_on = ended.day if ended else None
    if unknown := _unknown(procedure, clock, counted_from, rules):
        return Reading(clock, _standing(clock, run, ended, Standing.UNKNOWN), started_on, None, met_on, problem=unknown)
    try:
        due_on, reckon = _due(procedure, clock, started_on, run, ended, rules)
    except (law.UnpublishedYear, law.RuleNotLoaded, law.BeforeTheLaw, law.NoRuleInForce) as problem:
        return Reading(clock, _standing(clock, run, ended, Standing.UNKNOWN), started_on, None, met_on, problem=problem)
    if clock.kind is ClockKind.LEAD:
        return Reading(clock, Standing.MET, started_on, due_on, started_on)
    open_standing = Standing.RUNNING if due_on else Standing.STOPPED
    return Reading(clock, _standing(clock, run, ended, open_standing), started_on, due_on, met_on, reckon)


def _unknown(
    procedure: type[Procedure], clock: Clock, counted_from: date | None, rules: Rules
) -> FirstDayUnknown | law.RuleNotLoaded | None:
    """Why no date may be worked out: nobody has recorded the first day, or the rules of that day were not read."""
    if counted_from is None:
        asking = next((step.title for step in procedure.steps.values() if clock.counts_from in step.fields), "更正")
        return FirstDayUnknown(code=clock.code, clock=shown(clock.title), step=shown(asking))
    if rules.law_on < procedure.unread_from or not clock.term:
        return None
    what = shown(procedure.unread)
    return law.RuleNotLoaded(code=clock.term, since=procedure.unread_from, what=what, day=rules.law_on)


def _start(clock: Clock, journal: Sequence[Entry]) -> int | None:
    started = None
    for i, entry in enumerate(journal):
        if entry.step in clock.starting or (started is not None and entry.step in clock.restarting):
            started = i
    return started


def _ended_at(procedure: type[Procedure], clock: Clock, run: Sequence[Entry]) -> int:
    """How many entries of ``run`` pass before the one that ends the clock."""
    for i, entry in enumerate(run[1:], start=1):
        closes = procedure.states[entry.state].closed and entry.state not in clock.running
        if closes or entry.step in clock.ending:
            return i
    return len(run)


def _standing(clock: Clock, run: Sequence[Entry], ended: Entry | None, otherwise: Standing) -> Standing:
    if ended is None:
        return otherwise
    return Standing.VOID if ended.step in clock.voiding else Standing.MET


def _due(
    procedure: type[Procedure],
    clock: Clock,
    start: date,
    run: Sequence[Entry],
    ended: Entry | None,
    rules: Rules,
) -> tuple[date | None, Callable[[], law.Reckoning] | None]:
    if clock.given:
        return _given(clock.given, run), None
    rule = rules.at(clock.term)
    if clock.kind is ClockKind.LEAD:
        event = _given(clock.before, run)
        return (law.latest_before(event, rule.term, rules.calendar) if event else None), None
    if clock.kind is ClockKind.MINIMUM:
        return law.earliest_after(start, rule.term, rules.calendar), None
    extensions = _extensions(procedure, clock, run, rules)
    stops = [law.Stretch(entry.day, until, "", "") for entry, until in _stood(clock, run, ended)]
    due_on = law.last_day(start, rule.term, stops=stops, extensions=extensions, calendar=rules.calendar)
    return due_on, partial(_reckoned, procedure, clock, start, run, ended, rules)


def _reckoned(
    procedure: type[Procedure],
    clock: Clock,
    start: date,
    run: Sequence[Entry],
    ended: Entry | None,
    rules: Rules,
) -> law.Reckoning:
    """The same day with its reasons, in the language of whoever asks."""
    rule = rules.at(clock.term)
    return law.reckon(
        start,
        rule.term,
        stops=_stops(procedure, clock, run, ended),
        extensions=_extensions(procedure, clock, run, rules),
        calendar=rules.calendar,
        title=gettext(clock.title),
        article=rule.citation(get_language() or "zh"),
    )


def _counted_from(procedure: type[Procedure], clock: Clock, run: Sequence[Entry]) -> date | None:
    """The day of the step that started the clock, or the day its papers name; None while nobody has recorded it."""
    if not clock.counts_from:
        return run[0].day
    if named := _given(clock.counts_from, run):
        return named
    step = procedure.steps.get(run[0].step)
    return run[0].day if step and clock.counts_from in step.fields else None


def _given(name: str, run: Sequence[Entry]) -> date | None:
    """The last answer to ``name``: a date, or the ISO text in which the journal keeps it."""
    for entry in reversed(run):
        if answer := entry.answers.get(name):
            return answer if isinstance(answer, date) else date.fromisoformat(answer)
    return None


def _stops(
    procedure: type[Procedure], clock: Clock, run: Sequence[Entry], ended: Entry | None
) -> tuple[law.Stretch, ...]:
    return tuple(
        law.Stretch(entry.day, until, gettext(procedure.states[entry.state].title), _basis(procedure, entry))
        for entry, until in _stood(clock, run, ended)
    )


def _stood(clock: Clock, run: Sequence[Entry], ended: Entry | None) -> Iterator[tuple[Entry, date | None]]:
    """The entries that brought the matter into a state where this clock does not run, and the day it left it."""
    for i, entry in enumerate(run, start=1):
        if entry.state not in clock.running:
            following = run[i] if i < len(run) else ended
            yield entry, following.day if following else None


def _basis(procedure: type[Procedure], entry: Entry) -> str:
    step = procedure.steps.get(entry.step)
    return law.cite(step.basis, get_language() or "zh") if step and step.basis else ""


def _extensions(
    procedure: type[Procedure], clock: Clock, run: Sequence[Entry], rules: Rules
) -> tuple[law.Extension, ...]:
    changes = clock.changes
    return tuple(_extension(procedure, changes[entry.step], entry, rules) for entry in run[1:] if entry.step in changes)


def _extension(procedure: type[Procedure], change: Adds | Total, entry: Entry, rules: Rules) -> law.Extension:
    step = procedure.steps[entry.step]
    term = rules.at(change.term).term
    if not isinstance(change, Total) and (chosen := entry.answers.get(change.chosen)):
        term = law.Term(int(chosen), term.unit, term.counting)
    mode: Literal["adds", "total"] = "total" if isinstance(change, Total) else "adds"
    return law.Extension(entry.day, term, mode, gettext(step.title), entry.by, _basis(procedure, entry))
