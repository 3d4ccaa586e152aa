"""Activities: list, read, record, correct, withdraw."""

from collections.abc import Callable, Mapping
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_noop as _

from zhunsheng.api.fields import codes_of, resolved, values_of
from zhunsheng.api.kit import Query, Router, Status, person
from zhunsheng.api.schemas import (
    ActivityOut,
    ActivityPage,
    ActivityQuery,
    CorrectIn,
    RevokeIn,
    activity_schema,
)
from zhunsheng.kernel import registry
from zhunsheng.kernel.activities.access import access_activity
from zhunsheng.kernel.activities.actions import correct_activity, record_activity, withdraw_activity
from zhunsheng.kernel.models import Activity
from zhunsheng.kernel.registers.access import access_entry
from zhunsheng.kernel.registry import ActivityKind

router = Router(tags=[_("活动")])
ROW = ("pk", "kind", "title", "happened_on", "participants", "withdrawn_at")


def _shown(activity: Any, codes: Mapping[int, str]) -> dict[str, Any]:
    links = {"unit": activity.unit.code, "place": activity.place.code if activity.place else None}
    links["entry"] = activity.entry_id
    return {name: getattr(activity, name) for name in ROW} | links | {"fields": values_of(activity, codes)}


def _whole(activity: Activity) -> dict[str, Any]:
    own = activity.specific
    return _shown(own, codes_of([own]))


def _asked(request: HttpRequest, kind: ActivityKind, given: Mapping[str, Any]) -> dict[str, Any]:
    """The fields sent, with units and the entry in place of their codes and key."""
    fields = resolved(kind.model, given)
    if fields.get("entry") is not None:
        fields["entry"] = access_entry(person(request), fields["entry"])
    return fields


@router.get("/activities", response=ActivityPage, summary=_("活动记录"))
def activities(request: HttpRequest, asked: Query[ActivityQuery]) -> Any:
    model: Any = registry.activity_kind_of(asked.kind).model
    rows = model._default_manager.visible_to(person(request)).standing().filter(kind=asked.kind, pk__gt=asked.after)
    if asked.since:
        rows = rows.filter(happened_on__gte=asked.since)
    if asked.until:
        rows = rows.filter(happened_on__lte=asked.until)
    found = list(rows.select_related("unit", "place").order_by("pk")[: asked.limit])
    codes = codes_of(found)
    shown = [_shown(each, codes) for each in found]
    return {"activities": shown, "next": found[-1].pk if len(found) == asked.limit else None}


@router.get("/activities/{int:pk}", response=ActivityOut, summary=_("一次活动"))
def activity(request: HttpRequest, pk: int) -> Any:
    return _whole(access_activity(person(request), pk))


@router.post("/activities/{int:pk}/correct", response=ActivityOut, summary=_("更正活动记录"))
def amend(request: HttpRequest, pk: int, given: CorrectIn) -> Any:
    found = access_activity(person(request), pk)
    fields = _asked(request, found.declared, given.fields)
    correct_activity(found, by=person(request), reason=given.reason, **fields)
    return _whole(found)


@router.post("/activities/{int:pk}/withdraw", response=ActivityOut, summary=_("作废活动记录"))
def withdraw(request: HttpRequest, pk: int, given: RevokeIn) -> Any:
    found = access_activity(person(request), pk)
    withdraw_activity(found, by=person(request), reason=given.reason)
    return _whole(found)


def _recorder(kind: ActivityKind) -> Callable[..., Any]:
    schema = activity_schema(kind)

    def record(request: HttpRequest, given: schema) -> Any:  # type: ignore[valid-type]
        fields = _asked(request, kind, given.model_dump(exclude_unset=True))  # type: ignore[attr-defined]
        return Status(201, _whole(record_activity(kind.code, by=person(request), **fields)))

    return record


for each in registry.activity_kinds().values():
    router.post(
        f"/activities/{each.code}",
        response={201: ActivityOut},
        summary=each.title,
        description=_("登记一次活动。"),
        operation_id=f"record_{each.code.replace('.', '_')}",
    )(_recorder(each))


@router.post("/activities/{code}", include_in_schema=False)
def unknown_kind(request: HttpRequest, code: str) -> Any:
    registry.activity_kind_of(code)
