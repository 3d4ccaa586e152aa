"""Reports that are sealed, their figures, and what would differ today."""

from datetime import date, datetime
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from zhunsheng.api.kit import Router, Schema
from zhunsheng.kernel.indicators.figures import as_number
from zhunsheng.kernel.models import Report, Seal, SealedFigure, SealedSection
from zhunsheng.kernel.reports.actions import report_of
from zhunsheng.kernel.reports.refusals import NotSealedYet
from zhunsheng.kernel.reports.restate import RecordChange, Restated, restate
from zhunsheng.kernel.reports.stating import as_value

router = Router(tags=[_("报告")])


class ReportOut(Schema):
    form: str
    year: int
    title: str
    unit: str
    address: str
    sealed_at: datetime | None
    digest: str | None


class SectionOut(Schema):
    at: str
    title: str
    unit: str
    text: str
    digest: str


class SealedFigureOut(Schema):
    code: str
    title: str
    unit: str
    definition: str
    period: str
    value: int | float | None
    last_value: int | float | None
    change: int | float | None
    count: int
    list_digest: str
    digest: str


class SealedReportOut(ReportOut):
    """A report as it was sealed, with every digest that ``zhunsheng verify`` recomputes."""

    text_digest: str
    figures_digest: str
    journal_digest: str
    previous: str
    sections: list[SectionOut]
    figures: list[SealedFigureOut]


class ReasonOut(Schema):
    what: str
    day: date
    recorded_at: datetime


class RecordChangeOut(Schema):
    """A record that came, went or changed; who may see the record itself finds it by its key."""

    key: str
    how: str
    reasons: list[ReasonOut]


class RestatedOut(Schema):
    """A sealed figure and what it is now; ``counted`` is false where its system is switched off."""

    code: str
    title: str
    unit: str
    sealed: int | float | None
    now: int | float | None
    counted: bool
    records: list[RecordChangeOut]


class RestatementOut(Schema):
    """The figures of a sealed report that would differ today."""

    form: str
    year: int
    sealed_at: datetime
    differing: list[RestatedOut]


def _shown(report: Report, seal: Seal | None) -> dict[str, Any]:
    shown = {name: getattr(report, name) for name in ("form", "year", "title", "address")}
    sealed = {"sealed_at": seal.sealed_at if seal else None, "digest": seal.digest if seal else None}
    return shown | {"unit": report.unit.code} | sealed


@router.get("/reports", response=list[ReportOut], summary=_("全部报告"))
def reports(request: HttpRequest) -> Any:
    rows = Report.objects.select_related("unit", "jurisdiction", "seal")
    return [_shown(report, getattr(report, "seal", None)) for report in rows]


@router.get("/reports/{form}/{year}", response=SealedReportOut, summary=_("一份已封存的报告及其数据"))
def report(request: HttpRequest, form: str, year: str) -> Any:
    found = report_of(form, year)
    seal = found.sealed
    if seal is None:
        raise NotSealedYet(report=found.title)
    digests = {name: getattr(seal, name) for name in ("text_digest", "figures_digest", "journal_digest", "previous")}
    sections = SealedSection.objects.filter(report=found)
    figures = SealedFigure.objects.filter(report=found).defer("records")
    return _shown(found, seal) | digests | {"sections": sections, "figures": [_figure(each) for each in figures]}


def _figure(row: SealedFigure) -> dict[str, Any]:
    kept = {name: getattr(row, name) for name in ("code", "title", "unit", "definition", "period")}
    values = {"value": as_number(as_value(row.value)), "last_value": as_number(as_value(row.last))}
    values["change"] = as_number(as_value(row.change))
    return kept | values | {"count": row.listed, "list_digest": row.list_digest, "digest": row.digest}


@router.get("/reports/{form}/{year}/restatement", response=RestatementOut, summary=_("封存之后数据有何变化"))
def restatement(request: HttpRequest, form: str, year: str) -> Any:
    found = restate(report_of(form, year))
    return {
        "form": form,
        "year": found.report.year,
        "sealed_at": found.seal.sealed_at,
        "differing": [_restated(each) for each in found.differing],
    }


def _restated(figure: Restated) -> dict[str, Any]:
    return {
        "code": figure.code,
        "title": gettext(figure.title),
        "unit": gettext(figure.unit),
        "sealed": as_number(figure.sealed),
        "now": as_number(figure.now),
        "counted": figure.counted,
        "records": [_record(each) for each in figure.records],
    }


def _record(change: RecordChange) -> dict[str, Any]:
    reasons = [{"what": gettext(r.what), "day": r.day, "recorded_at": r.recorded_at} for r in change.reasons]
    return {"key": change.key, "how": change.how, "reasons": reasons}
