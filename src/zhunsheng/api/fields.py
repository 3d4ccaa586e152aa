"""Fields of models as the interface types them, and rows as it writes them: units by their codes."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from typing import Annotated, Any

from django.db.models import Model
from pydantic import AfterValidator, BeforeValidator, Field, StrictBool, StrictInt, create_model
from pydantic import ValidationError as Unfit
from pydantic_core import PydanticCustomError

from zhunsheng.api.kit import Given, ValidationError
from zhunsheng.kernel.models import Unit
from zhunsheng.kernel.refusals import UnknownUnit


def _as_day(value: Any) -> date:
    """Only text like 2023-03-01: a number would be read as seconds since 1970."""
    try:
        return date.fromisoformat(value) if len(value) == 10 else date.fromisoformat("")
    except (TypeError, ValueError):
        raise PydanticCustomError("day", "a day like 2023-03-01 is expected") from None


def _sayable(value: str) -> str:
    """Text without NUL characters, which databases refuse."""
    if "\0" in value:
        raise PydanticCustomError("string_nul", "text without NUL is expected")
    return value


Day = Annotated[date, BeforeValidator(_as_day)]
Words = Annotated[str, AfterValidator(_sayable)]
TYPES: Mapping[str, Any] = {
    "CharField": Words,
    "TextField": Words,
    "DateField": Day,
    "DateTimeField": datetime,
    "BooleanField": StrictBool,
    "DecimalField": Decimal,
    "FloatField": float,
}


def typed(
    name: str, model: type[Model], names: Iterable[str], base: type[Given], optional: bool = False
) -> type[Given]:
    """Fields of ``model`` upon ``base``; those that may be empty, or all of them, may be left out."""
    fields: dict[str, Any] = {}
    for each in names:
        declared: Any = model._meta.get_field(each)
        kind, words = _type_of(declared), _words(declared)
        if optional or declared.blank:
            fields[each] = (kind | None, Field(None, **words))
        else:
            fields[each] = (kind, Field(declared.get_default() if declared.has_default() else ..., **words))
    return create_model(name, __base__=base, **fields)


def _type_of(field: Any) -> Any:
    if field.is_relation:
        return Words if field.related_model is Unit else StrictInt
    internal = field.get_internal_type()
    return StrictInt if internal.endswith("IntegerField") else TYPES.get(internal, Any)


def _words(field: Any) -> dict[str, Any]:
    """Title, choices and length as documentation: the kernel refuses by them, in words."""
    extra: dict[str, Any] = {"enum": [code for code, _ in field.flatchoices]} if field.choices else {}
    if field.max_length and not field.choices:
        extra["maxLength"] = field.max_length
    return {"title": str(field.verbose_name), "json_schema_extra": extra or None}


def checked(schema: type[Given], given: Mapping[str, Any], at: str) -> dict[str, Any]:
    """What was sent under ``at``, as its fields type it; what does not fit is refused like the rest of the request."""
    try:
        return schema.model_validate(dict(given)).model_dump(exclude_unset=True)
    except Unfit as unfit:
        raise ValidationError(
            [{"loc": ("body", at, *each["loc"]), "type": each["type"]} for each in unfit.errors()]
        ) from None


def unit_of(code: str | None) -> Unit | None:
    """The unit of that code, None for none; refused where no unit, or units of two places, have it."""
    if code is None:
        return None
    try:
        return Unit.objects.select_related("jurisdiction").get(code=code)
    except (Unit.DoesNotExist, Unit.MultipleObjectsReturned):
        raise UnknownUnit(unit=code) from None


def resolved(model: type[Model], given: Mapping[str, Any]) -> dict[str, Any]:
    """What was sent, with units in place of their codes; names that ``model`` does not know are left to the kernel."""
    units = {each.name for each in model._meta.fields if each.related_model is Unit}
    return {name: unit_of(value) if name in units else value for name, value in given.items()}


@cache
def _own(model: type[Model]) -> tuple[Any, ...]:
    """The fields a model declares itself, without its key and the matter it belongs to."""
    return tuple(each for each in model._meta.local_fields if not each.primary_key and each.name != "matter")


def codes_of(rows: Iterable[Model]) -> dict[int, str]:
    """The codes of all units that the own fields of ``rows`` name: one statement, none where no field names a unit."""
    keys = {getattr(row, f.attname) for row in rows for f in _own(type(row)) if f.related_model is Unit} - {None}
    return dict(Unit.objects.filter(pk__in=keys).values_list("pk", "code")) if keys else {}


def values_of(row: Model, codes: Mapping[int, str]) -> dict[str, Any]:
    """A row's own fields by name: units by code, other rows by key."""
    held = {each: getattr(row, each.attname) for each in _own(type(row))}
    return {each.name: codes.get(value) if each.related_model is Unit else value for each, value in held.items()}
