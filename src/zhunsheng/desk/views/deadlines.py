"""Deadlines for supervision: what runs, what is late, what stands still and since when, what cannot be computed."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from zhunsheng.desk import tones
from zhunsheng.desk.listing import address, chosen, matter_href
from zhunsheng.desk.paging import Order, count, take
from zhunsheng.desk.reach import unit_names, unit_options
from zhunsheng.desk.words import article
from zhunsheng.kernel import registry
from zhunsheng.kernel.indicators.measures import measured
from zhunsheng.kernel.journal.models import JournalEntry
from zhunsheng.kernel.models import Deadline, Person
from zhunsheng.kernel.procedures import ClockKind, Holder
from zhunsheng.kernel.refusals import FirstDayUnknown
from zhunsheng.kernel.units.tree import reach_of

LIMITS = (ClockKind.LIMIT, ClockKind.LEAD)
CHIPS = (
    ("late", _("已逾期")),
    ("running", _("计算中")),
    ("stopped", _("停止计算")),
    ("unknown", _("无法计算")),
)
WORST = 12
FIRST_DAY = FirstDayUnknown.__name__


def deadlines(request: HttpRequest) -> HttpResponse:
    """The clocks of the matters that the person may see, late ones first."""
    today, given = timezone.localdate(), request.GET
    near = tones.near_until(today)
    show = given.get("show", "late")
    chosen_rows = _narrowed(Deadline.objects.visible_to(request.user), request)
    rows = chosen_rows.filter(_shown(show, today))
    page = take(rows.select_related("matter", "unit"), Order("due_on"), given.get("after", ""), given.get("before", ""))
    extended = _extensions(page.rows)
    context = {
        "page_title": _("期限监督"),
        "today": today,
        "rows": [_row(row, today, near, extended[row.matter_id]) for row in page.rows],
        "chips": _chips(given, chosen_rows, today, show),
        "filters": _filters(request),
        "pager": {
            "total": count(rows),
            "next_href": address(given, after=page.following) if page.following else "",
            "previous_href": address(given, before=page.preceding) if page.preceding else "",
        },
        "breakdown": _by_unit(rows, request.user) if show == "late" else None,
    }
    return render(request, "desk/deadlines.html", context)


def _narrowed(rows: Any, request: HttpRequest) -> Any:
    given = request.GET
    if (unit := given.get("unit", "")).isdecimal():
        rows = rows.filter(unit__in=sorted(reach_of(request.user).tree.subtree([int(unit)])))
    if kind := given.get("kind"):
        rows = rows.filter(matter__kind=kind)
    if holder := given.get("holder"):
        rows = rows.filter(holder=holder)
    return rows


def _shown(show: str, today: date) -> Q:
    conditions = {
        "late": Q(standing="running", due_on__lt=today, kind__in=LIMITS),
        "stopped": Q(standing="stopped"),
        "unknown": Q(standing="unknown"),
    }
    return conditions.get(show, Q(standing="running"))


def _chips(given: Any, rows: Any, today: date, show: str) -> list[dict[str, Any]]:
    counted = rows.filter(met_on=None).aggregate(
        **{code: Count("pk", filter=_shown(code, today)) for code, _t in CHIPS}
    )
    return [
        {
            "title": title,
            "href": address(given, show=code),
            "current": code == show,
            "count": counted[code],
            "late": code == "late" and counted[code] > 0,
        }
        for code, title in CHIPS
    ]


def _filters(request: HttpRequest) -> dict[str, Any]:
    given = request.GET
    kinds = [(kind.code, kind.title) for kind in registry.kinds().values()]
    holders = [(holder.value, holder.label) for holder in Holder]
    return {
        "action": "",
        "searchless": True,
        "kept": [("show", given["show"])] if given.get("show") else [],
        "choices": [
            chosen("unit", _("承办单位"), unit_options(request.user), given),
            chosen("kind", _("类型"), kinds, given),
            chosen("holder", _("计时主体"), holders, given),
        ],
        "clear_href": "?" if any(given.get(name) for name in ("unit", "kind", "holder")) else "",
    }


def _row(row: Deadline, today: date, near: date, extensions: list[str]) -> dict[str, Any]:
    matter = row.matter
    clock = matter.procedure.clocks[row.clock]
    tags = {"stopped": {"tone": "stopped"}, "unknown": {"tone": "unknown"}}
    return {
        "href": f"{matter_href(matter)}#clock-{row.clock}",
        "matter": matter,
        "clock": clock.title,
        "basis": article(clock.basis),
        "holder": Holder(row.holder).label,
        "unit": row.unit,
        "started_on": None if row.awaits.startswith(FIRST_DAY) else row.started_on,
        "due_on": row.due_on,
        "state": tones.matter_state(matter),
        "extensions": extensions,
        "awaits": _awaited(row.awaits),
        "deadline": tags.get(row.standing) or tones.deadline(row.due_on, today, near),
    }


def _awaited(awaits: str) -> str:
    """What is missing: the day from which the term runs, or the holidays or rules that its code names."""
    return gettext("登记起算日期") if awaits.startswith(FIRST_DAY) else awaits.partition(":")[2]


def _extensions(rows: Iterable[Deadline]) -> dict[int, list[str]]:
    """What lengthened or changed a term of these matters: the step and its day, in one query."""
    keys = {row.matter_id for row in rows}
    changing = {
        (kind.code, step.code)
        for kind in registry.kinds().values()
        for procedure in kind.procedures
        for clock in procedure.clocks.values()
        for step in clock.changed_by
    }
    kinds = {row.matter_id: row.matter for row in rows}
    found: dict[int, list[str]] = defaultdict(list)
    entries = JournalEntry.objects.filter(matter__in=keys, step__in={step for _kind, step in changing})
    for entry in entries.order_by("matter_id", "sequence"):
        matter = kinds[entry.matter_id]
        if (matter.kind, entry.step) in changing:
            found[entry.matter_id].append(f"{entry.day} {gettext(matter.procedure.steps[entry.step].title)}")
    return found


def _by_unit(rows: Any, person: Person) -> dict[str, Any] | None:
    """Late clocks by unit, the most first."""
    names = unit_names(person)
    counted = list(rows.order_by().values("unit").annotate(late=Count("pk")).order_by("-late", "unit")[:WORST])
    if not counted:
        return None
    return {
        "title": _("各单位逾期期限"),
        "by": _("单位"),
        "unit": measured("件", None),
        "largest": counted[0]["late"],
        "total": None,
        "rows": [
            {"title": names.get(row["unit"], "—"), "value": row["late"], "href": f"?show=late&unit={row['unit']}"}
            for row in counted
        ],
    }
