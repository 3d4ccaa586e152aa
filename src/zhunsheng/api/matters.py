"""Matters: list, open, read, take a step, have a clock explained."""

from collections.abc import Callable
from typing import Annotated, Any

from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import get_language
from ninja import Query, Router, Status
from pydantic import Field

from zhunsheng.api.schemas import StepIn, opening_schema, row_of, values_of
from zhunsheng.kernel import registry
from zhunsheng.kernel.matters.actions import load_story, open_matter, take_step
from zhunsheng.kernel.matters.moves import read
from zhunsheng.kernel.models import Matter, Unit
from zhunsheng.kernel.refusals import MatterNotFound, UnknownUnit
from zhunsheng.kernel.registry import MatterKind

router = Router(tags=["事项"])

Limit = Annotated[int, Field(ge=1, le=200)]


def person(request: HttpRequest) -> Any:
    """Who is asking: set by the token or the session."""
    return request.auth  # type: ignore[attr-defined]


def unit_of(code: str | None) -> Unit | None:
    if code is None:
        return None
    try:
        return Unit.objects.get(code=code)
    except Unit.DoesNotExist:
        raise UnknownUnit(unit=code) from None


def matter_of(request: HttpRequest, pk: int) -> Matter:
    """The matter, if the person asking may see it."""
    try:
        return Matter.objects.visible_to(person(request)).select_related("unit").get(pk=pk)
    except Matter.DoesNotExist:
        raise MatterNotFound(number=pk) from None


@router.get("/matters", summary="事项清单")
def matters(
    request: HttpRequest,
    kind: str | None = None,
    state: str | None = None,
    unit: str | None = None,
    number: str | None = None,
    open: bool | None = None,
    after: int = 0,
    limit: Limit = 50,
) -> dict[str, Any]:
    """In the order of their keys; ``next`` is what to pass as ``after`` for the rows that follow."""
    asked = {"kind": kind, "state": state, "number": number, "unit": unit_of(unit)}
    rows = Matter.objects.visible_to(person(request)).filter(**{k: v for k, v in asked.items() if v is not None})
    if open is not None:
        rows = rows.filter(closed_on__isnull=open)
    found = list(rows.filter(pk__gt=after).select_related("unit").order_by("pk")[:limit])
    return {"matters": [row_of(each) for each in found], "next": found[-1].pk if len(found) == limit else None}


@router.get("/matters/{int:pk}", summary="一个事项")
def matter(request: HttpRequest, pk: int) -> dict[str, Any]:
    found = matter_of(request, pk)
    satellites = {
        each.__name__: [values_of(row) for row in each._default_manager.filter(matter=found)]
        for each in found.declared.satellites
    }
    journal = found.journal.select_related("by").order_by("sequence")  # type: ignore[attr-defined]
    return row_of(found) | {
        "fields": values_of(found.specific),
        "satellites": satellites,
        "steps": [step.code for step in found.procedure.steps_from(found.state)],
        "journal": [
            {"day": e.day, "step": e.step, "state": e.state, "by": str(e.by or ""), "recorded_at": e.recorded_at}
            for e in journal
        ],
    }


@router.get("/matters/{int:pk}/clocks", summary="期限及其说明")
def clocks(request: HttpRequest, pk: int) -> list[dict[str, Any]]:
    """Why each deadline falls on its day, as data and in words."""
    language, today = get_language() or "zh", timezone.localdate()
    return [
        {
            "code": code,
            "title": reading.clock.title,
            "standing": reading.standing.value,
            "due_on": reading.due_on,
            "met_on": reading.met_on,
            "late": reading.is_late(today),
            "problem": reading.problem.text(language) if reading.problem else None,
            "paragraph": reading.reckoning.paragraph(language) if reading.reckoning else None,
            "reckoning": reading.reckoning.as_data() if reading.reckoning else None,
        }
        for code, reading in read(load_story(matter_of(request, pk))).items()
    ]


@router.post("/matters/{int:pk}/steps/{step}", summary="办理一个步骤")
def step(request: HttpRequest, pk: int, step: str, given: StepIn) -> dict[str, Any]:
    found = matter_of(request, pk).specific
    take_step(
        found,
        step,
        by=person(request),
        on=given.on,
        outcome=given.outcome,
        note=given.note,
        row=given.row,
        version=given.version,
        **given.answers,
    )
    return row_of(found)


def _opener(kind: MatterKind) -> Callable[..., Any]:
    schema = opening_schema(kind)

    def open_one(request: HttpRequest, given: schema) -> Any:  # type: ignore[valid-type]
        fields = given.model_dump()  # type: ignore[attr-defined]
        units = {"unit": unit_of(fields.pop("unit")), "place": unit_of(fields.pop("place"))}
        asked = {name: fields.get(name, fields.get(f"{name}_id")) for name in kind.fields}
        opened = open_matter(
            kind.code, by=person(request), title=fields["title"], opened_on=fields["opened_on"], **units, **asked
        )
        return Status(201, row_of(opened))

    return open_one


for each in registry.kinds().values():
    router.post(
        f"/matters/{each.code}",
        response={201: dict[str, Any]},
        summary=f"登记：{each.title}",
        operation_id=f"open_{each.code.replace('.', '_')}",
    )(_opener(each))
