"""What there is: kinds of matters with their procedures, registers, activities, units."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from zhunsheng import law
from zhunsheng.api.kit import Router, Schema
from zhunsheng.api.schemas import answers_schema, row_schema
from zhunsheng.kernel import registry
from zhunsheng.kernel.models import Unit
from zhunsheng.kernel.procedures import Procedure, Step
from zhunsheng.kernel.registry import MatterKind

router = Router(tags=[_("目录")])


class Named(Schema):
    code: str
    title: str


class StateOut(Named):
    closed: bool


class StepOut(Named):
    """A step; ``answers`` and ``row`` are JSON schemas of what to send, ``must`` what may not be left out."""

    at: list[str]
    to: str | None
    by: str
    must: list[str]
    outcomes: list[str]
    answers: dict[str, Any]
    row: dict[str, Any] | None
    basis: str


class ClockKindOut(Named):
    holder: str


class ProcedureOut(Schema):
    edition: str
    title: str
    states: list[StateOut]
    steps: list[StepOut]
    clocks: list[ClockKindOut]


class KindOut(Named):
    parties: list[Named]
    procedures: list[ProcedureOut]


class UnitOut(Schema):
    code: str
    name: str
    kind: str
    parent: str | None


def _named(declared: Any) -> dict[str, str]:
    return {"code": declared.code, "title": gettext(declared.title)}


@router.get("/kinds", response=list[Named], summary=_("全部事项类型"))
def kinds(request: HttpRequest) -> Any:
    return [_named(kind) for kind in registry.kinds().values()]


@router.get("/kinds/{code}", response=KindOut, summary=_("一种事项的程序：状态、步骤、期限"))
def kind(request: HttpRequest, code: str) -> Any:
    found = registry.kind_of(code)
    roles = [{"code": role, "title": gettext(title)} for role, title in found.parties.items()]
    return _named(found) | {"parties": roles, "procedures": [_procedure(found, each) for each in found.procedures]}


def _procedure(kind: MatterKind, procedure: type[Procedure]) -> dict[str, Any]:
    return {
        "edition": procedure.edition,
        "title": gettext(procedure.title),
        "states": [_named(state) | {"closed": state.closed} for state in procedure.states.values()],
        "steps": [_step(kind, step) for step in procedure.steps.values()],
        "clocks": [_named(clock) | {"holder": clock.holder.value} for clock in procedure.clocks.values()],
    }


def _step(kind: MatterKind, step: Step) -> dict[str, Any]:
    model: Any = kind.model
    return _named(step) | {
        "at": [state.code for state in step.at],
        "to": step.to.code if step.to else None,
        "by": step.by.value,
        "must": list(step.asks),
        "outcomes": [str(code) for code in step.decides],
        "answers": answers_schema(model, step).model_json_schema(),
        "row": row_schema(step.adds).model_json_schema() if step.adds else None,
        "basis": law.cite(step.basis),
    }


@router.get("/registers", response=list[Named], summary=_("全部登记册"))
def registers(request: HttpRequest) -> Any:
    return [_named(each) for each in registry.registers().values()]


@router.get("/activity-kinds", response=list[Named], summary=_("全部活动类型"))
def activity_kinds(request: HttpRequest) -> Any:
    return [_named(each) for each in registry.activity_kinds().values()]


@router.get("/units", response=list[UnitOut], summary=_("全部单位及代码"))
def units(request: HttpRequest) -> Any:
    rows = Unit.objects.select_related("parent").order_by("code")
    return [
        {"code": unit.code, "name": unit.name, "kind": unit.kind, "parent": unit.parent.code if unit.parent else None}
        for unit in rows
    ]
