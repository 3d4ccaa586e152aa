"""Programmes as their pages show them: the tree with the state of every branch, and the story of an assignment."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta
from itertools import chain
from typing import Any

from django.db.models import Count, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext

from zhunsheng.desk import tones
from zhunsheng.kernel.models import Activity, Assignment, Item, Matter, Person, Programme, Progress, RegisterEntry
from zhunsheng.kernel.programmes.branches import late, silent
from zhunsheng.kernel.programmes.models import Confirmation, Evidence, Line, Ruling, Service
from zhunsheng.kernel.programmes.permissions import may_confirm, may_plan, may_report

TONES = {Ruling.CONFIRMED: "now", Ruling.RETURNED: "stop", Ruling.REOPENED: "fix", Ruling.POSTPONED: "fix"}


def tallies(programmes: Iterable[Programme], today: date) -> dict[int, dict[str, int]]:
    """Tasks of each programme: all, confirmed, late and silent. One query, and one for each kind of programme."""
    rows = list(programmes)
    asked = Q(services__item__programme__in=rows)
    grouped = Assignment.objects.filter(asked).order_by().values("services__item__programme")
    counted = grouped.annotate(
        all=Count("pk", distinct=True),
        done=Count("pk", filter=Q(confirmed_on__isnull=False), distinct=True),
        late=Count("pk", filter=Q(confirmed_on=None, due_on__lt=today), distinct=True),
    )
    found = {row["services__item__programme"]: row | {"silent": 0} for row in counted}
    for kind in {row.kind: row.declared for row in rows}.values():
        quiet = Assignment.objects.silent(today, kind.silent_after).filter(asked, programme__kind=kind.code)
        for row in quiet.order_by().values("services__item__programme").annotate(n=Count("pk", distinct=True)):
            found[row["services__item__programme"]]["silent"] = row["n"]
    return found


class Tree:
    """One programme as a tree: its items in order, each with the tasks below it and what is late or silent there.

    Tasks are named to those who may see them; what is late counts for everybody who sees the programme.
    """

    def __init__(self, programme: Programme, person: Person, today: date) -> None:
        self.programme, self.person, self.today = programme, person, today
        self.near = tones.near_until(today)
        self.items = list(programme.items.all())
        self.plans = may_plan(programme, person)
        self.visible = set(Assignment.objects.visible_to(person).values_list("pk", flat=True))
        self.served: dict[int, list[Assignment]] = defaultdict(list)
        services = Service.objects.filter(item__programme=programme).select_related("assignment__unit")
        for service in services.order_by("assignment__due_on", "assignment"):
            self.served[service.item_id].append(service.assignment)
        self.percents = percents({task.pk for tasks in self.served.values() for task in tasks})

    def rows(self, show: str) -> list[dict[str, Any]]:
        """Items in the order of the tree; ``show`` keeps the branches that are late, silent or not done."""
        mine = Programme.objects.filter(pk=self.programme.pk)
        self.late = {branch.item.pk: branch for branch in late(mine, self.today)}
        self.silent = {
            branch.item.pk: branch for branch in silent(mine, self.today, self.programme.declared.silent_after)
        }
        rows = [self._row(item) for item in self.items]
        kept = {"late": "late", "silent": "silent", "open": "open"}.get(show)
        return [row for row in rows if row[kept]] if kept else rows

    def _row(self, item: Item) -> dict[str, Any]:
        levels = self.programme.declared.levels
        below = {task.pk: task for each in self._below(item) for task in self.served[each.pk]}
        done = sum(task.confirmed_on is not None for task in below.values())
        deeper = self.plans and item.level + 1 < len(levels)
        add = f"{reverse('desk:add_item', args=[self.programme.pk])}?under={item.pk}"
        return {
            "item": item,
            "level": item.level,
            "kind": levels[item.level],
            "all": len(below),
            "done": done,
            "open": len(below) - done,
            "late": len(self.late[item.pk].below) if item.pk in self.late else 0,
            "silent": len(self.silent[item.pk].below) if item.pk in self.silent else 0,
            "tasks": [self._task(task, item) for task in self.served[item.pk] if task.pk in self.visible],
            "add_href": add if deeper else "",
            "below": levels[item.level + 1] if deeper else "",
            "assign_href": reverse("desk:assign", args=[item.pk]) if self.plans else "",
        }

    def _below(self, item: Item) -> Iterable[Item]:
        return (each for each in self.items if each.path.startswith(item.path))

    def _task(self, task: Assignment, item: Item) -> dict[str, Any]:
        quiet = self.silent.get(item.pk)
        return {
            "it": task,
            "href": reverse("desk:assignment", args=[task.pk]),
            "percent": 100 if task.confirmed_on else self.percents.get(task.pk, 0),
            "deadline": task_deadline(task, self.today, self.near),
            "silent": quiet is not None and task.pk in {each.pk for each in quiet.own},
        }


def percents(tasks: Iterable[int]) -> dict[int, int]:
    """The last percentage reported on each of these assignments."""
    rows = Progress.objects.filter(assignment__in=tasks, percent__isnull=False).order_by("day", "pk")
    return {row.assignment_id: row.percent or 0 for row in rows}


def task_deadline(task: Assignment, today: date, near: date) -> dict[str, Any] | None:
    """The tag of a task: running, confirmed in time, or confirmed late."""
    if task.confirmed_on is None:
        return tones.deadline(task.due_on, today, near)
    days = (task.confirmed_on - task.due_on).days
    return {"tone": "late", "days": days} if days > 0 else {"tone": "met"}


def offers(task: Assignment, person: Person) -> list[dict[str, Any]]:
    """What may be done with the task now; who may, where the person may not."""
    plan = task.programme
    reporter, planner, head = (
        f"{unit} {gettext(role.label)}"
        for unit, role in (
            (task.unit, plan.declared.reported_by),
            (plan.unit, plan.declared.planned_by),
            (plan.unit, plan.declared.confirmed_by),
        )
    )
    reports, confirms, plans = may_report(task, person), may_confirm(task, person), may_plan(plan, person)
    if task.confirmed_on:
        rows = [("重新打开", "reopen", confirms, head)]
    else:
        rows = [
            ("填报进展", "progress", reports, reporter),
            ("补充佐证", "evidence", reports, reporter),
            ("确认完成", "confirm", confirms, head),
            ("退回", "send_back", confirms, head),
            ("延期", "postpone", plans, planner),
        ]
    rows += [("挂接到其他计划项", "serve", True, "")] if plans else []
    return [
        {"title": title, "href": reverse(f"desk:{name}", args=[task.pk]) if allowed else "", "who": who}
        for title, name, allowed, who in rows
    ]


def timeline(task: Assignment) -> list[dict[str, Any]]:
    """Everything said about the task, the latest first."""
    lines: list[Line] = sorted(
        chain.from_iterable(
            model._default_manager.filter(assignment=task).select_related("by")
            for model in (Progress, Evidence, Confirmation)
        ),
        key=lambda line: line.recorded_at,
    )
    return [_line(line) for line in reversed(lines)]


def _line(line: Line) -> dict[str, Any]:
    at = timezone.localtime(line.recorded_at)
    shown: dict[str, Any] = {
        "happened_on": line.day,
        "by": str(line.by or ""),
        "late_record": at.date() > line.day + timedelta(days=1),
        "recorded_at": at,
    }
    if isinstance(line, Confirmation):
        moved = [("期限", f"{line.due_before} → {line.due_on}")] if line.due_on else []
        return shown | {
            "title": line.get_ruling_display(),
            "tone": TONES[Ruling(line.ruling)],
            "answers": _answers([*moved, ("说明", line.reason)]),
        }
    if isinstance(line, Progress):
        percent = "" if line.percent is None else f"{line.percent}%"
        return shown | {"title": "填报进展", "answers": _answers([("完成比例", percent), ("进展情况", line.words)])}
    assert isinstance(line, Evidence)  # noqa: S101 -- the only other kind of line
    return shown | {"title": "补充佐证", "answers": _answers([("佐证", line.title), ("文号或网址", line.reference)])}


def _answers(pairs: Iterable[tuple[str, str]]) -> list[dict[str, str]]:
    return [{"title": title, "value": value} for title, value in pairs if value]


def evidence_rows(task: Assignment, person: Person) -> list[dict[str, Any]]:
    """The evidence with what it points to; records out of the person's reach are named by nothing but their kind."""
    rows = list(task.evidence_lines.select_related("by", "matter", "activity", "entry").order_by("-pk"))
    return [{"it": row, "records": [each for each in _records(row, person) if each]} for row in rows]


def _records(row: Evidence, person: Person) -> Iterable[dict[str, Any] | None]:
    yield _record("事项", "desk:matter", row.matter, Matter, person)
    yield _record("活动", "desk:activity", row.activity, Activity, person)
    yield _record("登记项", "desk:entry", row.entry, RegisterEntry, person)
    yield {"title": "文号或网址", "text": row.reference, "href": ""} if row.reference else None


def _record(title: str, page: str, record: Any, model: Any, person: Person) -> dict[str, Any] | None:
    if record is None:
        return None
    seen = model._default_manager.visible_to(person).filter(pk=record.pk).exists()
    text = f"{getattr(record, 'number', '')} {record.title}".strip() if seen else ""
    return {"title": title, "text": text, "href": reverse(page, args=[record.pk]) if seen else ""}
