"""Which fields a person may write into a row, and which must not stay empty."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db.models import Model

from zhunsheng.kernel.matters.answers import EMPTY, set_fields
from zhunsheng.kernel.refusals import AnswerMissing, AnswerNotAsked


def fill(row: Model, values: Mapping[str, Any], allowed: Iterable[str], *, where: str, what: str) -> None:
    """Check and set ``values``; a name that is not ``allowed``, or a value its field cannot hold, is refused."""
    known = tuple(allowed)
    for name in values:
        if name not in known:
            titles = "、".join(_title(row, each) for each in known)
            raise AnswerNotAsked(number=where, step=what, field=name, known=titles)
    set_fields(row, values, where=f"{where} {what}")


def require(row: Model, names: Iterable[str], *, where: str, what: str, always: Iterable[str] = ()) -> None:
    """Refuse the first of ``names`` that is empty though its field must be filled, and of ``always`` in any case."""
    always = tuple(always)
    for name in (*names, *always):
        declared: Any = row._meta.get_field(name)
        if getattr(row, declared.attname) in EMPTY and (name in always or not declared.blank):
            raise AnswerMissing(number=where, step=what, field=_title(row, name))


def _title(row: Model, name: str) -> str:
    return str(row._meta.get_field(name).verbose_name)  # type: ignore[union-attr]
