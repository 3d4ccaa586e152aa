"""What there is: kinds of matters with their procedures, registers, activities."""

from typing import Any

from django.http import HttpRequest
from ninja import Router

from zhunsheng import law
from zhunsheng.kernel import registry
from zhunsheng.kernel.procedures import Procedure

router = Router(tags=["目录"])


@router.get("/kinds", summary="全部事项类型及其程序")
def kinds(request: HttpRequest) -> list[dict[str, Any]]:
    return [
        {"code": kind.code, "title": kind.title, "procedures": [_procedure(p) for p in kind.procedures]}
        for kind in registry.kinds().values()
    ]


def _procedure(procedure: type[Procedure]) -> dict[str, Any]:
    return {
        "edition": procedure.edition,
        "title": procedure.title,
        "states": [{"code": s.code, "title": s.title, "closed": s.closed} for s in procedure.states.values()],
        "steps": [
            {
                "code": step.code,
                "title": step.title,
                "at": [state.code for state in step.at],
                "to": step.to.code if step.to else None,
                "by": step.by.value,
                "asks": list(step.asks),
                "may_ask": list(step.may_ask),
                "outcomes": [str(code) for code in step.decides],
                "basis": law.cite(step.basis),
            }
            for step in procedure.steps.values()
        ],
        "clocks": [{"code": c.code, "title": c.title, "holder": c.holder.value} for c in procedure.clocks.values()],
    }


@router.get("/registers", summary="全部登记册")
def registers(request: HttpRequest) -> list[dict[str, str]]:
    return [{"code": each.code, "title": each.title} for each in registry.registers().values()]


@router.get("/activities", summary="全部活动类型")
def activities(request: HttpRequest) -> list[dict[str, str]]:
    return [{"code": each.code, "title": each.title} for each in registry.activity_kinds().values()]
