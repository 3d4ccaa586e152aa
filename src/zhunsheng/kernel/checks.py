"""What ``manage check`` says, in words, about every declaration of every system before the server starts."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from django.apps import AppConfig
from django.core.checks import CheckMessage, Error, register
from django.core.exceptions import FieldDoesNotExist
from django.db.models import DateField, Model

from zhunsheng import law
from zhunsheng.kernel import registry
from zhunsheng.kernel.indicators.declare import Indicator
from zhunsheng.kernel.issuing import flaws as document_flaws
from zhunsheng.kernel.procedures import Clock, Procedure, Step
from zhunsheng.kernel.registry import Domain, Listed, MatterKind
from zhunsheng.kernel.reports import flaws as report_flaws


def check_declarations(app_configs: Sequence[AppConfig] | None = None, **kwargs: Any) -> list[CheckMessage]:
    """Every flaw of every system, each with the place it stands at."""
    return [
        Error(text, obj=domain.package, id=f"zhunsheng.E{number:03}")
        for domain in registry.domains().values()
        for number, text in flaws(domain)
    ]


register(check_declarations, "zhunsheng")


def flaws(domain: Domain) -> Iterator[tuple[int, str]]:
    """Number and sentence of each flaw of one system."""
    try:
        terms = registry.parameters()
    except law.Refusal as refusal:
        yield 1, refusal.text("en")
        return
    for kind in domain.matters:
        yield from _kind_flaws(kind, domain, terms)
    for listed in (*domain.registers, *domain.activities):
        yield from _list_flaws(listed)
    declarations: list[Any] = [*domain.matters, *domain.registers, *domain.activities, *domain.programmes]
    for declared in declarations:
        yield from ((19, text) for text in declared.problems())
    for indicator in domain.indicators:
        yield from _indicator_flaws(indicator)
    yield from ((7, text) for text in document_flaws.problems(domain))
    yield from ((18, text) for text in report_flaws.problems(domain))
    yield from _name_flaws(domain)
    yield from _unused_terms(domain, terms)


def _name_flaws(domain: Domain) -> Iterator[tuple[int, str]]:
    every = Counter(code for each in registry.domains().values() for code in _codes(each))
    for code in dict.fromkeys(_codes(domain)):
        if code.partition(".")[0] != domain.code:
            yield 2, f"code {code!r} must begin with {domain.code!r}."
        if every[code] > 1:
            yield 20, f"code {code!r} is declared {every[code]} times: every code stands for one thing."
    for section in domain.sections:
        for code in (*section.references, *section.chart):
            if code not in registry.indicators():
                yield 3, f"section {section.at} names the figure {code!r}, which no system declares."


def _codes(domain: Domain) -> Iterator[str]:
    listed = (*domain.matters, *domain.registers, *domain.activities)
    for declared in (*listed, *domain.programmes, *domain.indicators, *domain.documents):
        yield declared.code


def _kind_flaws(kind: MatterKind, domain: Domain, terms: dict[str, Any]) -> Iterator[tuple[int, str]]:
    yield from _list_flaws(kind)
    editions = [procedure.edition for procedure in kind.procedures]
    if len(set(editions)) != len(editions):
        yield 4, f"{kind.code}: two procedures have the same edition: {editions}."
    outcomes = set(getattr(kind.outcomes, "values", ()))
    for procedure in kind.procedures:
        for step in procedure.steps.values():
            yield from _step_flaws(f"{kind.code}.{step.code}", step, kind, outcomes)
        for clock in procedure.clocks.values():
            yield from _clock_flaws(f"{kind.code}.{clock.code}", clock, kind, terms)
        yield from _basis_flaws(kind.code, procedure)


def _step_flaws(name: str, step: Step, kind: MatterKind, outcomes: set[str]) -> Iterator[tuple[int, str]]:
    for field in (*step.fields, step.hands_to, step.joins):
        if field and not _has_field(kind.model, field):
            yield 5, f"step {name} asks for {field!r}, which {kind.model.__name__} does not have."
    if step.hands_to and step.hands_to not in step.asks:
        yield 6, f"step {name} hands over to {step.hands_to!r} without asking for it."
    for code in set(step.decides) - outcomes:
        yield 8, f"step {name} decides {code!r}, which is no outcome of {kind.code}."
    if step.adds is not None and step.adds not in kind.satellites:
        yield 9, f"step {name} adds {step.adds.__name__}, which is not among the satellites of {kind.code}."


def _clock_flaws(name: str, clock: Clock, kind: MatterKind, terms: dict[str, Any]) -> Iterator[tuple[int, str]]:
    if clock.term and clock.term not in terms:
        yield 10, f"clock {name} uses the term {clock.term!r}, which no law.yaml declares."
    for change in clock.changed_by.values():
        if change.term not in terms:
            yield 10, f"clock {name} is changed by the term {change.term!r}, which no law.yaml declares."
    fields = {*kind.fields, *(name for step in _steps(kind) for name in step.fields)}
    for field in filter(None, (clock.given, clock.before, clock.counts_from)):
        owner = next((model for model in (kind.model, *kind.satellites) if _has_field(model, field)), None)
        asked = field in fields or owner in kind.satellites
        if owner is None or not isinstance(owner._meta.get_field(field), DateField) or not asked:
            yield 11, f"clock {name} reads the day {field!r}, which no step asks for as a date."


def _steps(kind: MatterKind) -> Iterator[Step]:
    for procedure in kind.procedures:
        yield from procedure.steps.values()


def _basis_flaws(code: str, procedure: type[Procedure]) -> Iterator[tuple[int, str]]:
    for step in procedure.steps.values():
        if not step.basis:
            yield 12, f"step {code}.{step.code} names no article."
        yield from _uncited(f"{code}.{step.code}", step.basis, *(each.basis for each in step.requires))
    for clock in procedure.clocks.values():
        yield from _uncited(f"{code}.{clock.code}", clock.basis)


def _uncited(name: str, *bases: str) -> Iterator[tuple[int, str]]:
    for basis in filter(None, bases):
        try:
            law.cite(basis)
        except law.Refusal as refusal:
            yield 13, f"{name}: {refusal.text('en')}"


def _list_flaws(listed: Listed) -> Iterator[tuple[int, str]]:
    for name in (*listed.columns, *listed.filters, *listed.fields):
        if not _has_field(listed.model, name):
            yield 14, f"{listed.code} lists {name!r}, which {listed.model.__name__} does not have."


def _indicator_flaws(indicator: Indicator) -> Iterator[tuple[int, str]]:
    for name in filter(None, (indicator.on, indicator.total, indicator.distinct)):
        if not _has_field(indicator.of, name):
            yield 15, f"indicator {indicator.code} uses {name!r}, which {indicator.of.__name__} does not have."
    for code in filter(None, (indicator.part_of, *indicator.sums)):
        if code not in registry.indicators():
            yield 16, f"indicator {indicator.code} is related to {code!r}, which no system declares."


def _unused_terms(domain: Domain, terms: dict[str, Any]) -> Iterator[tuple[int, str]]:
    used: set[str] = set()
    for kind in registry.kinds().values():
        for procedure in kind.procedures:
            for clock in procedure.clocks.values():
                used |= {clock.term, *(change.term for change in clock.changed_by.values())}
    for code in terms:
        if code.startswith(f"{domain.code}.") and code not in used:
            yield 17, f"law.yaml declares {code!r}, which no clock uses."


def _has_field(model: type[Model], path: str) -> bool:
    """Whether ``path`` (with ``__`` through relations) names a field of ``model``."""
    names = path.split("__")
    current: Any = model
    for name in names:
        try:
            current = current._meta.get_field(name).related_model
        except (FieldDoesNotExist, AttributeError):
            return False
    return True
