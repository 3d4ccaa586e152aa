"""The list of domains. A domain is a package ``zhunsheng.domains.<chapter>.<system>`` with a module ``domain``."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

from django.apps import apps
from django.conf import settings
from django.db.models import Model

from zhunsheng import law
from zhunsheng.kernel.indicators.declare import Indicator
from zhunsheng.kernel.procedures.declare import Procedure
from zhunsheng.kernel.programmes.declare import ProgrammeKind
from zhunsheng.kernel.refusals import (
    NoEditionThen,
    UnknownActivityKind,
    UnknownIndicator,
    UnknownKind,
    UnknownProgrammeKind,
    UnknownRegister,
)
from zhunsheng.kernel.roles import Role
from zhunsheng.kernel.shown import shown

CHAPTERS = {
    "leadership": "第一责任人职责",
    "business": "法治化营商环境",
    "functions": "政府职能转变",
    "rulemaking": "依法行政制度",
    "enforcement": "行政执法",
    "oversight": "权力制约监督",
    "disputes": "矛盾纠纷化解",
    "society": "法治社会建设",
    "highlights": "亮点特色",
}

EXPECTED_EVERY = ("week", "month", "quarter", "year")


@dataclass(frozen=True, kw_only=True)
class Listed:
    """What matters, registers and activities have in common: a code, a model, a list page."""

    code: str
    title: str
    model: type[Model]
    columns: Sequence[str]
    filters: Sequence[str] = ()
    fields: Sequence[str] = ()

    def texts(self) -> Iterator[str]:
        yield self.title

    def stands_on(self, label: str) -> bool:
        """Whether the model is, or inherits from, the base of that label, such as kernel.Activity."""
        return label in {model._meta.label for model in (self.model, *self.model._meta.get_parent_list())}

    def unknown(self, names: Sequence[str]) -> list[str]:
        """Those of ``names`` that are no fields of the model."""
        known = {each.name for each in self.model._meta.get_fields()}
        return [name for name in names if name not in known]


@dataclass(frozen=True, kw_only=True)
class MatterKind(Listed):
    """A kind of matter: its model, the editions of its procedure, how it is numbered and listed.

    * ``fields``: asked when it is opened, besides title, unit and day.
    * ``number``: template with {mark} (the place's mark, such as 并杏), {year} and {serial}.
    * ``outcomes``: the Choices class of its outcomes. ``satellites``: models shown on its page, each with ``matter``.
    * ``parties``: codes and titles of the roles a party may have. ``opened_by``: see Step.by.
    """

    procedures: Sequence[type[Procedure]]
    number: str
    outcomes: Any = None
    opened_by: Role = Role.HANDLER
    satellites: Sequence[type[Model]] = ()
    parties: Mapping[str, str] = field(default_factory=dict)
    columns: Sequence[str] = ("number", "title", "unit", "state", "due_on")
    filters: Sequence[str] = ("state", "unit")

    def edition(self, code: str) -> type[Procedure]:
        return next(procedure for procedure in self.procedures if procedure.edition == code)

    def edition_on(self, day: Any) -> type[Procedure]:
        """The edition that governs a matter accepted on ``day``; refused when none was in force."""
        for procedure in self.procedures:
            if procedure.governs(day):
                return procedure
        first = min(procedure.since for procedure in self.procedures)
        raise NoEditionThen(kind=shown(self.title), day=day, first=first)

    def texts(self) -> Iterator[str]:
        yield self.title
        for procedure in self.procedures:
            yield from procedure.texts()
        yield from self.parties.values()
        yield from (str(label) for label in getattr(self.outcomes, "labels", ()))

    def problems(self) -> Iterator[str]:
        """Yield, in words, what makes this declaration unusable; its procedures are checked where they are made."""
        if not self.stands_on("kernel.Matter"):
            yield f"{self.code}: {self.model.__name__} must be a Matter."
        for part in ("{year}", "{serial}"):
            if part not in self.number:
                yield f"{self.code} is numbered {self.number!r} without {part}: two matters would get one number."


@dataclass(frozen=True, kw_only=True)
class Expectation:
    """What every valid entry of a register should see happen again and again, such as a visit each month.

    * ``activity``: code of the activity kind, recorded under the entry. ``every``: ``week``, ``month``, ``quarter`` or
      ``year``. ``title``: what the list of entries without it is called, such as 一个月未入村.
    """

    activity: str
    every: str
    title: str


@dataclass(frozen=True, kw_only=True)
class Register(Listed):
    """A register: entries with validity dates (kernel.registers).

    * ``fields``: the entry's own, besides title, unit, place, valid_from and valid_until.
    * ``kept_by``: the role that may enter, change and end, in the unit of the entry or above it.
    * ``unique_while_valid``: fields that name the thing entered; two entries of one thing are never valid on one day.
    * ``expects``: what should happen under every valid entry; entries without it are listed.
    """

    kept_by: Role = Role.HANDLER
    unique_while_valid: Sequence[str] = ()
    expects: Expectation | None = None
    columns: Sequence[str] = ("title", "unit", "place", "valid_from", "valid_until")
    filters: Sequence[str] = ("unit", "place")

    def texts(self) -> Iterator[str]:
        yield self.title
        if self.expects:
            yield self.expects.title

    def problems(self) -> Iterator[str]:
        """Yield, in words, what makes this declaration unusable; fields shown are checked for every list alike."""
        if not self.stands_on("kernel.RegisterEntry"):
            yield f"{self.code}: {self.model.__name__} must be a RegisterEntry."
        yield from (
            f"{self.code} is unique by {name!r}, which is no field." for name in self.unknown(self.unique_while_valid)
        )
        if self.expects is None:
            return
        if self.expects.every not in EXPECTED_EVERY:
            yield f"{self.code} expects something every {self.expects.every!r}: it can be {', '.join(EXPECTED_EVERY)}."
        expected = activity_kinds().get(self.expects.activity)
        if expected is None or expected.under != self.code:
            yield f"{self.code} expects {self.expects.activity!r}, which no system declares as happening under it."


@dataclass(frozen=True, kw_only=True)
class ActivityKind(Listed):
    """A kind of dated happening with participants and quantities (kernel.activities).

    * ``fields``: the activity's own, besides title, unit, place, entry, happened_on and participants.
    * ``recorded_by``: the role that may record it, in the unit of the activity or above it. ``at_place``: people with
      that role at the place may record it too, such as a township for a visit to its village.
    * ``under``: code of the register it happens under: it then names an entry valid on its day, and takes its place
      and, where none is given, its unit from it.
    """

    recorded_by: Role = Role.HANDLER
    at_place: bool = False
    under: str = ""
    columns: Sequence[str] = ("title", "unit", "place", "happened_on", "participants")
    filters: Sequence[str] = ("unit", "place")

    def problems(self) -> Iterator[str]:
        """Yield, in words, what makes this declaration unusable; fields shown are checked for every list alike."""
        if not self.stands_on("kernel.Activity"):
            yield f"{self.code}: {self.model.__name__} must be an Activity."
        if self.under and self.under not in registers():
            yield f"{self.code} happens under {self.under!r}, a register that no system declares."


@dataclass(frozen=True, kw_only=True)
class Domain:
    """All that the rest of the house knows about one system.

    ``sections`` and ``forms`` (report sections and report forms) and ``documents`` (official documents) are
    declarations of the rooms of those names. ``waived``: conformance rules this system is exempt from, each with its
    reason.
    """

    code: str
    title: str
    basis: str
    matters: Sequence[MatterKind] = ()
    registers: Sequence[Register] = ()
    activities: Sequence[ActivityKind] = ()
    programmes: Sequence[ProgrammeKind] = ()
    indicators: Sequence[Indicator] = ()
    sections: Sequence[Any] = ()
    forms: Sequence[Any] = ()
    documents: Sequence[Any] = ()
    waived: Mapping[str, str] = field(default_factory=dict)

    @property
    def package(self) -> str:
        return packages()[self.code]

    @property
    def home(self) -> Path:
        """The folder of the package, where law.yaml and the scenarios are."""
        return Path(str(import_module(self.package).__file__)).parent

    @property
    def chapter(self) -> str:
        return self.package.split(".")[-2]

    def texts(self) -> Iterator[str]:
        """Every text declared by this system that a person may read."""
        yield self.title
        declarations: list[Any] = [*self.matters, *self.registers, *self.activities, *self.programmes, *self.indicators]
        for declared in declarations:
            yield from declared.texts()
        for declared in (*self.sections, *self.forms, *self.documents):
            yield from declared.texts()
        for model in _models_of(self.package):
            yield from model_texts(model)


def _models_of(package: str) -> list[type[Model]]:
    return [model for model in apps.get_models() if model.__module__.startswith(f"{package}.")]


def model_texts(model: type[Model]) -> Iterator[str]:
    """The names of a model and of its own fields, and the labels of their fixed choices."""
    yield str(model._meta.verbose_name)
    for each in model._meta.local_fields:
        if each.verbose_name != each.name.replace("_", " "):
            yield str(each.verbose_name)
        if isinstance(each.choices, list | tuple):
            yield from (str(label) for _, label in each.flatchoices)


@cache
def packages() -> dict[str, str]:
    """Module path of every system switched on, by its key."""
    return {package.split(".")[-1]: package for package in settings.DOMAIN_PACKAGES}


@cache
def domains() -> dict[str, Domain]:
    """Every system, in the order of the chapters of the report."""
    found = [import_module(f"{package}.domain").DOMAIN for package in packages().values()]
    order = list(CHAPTERS)
    return {d.code: d for d in sorted(found, key=lambda d: (order.index(d.chapter), d.code))}


@cache
def kinds() -> dict[str, MatterKind]:
    return {kind.code: kind for domain in domains().values() for kind in domain.matters}


@cache
def registers() -> dict[str, Register]:
    return {each.code: each for domain in domains().values() for each in domain.registers}


@cache
def activity_kinds() -> dict[str, ActivityKind]:
    return {each.code: each for domain in domains().values() for each in domain.activities}


@cache
def programme_kinds() -> dict[str, ProgrammeKind]:
    return {each.code: each for domain in domains().values() for each in domain.programmes}


@cache
def indicators() -> dict[str, Indicator]:
    return {each.code: each for domain in domains().values() for each in domain.indicators}


def kind_of(code: str) -> MatterKind:
    if code not in kinds():
        raise UnknownKind(code=code, known="、".join(kinds()))
    return kinds()[code]


def register_of(code: str) -> Register:
    if code not in registers():
        raise UnknownRegister(code=code, known="、".join(registers()) or "—")
    return registers()[code]


def activity_kind_of(code: str) -> ActivityKind:
    if code not in activity_kinds():
        raise UnknownActivityKind(code=code, known="、".join(activity_kinds()) or "—")
    return activity_kinds()[code]


def programme_kind_of(code: str) -> ProgrammeKind:
    if code not in programme_kinds():
        raise UnknownProgrammeKind(code=code, known="、".join(programme_kinds()) or "—")
    return programme_kinds()[code]


def domain_of(code: str) -> Domain:
    """The system that declares the matter kind, register, activity or indicator ``code``."""
    return domains()[code.split(".", maxsplit=1)[0]]


def indicator(code: str) -> Indicator:
    if code not in indicators():
        raise UnknownIndicator(code=code, near="、".join(get_close_matches(code, indicators(), n=3)) or "—")
    return indicators()[code]


@cache
def parameters() -> dict[str, law.Parameter]:
    """Every dated parameter of every system, keyed ``system.name``."""
    found: dict[str, law.Parameter] = {}
    for domain in domains().values():
        if (path := domain.home / "law.yaml").exists():
            found |= law.load(path, prefix=domain.code)
    return found
