"""Figures of a year, and the passport of one."""

from datetime import datetime
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from zhunsheng.api.kit import Router, Schema
from zhunsheng.kernel.indicators.figures import Figure, as_number, figures_of
from zhunsheng.kernel.indicators.passport import passport_of
from zhunsheng.kernel.periods import Period

router = Router(tags=[_("指标")])


class FigureOut(Schema):
    """A figure; None where nothing can be said, such as a rate of nothing."""

    code: str
    title: str
    unit: str
    definition: str
    period: str
    value: int | float | None
    last_value: int | float | None
    change: float | None


class PlaceCount(Schema):
    place: str | None
    count: int


class MonthCount(Schema):
    month: int
    count: int


class RelationOut(Schema):
    sentence: str
    holds: bool


class PassportOut(FigureOut):
    """``digest``: SM3 over the sorted list of the ``count`` records behind the figure."""

    as_of: datetime
    count: int
    digest: str
    by_place: list[PlaceCount]
    by_month: list[MonthCount]
    relations: list[RelationOut]


@router.get("/figures/{year}", response=list[FigureOut], summary=_("一年的全部指标"))
def figures(request: HttpRequest, year: str) -> Any:
    return [_shown(figure) for figure in figures_of(year)]


def _shown(figure: Figure) -> dict[str, Any]:
    return {
        "code": figure.code,
        "title": gettext(figure.title),
        "unit": gettext(figure.unit),
        "definition": gettext(figure.definition),
        "period": str(figure.period),
        "value": figure.number,
        "last_value": as_number(figure.last_value),
        "change": figure.change,
    }


@router.get("/figures/{code}/{year}", response=PassportOut, summary=_("一个指标的数据说明（一数一证）"))
def passport(request: HttpRequest, code: str, year: str) -> Any:
    found = passport_of(code, Period.year(year))
    return _shown(found.figure) | {
        "as_of": found.as_of,
        "count": found.count,
        "digest": found.digest,
        "by_place": [{"place": place, "count": count} for place, count in found.by_place],
        "by_month": [{"month": month, "count": count} for month, count in found.by_month],
        "relations": [{"sentence": each.sentence, "holds": each.holds} for each in found.relations],
    }
