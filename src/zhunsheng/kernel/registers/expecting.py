"""Entries under which what should happen again and again has not happened: villages not visited for a month."""

from calendar import monthrange
from datetime import date, timedelta
from typing import Any

from django.db.models import F, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from zhunsheng.kernel.activities.models import Activity
from zhunsheng.kernel.registry import Register

MONTHS = {"month": 1, "quarter": 3, "year": 12}


def overdue_entries(register: Register, day: date) -> "QuerySet[Any]":
    """Entries valid on ``day`` under which nothing expected happened since the same day of the period before.

    The rows carry ``last_on``, the day of the last expected activity up to ``day`` (None: never), and ``quiet_since``:
    that day, or the begin of the entry; longest quiet first. One query. Empty where the register expects nothing.
    """
    entries: Any = register.model._default_manager
    rows: QuerySet[Any] = entries.filter(register=register.code).valid_on(day)
    if register.expects is None:
        return rows.none()
    happened = Activity.objects.standing().filter(entry=OuterRef("pk"), kind=register.expects.activity)
    last = happened.filter(happened_on__lte=day).order_by("-happened_on").values("happened_on")[:1]
    found: QuerySet[Any] = rows.annotate(last_on=Subquery(last)).annotate(
        quiet_since=Coalesce("last_on", F("valid_from"))
    )
    return found.filter(quiet_since__lt=before(day, register.expects.every)).order_by("quiet_since", "pk")


def before(day: date, every: str) -> date:
    """The day one period before ``day``; in a shorter month, its last day."""
    if every == "week":
        return day - timedelta(days=7)
    number = day.year * 12 + day.month - 1 - MONTHS[every]
    year, month = number // 12, number % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))
