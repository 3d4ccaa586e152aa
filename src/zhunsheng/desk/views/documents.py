"""Official documents of a matter: drafted from the record, completed, previewed, issued, and downloaded."""

from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import mark_safe
from django.utils.translation import gettext_lazy as _

from zhunsheng.desk.forms import AskedForm, day, long_text
from zhunsheng.desk.papers import FORMATS, download
from zhunsheng.desk.views.matters import MatterForm
from zhunsheng.desk.words import article
from zhunsheng.kernel.documents import to_html
from zhunsheng.kernel.issuing.actions import document_of, issue_document
from zhunsheng.kernel.issuing.drafting import EDITABLE, Draft, draft
from zhunsheng.kernel.issuing.models import IssuedDocument


class DraftPage(MatterForm):
    """The draft with its gaps, to be completed and issued; nothing is numbered before."""

    template = "desk/draft.html"
    submit = _("编号并出文")

    def prepare(self, key: int, code: str, **named: Any) -> None:
        super().prepare(key)
        self.draft: Draft = draft(self.matter, code)

    def form(self, given: Any = None) -> AskedForm:
        fields = {
            "title": forms.CharField(label=_("标题"), max_length=200, initial=self.draft.title),
            "addressed_to": forms.CharField(label=_("主送"), required=False, initial=self.draft.addressed_to),
            "text": long_text(_("正文"), hint=_("空行分段；以“# ”开头的是小标题。"), tall=True),
            "on": day(_("出文日期"), initial=timezone.localdate()),
        }
        fields["text"].initial = self.draft.text
        return AskedForm(fields, given)

    def post(self, request: HttpRequest, **named: Any) -> HttpResponse:
        if "preview" not in request.POST:
            return super().post(request, **named)
        self.prepare(**named)
        form = self.filled()
        if form.is_valid():
            self.draft = self.draft.edited(self._edits(form))
        return self._shown(form)

    @staticmethod
    def _edits(form: AskedForm) -> dict[str, str]:
        return {name: form.cleaned_data[name] for name in EDITABLE}

    def act(self, form: AskedForm) -> tuple[Any, str]:
        self.draft = self.draft.edited(self._edits(form))
        issued = issue_document(
            self.matter,
            self.draft.template.code,
            by=self.request.user,
            on=form.cleaned_data["on"],
            edits=self._edits(form),
        )
        message = _("已出文：%(number)s。") % {"number": issued.number}
        return message, reverse("desk:document", args=[issued.pk])

    def page(self) -> dict[str, Any]:
        shown = mark_safe(to_html(self.draft.document()))  # noqa: S308 -- to_html escapes every text
        basis = article(self.draft.step.basis)
        return {**super().page(), "page_title": self.draft.title, "basis": basis, "draft": self.draft, "preview": shown}


def document(request: HttpRequest, key: int) -> HttpResponse:
    """An issued document as it went out."""
    issued = _issued(request, key)
    context = {
        "page_title": issued.title,
        "crumbs": [{"title": issued.matter.number, "href": reverse("desk:matter", args=[issued.matter_id])}],
        "issued": issued,
        "shown": mark_safe(to_html(document_of(issued))),  # noqa: S308 -- to_html escapes every text
        "formats": [(form.upper(), reverse("desk:document_file", args=[key, form])) for form in FORMATS],
    }
    return render(request, "desk/document_page.html", context)


def document_file(request: HttpRequest, key: int, form: str) -> HttpResponse:
    issued = _issued(request, key)
    if form not in FORMATS:
        raise Http404
    return download(document_of(issued), form, f"{issued.number} {issued.title}")


def _issued(request: HttpRequest, key: int) -> IssuedDocument:
    issued = (
        IssuedDocument.objects.visible_to(request.user).select_related("matter", "issued_by").filter(pk=key).first()
    )
    if issued is None:
        raise Http404
    return issued
