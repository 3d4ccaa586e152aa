"""Answers to the questions of a step: checked against the fields of the model, and kept as plain JSON values."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from django.core.exceptions import ObjectDoesNotExist, ValidationError
from django.db.models import Field, Model

from zhunsheng.kernel.refusals import AnswerInvalid

EMPTY: tuple[Any, ...] = (None, "", [], ())


def set_fields(target: Model, answers: Mapping[str, Any], where: str) -> None:
    """Check each answer as its field demands and set it; the first that does not fit is refused by name."""
    for name, value in answers.items():
        field = target._meta.get_field(name)
        try:
            setattr(target, name, _clean(field, value, target))  # type: ignore[arg-type]
        except (ValidationError, ValueError, TypeError, ObjectDoesNotExist) as error:
            why = "；".join(error.messages) if isinstance(error, ValidationError) else "类型不符，或没有这一条记录。"
            raise AnswerInvalid(where=where, field=str(field.verbose_name), value=value, why=why) from error  # type: ignore[union-attr]


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
