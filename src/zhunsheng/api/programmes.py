"""Programmes: plan, divide, assign, report, show evidence, confirm, return, reopen, postpone; trees and worklists."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Annotated, Any

from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _
from pydantic import Field, StrictInt

from zhunsheng.api.fields import Day, Words, resolved, unit_of
from zhunsheng.api.kit import Given, Paged, Query, Router, Schema, Status, person
from zhunsheng.api.schemas import Reason, Title, UnitCode
from zhunsheng.kernel import registry
from zhunsheng.kernel.activities.access import access_activity
from zhunsheng.kernel.matters.access import access_matter_by_key
from zhunsheng.kernel.models import Assignment, Programme
from zhunsheng.kernel.programmes.access import access_assignment, access_item, access_programme
from zhunsheng.kernel.programmes.actions import (
    add_evidence,
    add_item,
    add_programme,
    assign,
    confirm,
    postpone,
    reopen,
    report_progress,
    send_back,
    serve,
)
from zhunsheng.kernel.programmes.branches import Branch, late, silent
from zhunsheng.kernel.programmes.models import Line
from zhunsheng.kernel.registers.access import access_entry

router = Router(tags=[_("工作计划")])
ACCESS = {"matter": access_matter_by_key, "activity": access_activity, "entry": access_entry}
OnDay = Annotated[Day | None, Field(title=_("日期"), description=_("不填为今天"))]
DueOn = Annotated[Day, Field(title=_("完成期限"))]


class ProgrammeIn(Given):
    """A plan to begin."""

    kind: Annotated[Words, Field(title=_("计划类型代码"))]
    title: Title
    unit: UnitCode
    since: Annotated[Day, Field(title=_("起始日期"))]
    until: Annotated[Day | None, Field(title=_("截止日期"))] = None
    basis: Annotated[Words, Field(title=_("依据文件"))] = ""


class ItemIn(Given):
    """An item, at the top or under another of the same plan."""

    title: Title
    number: Annotated[Words, Field(title=_("序号"))] = ""
    parent: Annotated[StrictInt | None, Field(title=_("上级项的序号"))] = None


class AssignmentIn(Given):
    """A task for one unit; without a title it is called like its item."""

    unit: UnitCode
    due_on: DueOn
    title: Annotated[Words | None, Field(title=_("任务"))] = None
    demands: Annotated[Words, Field(title=_("要求"))] = ""
    assigned_on: Annotated[Day | None, Field(title=_("下达日期"), description=_("不填为今天"))] = None


class ProgressIn(Given):
    """A percentage, words, or both."""

    percent: Annotated[StrictInt | None, Field(title=_("完成比例（%）"))] = None
    words: Annotated[Words, Field(title=_("进展情况"))] = ""
    day: OnDay = None


class EvidenceIn(Given):
    """At least one of matter, activity, entry and reference."""

    title: Annotated[Words, Field(title=_("佐证"))]
    reference: Annotated[Words, Field(title=_("文号或网址"))] = ""
    matter: Annotated[StrictInt | None, Field(title=_("事项的序号"))] = None
    activity: Annotated[StrictInt | None, Field(title=_("活动的序号"))] = None
    entry: Annotated[StrictInt | None, Field(title=_("登记项的序号"))] = None
    day: OnDay = None


class ConfirmIn(Given):
    """Confirming needs no reason."""

    reason: Annotated[Words, Field(title=_("说明"))] = ""
    day: OnDay = None


class RulingIn(Given):
    """Returning and reopening need one."""

    reason: Reason
    day: OnDay = None


class PostponeIn(Given):
    """Another day to be done by."""

    reason: Reason
    due_on: DueOn


class ServeIn(Given):
    """One more item that the task serves."""

    item: Annotated[StrictInt, Field(title=_("计划项的序号"))]


class ProgrammeQuery(Paged):
    """Which programmes."""

    kind: Annotated[str | None, Field(description=_("计划类型代码"))] = None


class AssignmentQuery(Paged):
    """Which assignments."""

    programme: Annotated[int | None, Field(description=_("计划的序号"))] = None
    unit: Annotated[str | None, Field(description=_("承办单位代码"))] = None
    open: Annotated[bool | None, Field(description=_("true 只要未确认完成的，false 只要已确认完成的"))] = None
    late: Annotated[bool, Field(description=_("true 只要今天已逾期的"))] = False


class ProgrammeRow(Schema):
    pk: int
    kind: str
    title: str
    unit: str
    since: date
    until: date | None
    basis: str


class ProgrammePage(Schema):
    programmes: list[ProgrammeRow]
    next: int | None


class ItemOut(Schema):
    """An item; ``late`` and ``silent`` are the tasks at or below it that are late, or of which nothing is heard."""

    pk: int
    parent: int | None
    level: str
    number: str
    title: str
    late: int = 0
    silent: int = 0


class ProgrammeOut(ProgrammeRow):
    """A programme with its tree, in order."""

    items: list[ItemOut]


class AssignmentRow(Schema):
    pk: int
    programme: int
    title: str
    unit: str
    demands: str
    assigned_on: date
    due_on: date
    confirmed_on: date | None


class AssignmentPage(Schema):
    assignments: list[AssignmentRow]
    next: int | None


class LineOut(Schema):
    day: date
    by: str
    recorded_at: datetime


class ProgressOut(LineOut):
    percent: int | None
    words: str


class EvidenceOut(LineOut):
    """What it points to is given by key; reading it takes the rights it takes."""

    title: str
    reference: str
    matter: int | None
    activity: int | None
    entry: int | None


class RulingOut(LineOut):
    ruling: str
    reason: str
    due_before: date | None
    due_on: date | None


class AssignmentOut(AssignmentRow):
    """An assignment with the items it serves and everything said about it."""

    items: list[int]
    progress: list[ProgressOut]
    evidence: list[EvidenceOut]
    rulings: list[RulingOut]


def _row(row: Programme) -> dict[str, Any]:
    return {name: getattr(row, name) for name in ("pk", "kind", "title", "since", "until", "basis")} | {
        "unit": row.unit.code
    }


def _task(row: Assignment) -> dict[str, Any]:
    names = ("pk", "title", "demands", "assigned_on", "due_on", "confirmed_on")
    return {name: getattr(row, name) for name in names} | {"unit": row.unit.code, "programme": row.programme_id}


def _lines(rows: Iterable[Line], *names: str) -> list[dict[str, Any]]:
    base = ("day", "recorded_at")
    return [{name: getattr(row, name) for name in (*base, *names)} | {"by": str(row.by or "")} for row in rows]


@router.get("/programmes", response=ProgrammePage, summary=_("工作计划"))
def programmes(request: HttpRequest, asked: Query[ProgrammeQuery]) -> Any:
    rows = Programme.objects.visible_to(person(request)).filter(pk__gt=asked.after)
    if asked.kind:
        rows = rows.filter(kind=registry.programme_kind_of(asked.kind).code)
    found = list(rows.select_related("unit").order_by("pk")[: asked.limit])
    return {"programmes": [_row(row) for row in found], "next": found[-1].pk if len(found) == asked.limit else None}


@router.get("/programmes/{int:pk}", response=ProgrammeOut, summary=_("一个计划及其分解"))
def programme(request: HttpRequest, pk: int) -> Any:
    found, today = access_programme(person(request), pk), timezone.localdate()
    mine = Programme.objects.filter(pk=pk)
    states = {
        "late": _below(late(mine, today)),
        "silent": _below(silent(mine, today, found.declared.silent_after)),
    }
    levels = found.declared.levels
    items = [
        {"pk": item.pk, "parent": item.parent_id, "number": item.number, "title": item.title}
        | {"level": gettext(levels[item.level])}
        | {name: counted.get(item.pk, 0) for name, counted in states.items()}
        for item in found.items.all()
    ]
    return _row(found) | {"items": items}


def _below(branches: Iterable[Branch]) -> dict[int, int]:
    return {branch.item.pk: len(branch.below) for branch in branches}


@router.post("/programmes", response={201: ProgrammeRow}, summary=_("建立计划"))
def begin(request: HttpRequest, given: ProgrammeIn) -> Any:
    fields = resolved(Programme, given.model_dump(exclude={"kind"}))
    return Status(201, _row(add_programme(given.kind, by=person(request), **fields)))


@router.post("/programmes/{int:pk}/items", response={201: ItemOut}, summary=_("添加计划项"))
def divide(request: HttpRequest, pk: int, given: ItemIn) -> Any:
    found = access_programme(person(request), pk)
    parent = None if given.parent is None else access_item(person(request), given.parent)
    added = add_item(found, by=person(request), title=given.title, number=given.number, parent=parent)
    level = gettext(found.declared.levels[added.level])
    shown = {"pk": added.pk, "parent": added.parent_id, "level": level, "number": added.number, "title": added.title}
    return Status(201, shown)


@router.post("/items/{int:pk}/assignments", response={201: AssignmentRow}, summary=_("下达任务"))
def give(request: HttpRequest, pk: int, given: AssignmentIn) -> Any:
    item = access_item(person(request), pk)
    fields = resolved(Assignment, given.model_dump(exclude_none=True))
    return Status(201, _task(assign(item, by=person(request), **fields)))


@router.get("/assignments", response=AssignmentPage, summary=_("任务清单"))
def assignments(request: HttpRequest, asked: Query[AssignmentQuery]) -> Any:
    rows = Assignment.objects.visible_to(person(request)).filter(pk__gt=asked.after)
    if asked.programme is not None:
        rows = rows.filter(items__programme=asked.programme).distinct()
    if asked.unit is not None:
        rows = rows.filter(unit=unit_of(asked.unit))
    if asked.open is not None:
        rows = rows.filter(confirmed_on__isnull=asked.open)
    if asked.late:
        rows = rows.late(timezone.localdate())
    found = list(rows.select_related("unit").order_by("pk")[: asked.limit])
    return {"assignments": [_task(row) for row in found], "next": found[-1].pk if len(found) == asked.limit else None}


@router.get("/assignments/{int:pk}", response=AssignmentOut, summary=_("一项任务及其进展"))
def assignment(request: HttpRequest, pk: int) -> Any:
    return _whole(access_assignment(person(request), pk))


def _whole(found: Assignment) -> dict[str, Any]:
    proofs = _lines(found.evidence_lines.select_related("by"), "title", "reference", *(f"{name}_id" for name in ACCESS))
    return _task(found) | {
        "items": list(found.items.values_list("pk", flat=True)),
        "progress": _lines(found.progress_lines.select_related("by"), "percent", "words"),
        "evidence": [{name.removesuffix("_id"): value for name, value in line.items()} for line in proofs],
        "rulings": _lines(found.confirmation_lines.select_related("by"), "ruling", "reason", "due_before", "due_on"),
    }


@router.post("/assignments/{int:pk}/progress", response=AssignmentOut, summary=_("填报进展"))
def progress(request: HttpRequest, pk: int, given: ProgressIn) -> Any:
    found = access_assignment(person(request), pk)
    report_progress(found, by=person(request), **given.model_dump())
    return _whole(found)


@router.post("/assignments/{int:pk}/evidence", response=AssignmentOut, summary=_("补充佐证"))
def evidence(request: HttpRequest, pk: int, given: EvidenceIn) -> Any:
    found = access_assignment(person(request), pk)
    proof = given.model_dump(exclude_none=True)
    records = {name: access(person(request), proof[name]) for name, access in ACCESS.items() if name in proof}
    add_evidence(found, by=person(request), **(proof | records))
    return _whole(found)


@router.post("/assignments/{int:pk}/confirm", response=AssignmentOut, summary=_("确认完成"))
def approve(request: HttpRequest, pk: int, given: ConfirmIn) -> Any:
    found = access_assignment(person(request), pk)
    confirm(found, by=person(request), **given.model_dump())
    return _whole(found)


@router.post("/assignments/{int:pk}/return", response=AssignmentOut, summary=_("退回"))
def give_back(request: HttpRequest, pk: int, given: RulingIn) -> Any:
    found = access_assignment(person(request), pk)
    send_back(found, by=person(request), **given.model_dump())
    return _whole(found)


@router.post("/assignments/{int:pk}/reopen", response=AssignmentOut, summary=_("重新打开"))
def open_again(request: HttpRequest, pk: int, given: RulingIn) -> Any:
    found = access_assignment(person(request), pk)
    reopen(found, by=person(request), **given.model_dump())
    return _whole(found)


@router.post("/assignments/{int:pk}/postpone", response=AssignmentOut, summary=_("延期"))
def put_off(request: HttpRequest, pk: int, given: PostponeIn) -> Any:
    found = access_assignment(person(request), pk)
    postpone(found, by=person(request), **given.model_dump())
    return _whole(found)


@router.post("/assignments/{int:pk}/serve", response=AssignmentOut, summary=_("挂接到其他计划项"))
def link(request: HttpRequest, pk: int, given: ServeIn) -> Any:
    found = access_assignment(person(request), pk)
    serve(found, access_item(person(request), given.item), by=person(request))
    return _whole(found)
