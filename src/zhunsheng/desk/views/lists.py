"""Lists: the matters of a kind and of all kinds, the entries of a register, activities of a kind."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from zhunsheng.desk import tones
from zhunsheng.desk.listing import Listing, in_year, matter_href, years
from zhunsheng.desk.paging import Order
from zhunsheng.desk.reach import unit_options
from zhunsheng.kernel import registry
from zhunsheng.kernel.models import Matter
from zhunsheng.kernel.registers.expecting import overdue_entries
from zhunsheng.kernel.registers.models import valid_on
from zhunsheng.kernel.registry import ActivityKind, MatterKind, Register

EVERYTHING = MatterKind(
    code="", title="办件清单", model=Matter, procedures=(), number="",
    columns=("number", "title", "kind", "unit", "state", "due_on"), filters=("kind", "unit"),
)  # fmt: skip
CHIPS = (
    ("open", _("在办"), "due_on", False),
    ("late", _("已逾期"), "due_on", False),
    ("near", _("三个工作日内到期"), "due_on", False),
    ("closed", _("已办结"), "closed_on", True),
    ("all", _("全部"), "opened_on", True),
)


def matters(request: HttpRequest, kind: str) -> HttpResponse:
    """The matters of one kind, the open ones by their deadline first."""
    declared = registry.kind_of(kind)
    new_href = reverse("desk:open", args=[kind]) if unit_options(request.user, declared.opened_by) else ""
    procedure = reverse("desk:procedure", args=[kind])
    find = f"{reverse('desk:find_party')}?kind={kind}" if declared.parties else ""
    return _matters(request, declared, {"new_href": new_href, "procedure_href": procedure, "find_href": find})


def work(request: HttpRequest) -> HttpResponse:
    """The matters of all kinds."""
    return _matters(request, EVERYTHING, {"find_href": _find_href()})


def _find_href() -> str:
    """Where parties are looked for, if any system has parties."""
    return reverse("desk:find_party") if any(kind.parties for kind in registry.kinds().values()) else ""


def _matters(request: HttpRequest, declared: MatterKind, more: dict[str, Any]) -> HttpResponse:
    today, given = timezone.localdate(), request.GET
    near = tones.near_until(today)
    show = given.get("show", "open")
    standard = next((Order(field, down) for code, _title, field, down in CHIPS if code == show), Order("due_on"))
    rows: Any = declared.model._default_manager
    seen = rows.visible_to(request.user) if show in ("closed", "all") else rows.open_to(request.user)
    if declared is not EVERYTHING:
        seen = seen.filter(kind=declared.code)
    narrowed = seen.filter(_shown(show, today, near), in_year("opened_on", given.get("opened", "")))
    narrowed = narrowed.filter(in_year("closed_on", given.get("closed", "")))
    listing = MatterListing(declared, narrowed, request.user, given, standard)
    page = listing.page()
    extra = [years("opened", _("收到年份"), given, today), years("closed", _("办结年份"), given, today)]
    context = {
        "page_title": declared.title,
        "listing": listing,
        "rows": [_row(listing, row, today, near) for row in page.rows],
        "filters": listing.filters(extra[: 1 if show == "open" else 2], kept=("show",)),
        "chips": [
            {"title": title, "href": listing.href(show=code, sort=None), "current": code == show}
            for code, title, _field, _down in CHIPS
        ],
        "pager": listing.pager(page),
        **more,
    }
    return render(request, "desk/list.html", context)


class MatterListing(Listing):
    """Matters: the kind is chosen from the declared ones and shown by its title."""

    def _options(self, name: str, field: Any) -> list[tuple[Any, str]]:
        if name == "kind":
            return [(kind.code, kind.title) for kind in registry.kinds().values()]
        return super()._options(name, field)


def _shown(show: str, today: date, near: date) -> Q:
    conditions = {
        "late": Q(closed_on=None, due_on__lt=today),
        "near": Q(closed_on=None, due_on__gte=today, due_on__lte=near),
        "closed": Q(closed_on__isnull=False),
        "all": Q(),
    }
    return conditions.get(show, Q(closed_on=None))


def _row(listing: Listing, row: Matter, today: date, near: date) -> dict[str, Any]:
    cells = list(listing.cells(row))
    for cell in cells:
        if cell["name"] == "kind":
            cell["value"], cell["translate"] = row.declared.title, True
    return {
        "href": matter_href(row),
        "title": row.title,
        "small": row.number,
        "cells": cells,
        "deadline": tones.matter_deadline(row, today, near),
    }


class QuietListing(Listing):
    """Entries without what is expected under them, the longest quiet first, with the day it last happened."""

    def headings(self) -> list[dict[str, Any]]:
        return [*super().headings(), {"title": _("上次活动"), "name": "last_on", "num": False}]

    def cells(self, row: Any) -> Iterator[dict[str, Any]]:
        yield from super().cells(row)
        last = row.last_on.isoformat() if row.last_on else gettext("登记以来没有")
        yield {"name": "last_on", "title": _("上次活动"), "num": False, "value": last}


def register(request: HttpRequest, register: str) -> HttpResponse:
    """The entries of a register, those valid today unless others are asked for."""
    declared = registry.register_of(register)
    today, given = timezone.localdate(), request.GET
    rows = declared.model._default_manager.visible_to(request.user).filter(register=register)  # type: ignore[attr-defined]
    show = given.get("show", "valid")
    chips = (("valid", _("现行有效")), ("ended", _("已终止")), ("withdrawn", _("已作废")), ("all", _("全部")))
    if declared.expects:
        chips = (chips[0], ("quiet", declared.expects.title), *chips[1:])
    listing: Listing
    if show == "quiet" and declared.expects:
        rows = overdue_entries(declared, today).visible_to(request.user)  # type: ignore[attr-defined]
        listing = QuietListing(declared, rows, request.user, given, Order("quiet_since"))
    else:
        rows = rows.filter(_entries(show, today))
        listing = Listing(declared, rows, request.user, given, Order("valid_from", descending=True))
    new_href = reverse("desk:add_entry", args=[register]) if unit_options(request.user, declared.kept_by) else ""
    return _others(request, declared, listing, chips, show, "desk:entry", new_href)


def _entries(show: str, today: date) -> Q:
    conditions = {
        "valid": valid_on(today),
        "ended": Q(withdrawn_at=None, valid_until__lt=today),
        "withdrawn": Q(withdrawn_at__isnull=False),
    }
    return conditions.get(show, Q(withdrawn_at=None))


def activities(request: HttpRequest, kind: str) -> HttpResponse:
    """The activities of a kind, the latest first; withdrawn ones are shown when asked for."""
    declared = registry.activity_kind_of(kind)
    given = request.GET
    show = given.get("show", "standing")
    rows = declared.model._default_manager.visible_to(request.user).filter(kind=kind)  # type: ignore[attr-defined]
    rows = rows.filter(in_year("happened_on", given.get("year", "")))
    rows = rows.filter(withdrawn_at__isnull=False) if show == "withdrawn" else rows.standing()
    listing = Listing(declared, rows, request.user, given, Order("happened_on", descending=True))
    chips = (("standing", _("已登记")), ("withdrawn", _("已作废")))
    year = years("year", _("年份"), given, timezone.localdate())
    new_href = reverse("desk:record", args=[kind]) if unit_options(request.user, declared.recorded_by) else ""
    return _others(request, declared, listing, chips, show, "desk:activity", new_href, [year])


def _others(
    request: HttpRequest,
    declared: Register | ActivityKind,
    listing: Listing,
    chips: tuple[tuple[str, Any], ...],
    show: str,
    name: str,
    new_href: str,
    extra: list[dict[str, Any]] | None = None,
) -> HttpResponse:
    page = listing.page()
    context = {
        "page_title": declared.title,
        "listing": listing,
        "rows": [
            {"href": reverse(name, args=[row.pk]), "title": row.title, "cells": list(listing.cells(row))}
            for row in page.rows
        ],
        "filters": listing.filters(extra or [], kept=("show",)),
        "chips": [{"title": title, "href": listing.href(show=code), "current": code == show} for code, title in chips],
        "pager": listing.pager(page),
        "new_href": new_href,
    }
    return render(request, "desk/list.html", context)
