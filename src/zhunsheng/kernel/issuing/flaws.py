"""What is wrong with the declared documents of a system, said before the server starts."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.db.models import Model
from django.template import TemplateSyntaxError

from zhunsheng.kernel.issuing.declare import Template
from zhunsheng.kernel.issuing.texts import Text, read, text_of
from zhunsheng.kernel.procedures import Reading, Step
from zhunsheng.kernel.registry import Domain, MatterKind
from zhunsheng.kernel.units.models import Jurisdiction, Person, Unit

ENTRY = {"day": None, "note": None, "by": Person}
OF_ROWS = ("all", "count", "first", "last", "exists")
NUMBER_FIELDS = {"mark": "甲", "year": 2023, "serial": 1}


@dataclass(frozen=True)
class Use:
    """One step of one kind of matter that issues a document."""

    kind: MatterKind
    step: Step


def problems(domain: Domain) -> Iterator[str]:
    """Every flaw of the documents of one system, in English: missing files, names that no record has, wrong codes."""
    declared = {template.code: template for template in domain.documents}
    used = list(_uses(domain))
    for code, use in used:
        if code not in declared:
            yield f"step {use.kind.code}.{use.step.code} issues {code!r}, which the system does not declare."
    numbers: dict[str, str] = {}
    for template in domain.documents:
        if template.number in numbers:
            yield f"documents {numbers[template.number]} and {template.code} would be numbered alike."
        numbers[template.number] = template.code
        uses = [use for code, use in used if code == template.code]
        if not uses:
            yield f"document {template.code} is issued by no step."
        yield from (f"document {template.code}: {flaw}" for flaw in _template_flaws(domain, template, uses))


def _uses(domain: Domain) -> Iterator[tuple[str, Use]]:
    for kind in domain.matters:
        for procedure in kind.procedures:
            for step in procedure.steps.values():
                yield from ((code, Use(kind, step)) for code in step.documents)


def _template_flaws(domain: Domain, template: Template, uses: list[Use]) -> Iterator[str]:
    try:
        if "{serial}" not in template.number:
            yield f"its number {template.number!r} has no serial."
        template.number.format(**NUMBER_FIELDS)
        texts = [text_of(template.addressed_to), text_of(template.signed_by), read(domain.home / template.file)]
    except (OSError, TemplateSyntaxError, KeyError, IndexError, ValueError) as error:
        yield f"{type(error).__name__}: {error}."
        return
    for text in texts:
        for use in uses:
            yield from _name_flaws(text, use)


def _name_flaws(text: Text, use: Use) -> Iterator[str]:
    for path in dict.fromkeys(text.names()):
        if not _known(path, use):
            yield f"{'.'.join(path)!r} is nothing that a matter of {use.kind.code} has at step {use.step.code}."


def _known(path: tuple[str, ...], use: Use) -> bool:
    root, rest = path[0], path[1:]
    models: dict[str, type[Model]] = {"matter": use.kind.model, "unit": Unit, "jurisdiction": Jurisdiction}
    if root in models:
        return _reaches(models[root], rest)
    if root in ("outcome", "day"):
        return not rest
    if root == "parties":
        return len(rest) == 1 and rest[0] in use.kind.parties
    if root == "clocks":
        return _is_clock(rest, use.kind)
    return root == "entry" and _is_of_entry(rest, use)


def _is_clock(rest: tuple[str, ...], kind: MatterKind) -> bool:
    codes = {code for procedure in kind.procedures for code in procedure.clocks}
    return (
        len(rest) == 2 and rest[0] in codes and (rest[1] in Reading.__dataclass_fields__ or hasattr(Reading, rest[1]))
    )


def _is_of_entry(rest: tuple[str, ...], use: Use) -> bool:
    if rest and rest[0] == "answers":
        adds = {field.name for field in use.step.adds._meta.fields} if use.step.adds else set()  # type: ignore[attr-defined]
        return len(rest) > 1 and rest[1] in {*use.step.fields, *adds, "outcome"}
    return bool(rest) and rest[0] in ENTRY


def _reaches(model: type[Model], path: tuple[str, ...]) -> bool:
    """Whether the names lead from ``model`` through relations to something it has."""
    current: Any = model
    many = False
    for name in path:
        if many and name in OF_ROWS:
            return True
        try:
            field = current._meta.get_field(name)
        except FieldDoesNotExist:
            return hasattr(current, name)
        except AttributeError:
            return False
        current, many = field.related_model, bool(field.one_to_many or field.many_to_many)
    return True
