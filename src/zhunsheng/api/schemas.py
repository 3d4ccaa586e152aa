"""Schemas made from the models of the systems, and the plain rows that answers consist of."""

from datetime import date
from typing import Any

from django.db.models import Field, Model
from ninja import Schema
from ninja.orm import create_schema

from zhunsheng.kernel.models import Matter
from zhunsheng.kernel.registry import MatterKind

ROW = ("pk", "kind", "number", "title", "state", "outcome", "opened_on", "accepted_on", "closed_on", "due_on")


class OpenBase(Schema):
    """What every matter is opened with; ``unit`` and ``place`` are codes of units."""

    title: str
    unit: str
    opened_on: date
    place: str | None = None


class StepIn(Schema):
    """A step to take; ``version`` is what the client last read, so that nobody is overwritten."""

    on: date | None = None
    version: int | None = None
    outcome: str = ""
    note: str = ""
    answers: dict[str, Any] = {}
    row: dict[str, Any] = {}


def opening_schema(kind: MatterKind) -> type[Schema]:
    """The fields asked at the opening of a matter of this kind, typed by its model."""
    name = f"{kind.model.__name__}Open"
    if not kind.fields:
        return type(name, (OpenBase,), {})
    optional = [each for each in kind.fields if kind.model._meta.get_field(each).blank]
    return create_schema(
        kind.model, name=name, fields=list(kind.fields), optional_fields=optional or None, base_class=OpenBase
    )


def row_of(matter: Matter) -> dict[str, Any]:
    """One matter as every list shows it."""
    found = {name: getattr(matter, name) for name in ROW}
    return found | {"unit": matter.unit.code, "state_title": matter.state_title, "version": matter.version}


def values_of(row: Model) -> dict[str, Any]:
    """The fields a row's own model declares, by name; other rows by primary key."""
    own: list[Field[Any, Any]] = [each for each in row._meta.local_fields if not each.primary_key]
    return {each.name: getattr(row, each.attname) for each in own}
