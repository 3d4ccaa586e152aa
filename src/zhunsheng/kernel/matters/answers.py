"""Answers to the questions of a step: checked against the fields of the model, and kept as plain JSON values."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from sys import maxsize
from typing import Any

from django.core.exceptions import ObjectDoesNotExist, ValidationError
from django.db.models import BooleanField, CharField, DateField, Field, Model, TextField

from zhunsheng.kernel.refusals import AnswerInvalid

EMPTY: tuple[Any, ...] = (None, "", [], ())


@dataclass(frozen=True, slots=True)
class _Asked:
    """A field, and which values need no further look: those of this very type, texts up to this length."""

    field: Any
    plain: Any = None
    longest: int = 0

    def stands(self, value: Any) -> bool:
        fits: bool = type(value) is self.plain and (self.plain is not str or 0 < len(value) <= self.longest)
        return fits


@lru_cache(maxsize=4096)
def _asked(model: type[Model], name: str) -> _Asked:
    field: Any = model._meta.get_field(name)
    if type(field) is DateField and not field.choices:
        return _Asked(field, date)
    if type(field) is BooleanField and not field.choices:
        return _Asked(field, bool)
    if type(field) is TextField and not (field.choices or field.validators):
        return _Asked(field, str, maxsize)
    if type(field) is CharField and not field.choices and len(field.validators) == 1 and field.max_length:
        return _Asked(field, str, field.max_length)
    return _Asked(field)


def set_fields(target: Model, answers: Mapping[str, Any], where: str) -> None:
    """Check each answer as its field demands and set it; the first that does not fit is refused by name."""
    for name, value in answers.items():
        asked = _asked(type(target), name)
        if asked.stands(value):
            setattr(target, name, value)
            continue
        field = asked.field
        try:
            setattr(target, name, _clean(field, value, target))
        except (ValidationError, ValueError, TypeError, ObjectDoesNotExist) as error:
            why = "；".join(error.messages) if isinstance(error, ValidationError) else "类型不符，或没有这一条记录。"
            raise AnswerInvalid(where=where, field=str(field.verbose_name), value=value, why=why) from error


def _clean(field: "Field[Any, Any]", value: Any, target: Model) -> Any:
    if field.is_relation:
        if value in EMPTY or isinstance(value, Model):
            return value or None
        return field.related_model._default_manager.get(pk=value)  # type: ignore[union-attr]
    if value in EMPTY:
        return None if field.null or not field.blank else field.get_default()
    fixed = type(field.choices) is list and type(value) is str
    return _chosen(field, value) if fixed else field.clean(value, target)


@lru_cache(maxsize=4096)
def _chosen(field: "Field[Any, Any]", value: str) -> Any:
    """A fixed choice that was good once stays good; looking through its translated labels each time is slow."""
    return field.clean(value, None)


def plain(value: Any) -> Any:
    """The value as JSON keeps it: dates as ISO text, rows by primary key."""
    if isinstance(value, Model):
        return value.pk
    if isinstance(value, date | datetime):
        return value.isoformat()
    return value


def current(target: Model, names: Iterable[str]) -> dict[str, Any]:
    """What ``names`` hold now, as JSON keeps it."""
    return {name: plain(value) for name, value in held(target, tuple(names)).items()}


def held(target: Model, names: tuple[str, ...]) -> dict[str, Any]:
    """What ``names`` hold now, as it is; relations by key."""
    kept = target.__dict__
    return {
        name: kept[column] if column in kept else getattr(target, column)
        for name, column in _columns(type(target), names)
    }


@lru_cache(maxsize=1024)
def _columns(model: type[Model], names: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    return tuple((name, model._meta.get_field(name).attname) for name in names)  # type: ignore[union-attr]


def restore(target: Model, values: Mapping[str, Any]) -> None:
    """Set fields back to values taken by ``current``."""
    for name, value in values.items():
        field = target._meta.get_field(name)
        setattr(target, field.attname, field.to_python(value) if value is not None else None)  # type: ignore[union-attr]
