"""The tree of units in memory, and what a person may reach in it through posts."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from django.db.models import Count, Max
from django.utils import timezone

from zhunsheng.kernel.roles import Role
from zhunsheng.kernel.units.models import Person, Post, Unit


@dataclass(frozen=True)
class Tree:
    """Parents and children of every unit, by primary key."""

    parent: dict[int, int | None]
    children: dict[int, tuple[int, ...]]

    def subtree(self, roots: Iterable[int]) -> frozenset[int]:
        found: set[int] = set()
        waiting = list(roots)
        while waiting:
            unit = waiting.pop()
            if unit not in found:
                found.add(unit)
                waiting.extend(self.children.get(unit, ()))
        return frozenset(found)

    def top(self, unit: int) -> int:
        """The unit just below the root that ``unit`` belongs to; the root itself for the root."""
        while (parent := self.parent.get(unit)) is not None and self.parent.get(parent) is not None:
            unit = parent
        return unit

    def above(self, unit: int) -> tuple[int, ...]:
        """``unit`` and every unit above it, nearest first."""
        chain = []
        step: int | None = unit
        while step is not None:
            chain.append(step)
            step = self.parent.get(step)
        return tuple(chain)


@lru_cache(maxsize=8)
def _tree_at(version: tuple[int, int]) -> Tree:
    parent: dict[int, int | None] = dict(Unit.objects.values_list("pk", "parent_id"))
    children: dict[int, list[int]] = {}
    for unit, above in parent.items():
        if above is not None:
            children.setdefault(above, []).append(unit)
    return Tree(parent, {unit: tuple(below) for unit, below in children.items()})


def tree() -> Tree:
    """The tree as it stands; one cheap query decides whether the copy in memory is still good."""
    found = Unit.objects.aggregate(count=Count("pk"), last=Max("pk"))
    return _tree_at((found["count"], found["last"] or 0))


@dataclass(frozen=True)
class Reach:
    """What a person's posts of today reach: units seen, and the units in which each role is held."""

    tree: Tree
    units: frozenset[int]
    held: frozenset[tuple[int, Role]]
    everything: bool
    _answered: dict[tuple[Role, int], bool] = field(default_factory=dict, repr=False, compare=False)

    def may(self, role: Role, unit: int) -> bool:
        """Whether ``role`` (or one that covers it) is held in ``unit`` or above it."""
        if (role, unit) not in self._answered:
            line = self.tree.above(unit)
            self._answered[role, unit] = any(at in line and held.covers(role) for at, held in self.held)
        return self._answered[role, unit]


def reach_of(person: Person) -> Reach:
    """Two queries at most; kept on the person for the length of a request."""
    kept: Reach | None = getattr(person, "_reach", None)
    if kept is None:
        kept = person._reach = _reach(person)  # type: ignore[attr-defined]
    return kept


def _reach(person: Person) -> Reach:
    if not person.is_authenticated or not person.is_active:
        return Reach(Tree({}, {}), frozenset(), frozenset(), False)
    posts = list(Post.objects.filter(person=person).held_on(timezone.localdate()).values_list("unit_id", "role"))
    known = tree()
    units = known.subtree(unit for unit, _ in posts)
    roots = {unit for unit, parent in known.parent.items() if parent is None}
    return Reach(known, units, frozenset((unit, Role(role)) for unit, role in posts), bool(roots) and roots <= units)
