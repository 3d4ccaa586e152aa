"""The frame around every page of the desk: navigation by chapter, the person and the posts held."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from zhunsheng.desk.reach import posts_of
from zhunsheng.kernel import registry
from zhunsheng.kernel.models import Person
from zhunsheng.kernel.registry import Domain

ICONS = {
    "leadership": "landmark", "business": "briefcase", "functions": "blocks", "rulemaking": "scroll-text",
    "enforcement": "shield-check", "oversight": "eye", "disputes": "handshake", "society": "users",
    "highlights": "star",
}  # fmt: skip


def frame(request: HttpRequest) -> dict[str, Any]:
    """Context processor: ``shell`` for pages of a signed-in person, nothing for others.

    A view whose address does not begin with that of its list names the list in ``request.shown_under``.
    """
    if not isinstance(getattr(request, "user", None), Person):
        return {}
    at = getattr(request, "shown_under", request.path)
    return {
        "shell": {
            "home_href": reverse("desk:home"),
            "search_href": reverse("desk:work"),
            "sign_out_href": reverse("desk:sign_out"),
            "query": request.GET.get("q", "") if at == reverse("desk:work") else "",
            "links": _links(at),
            "tabs": _links(at)[:5],
            "chapters": list(chapters(at)),
            "person": {"name": str(request.user)},
            "posts": posts_of(request.user),
        }
    }


def _links(at: str) -> list[dict[str, Any]]:
    """The pages of the house; that of programmes where some system declares one."""
    rows: tuple[tuple[Any, str, str], ...] = (
        (_("工作台"), "home", "layout-dashboard"),
        (_("办件清单"), "work", "list-checks"),
        (_("期限监督"), "deadlines", "alarm-clock"),
        (_("指标数据"), "figures_home", "chart-column"),
        (_("年度报告"), "reports", "book-open-text"),
    )
    if registry.programme_kinds():
        rows = (*rows[:3], (_("工作计划"), "programmes", "list-tree"), *rows[3:])
    found = []
    for title, name, icon in rows:
        href = reverse(f"desk:{name}")
        current = at == href if href == "/" else at.startswith(href)
        found.append({"title": title, "href": href, "icon": icon, "current": current})
    return found


def chapters(at: str = "") -> Any:
    """The chapters of the annual report that have systems, each with the lists of its systems."""
    for code, title in registry.CHAPTERS.items():
        systems = [
            link for domain in registry.domains().values() if domain.chapter == code for link in lists_of(domain, at)
        ]
        if systems:
            current = any(link["current"] for link in systems)
            yield {"code": code, "title": title, "icon": ICONS[code], "current": current, "systems": systems}


def lists_of(domain: Domain, at: str = "") -> list[dict[str, Any]]:
    """The list pages of a system: matters, registers, activities."""
    hrefs = [
        *((each.title, reverse("desk:matters", args=[each.code]), "matter") for each in domain.matters),
        *((each.title, reverse("desk:register", args=[each.code]), "register") for each in domain.registers),
        *((each.title, reverse("desk:activities", args=[each.code]), "activity") for each in domain.activities),
    ]
    return [
        {"title": title, "href": href, "what": what, "current": bool(at) and at.startswith(href)}
        for title, href, what in hrefs
    ]
