"""Pages of a list by the key of the last row, so that page 20,000 costs what page 1 costs."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

SIZE = 50
COUNTED = 1000


@dataclass(frozen=True)
class Order:
    """Sorted by ``field``, then by key; rows without a value come last."""

    field: str
    descending: bool = False

    @property
    def text(self) -> str:
        return f"{'-' if self.descending else ''}{self.field}"

    def turned(self) -> "Order":
        return Order(self.field, not self.descending)


@dataclass(frozen=True)
class Slice:
    """The rows of one page, and the places where the next and the previous one start (None: there is none)."""

    rows: list[Any]
    following: str | None
    preceding: str | None


def take(rows: "QuerySet[Any]", order: Order, after: str = "", before: str = "", size: int = SIZE) -> Slice:
    """The page after or before a place; two queries at most: rows with a value, and the rest of the page without."""
    backwards = bool(before)
    found = _read(rows, order, _place(before or after), backwards, size + 1)
    more, found = len(found) > size, found[:size]
    if backwards:
        found.reverse()
    last = _key(found[-1], order) if found and (more or backwards) else None
    first = _key(found[0], order) if found and (after or (backwards and more)) else None
    return Slice(found, last, first)


def count(rows: "QuerySet[Any]") -> int | None:
    """How many rows there are; None where counting them all would cost too much."""
    found = rows.order_by()[: COUNTED + 1].count()
    return found if found <= COUNTED else None


def _read(rows: "QuerySet[Any]", order: Order, place: tuple[str, int] | None, backwards: bool, size: int) -> list[Any]:
    upwards = order.descending == backwards
    sign = "" if upwards else "-"
    key_sign = "-" if backwards else ""
    dated = rows.exclude(**{order.field: None}).order_by(f"{sign}{order.field}", f"{key_sign}pk")
    empty = rows.filter(**{order.field: None}).order_by(f"{key_sign}pk")
    found: list[Any] = []
    for part, holds_value in ((empty, False), (dated, True)) if backwards else ((dated, True), (empty, False)):
        if len(found) < size and (limited := _beyond(part, order, place, holds_value, upwards, backwards)) is not None:
            found += limited[: size - len(found)]
    return found


def _beyond(
    part: "QuerySet[Any]",
    order: Order,
    place: tuple[str, int] | None,
    holds_value: bool,
    upwards: bool,
    backwards: bool,
) -> "QuerySet[Any] | None":
    """The rows of this part beyond the place; None where the whole part lies on the other side of it."""
    if place is None:
        return part
    value, key = place
    past = {"pk__lt" if backwards else "pk__gt": key}
    if bool(value) == holds_value:
        if not value:
            return part.filter(**past)
        further = "gt" if upwards else "lt"
        same_or = part.filter(**{f"{order.field}__{further}e": value})
        return same_or.filter(Q(**{f"{order.field}__{further}": value}) | Q(**past))
    return part if holds_value == backwards else None


def _place(text: str) -> tuple[str, int] | None:
    """A place from the address, such as 2023-03-29~17; anything else is the beginning."""
    value, _, key = text.rpartition("~")
    return (value, int(key)) if key.isdecimal() and len(key) < 19 else None


def _key(row: Any, order: Order) -> str:
    value = getattr(row, order.field)
    return f"{value.isoformat() if isinstance(value, date) else value or ''}~{row.pk}"
