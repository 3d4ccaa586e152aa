"""Figures as the pages show them: value, last year, growth, part of a whole, and the breakdowns as bars."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext, pgettext
from django.utils.translation import gettext_lazy as _

from zhunsheng.desk.words import growth, number
from zhunsheng.kernel import registry
from zhunsheng.kernel.indicators import Indicator, Kind
from zhunsheng.kernel.indicators.count import Tally, change, count, count_by
from zhunsheng.kernel.models import Unit
from zhunsheng.kernel.periods import Period
from zhunsheng.kernel.units.tree import tree


def systems(period: Period) -> list[dict[str, Any]]:
    """Every figure of the house by system: one statement per table and year."""
    every = list(registry.indicators().values())
    now, then = count(every, period), count(every, period.before())
    return [
        {
            "title": domain.title,
            "code": domain.code,
            "rows": [row(each, period, now, then) for each in domain.indicators],
        }
        for domain in registry.domains().values()
        if domain.indicators
    ]


def row(indicator: Indicator, period: Period, now: Mapping[str, Tally], then: Mapping[str, Tally]) -> dict[str, Any]:
    value, last = now[indicator.code].value, then[indicator.code].value
    grown = change(value, last) if indicator.kind is not Kind.RATE else None
    return {
        "code": indicator.code,
        "title": indicator.title,
        "unit": indicator.unit,
        "value": number(value),
        "last": number(last),
        "change": growth(grown),
        "share": _share(indicator, value, now),
        "href": reverse("desk:passport", args=[indicator.code, period.since.year]),
    }


def _share(indicator: Indicator, value: Decimal | None, now: Mapping[str, Tally]) -> str:
    whole = now.get(indicator.part_of)
    if whole is None or value is None or not whole.value or indicator.kind is Kind.RATE:
        return ""
    return f"{number((value * 100 / whole.value).quantize(Decimal('0.1')))}%"


def by_month(indicator: Indicator, period: Period) -> dict[str, Any] | None:
    """Bars of the months; None for what no date places in a month."""
    found = count_by([indicator], period, "month")[indicator.code]
    if not found:
        return None
    rows = [(f"{month // 100}-{month % 100:02}", found.get(month, Tally())) for month in period.months()]
    return _bars(_("按月"), _("月份"), indicator, rows)


def by_place(indicator: Indicator, period: Period) -> dict[str, Any] | None:
    """Bars of the townships, villages counted in theirs; what has no place is a row of its own."""
    if indicator.of is Unit:
        return None
    known, places = tree(), defaultdict(Tally)
    for place, tally in count_by([indicator], period, "place")[indicator.code].items():
        top = known.top(place) if place else None
        places[top] = places[top] + tally if top in places else tally
    names = dict(Unit.objects.filter(pk__in=[pk for pk in places if pk]).values_list("pk", "name"))
    if not names:
        return None
    rows = sorted(places.items(), key=lambda pair: (pair[0] is None, -pair[1].hits, names.get(pair[0] or 0, "")))
    return _bars(
        _("按镇（街道）"),
        _("镇（街道）"),
        indicator,
        [(names.get(pk or 0) or gettext("未记地点"), t) for pk, t in rows],
    )


def _bars(title: Any, by: Any, indicator: Indicator, rows: Iterable[tuple[str, Tally]]) -> dict[str, Any]:
    values = [(name, tally.value or Decimal(0)) for name, tally in rows]
    return {
        "title": title,
        "by": by,
        "unit": indicator.unit,
        "largest": max((value for _name, value in values), default=Decimal(0)),
        "total": number(sum(value for _name, value in values)) if indicator.adds_up and not indicator.over else None,
        "rows": [{"title": name, "value": value, "shown": number(value)} for name, value in values],
    }


def condition_in_words(indicator: Indicator, period: Period) -> str:
    """The condition as the database is asked, for those who check the definition."""
    hit = indicator.hit_in(period)
    parts = [f"{indicator.on} ∈ [{period.since}, {period.until}]"] if indicator.on else []
    parts += [_condition(each) for each in (hit, indicator.over) if each]
    return " ∧ ".join(parts) or pgettext("condition", "全部记录")


def _condition(condition: Q) -> str:
    joined = " ∧ " if condition.connector == Q.AND else " ∨ "
    parts = [_condition(c) if isinstance(c, Q) else f"{c[0]} = {c[1]}" for c in condition.children]  # type: ignore[index]
    text = joined.join(parts)
    text = f"({text})" if len(parts) > 1 else text
    return f"¬{text}" if condition.negated else text
