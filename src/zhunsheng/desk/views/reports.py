"""Reports: the list, a report while it is drafted and once it is sealed, and the forms that write and seal it."""

from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from zhunsheng.desk.drafts import figure_rows, figures_of_section, heads_a_section, sections_shown, with_sections
from zhunsheng.desk.form_page import FormPage
from zhunsheng.desk.forms import AskedForm, hidden, long_text
from zhunsheng.desk.papers import FORMATS, download
from zhunsheng.desk.words import number
from zhunsheng.kernel.indicators.measures import measured
from zhunsheng.kernel.reports.actions import (
    codes_to_confirm,
    confirm_figures,
    may_draft,
    report_of,
    section_of,
    start_report,
    write_section,
)
from zhunsheng.kernel.reports.drafting import report_figures
from zhunsheng.kernel.reports.forms import forms as report_forms
from zhunsheng.kernel.reports.models import Report, ReportSection
from zhunsheng.kernel.reports.render import document_of
from zhunsheng.kernel.reports.restate import restate
from zhunsheng.kernel.reports.sealing import seal_report

FIRST_YEAR = 2021


def reports(request: HttpRequest) -> HttpResponse:
    """Every report that was started, the latest year first."""
    rows = Report.objects.select_related("jurisdiction", "unit", "seal").order_by("-year", "form")
    shown = [
        {"it": row, "href": address("report", row), "sealed_at": row.seal.sealed_at if hasattr(row, "seal") else None}
        for row in rows
    ]
    return render(request, "desk/reports.html", {"page_title": _("年度报告"), "rows": shown})


def address(name: str, report: Report, *more: Any) -> str:
    return reverse(f"desk:{name}", args=[report.form, report.year, *more])


def report(request: HttpRequest, form: str, year: int) -> HttpResponse:
    """A draft with its sections and figures, or what was sealed."""
    it = with_sections(report_of(form, year))
    known = report_figures(it)
    seal = it.sealed
    rows = figure_rows((known[code] for code in sorted(known)), year)
    context = {
        **_heading(it),
        "it": it,
        "seal": seal,
        "figures": rows,
        "unconfirmed": sum(not row["confirmed_by"] for row in rows),
        "sections": [] if seal else sections_shown(it, known, request.user),
        "may_seal": not seal and may_draft(request.user, it.unit),
        "may_confirm": not seal and heads_a_section(it, request.user),
        "formats": [(name.upper(), address("report_file", it, name)) for name in FORMATS],
    }
    return render(request, "desk/report.html", context)


def _heading(it: Report) -> dict[str, Any]:
    return {"page_title": it.title, "crumbs": [{"title": _("年度报告"), "href": reverse("desk:reports")}]}


def report_file(request: HttpRequest, form: str, year: int, suffix: str) -> HttpResponse:
    """The report as .docx or PDF; a draft says on its first page that it is one."""
    if suffix not in FORMATS:
        raise Http404
    it = report_of(form, year)
    return download(document_of(it), suffix, it.title)


def restatement(request: HttpRequest, form: str, year: int) -> HttpResponse:
    """What the sealed report would say today, figure by figure, and which records make the difference."""
    it = report_of(form, year)
    found = restate(it)
    differing = [
        {
            "it": each,
            "sealed": number(each.sealed),
            "now": number(each.now),
            "unit": measured(each.unit, each.now),
            "records": each.records,
        }
        for each in found.differing
    ]
    heading = _heading(it)
    context = {
        **heading,
        "page_title": _("更正说明"),
        "crumbs": [*heading["crumbs"], {"title": it.title, "href": address("report", it)}],
        "it": it,
        "seal": found.seal,
        "today": timezone.now(),
        "differing": differing,
        "same": len(found.figures) - len(differing),
    }
    return render(request, "desk/restatement.html", context)


class StartPage(FormPage):
    """Starting the report of a year, with the drafts of all its sections."""

    submit = _("建立报告")

    def form(self, given: Any = None) -> AskedForm:
        this = timezone.localdate().year
        kinds = [(form.code, gettext(form.title)) for form in report_forms().values()]
        fields = {
            "form": forms.ChoiceField(label=_("报告"), choices=kinds),
            "year": forms.TypedChoiceField(
                label=_("年度"), coerce=int, choices=[(y, str(y)) for y in range(this, FIRST_YEAR - 1, -1)]
            ),
        }
        return AskedForm(fields, given)

    def act(self, form: AskedForm) -> tuple[Any, str]:
        started = start_report(form.cleaned_data["form"], form.cleaned_data["year"], by=self.request.user)
        return _("已建立“%(title)s”。") % {"title": started.title}, address("report", started)

    def page(self) -> dict[str, Any]:
        href = reverse("desk:reports")
        return {
            "page_title": _("建立报告"),
            "crumbs": [{"title": _("年度报告"), "href": href}],
            "cancel_href": href,
        }


class ReportForm(FormPage):
    """What the forms about one report share."""

    def prepare(self, form: str, year: int, **named: Any) -> None:
        self.report = report_of(form, year)

    def back(self) -> str:
        return address("report", self.report)

    def page(self) -> dict[str, Any]:
        crumbs = [*_heading(self.report)["crumbs"], {"title": self.report.title, "href": self.back()}]
        return {"crumbs": crumbs, "page_note": self.report.title, "cancel_href": self.back()}


class SectionPage(ReportForm):
    """Writing a section: its text, its figures beside it, and what the report of the year before said."""

    template = "desk/section.html"
    submit = _("保存")

    def prepare(self, form: str, year: int, at: str, **named: Any) -> None:
        super().prepare(form, year)
        self.section = section_of(self.report, at)
        self.version = self.section.version

    def form(self, given: Any = None) -> AskedForm:
        hint = _("空行分段。数据写作 {系统.指标}，上年值写作 {系统.指标:last}，增减写作 {系统.指标:change}。")
        fields = {"text": long_text(_("正文"), hint=hint, tall=True), "version": hidden(self.version)}
        fields["text"].initial = self.section.text
        return AskedForm(fields, given)

    def act(self, form: AskedForm) -> tuple[Any, str]:
        given = form.cleaned_data
        row = write_section(self.report, self.section.at, given["text"], by=self.request.user, version=given["version"])
        return _("已保存“%(title)s”。") % {"title": row.title}, f"{self.back()}#section-{row.order}"

    def happened(self) -> list[dict[str, Any]]:
        row = self.section
        by, at = str(row.updated_by or ""), timezone.localtime(row.updated_at)
        line = {"title": row.title, "happened_on": at.date(), "by": by, "recorded_at": at, "tone": "fix"}
        return [line | {"answers": [{"title": _("正文"), "value": row.text}]}]

    def page(self) -> dict[str, Any]:
        before = ReportSection.objects.filter(
            report__form=self.report.form, report__year=self.report.year - 1, at=self.section.at
        ).first()
        return {
            **super().page(),
            "page_title": f"{self.section.at} {self.section.title}",
            "figures": figures_of_section(self.section),
            "before": before,
        }


class ConfirmPage(ReportForm):
    """Confirming figures at their value of now, for the heads of the units that write the sections."""

    submit = _("确认所选数据")

    def form(self, given: Any = None) -> AskedForm:
        mine = codes_to_confirm(self.report, self.request.user)
        known = report_figures(self.report)
        rows = figure_rows((known[code] for code in sorted(mine) if not known[code].confirmed_by), self.report.year)
        choices = [(row["code"], f"{gettext(row['title'])}：{row['value']} {row['unit']}") for row in rows]
        self.left = len(choices)
        field = forms.MultipleChoiceField(label=_("数据"), choices=choices, widget=forms.CheckboxSelectMultiple)
        field.initial = [code for code, _title in choices]
        return AskedForm({"codes": field}, given)

    def act(self, form: AskedForm) -> tuple[Any, str]:
        rows = confirm_figures(self.report, form.cleaned_data["codes"], by=self.request.user)
        return _("已确认 %(count)s 项数据。") % {"count": len(rows)}, self.back()

    def page(self) -> dict[str, Any]:
        warning = _("确认表示您对这些数据负责。确认之后数据如有变化，须重新确认。")
        return {**super().page(), "page_title": _("确认数据"), "warning": warning}


class SealPage(ReportForm):
    """Sealing: it cannot be undone, and says so."""

    submit = _("封存报告")
    tone = "risk"

    def form(self, given: Any = None) -> AskedForm:
        return AskedForm({"sure": forms.BooleanField(label=_("我已核对全文和数据，知道封存后不能修改或者撤销"))}, given)

    def act(self, form: AskedForm) -> tuple[Any, str]:
        seal = seal_report(self.report, by=self.request.user)
        return _("已封存，摘要 %(digest)s…") % {"digest": seal.digest[:16]}, self.back()

    def page(self) -> dict[str, Any]:
        warning = _("封存不能撤销：正文、数据和背后的记录清单将被固定并公开。此后的更正只出现在更正说明中。")
        return {**super().page(), "page_title": _("封存报告"), "warning": warning}
