"""Instances made from all their columns at once: what is written by the million is not made by keyword."""

from functools import cache
from typing import Any, TypeVar

from django.db.models import Model

M = TypeVar("M", bound=Model)


def made(model: type[M], **columns: Any) -> M:
    """An instance of ``model`` with every column given by its attribute, such as ``unit_id``; a missing one is a
    KeyError. Three times as fast as by keyword, and no default is worked out."""
    return model(*[columns[name] for name in _columns(model)])


@cache
def _columns(model: type[Model]) -> tuple[str, ...]:
    return tuple(each.attname for each in model._meta.concrete_fields)
