"""Reading conditions: which columns they look at, and what they say in words."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.db.models import F, Field, Model, Q
from django.utils.translation import gettext, gettext_noop

from zhunsheng.kernel import registry
from zhunsheng.kernel.indicators.declare import Indicator
from zhunsheng.kernel.periods import Period
from zhunsheng.kernel.procedures import Standing
from zhunsheng.kernel.registry import MatterKind

ANY_YEAR = Period.year(2000)
OWN = ("matter",)
"""Relations into which a condition may look: what changes there leaves its mark in the same system's months."""


def crosses_tables(indicator: Indicator) -> bool:
    """Whether its condition looks at rows of other tables, whose changes mark no month of its system."""
    conditions = [indicator.hit_in(ANY_YEAR), indicator.over or Q()]
    paths = [path for each in conditions for path in paths_of(each)]
    paths += filter(None, (indicator.total, indicator.distinct, indicator.on))
    return any(path is None or _leaves(indicator.of, path) for path in paths)


def paths_of(condition: Q) -> Iterator[str | None]:
    """The columns a condition reads; None stands for a subquery or another expression."""
    for child in condition.children:
        if isinstance(child, Q):
            yield from paths_of(child)
        elif isinstance(child, tuple):
            yield child[0]
            yield from _columns_in(child[1])
        else:
            yield None


def _columns_in(value: Any) -> Iterator[str | None]:
    if isinstance(value, F):
        yield value.name  # type: ignore[attr-defined]
    elif hasattr(value, "resolve_expression"):
        yield None


def _leaves(model: type[Model], path: str) -> bool:
    """Whether ``path`` goes through a relation other than the matter a row belongs to."""
    current: Any = model
    names = path.split("__")
    for name, following in zip(names, (*names[1:], ""), strict=True):
        try:
            field = current._meta.pk if name == "pk" else current._meta.get_field(name)
        except FieldDoesNotExist:
            return False
        if name not in OWN and _names_a_field(field, following) and not _is_up(field):
            return True
        current = field.related_model or current
    return False


def _is_up(field: Any) -> bool:
    """Whether the relation leads to the other half of the same row."""
    return bool(getattr(field.remote_field, "parent_link", False) or getattr(field, "parent_link", False))


def _names_a_field(field: Any, name: str) -> bool:
    if field.related_model is None:
        return False
    return name in {each.name for each in field.related_model._meta.get_fields()}


LOOKUPS = {
    "exact": gettext_noop("{title}为{value}"),
    "in": gettext_noop("{title}为{value}之一"),
    "lte": gettext_noop("{title}不晚于（不大于）{value}"),
    "lt": gettext_noop("{title}早于（小于）{value}"),
    "gte": gettext_noop("{title}不早于（不小于）{value}"),
    "gt": gettext_noop("{title}晚于（大于）{value}"),
    "contains": gettext_noop("{title}含有“{value}”"),
    "icontains": gettext_noop("{title}含有“{value}”"),
    "startswith": gettext_noop("{title}以“{value}”开头"),
}
OTHERWISE = gettext_noop("{title}符合{value}")


def in_words(model: type[Model], condition: Q) -> str:
    """What the rows must fulfil, in words of the screen's language made from the names and choices of the fields.

    Codes that a system declares (outcomes, kinds of matters, clocks) are said by their titles.
    """
    return _whole(model, condition, _kinds(model, condition))


def _whole(model: type[Model], condition: Q, kinds: Sequence[MatterKind]) -> str:
    parts = [part for part in (_child(model, child, kinds) for child in condition.children) if part]
    joined = (gettext("，且") if condition.connector == Q.AND else gettext("，或者")).join(parts)
    if condition.negated and joined:
        return gettext("不满足“{condition}”").format(condition=joined)
    bracketed = condition.connector == Q.OR and len(parts) > 1
    return gettext("（{condition}）").format(condition=joined) if bracketed else joined


def _child(model: type[Model], child: Any, kinds: Sequence[MatterKind]) -> str:
    if isinstance(child, Q):
        return _whole(model, child, kinds)
    if not isinstance(child, tuple) or _is_subquery(child[1]):
        return gettext("符合定义所述的关联记录")
    field, lookup = _field_of(model, child[0])
    if lookup == "isnull" or child[1] is None:
        empty = gettext("{title}为空") if child[1] in (None, True) else gettext("{title}不为空")
        return empty.format(title=_title(field))
    if lookup == "range":
        first, last = (_value(model, field, end, kinds) for end in child[1])
        return gettext("{title}在{first}至{last}之间").format(title=_title(field), first=first, last=last)
    if lookup == "in" and len(list(child[1])) == 1:
        lookup = "exact"
    sentence = gettext(LOOKUPS.get(lookup, OTHERWISE))
    return sentence.format(title=_title(field), value=_value(model, field, child[1], kinds))


def _is_subquery(value: Any) -> bool:
    return hasattr(value, "resolve_expression") and not isinstance(value, F)


def _kinds(model: type[Model], condition: Q) -> list[MatterKind]:
    """The kinds of matters whose codes the condition may name: those counted, else those it names itself, else all."""
    every = registry.kinds()
    own = [each for each in every.values() if model is each.model or model in each.satellites]
    named = {value for path, value in _compared(condition) if path.rpartition("__")[2] == "kind"}
    return own or [each for code, each in every.items() if code in named] or list(every.values())


def _compared(condition: Q) -> Iterator[tuple[str, Any]]:
    for child in condition.children:
        if isinstance(child, Q):
            yield from _compared(child)
        elif isinstance(child, tuple):
            yield child


def _field_of(model: type[Model], path: str) -> "tuple[Field[Any, Any], str]":
    current: Any = model
    field: Any = current._meta.pk
    for name in path.split("__"):
        try:
            field = current._meta.pk if name == "pk" else current._meta.get_field(name)
        except FieldDoesNotExist:
            return field, name
        current = field.related_model or current
    return field, "exact"


def _title(field: "Field[Any, Any]") -> str:
    return gettext("期限") if field.name == "clock" else gettext(str(getattr(field, "verbose_name", field.name)))


def _labels(field: "Field[Any, Any]", kinds: Sequence[MatterKind]) -> dict[Any, Any]:
    """The titles of the codes that the field holds: its own choices, or what the kinds of matters declare."""
    if choices := getattr(field, "flatchoices", None):
        return dict(choices)
    if field.name == "outcome":
        return {code: label for each in kinds if each.outcomes for code, label in each.outcomes.choices}
    if field.name == "kind":
        return {code: each.title for code, each in registry.kinds().items()}
    if field.name == "clock":
        procedures = [procedure for each in kinds for procedure in each.procedures]
        return {code: clock.title for procedure in procedures for code, clock in procedure.clocks.items()}
    return {each.value: each.label for each in Standing} if field.name == "standing" else {}


def _value(model: type[Model], field: "Field[Any, Any]", value: Any, kinds: Sequence[MatterKind]) -> str:
    if isinstance(value, F):
        return _title(_field_of(model, value.name)[0])  # type: ignore[attr-defined]
    if isinstance(value, Iterable) and not isinstance(value, str):
        return gettext("、").join(_value(model, field, each, kinds) for each in value)
    if isinstance(value, bool):
        return gettext("是") if value else gettext("否")
    label = _labels(field, kinds).get(value)
    if label is not None:
        return gettext(str(label))
    return value.isoformat() if isinstance(value, date) else str(value)
