"""Registers and activities: lists."""

from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from ninja import Router

from zhunsheng.api.matters import Limit, person
from zhunsheng.api.schemas import values_of
from zhunsheng.kernel import registry

router = Router(tags=["登记册与活动"])


@router.get("/registers/{code}/entries", summary="登记册内容")
def entries(request: HttpRequest, code: str, valid: bool = False, after: int = 0, limit: Limit = 50) -> dict[str, Any]:
    """Entries of one register; ``valid`` keeps those valid today."""
    rows = registry.register_of(code).model._default_manager.visible_to(person(request))  # type: ignore[attr-defined]
    if valid:
        rows = rows.valid_on(timezone.localdate())
    found = list(rows.filter(pk__gt=after).select_related("unit", "place").order_by("pk")[:limit])
    shown = [
        {"pk": e.pk, "title": e.title, "unit": e.unit.code, "place": e.place.code if e.place else None}
        | {"valid_from": e.valid_from, "valid_until": e.valid_until, "fields": values_of(e)}
        for e in found
    ]
    return {"entries": shown, "next": found[-1].pk if len(found) == limit else None}


@router.get("/activities/{code}/happenings", summary="活动记录")
def happenings(request: HttpRequest, code: str, after: int = 0, limit: Limit = 50) -> dict[str, Any]:
    """What happened, without what was withdrawn."""
    model = registry.activity_kind_of(code).model
    rows = model._default_manager.visible_to(person(request)).standing()  # type: ignore[attr-defined]
    found = list(rows.filter(pk__gt=after).select_related("unit", "place").order_by("pk")[:limit])
    shown = [
        {"pk": a.pk, "title": a.title, "unit": a.unit.code, "place": a.place.code if a.place else None}
        | {"happened_on": a.happened_on, "participants": a.participants, "fields": values_of(a)}
        for a in found
    ]
    return {"activities": shown, "next": found[-1].pk if len(found) == limit else None}
