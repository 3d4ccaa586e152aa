"""Matters: list, read, have clocks explained, open, take a step, correct, withdraw the last step."""

from collections.abc import Callable, Mapping
from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_noop as _

from zhunsheng.api.fields import checked, codes_of, resolved, unit_of, values_of
from zhunsheng.api.kit import Query, Router, Status, person
from zhunsheng.api.schemas import (
    ClockOut,
    CorrectIn,
    MatterOut,
    MatterPage,
    MatterQuery,
    MatterRow,
    PartyOut,
    RevokeIn,
    StepIn,
    answers_schema,
    opening_schema,
    row_schema,
)
from zhunsheng.kernel import registry
from zhunsheng.kernel.matters.access import access_matter_by_key
from zhunsheng.kernel.matters.actions import correct, load_story, open_matter, revoke_step, take_step
from zhunsheng.kernel.matters.moves import read, step_of
from zhunsheng.kernel.models import Matter, Party
from zhunsheng.kernel.registry import MatterKind

router = Router(tags=[_("事项")])
ROW = (
    "pk",
    "kind",
    "number",
    "title",
    "state",
    "outcome",
    "opened_on",
    "accepted_on",
    "closed_on",
    "due_on",
    "version",
)


def row_of(matter: Matter, fields: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """One matter as every list shows it."""
    units = {"unit": matter.unit.code, "place": matter.place.code if matter.place else None}
    shown = {name: getattr(matter, name) for name in ROW} | units
    return shown | {"state_title": gettext(matter.state_title), "fields": fields or {}}


@router.get("/matters", response=MatterPage, summary=_("事项清单"))
def matters(request: HttpRequest, asked: Query[MatterQuery]) -> Any:
    model: Any = registry.kind_of(asked.kind).model if asked.kind else Matter
    wanted = {"kind": asked.kind, "state": asked.state, "number": asked.number, "unit": unit_of(asked.unit)}
    rows = model._default_manager.visible_to(person(request)).filter(
        pk__gt=asked.after, **{name: value for name, value in wanted.items() if value is not None}
    )
    if asked.open is not None:
        rows = rows.filter(closed_on__isnull=asked.open)
    found = list(rows.select_related("unit", "place").order_by("pk")[: asked.limit])
    codes = codes_of(found) if asked.kind else {}
    shown = [row_of(each, values_of(each, codes) if asked.kind else None) for each in found]
    return {"matters": shown, "next": found[-1].pk if len(found) == asked.limit else None}


@router.get("/matters/{int:pk}", response=MatterOut, summary=_("一个事项及其办理记录"))
def matter(request: HttpRequest, pk: int) -> Any:
    found = access_matter_by_key(person(request), pk)
    added = {each.__name__: list(each._default_manager.filter(matter=found)) for each in found.declared.satellites}
    own = found.specific
    codes = codes_of([own, *(row for rows in added.values() for row in rows)])
    return row_of(found, values_of(own, codes)) | {
        "steps": [step.code for step in found.procedure.steps_from(found.state)],
        "rows": {name: [values_of(row, codes) for row in rows] for name, rows in added.items()},
        "journal": _journal(found),
    }


def _journal(found: Any) -> list[dict[str, Any]]:
    names = ("sequence", "day", "step", "state", "note", "recorded_at")
    lines = found.journal.select_related("by").order_by("sequence")
    return [{name: getattr(line, name) for name in names} | {"by": str(line.by or "")} for line in lines]


@router.get("/matters/{int:pk}/clocks", response=list[ClockOut], summary=_("期限及其说明"))
def clocks(request: HttpRequest, pk: int) -> Any:
    language, today = get_language() or "zh", timezone.localdate()
    return [
        {
            "code": code,
            "title": gettext(reading.clock.title),
            "standing": reading.standing.value,
            "started_on": reading.started_on,
            "due_on": reading.due_on,
            "met_on": reading.met_on,
            "late": reading.is_late(today),
            "problem": reading.problem.text(language) if reading.problem else None,
            "paragraph": reading.reckoning.paragraph(language) if reading.reckoning else None,
            "reckoning": reading.reckoning.as_data() if reading.reckoning else None,
        }
        for code, reading in read(load_story(access_matter_by_key(person(request), pk))).items()
    ]


@router.get("/matters/{int:pk}/parties", response=list[PartyOut], summary=_("当事人（证件号码和电话遮盖）"))
def parties(request: HttpRequest, pk: int) -> Any:
    found = access_matter_by_key(person(request), pk)
    rows = Party.objects.filter(matter=found)
    for row in rows:
        row.matter = found
    return [
        {"pk": row.pk, "role": row.role, "role_title": gettext(row.role_title), "kind": row.kind}
        | {"name": row.shown_name, "id_number": row.shown_id_number, "phone": row.shown_phone, "address": row.address}
        for row in rows
    ]


@router.post("/matters/{int:pk}/steps/{step}", response=MatterRow, summary=_("办理一个步骤"))
def take(request: HttpRequest, pk: int, step: str, given: StepIn) -> Any:
    found = access_matter_by_key(person(request), pk)
    declared = step_of(found.procedure, step, found.number)
    model: Any = found.declared.model
    answers = resolved(model, checked(answers_schema(model, declared), given.answers, "answers"))
    row = given.row
    if row and declared.adds:
        row = resolved(declared.adds, checked(row_schema(declared.adds), row, "row"))
    take_step(
        found,
        step,
        by=person(request),
        on=given.on,
        outcome=given.outcome,
        note=given.note,
        row=row,
        version=given.version,
        **answers,
    )
    return row_of(found)


@router.post("/matters/{int:pk}/correct", response=MatterRow, summary=_("更正登记内容"))
def amend(request: HttpRequest, pk: int, given: CorrectIn) -> Any:
    found = access_matter_by_key(person(request), pk)
    correct(found, by=person(request), reason=given.reason, **resolved(found.declared.model, given.fields))
    return row_of(found)


@router.post("/matters/{int:pk}/revoke", response=MatterRow, summary=_("撤回最后一步"))
def revoke(request: HttpRequest, pk: int, given: RevokeIn) -> Any:
    found = access_matter_by_key(person(request), pk)
    revoke_step(found, by=person(request), reason=given.reason)
    return row_of(found)


def _opener(kind: MatterKind) -> Callable[..., Any]:
    schema = opening_schema(kind)

    def open_one(request: HttpRequest, given: schema) -> Any:  # type: ignore[valid-type]
        fields = resolved(kind.model, given.model_dump(exclude_unset=True))  # type: ignore[attr-defined]
        joining = fields.pop("parties", ())
        if origin := fields.pop("origin", None):
            fields["origin"] = access_matter_by_key(person(request), origin)
        return Status(201, row_of(open_matter(kind.code, by=person(request), parties=joining, **fields)))

    return open_one


for each in registry.kinds().values():
    router.post(
        f"/matters/{each.code}",
        response={201: MatterRow},
        summary=each.title,
        description=_("登记一个事项，返回其编号和序号。"),
        operation_id=f"open_{each.code.replace('.', '_')}",
    )(_opener(each))


@router.post("/matters/{code}", include_in_schema=False)
def unknown_kind(request: HttpRequest, code: str) -> Any:
    registry.kind_of(code)
