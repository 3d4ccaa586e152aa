"""A list made from a declaration: its columns, its filters as links and fields, its order."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from django.db.models import Field, Q, QuerySet
from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from zhunsheng.desk import tones
from zhunsheng.desk.forms import translated
from zhunsheng.desk.paging import Order, Slice, count, take
from zhunsheng.desk.reach import unit_options
from zhunsheng.desk.words import shown, title_of
from zhunsheng.kernel.models import Person, Unit
from zhunsheng.kernel.registry import Listed, MatterKind
from zhunsheng.kernel.units.tree import reach_of

FIRST_YEAR = 2019
SORTABLE = ("DateField", "PositiveIntegerField", "PositiveSmallIntegerField", "DecimalField")
RESERVED = ("after", "before")


class Listing:
    """One list as it was asked for in the address. ``rows`` are what the person may see; filters only narrow them."""

    def __init__(self, declared: Listed, rows: "QuerySet[Any]", person: Person, given: QueryDict, order: Order) -> None:
        self.declared, self.person, self.given = declared, person, given
        self.names = self._column_names()
        self.order = self._asked_order(order)
        self.rows = self._narrowed(rows)

    # what is shown
    def _column_names(self) -> list[str]:
        """The declared columns; number and title share one cell."""
        return [name for name in self.declared.columns if name not in ("number", "title")]

    def field(self, name: str) -> "Field[Any, Any]":
        return self.declared.model._meta.get_field(name)  # type: ignore[return-value]

    def headings(self) -> list[dict[str, Any]]:
        return [self._heading(name) for name in self.names]

    def _heading(self, name: str) -> dict[str, Any]:
        field = self.field(name)
        heading: dict[str, Any] = {"title": title_of(field), "name": name, "num": _is_number(field)}
        if field.get_internal_type() in SORTABLE:
            mine = self.order.field == name
            wanted = self.order.turned() if mine else Order(name)
            heading["href"] = self.href(sort=wanted.text)
            heading["sorted"] = ("descending" if self.order.descending else "ascending") if mine else ""
        return heading

    def cells(self, row: Any) -> Iterator[dict[str, Any]]:
        for name in self.names:
            field = self.field(name)
            cell: dict[str, Any] = {"name": name, "title": title_of(field), "num": _is_number(field)}
            cell["long"] = field.is_relation or field.get_internal_type() == "CharField"
            if name == "state" and isinstance(self.declared, MatterKind):
                cell["state"] = tones.matter_state(row)
            elif name == "outcome":
                cell["value"] = gettext(row.outcome_title)
            else:
                cell["value"] = shown(field, getattr(row, name))
            yield cell

    def related(self) -> list[str]:
        return [name for name in self.names if self.field(name).is_relation]

    # which rows
    def _narrowed(self, rows: "QuerySet[Any]") -> "QuerySet[Any]":
        for name in self.declared.filters:
            if value := self.given.get(name, ""):
                rows = rows.filter(self._condition(name, value))
        if query := self.given.get("q", "").strip():
            rows = rows.filter(self._text(query))
        return rows

    def _condition(self, name: str, value: str) -> Q:
        field = self.field(name)
        if field.related_model is Unit:
            tree = reach_of(self.person).tree
            return Q(**{f"{name}__in": sorted(tree.subtree([int(value)]))}) if value.isdecimal() else Q(pk=None)
        if field.get_internal_type() == "BooleanField":
            return Q(**{name: value == "yes"})
        return Q(**{name: value})

    def _text(self, query: str) -> Q:
        found = Q(title__icontains=query)
        return found | Q(number__icontains=query) if isinstance(self.declared, MatterKind) else found

    def _asked_order(self, otherwise: Order) -> Order:
        wanted = self.given.get("sort", "")
        name = wanted.removeprefix("-")
        if name in self.names and self.field(name).get_internal_type() in SORTABLE:
            return Order(name, wanted.startswith("-"))
        return otherwise

    def page(self) -> Slice:
        return take(self.rows.select_related(*self.related()), self.order, *(self.given.get(k, "") for k in RESERVED))

    def pager(self, page: Slice) -> dict[str, Any]:
        return {
            "total": count(self.rows),
            "next_href": self.href(after=page.following) if page.following else "",
            "previous_href": self.href(before=page.preceding) if page.preceding else "",
        }

    # how it may be narrowed
    def filters(self, extra: Sequence[dict[str, Any]] = (), kept: Sequence[str] = ()) -> dict[str, Any]:
        choices = [self._choice(name) for name in self.declared.filters]
        asked = [*self.declared.filters, "q", *(each["name"] for each in extra)]
        return {
            "action": "",
            "query": self.given.get("q", ""),
            "hint": _("搜索编号或标题") if isinstance(self.declared, MatterKind) else _("搜索名称"),
            "kept": [(name, self.given[name]) for name in (*kept, "sort") if self.given.get(name)],
            "choices": [*(choice for choice in choices if choice["options"]), *extra],
            "clear_href": "?" if any(self.given.get(name) for name in asked) else "",
        }

    def _choice(self, name: str) -> dict[str, Any]:
        field = self.field(name)
        return chosen(name, str(field.verbose_name), self._options(name, field), self.given)

    def _options(self, name: str, field: "Field[Any, Any]") -> list[tuple[Any, str]]:
        if isinstance(self.declared, MatterKind) and name == "state":
            states = {c: s.title for procedure in self.declared.procedures for c, s in procedure.states.items()}
            return [(code, gettext(title)) for code, title in states.items()]
        if isinstance(self.declared, MatterKind) and name == "outcome" and self.declared.outcomes:
            return translated(self.declared.outcomes.choices)
        if field.related_model is Unit:
            return list(unit_options(self.person))
        if field.get_internal_type() == "BooleanField":
            return [("yes", gettext("是")), ("no", gettext("否"))]
        return translated(field.flatchoices or [])

    def href(self, **changed: str | None) -> str:
        """The address of this list with something else asked; pages start anew."""
        return address(self.given, **changed)


def address(given: QueryDict, **changed: str | None) -> str:
    query = given.copy()
    for name in (*RESERVED, *(name for name, value in changed.items() if not value)):
        query.pop(name, None)
    for name, value in changed.items():
        if value:
            query[name] = value
    return f"?{query.urlencode()}"


def chosen(name: str, title: Any, options: Sequence[tuple[Any, str]], given: QueryDict) -> dict[str, Any]:
    """A choice of the filter form with the option that was asked for marked."""
    wanted = given.get(name, "")
    rows = [{"value": value, "title": text, "chosen": str(value) == wanted} for value, text in options]
    return {"name": name, "title": title, "options": rows}


def years(name: str, title: Any, given: QueryDict, today: date) -> dict[str, Any]:
    return chosen(name, title, [(year, str(year)) for year in range(today.year, FIRST_YEAR - 1, -1)], given)


def in_year(field: str, value: str) -> Q:
    """The condition of a year in the address; what is no year gives nothing."""
    if not value:
        return Q()
    if not (value.isdecimal() and len(value) == 4):
        return Q(pk=None)
    return Q(**{f"{field}__gte": date(int(value), 1, 1), f"{field}__lte": date(int(value), 12, 31)})


def _is_number(field: "Field[Any, Any]") -> bool:
    return field.get_internal_type() in SORTABLE[1:] and not field.flatchoices


def matter_href(row: Any) -> str:
    return reverse("desk:matter", args=[row.pk])
