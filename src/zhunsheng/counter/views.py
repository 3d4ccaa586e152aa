"""Published reports: the list, a sealed report as a page to read, and the passport of each of its figures."""

import re
from decimal import Decimal
from functools import lru_cache
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from zhunsheng.counter.guarding import guarded
from zhunsheng.kernel.documents import to_docx, to_html, to_pdf
from zhunsheng.kernel.indicators.measures import measured
from zhunsheng.kernel.reports.actions import report_of
from zhunsheng.kernel.reports.models import Report, SealedFigure
from zhunsheng.kernel.reports.refusals import ReportNotFound
from zhunsheng.kernel.reports.render import document_of
from zhunsheng.kernel.reports.text import NO_COMPARISON

SCROLLED = '<div class="table-scroll">'
FIRST_LEVEL = re.compile(r'<h(\d) class="level-1">(.*?)</h\1>')
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
FORMATS = {"docx": (DOCX, to_docx), "pdf": ("application/pdf", to_pdf)}


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """The reports that were sealed and are therefore public."""
    rows = Report.objects.filter(seal__isnull=False).select_related("jurisdiction", "seal").order_by("-year", "form")
    return render(request, "counter/home.html", {"reports": rows, "home_href": reverse("counter:home")})


@require_safe
def report(request: HttpRequest, form: str, year: int) -> HttpResponse:
    """The sealed report as it was published; each figure opens its passport."""
    it = published(form, year)
    shown, contents = _read(it.pk)
    context = {"it": it, "shown": shown, "contents": contents, "formats": list(FORMATS), **_frame()}
    return render(request, "counter/report.html", context)


@require_safe
def figure(request: HttpRequest, form: str, year: int, code: str) -> HttpResponse:
    """The passport of a figure as it was sealed: what it counts and how it divides, never the records."""
    it = published(form, year)
    row = SealedFigure.objects.filter(report=it, code=code).defer("records").first()
    if row is None:
        raise Http404
    context = {"it": it, "figure": row, "shown": _numbers(row), "breakdowns": _breakdowns(row), **_frame()}
    return render(request, "counter/figure.html", context)


@require_safe
def report_file(request: HttpRequest, form: str, year: int, suffix: str) -> HttpResponse:
    if suffix not in FORMATS:
        raise Http404
    it = published(form, year)
    answer = HttpResponse(_file(it.pk, suffix), content_type=FORMATS[suffix][0])
    answer.headers["Content-Disposition"] = content_disposition_header(True, f"{it.title}.{suffix}") or ""
    return answer


def published(form: str, year: int) -> Report:
    """The sealed report; a draft is not found, as if it did not exist."""
    it = report_of(form, year)
    if it.sealed is None:
        raise ReportNotFound(form=it.declared.title, year=year)
    return it


def _frame() -> dict[str, Any]:
    return {"home_href": reverse("counter:home"), "report_language": "zh-Hans"}


@lru_cache(maxsize=8)
def _read(key: int) -> tuple[SafeString, list[tuple[str, str]]]:
    """The sealed text, which never changes, with an anchor at every part, and the list of the parts."""
    it = Report.objects.select_related("jurisdiction", "unit").get(pk=key)
    made = to_html(document_of(it), lambda code: reverse("counter:figure", args=[it.form, it.year, code]))
    made = made.replace(SCROLLED, f'{SCROLLED[:-1]} tabindex="0" role="group" aria-label="表格，可左右滚动">')
    contents: list[tuple[str, str]] = []

    def anchored(match: re.Match[str]) -> str:
        contents.append((f"part-{len(contents) + 1}", match[2]))
        return f'<h{match[1]} class="level-1" id="{contents[-1][0]}">{match[2]}</h{match[1]}>'

    return mark_safe(FIRST_LEVEL.sub(anchored, made)), contents  # noqa: S308 -- to_html escapes every text


@lru_cache(maxsize=4)
def _file(key: int, suffix: str) -> bytes:
    return FORMATS[suffix][1](document_of(Report.objects.select_related("jurisdiction", "unit").get(pk=key)))


def _numbers(row: SealedFigure) -> dict[str, str]:
    change = f"{Decimal(row.change):+,}" if row.change else NO_COMPARISON
    unit = "%" if row.kind != "rate" else gettext("个百分点")
    return {
        "value": f"{Decimal(row.value):,}" if row.value else "—",
        "unit": measured(row.unit, Decimal(row.value) if row.value else None),
        "last": f"{Decimal(row.last):,}" if row.last else "—",
        "change": f"{change}{unit}" if row.change else gettext(change),
    }


def _breakdowns(row: SealedFigure) -> list[dict[str, Any]]:
    months = [(f"{month // 100}-{month % 100:02}", hits) for month, hits in row.by_month]
    places = [(name or gettext("未记地点"), hits) for name, hits in row.by_place]
    found = [guarded(_("按月"), _("月份"), months)] if months else []
    if any(name for name, _hits in row.by_place):
        found.append(guarded(_("按镇（街道）"), _("镇（街道）"), places))
    return found
