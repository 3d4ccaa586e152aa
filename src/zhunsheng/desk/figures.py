"""Figures as the pages show them: value, last year, growth, part of a whole, and the breakdowns as bars."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from zhunsheng.desk.words import growth, number
from zhunsheng.kernel import registry
from zhunsheng.kernel.indicators import Indicator, Kind
from zhunsheng.kernel.indicators.figures import Figure, figures
from zhunsheng.kernel.indicators.measures import measured
from zhunsheng.kernel.indicators.passport import Passport
from zhunsheng.kernel.indicators.reading import in_words
from zhunsheng.kernel.periods import Period


def systems(period: Period) -> list[dict[str, Any]]:
    """Every figure of the house by system: one statement per table and year."""
    every = figures(None, period)
    return [
        {"title": domain.title, "code": domain.code, "rows": [row(every[i.code], every) for i in domain.indicators]}
        for domain in registry.domains().values()
        if domain.indicators
    ]


def row(figure: Figure, every: Mapping[str, Figure]) -> dict[str, Any]:
    """``every`` holds the whole of which the figure may be a part."""
    return {
        "code": figure.code,
        "title": figure.title,
        "unit": figure.measure,
        "value": number(figure.value),
        "last": number(figure.last_value),
        "change": growth(figure.change),
        "share": _share(figure, every.get(figure.indicator.part_of)),
        "href": reverse("desk:passport", args=[figure.code, figure.period.since.year]),
    }


def _share(figure: Figure, whole: Figure | None) -> str:
    if whole is None or figure.value is None or not whole.value or figure.indicator.kind is Kind.RATE:
        return ""
    return f"{number((figure.value * 100 / whole.value).quantize(Decimal('0.1')))}%"


def breakdowns(passport: Passport) -> list[dict[str, Any]]:
    """Bars of the months and of the townships, where there are any."""
    months = [(f"{month // 100}-{month % 100:02}", hits) for month, hits in passport.by_month]
    places = [(name or gettext("未记地点"), hits) for name, hits in passport.by_place]
    unit = "" if passport.base is not None else passport.unit
    found = [bars(_("按月"), _("月份"), unit, months)] if months else []
    if any(name for name, _hits in passport.by_place):
        found.append(bars(_("按镇（街道）"), _("镇（街道）"), unit, places))
    return found


def bars(title: Any, by: Any, unit: str, rows: Sequence[tuple[str, int]]) -> dict[str, Any]:
    return {
        "title": title,
        "by": by,
        "unit": measured(unit or "件", None),
        "largest": max((hits for _name, hits in rows), default=0),
        "total": sum(hits for _name, hits in rows),
        "rows": [{"title": name, "value": hits} for name, hits in rows],
    }


def condition_of(indicator: Indicator, period: Period) -> str:
    """What a record must fulfil besides its day, in words."""
    parts = [indicator.over, indicator.hit_in(period)]
    return "；".join(in_words(indicator.of, part) for part in parts if part)
