"""The branches of plans in which tasks are late or silent: they surface by themselves, up to the top of the tree."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Case, F, QuerySet, When

from zhunsheng.kernel.programmes.models import Assignment, Item, Programme

TASK = ("task", "services__assignment__due_on", "services__assignment__title", "services__assignment__unit__name")
COLUMNS = tuple(each.attname for each in Item._meta.concrete_fields)


@dataclass(frozen=True)
class Troubled:
    """A late or silent assignment: its key, title, the name of its unit and the day it is due."""

    pk: int
    title: str
    unit: str
    due_on: date


@dataclass
class Branch:
    """An item, the title of its plan, the troubled assignments that serve it, and all at or below it, each once."""

    item: Item
    programme: str
    own: list[Troubled] = field(default_factory=list)
    below: set[Troubled] = field(default_factory=set)


def late(programmes: "QuerySet[Programme]", day: date) -> list[Branch]:
    """Branches with a task not confirmed on ``day`` and due before it, in the order of the trees. One query."""
    return _branches(programmes, Assignment.objects.late(day))


def silent(programmes: "QuerySet[Programme]", day: date, for_days: int) -> list[Branch]:
    """Branches with an open task without progress in the ``for_days`` days up to ``day``. One query."""
    return _branches(programmes, Assignment.objects.silent(day, for_days))


def _branches(programmes: "QuerySet[Programme]", troubled: "QuerySet[Assignment]") -> list[Branch]:
    serving = When(services__assignment__in=troubled.values("pk"), then=F("services__assignment"))
    rows = Item.objects.filter(programme__in=programmes).annotate(task=Case(serving))
    return _folded(rows.order_by("programme_id", "path", *TASK[1:]).values_list(*TASK, "programme__title", *COLUMNS))


def _folded(rows: Iterable[tuple[Any, ...]]) -> list[Branch]:
    """Items are made once each, however many tasks serve them; every branch takes in what is below it."""
    found: dict[int, Branch] = {}
    paths: dict[tuple[int, str], Branch] = {}
    for task, due_on, title, unit, programme, key, *others in rows:
        if key not in found:
            item = Item.from_db(None, COLUMNS, (key, *others))
            found[key] = paths[item.programme_id, item.path] = Branch(item, programme)
        if task is not None:
            found[key].own.append(Troubled(task, title, unit, due_on))
    for (programme, path), branch in paths.items():
        for end in range(Item.STRIDE, len(path) + 1, Item.STRIDE) if branch.own else ():
            paths[programme, path[:end]].below.update(branch.own)
    return [branch for branch in found.values() if branch.below]
