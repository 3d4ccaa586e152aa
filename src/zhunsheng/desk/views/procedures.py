"""How a kind of matter is dealt with: states and steps drawn, every clock with its terms and sources."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from zhunsheng.desk.words import article, language
from zhunsheng.kernel import registry
from zhunsheng.kernel.matters.access import access_matter_by_key
from zhunsheng.kernel.matters.actions import load_story
from zhunsheng.kernel.matters.moves import Story
from zhunsheng.kernel.procedures import Clock, Procedure


def procedure(request: HttpRequest, kind: str) -> HttpResponse:
    """The edition asked for, else the latest one; for a matter (``at``) its own, with what was done so far."""
    declared = registry.kind_of(kind)
    editions = sorted(declared.procedures, key=lambda each: each.since, reverse=True)
    story = _story(request, kind)
    wanted = story.matter.edition if story else request.GET.get("edition", "")
    shown = next((each for each in editions if each.edition == wanted), editions[0])
    context = {
        "page_title": shown.title,
        "page_note": article(shown.basis),
        "crumbs": [
            {"title": declared.title, "href": reverse("desk:matters", args=[kind])},
            {"title": _("办理程序")},
        ],
        "edition": shown,
        "chips": [
            {"title": each.edition, "href": f"?edition={each.edition}", "current": each is shown} for each in editions
        ],
        "clocks": [_clock(clock, shown) for clock in shown.clocks.values()],
        "steps": list(shown.steps.values()),
        "matter": story.matter if story else None,
        "taken": [entry.step for entry in story.standing()] if story else [],
    }
    return render(request, "desk/procedure.html", context)


def _story(request: HttpRequest, kind: str) -> Story | None:
    """The matter in whose light the procedure is looked at; none where the address names none."""
    at = request.GET.get("at", "")
    if not at.isdecimal():
        return None
    story = load_story(access_matter_by_key(request.user, int(at)))
    return story if story.matter.kind == kind else None


def _clock(clock: Clock, shown: type[Procedure]) -> dict[str, Any]:
    return {
        "title": clock.title,
        "holder": clock.holder.label,
        "basis": article(clock.basis),
        "states": [state.title for state in clock.runs_in],
        "terms": [
            {
                "since": rule.since,
                "until": rule.until,
                "term": rule.term.text(language()),
                "source": rule.citation(language()),
                "rule": rule.term.counting.sentence(language()),
            }
            for rule in (registry.parameters()[clock.term].rules if clock.term in registry.parameters() else ())
        ],
        "given": bool(clock.given),
    }
