"""Registers: list entries, read one, enter, change, end, withdraw."""

from collections.abc import Callable, Mapping
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_noop as _

from zhunsheng.api.fields import codes_of, resolved, values_of
from zhunsheng.api.kit import Query, Router, Status, person
from zhunsheng.api.schemas import ChangeIn, EndIn, EntryOut, EntryPage, EntryQuery, WithdrawIn, entry_schema
from zhunsheng.kernel import registry
from zhunsheng.kernel.models import RegisterEntry
from zhunsheng.kernel.registers.access import access_entry
from zhunsheng.kernel.registers.actions import add_entry, change_entry, end_entry, withdraw_entry
from zhunsheng.kernel.registry import Register

router = Router(tags=[_("登记册")])
ROW = ("pk", "register", "title", "valid_from", "valid_until", "withdrawn_at", "version")


def _shown(entry: Any, codes: Mapping[int, str]) -> dict[str, Any]:
    units = {"unit": entry.unit.code, "place": entry.place.code if entry.place else None}
    return {name: getattr(entry, name) for name in ROW} | units | {"fields": values_of(entry, codes)}


def _whole(entry: RegisterEntry) -> dict[str, Any]:
    own = entry.specific
    return _shown(own, codes_of([own]))


@router.get("/entries", response=EntryPage, by_alias=True, summary=_("登记册内容"))
def entries(request: HttpRequest, asked: Query[EntryQuery]) -> Any:
    model: Any = registry.register_of(asked.register_code).model
    rows = model._default_manager.visible_to(person(request)).filter(register=asked.register_code, pk__gt=asked.after)
    rows = rows.valid_on(asked.valid_on) if asked.valid_on else rows.standing()
    found = list(rows.select_related("unit", "place").order_by("pk")[: asked.limit])
    codes = codes_of(found)
    shown = [_shown(each, codes) for each in found]
    return {"entries": shown, "next": found[-1].pk if len(found) == asked.limit else None}


@router.get("/entries/{int:pk}", response=EntryOut, by_alias=True, summary=_("一个登记项"))
def entry(request: HttpRequest, pk: int) -> Any:
    return _whole(access_entry(person(request), pk))


@router.post("/entries/{int:pk}/change", response=EntryOut, by_alias=True, summary=_("变更登记项"))
def change(request: HttpRequest, pk: int, given: ChangeIn) -> Any:
    found = access_entry(person(request), pk)
    fields = resolved(found.declared.model, given.fields)
    change_entry(found, by=person(request), reason=given.reason, day=given.day, version=given.version, **fields)
    return _whole(found)


@router.post("/entries/{int:pk}/end", response=EntryOut, by_alias=True, summary=_("终止登记项"))
def end(request: HttpRequest, pk: int, given: EndIn) -> Any:
    found = access_entry(person(request), pk)
    end_entry(found, by=person(request), on=given.on, reason=given.reason, version=given.version)
    return _whole(found)


@router.post("/entries/{int:pk}/withdraw", response=EntryOut, by_alias=True, summary=_("作废登记项"))
def withdraw(request: HttpRequest, pk: int, given: WithdrawIn) -> Any:
    found = access_entry(person(request), pk)
    withdraw_entry(found, by=person(request), reason=given.reason, version=given.version)
    return _whole(found)


def _adder(register: Register) -> Callable[..., Any]:
    schema = entry_schema(register)

    def add(request: HttpRequest, given: schema) -> Any:  # type: ignore[valid-type]
        fields = resolved(register.model, given.model_dump(exclude_unset=True))  # type: ignore[attr-defined]
        return Status(201, _whole(add_entry(register.code, by=person(request), **fields)))

    return add


for each in registry.registers().values():
    router.post(
        f"/entries/{each.code}",
        response={201: EntryOut},
        by_alias=True,
        summary=each.title,
        description=_("登记一项。"),
        operation_id=f"add_{each.code.replace('.', '_')}",
    )(_adder(each))


@router.post("/entries/{code}", include_in_schema=False)
def unknown_register(request: HttpRequest, code: str) -> Any:
    registry.register_of(code)
