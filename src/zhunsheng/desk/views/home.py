"""The first page: what is due next, what stands late, and the way into every system."""

from typing import Any

from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from zhunsheng.desk import tones
from zhunsheng.desk.listing import matter_href
from zhunsheng.desk.paging import Order, take
from zhunsheng.desk.shell import chapters
from zhunsheng.kernel.indicators.measures import measured
from zhunsheng.kernel.models import Matter

SHOWN = 10


def home(request: HttpRequest) -> HttpResponse:
    """What the person's posts reach, the nearest deadline first."""
    today = timezone.localdate()
    near = tones.near_until(today)
    seen = Matter.objects.visible_to(request.user)
    rows = take(Matter.objects.open_to(request.user).select_related("unit"), Order("due_on"), size=SHOWN).rows
    context = {
        "page_title": _("工作台"),
        "today": today,
        "kpis": _kpis(seen, Matter.objects.open_to(request.user), today, near),
        "rows": [
            {
                "href": matter_href(row),
                "matter": row,
                "kind": row.declared.title,
                "state": tones.matter_state(row),
                "deadline": tones.matter_deadline(row, today, near),
            }
            for row in rows
        ],
        "systems": list(chapters()),
    }
    return render(request, "desk/home.html", context)


def _kpis(seen: Any, still_open: Any, today: Any, near: Any) -> list[dict[str, Any]]:
    """Open, near, late and closed this month, each a link to its list."""
    work = reverse("desk:work")
    counted = still_open.aggregate(
        open=Count("pk"),
        near=Count("pk", filter=Q(due_on__gte=today, due_on__lte=near)),
        late=Count("pk", filter=Q(due_on__lt=today)),
    )
    closed = seen.filter(closed_on__gte=today.replace(day=1), closed_on__lte=today).count()
    rows = (
        (_("在办事项"), counted["open"], "inbox", "", work),
        (_("三个工作日内到期"), counted["near"], "alarm-clock", "amber", f"{work}?show=near"),
        (_("已逾期"), counted["late"], "triangle-alert", "red" if counted["late"] else "", f"{work}?show=late"),
        (_("本月办结"), closed, "circle-check", "green", f"{work}?show=closed"),
    )
    return [
        {"title": title, "value": f"{value:,}", "unit": measured("件", value), "icon": icon, "tone": tone, "href": href}
        for title, value, icon, tone, href in rows
    ]
