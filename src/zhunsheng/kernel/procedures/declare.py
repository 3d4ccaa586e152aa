"""The words in which a domain declares how a matter moves. Nothing here touches the database."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import Enum, StrEnum
from functools import cached_property
from typing import Any, ClassVar, Final

from zhunsheng.kernel.roles import Role


@dataclass(eq=False)
class Named:
    """Something that takes its code from the attribute it is assigned to."""

    title: str
    code: str = field(default="", init=False)

    def __set_name__(self, owner: type, name: str) -> None:
        self.code = self.code or name

    def __str__(self) -> str:
        return self.title


@dataclass(eq=False)
class State(Named):
    """Where a matter stands.

    ``closed``: the matter counts as dealt with (办结) although steps may follow; ``final``: nothing follows, which
    implies ``closed``.
    """

    first: bool = field(kw_only=True, default=False)
    closed: bool = field(kw_only=True, default=False)
    final: bool = field(kw_only=True, default=False)

    def __post_init__(self) -> None:
        self.closed = self.closed or self.final


class _Filled(Enum):
    """What only the taking of a step can tell."""

    DAY = "day"


STEP_DAY: Final = _Filled.DAY
"""In ``Step.fills``: the day on which the step is taken."""


@dataclass(eq=False, frozen=True)
class Requirement:
    """A condition on the matter and the answers that must hold before a step is taken.

    ``test(matter, answers)`` must be a pure function; the answers include those for the row that the step adds.
    ``title`` says in Chinese what is demanded, ``basis`` why.
    """

    title: str
    test: Callable[[Any, Mapping[str, Any]], bool]
    basis: str


@dataclass(eq=False)
class Step(Named):
    """What a person may do to a matter ``at`` some states, and where it leads (``to=None``: it stays).

    * ``returns``: it leads back to where the matter stood before, such as the end of a suspension.
    * ``by``: the role, held in the unit of the matter, or above it, that may take the step.
    * ``asks`` / ``may_ask``: fields of the matter that must / may be answered.
    * ``adds``: a satellite model (with a foreign key ``matter``) of which the step records one row. A field
      ``outcome`` of it takes the outcome that the step decides; ``fills``: what the step itself writes into the row,
      ``STEP_DAY`` for the day on which it is taken.
    * ``decides``: the outcomes among which the step chooses; a single one is set without asking.
    * ``accepts``: the matter is accepted on the day of this step: the day whose law governs it from then on.
    * ``hands_to``: the asked field that names the unit which becomes responsible.
    * ``joins``: the asked field that names a unit which takes part from now on.
    * ``once``: it may be taken once in a matter's life. ``on_expiry``: the clock at whose end the system takes it, on
      the day after its last day; ``on_last_day``: on that day itself, where the law says 届满之日起.
    * ``waits_for``: the clocks before whose end the step is refused: before the day of a MINIMUM, up to and with the
      last day of any other (逾期). A clock that does not apply is not waited for; one whose first day nobody has
      recorded is.
    * ``documents``: codes of the official documents that the step issues.
    * ``effect``: a function of the domain run after writing, inside the same transaction.
    """

    at: Sequence[State] = field(kw_only=True)
    to: State | None = field(kw_only=True, default=None)
    returns: bool = field(kw_only=True, default=False)
    by: Role = field(kw_only=True, default=Role.HANDLER)
    basis: str = field(kw_only=True, default="")
    asks: Sequence[str] = field(kw_only=True, default=())
    may_ask: Sequence[str] = field(kw_only=True, default=())
    adds: type | None = field(kw_only=True, default=None)
    fills: Mapping[str, Any] = field(kw_only=True, default_factory=dict)
    decides: Sequence[str] = field(kw_only=True, default=())
    accepts: bool = field(kw_only=True, default=False)
    hands_to: str = field(kw_only=True, default="")
    joins: str = field(kw_only=True, default="")
    once: bool = field(kw_only=True, default=False)
    on_expiry: str = field(kw_only=True, default="")
    on_last_day: bool = field(kw_only=True, default=False)
    waits_for: Sequence[str] = field(kw_only=True, default=())
    documents: Sequence[str] = field(kw_only=True, default=())
    requires: Sequence[Requirement] = field(kw_only=True, default=())
    effect: Callable[..., None] | None = field(kw_only=True, default=None)

    @cached_property
    def fields(self) -> tuple[str, ...]:
        return (*self.asks, *self.may_ask)

    def filled(self, on: date) -> dict[str, Any]:
        """What the step writes into the row it adds when it is taken ``on`` that day."""
        return {name: on if value is STEP_DAY else value for name, value in self.fills.items()}

    @cached_property
    def leaving(self) -> frozenset[str]:
        """Codes of the states it starts from."""
        return _codes(self.at)


class Holder(StrEnum):
    """Whose clock it is: the handling unit's own, or another's that the unit waits for."""

    UNIT = "unit"
    APPLICANT = "applicant"
    RESPONDENT = "respondent"
    THIRD_PARTY = "third_party"
    COURT = "court"
    OTHER_UNIT = "other_unit"

    @property
    def label(self) -> str:
        return HOLDER_TITLES[self]


HOLDER_TITLES = {
    Holder.UNIT: "承办单位",
    Holder.APPLICANT: "申请人",
    Holder.RESPONDENT: "被申请人",
    Holder.THIRD_PARTY: "第三方",
    Holder.COURT: "人民法院",
    Holder.OTHER_UNIT: "其他单位",
}


class ClockKind(StrEnum):
    """LIMIT: done by that day. WINDOW: open until that day, then gone, never late. LEAD: done that long before an
    event. MINIMUM: not before that day."""

    LIMIT = "limit"
    WINDOW = "window"
    LEAD = "lead"
    MINIMUM = "minimum"


@dataclass(frozen=True)
class Adds:
    """An extension that lengthens the term by a parameter, or by the answer ``chosen`` up to that parameter."""

    term: str
    chosen: str = ""


@dataclass(frozen=True)
class Total:
    """An extension, or change of track, that sets a new total counted from the same start."""

    term: str


OPENING = "open"
"""The code of the journal entry that opens a matter."""


@dataclass(eq=False)
class Clock(Named):
    """A term of the law, declared by the states in which it runs.

    * ``term``: key of the dated parameter; or ``given``: the field that holds a date written in a letter, which
      beats any default.
    * ``starts_on``: steps that start it; none means the opening of the matter. ``counts_from``: the field that holds
      the day it is counted from, where that is not the day of the step (a court's limit runs from its filing). Left
      empty, the day of the step counts if that very step may ask for it; else the day is not known and no date is
      shown (a copy is served some days after it was sent).
    * ``runs_in``: states in which days count. In other states it stands still until it is met.
    * ``met_on``: steps that meet it; a closed state meets it in any case.
    * ``restarts_on``: steps that start it anew. ``voided_on``: steps after which it no longer matters.
    * ``changed_by``: what a step adds to it or sets as its total.
    * ``before``: for LEAD, the field with the day of the event.
    """

    term: str = field(kw_only=True, default="")
    given: str = field(kw_only=True, default="")
    kind: ClockKind = field(kw_only=True, default=ClockKind.LIMIT)
    holder: Holder = field(kw_only=True, default=Holder.UNIT)
    starts_on: Sequence[Step] = field(kw_only=True, default=())
    counts_from: str = field(kw_only=True, default="")
    runs_in: Sequence[State] = field(kw_only=True)
    met_on: Sequence[Step] = field(kw_only=True, default=())
    restarts_on: Sequence[Step] = field(kw_only=True, default=())
    voided_on: Sequence[Step] = field(kw_only=True, default=())
    changed_by: Mapping[Step, Adds | Total] = field(kw_only=True, default_factory=dict)
    before: str = field(kw_only=True, default="")
    basis: str = field(kw_only=True, default="")

    @cached_property
    def starting(self) -> frozenset[str]:
        """Codes of the entries that start it; those below likewise, made once for counting very many."""
        return _codes(self.starts_on) or frozenset({OPENING})

    @cached_property
    def restarting(self) -> frozenset[str]:
        return _codes(self.restarts_on)

    @cached_property
    def ending(self) -> frozenset[str]:
        return _codes((*self.met_on, *self.voided_on))

    @cached_property
    def voiding(self) -> frozenset[str]:
        return _codes(self.voided_on)

    @cached_property
    def running(self) -> frozenset[str]:
        return _codes(self.runs_in)

    @cached_property
    def changes(self) -> dict[str, Adds | Total]:
        return {step.code: change for step, change in self.changed_by.items()}


def _codes(named: Iterable[Named]) -> frozenset[str]:
    return frozenset(each.code for each in named)


class Procedure:
    """Base class of every declared procedure; subclasses are data and are never instantiated.

    One subclass is one edition: ``edition`` names it, ``since`` / ``until`` bound the days of acceptance it governs.
    ``unread`` names rules known to be in force from ``unread_from`` that could not be read: clocks of matters
    accepted from that day show this text instead of a guessed date.
    """

    title: ClassVar[str]
    basis: ClassVar[str] = ""
    edition: ClassVar[str] = ""
    since: ClassVar[date] = date.min
    until: ClassVar[date] = date.max
    unread_from: ClassVar[date] = date.max
    unread: ClassVar[str] = ""
    states: ClassVar[dict[str, State]] = {}
    steps: ClassVar[dict[str, Step]] = {}
    clocks: ClassVar[dict[str, Clock]] = {}

    def __init_subclass__(cls, abstract: bool = False) -> None:
        """Collect what this edition declares or inherits; ``name = None`` drops an inherited step or clock.

        ``abstract=True`` marks the common part of several editions, which is not checked on its own.
        """
        declared = {name: value for base in reversed(cls.__mro__) for name, value in vars(base).items()}
        for plural, kind in (("states", State), ("steps", Step), ("clocks", Clock)):
            setattr(cls, plural, {name: value for name, value in declared.items() if isinstance(value, kind)})
        if not abstract and (problems := list(cls.problems())):
            raise TypeError(f"{cls.__module__}.{cls.__name__}: {' '.join(problems)}")
        cls._leaving = {code: [s for s in cls.steps.values() if state in s.at] for code, state in cls.states.items()}

    _leaving: ClassVar[dict[str, list[Step]]] = {}

    @classmethod
    def start(cls) -> State:
        return next(state for state in cls.states.values() if state.first)

    @classmethod
    def steps_from(cls, state: str) -> list[Step]:
        return cls._leaving.get(state, [])

    @classmethod
    def governs(cls, day: date) -> bool:
        return cls.since <= day <= cls.until

    @classmethod
    def texts(cls) -> Iterator[str]:
        """Every declared text that a person may read."""
        yield cls.title
        for named in (*cls.states.values(), *cls.steps.values(), *cls.clocks.values()):
            yield named.title
        for step in cls.steps.values():
            yield from (requirement.title for requirement in step.requires)
        if cls.unread:
            yield cls.unread

    @classmethod
    def problems(cls) -> Iterator[str]:
        """Yield, in words, everything that makes this declaration unusable."""
        firsts = [state for state in cls.states.values() if state.first]
        if len(firsts) != 1:
            yield f"exactly one state must be first, found {len(firsts)}."
        yield from cls._traps(set(firsts))
        for step in cls.steps.values():
            yield from cls._flaws_of_step(step)
        for clock in cls.clocks.values():
            yield from cls._flaws_of_clock(clock)

    @classmethod
    def _flaws_of_step(cls, step: Step) -> Iterator[str]:
        named = f"step “{step}” ({step.code})"
        if not step.at:
            yield f"{named} starts at no state."
        for code in filter(None, (step.on_expiry, *step.waits_for)):
            if code not in cls.clocks or cls.clocks[code].kind is ClockKind.LEAD:
                yield f"{named} waits for clock {code!r}, which is not declared or has no end."
        if bool(step.on_expiry) != (step.by is Role.SYSTEM):
            yield f"{named}: by=Role.SYSTEM and on_expiry go together."
        if step.returns and (step.to or any(state.first for state in step.at)):
            yield f"{named}: returns= goes with no to=, and from the first state there is no way back."
        for state in (*step.at, *([step.to] if step.to else ())):
            if state not in cls.states.values():
                yield f"{named} names the state “{state}”, which is not declared here."

    @classmethod
    def _flaws_of_clock(cls, clock: Clock) -> Iterator[str]:
        named = f"clock “{clock}” ({clock.code})"
        if bool(clock.term) == bool(clock.given):
            yield f"{named} needs either term= or given=."
        if (clock.kind is ClockKind.LEAD) != bool(clock.before):
            yield f"{named}: kind LEAD and before= go together."
        for step in (*clock.starts_on, *clock.met_on, *clock.restarts_on, *clock.voided_on, *clock.changed_by):
            if step not in cls.steps.values():
                yield f"{named} names the step “{step}”, which is not declared here."
        for state in clock.runs_in:
            if state not in cls.states.values():
                yield f"{named} names the state “{state}”, which is not declared here."

    @classmethod
    def _traps(cls, firsts: set[State]) -> Iterator[str]:
        reached = set(firsts)
        while more := {s.to for s in cls.steps.values() if s.to and set(s.at) & reached} - reached:
            reached |= more
        ends = {state for state in cls.states.values() if state.closed}
        while more := {at for s in cls.steps.values() if s.to in ends for at in s.at} - ends:
            ends |= more
        for state in cls.states.values():
            if state not in reached:
                yield f"no step leads to state “{state}” ({state.code})."
            if state not in ends:
                yield f"from state “{state}” ({state.code}) no closed state can be reached."
            if state.final and any(state in step.at for step in cls.steps.values()):
                yield f"state “{state}” ({state.code}) is final but steps leave it: declare it closed=True."
