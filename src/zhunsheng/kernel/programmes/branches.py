"""The branches of plans in which tasks are late or silent: they surface by themselves, up to the top of the tree."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Case, F, QuerySet, When

from zhunsheng.kernel.programmes.models import Assignment, Item, Programme


@dataclass(frozen=True)
class Troubled:
    """A late or silent assignment: its key, title, the name of its unit and the day it is due."""

    pk: int
    title: str
    unit: str
    due_on: date


@dataclass
class Branch:
    """An item with the troubled assignments that serve it, and with all at or below it, each once."""

    item: Item
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
    rows = Item.objects.filter(programme__in=programmes).annotate(
        task=Case(serving),
        task_title=F("services__assignment__title"),
        task_unit=F("services__assignment__unit__name"),
        task_due_on=F("services__assignment__due_on"),
    )
    return _folded(rows.select_related("programme").order_by("programme_id", "path", "task_due_on", "task"))


def _folded(rows: Iterable[Any]) -> list[Branch]:
    found: dict[tuple[int, str], Branch] = {}
    for row in rows:
        branch = found.setdefault((row.programme_id, row.path), Branch(row))
        if row.task is not None:
            branch.own.append(Troubled(row.task, row.task_title, row.task_unit, row.task_due_on))
    for (programme, path), branch in found.items():
        for end in range(Item.STRIDE, len(path) + 1, Item.STRIDE):
            found[programme, path[:end]].below.update(branch.own)
    return [branch for branch in found.values() if branch.below]
