"""What the person at the desk reaches, as the screens need it: units by name, once a request."""

from collections.abc import Iterable

from django.utils.translation import gettext

from zhunsheng.kernel.models import Person, Unit
from zhunsheng.kernel.roles import Role
from zhunsheng.kernel.units.tree import Tree, reach_of


def unit_names(person: Person) -> dict[int, str]:
    """Names of the units that ``person`` reaches, in the order of their codes; one query a request."""
    kept: dict[int, str] | None = getattr(person, "_unit_names", None)
    if kept is None:
        reach = reach_of(person)
        rows = Unit.objects.all() if reach.everything else Unit.objects.filter(pk__in=reach.units)
        kept = person._unit_names = dict(rows.order_by("code").values_list("pk", "name"))  # type: ignore[attr-defined]
    return kept


def unit_options(person: Person, role: Role | None = None) -> list[tuple[int, str]]:
    """Units to choose from, indented by their depth; with ``role``, those where the person may act in it."""
    reach, names = reach_of(person), unit_names(person)
    allowed = [pk for pk in names if role is None or reach.may(role, pk)]
    return [(pk, "\u3000" * depth + names[pk]) for pk, depth in _in_order(reach.tree, allowed)]


def _in_order(tree: Tree, units: Iterable[int]) -> list[tuple[int, int]]:
    """The units with their depth, each below its parent where that is among them."""
    known = {pk: place for place, pk in enumerate(units)}
    waiting = [(pk, 0) for pk in reversed(known) if tree.parent.get(pk) not in known]
    found = []
    while waiting:
        pk, depth = waiting.pop()
        found.append((pk, depth))
        below = sorted((child for child in tree.children.get(pk, ()) if child in known), key=known.__getitem__)
        waiting += [(child, depth + 1) for child in reversed(below)]
    return found


def posts_of(person: Person) -> list[str]:
    names = unit_names(person)
    return [f"{names.get(unit, '')} {gettext(role.label)}" for unit, role in sorted(reach_of(person).held)]
