"""What people write into the fields of a row: which they may, checked as the field demands, kept as plain JSON."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from sys import maxsize
from typing import Any

from django.core.exceptions import ObjectDoesNotExist, ValidationError
from django.db.models import BooleanField, CharField, DateField, Field, Model, TextField
from django.utils import translation

from zhunsheng.kernel.refusals import AnswerInvalid, AnswerMissing, AnswerNotAsked
from zhunsheng.kernel.shown import beside, shown
from zhunsheng.law import Wording

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


def fill(row: Model, values: Mapping[str, Any], allowed: Iterable[str], *, where: str, what: str) -> None:
    """Check and set ``values``; a name that is not ``allowed``, or a value its field cannot hold, is refused."""
    known = tuple(allowed)
    for name in values:
        if name not in known:
            titles = shown(*(_title(row, each) for each in known))
            raise AnswerNotAsked(number=shown(where), step=shown(what), field=name, known=titles)
    set_fields(row, values, where, what)


def require(row: Model, names: Iterable[str], *, where: str, what: str, always: Iterable[str] = ()) -> None:
    """Refuse the first of ``names`` that is empty though its field must be filled, and of ``always`` in any case."""
    always = tuple(always)
    for name in (*names, *always):
        declared: Any = row._meta.get_field(name)
        if getattr(row, declared.attname) in EMPTY and (name in always or not declared.blank):
            raise AnswerMissing(number=shown(where), step=shown(what), field=shown(_title(row, name)))


def set_fields(target: Model, answers: Mapping[str, Any], where: str, what: str = "") -> None:
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
            why = _reasons(error)
            raise AnswerInvalid(
                where=beside(where, what) if what else where, field=shown(field.verbose_name), value=value, why=why
            ) from error


def _reasons(error: Exception) -> Wording:
    """What is wrong with a value, in both languages whatever the screen's is."""
    if not isinstance(error, ValidationError):
        return Wording("类型不符，或没有这一条记录。", "its type is wrong, or there is no such record.")
    with translation.override("zh-hans"):
        chinese = "；".join(error.messages)
    with translation.override("en"):
        return Wording(chinese, "; ".join(error.messages))


def _title(row: Model, name: str) -> str:
    return str(row._meta.get_field(name).verbose_name)  # type: ignore[union-attr]


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
