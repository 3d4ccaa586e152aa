"""Figures of a year by system, the passport of one figure, and the records behind it."""

from typing import Any

from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from zhunsheng.desk import figures as counted
from zhunsheng.desk.listing import address, matter_href
from zhunsheng.desk.paging import Order, count, take
from zhunsheng.desk.words import shown
from zhunsheng.kernel import registry
from zhunsheng.kernel.indicators import Indicator
from zhunsheng.kernel.indicators.count import records as records_of
from zhunsheng.kernel.indicators.figures import figures as figures_by_code
from zhunsheng.kernel.indicators.passport import passport_of
from zhunsheng.kernel.models import Activity, Matter, RegisterEntry, Unit
from zhunsheng.kernel.periods import Period

FIRST_YEAR = 2021


def latest(request: HttpRequest) -> HttpResponse:
    return redirect("desk:figures", timezone.localdate().year)


def figures(request: HttpRequest, year: int) -> HttpResponse:
    """Every figure of the house in one year, beside the year before."""
    period = Period.year(year)
    this = timezone.localdate().year
    context = {
        "page_title": _("指标数据"),
        "year": year,
        "chips": [
            {"title": str(each), "href": reverse("desk:figures", args=[each]), "current": each == year}
            for each in range(this, FIRST_YEAR - 1, -1)
        ],
        "systems": counted.systems(period),
    }
    return render(request, "desk/figures.html", context)


def passport(request: HttpRequest, code: str, year: int) -> HttpResponse:
    """What a figure means, how it was counted, and how it divides by place and month."""
    period = Period.year(year)
    passport = passport_of(code, period)
    indicator = passport.figure.indicator
    wholes = figures_by_code([indicator.part_of], period) if indicator.part_of else {}
    context = {
        "page_title": indicator.title,
        "crumbs": _crumbs(year),
        "indicator": indicator,
        "year": year,
        "figure": counted.row(passport.figure, wholes),
        "passport": passport,
        "condition": counted.condition_of(indicator, period),
        "breakdowns": counted.breakdowns(passport),
        "records_href": reverse("desk:records", args=[code, year]),
    }
    return render(request, "desk/passport.html", context)


def records(request: HttpRequest, code: str, year: int) -> HttpResponse:
    """The records behind a figure that the person may see; those out of reach are counted and not shown."""
    indicator, period = registry.indicator(code), Period.year(year)
    every = records_of(indicator, period)
    rows = every.visible_to(request.user) if hasattr(every, "visible_to") else every
    given = request.GET
    path = _paths(indicator.of)
    page = take(rows.select_related(*path), Order("pk"), given.get("after", ""), given.get("before", ""))
    href = reverse("desk:passport", args=[code, year])
    context = {
        "page_title": _("数据背后的记录"),
        "crumbs": [*_crumbs(year), {"title": indicator.title, "href": href}, {"title": _("记录")}],
        "indicator": indicator,
        "year": year,
        "rows": [_row(indicator, row) for row in page.rows],
        "all": count(every),
        "pager": {
            "total": count(rows),
            "next_href": address(given, after=page.following) if page.following else "",
            "previous_href": address(given, before=page.preceding) if page.preceding else "",
        },
    }
    return render(request, "desk/records.html", context)


def _crumbs(year: int) -> list[dict[str, Any]]:
    return [{"title": _("指标数据"), "href": reverse("desk:figures", args=[year])}]


def _paths(model: type[Model]) -> tuple[str, ...]:
    if issubclass(model, Matter | Activity | RegisterEntry):
        return ("unit", "place")
    return () if model is Unit else ("matter__unit", "matter__place")


def _row(indicator: Indicator, row: Any) -> dict[str, Any]:
    """The record a row stands for: itself, or the matter it belongs to; with the day that placed it in the year."""
    whole = row if isinstance(row, Matter | Activity | RegisterEntry | Unit) else row.matter
    on = indicator.on
    value = getattr(row, on) if on and "__" not in on else None
    return {
        "title": str(whole) if isinstance(whole, Unit) else whole.title,
        "small": getattr(whole, "number", ""),
        "href": _href(whole),
        "unit": getattr(whole, "unit", ""),
        "place": getattr(whole, "place", None) or "",
        "on": shown(row._meta.get_field(on), value) if value else "",
    }


def _href(whole: Any) -> str:
    if isinstance(whole, Matter):
        return matter_href(whole)
    if isinstance(whole, Unit):
        return ""
    name = "desk:activity" if isinstance(whole, Activity) else "desk:entry"
    return reverse(name, args=[whole.pk])
