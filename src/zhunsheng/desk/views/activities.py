"""One activity with its corrections, and the forms that record, correct and withdraw activities."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from zhunsheng.desk.form_page import FormPage
from zhunsheng.desk.forms import AskedForm, asked, long_text, own_fields
from zhunsheng.desk.history import changes, facts_of
from zhunsheng.desk.reach import unit_names
from zhunsheng.kernel import registry
from zhunsheng.kernel.activities.access import access_activity
from zhunsheng.kernel.activities.actions import correct_activity, may_amend, record_activity, withdraw_activity
from zhunsheng.kernel.activities.recording import BASE
from zhunsheng.kernel.models import RegisterEntry


def activity(request: HttpRequest, key: int) -> HttpResponse:
    """What happened, where and with whom, and what was corrected since."""
    it = access_activity(request.user, key)
    names = unit_names(request.user)
    request.shown_under = reverse("desk:activities", args=[it.kind])
    context = {
        "page_title": it.title,
        "crumbs": _crumbs(it.declared),
        "it": it,
        "facts": facts_of(it.specific, (*BASE[1:], *it.declared.fields), names),
        "entries": changes(it.specific, it.changes.select_related("by"), names),
        "may_amend": may_amend(it, request.user) and not it.withdrawn_at,
    }
    return render(request, "desk/activity.html", context)


def _crumbs(declared: Any) -> list[dict[str, Any]]:
    chapter = registry.CHAPTERS[registry.domain_of(declared.code).chapter]
    return [{"title": chapter}, {"title": declared.title, "href": reverse("desk:activities", args=[declared.code])}]


class RecordPage(FormPage):
    """The form that records an activity."""

    submit = _("登记")

    def prepare(self, kind: str, **named: Any) -> None:
        self.kind = registry.activity_kind_of(kind)

    def form(self, given: Any = None) -> AskedForm:
        fields = {}
        for name, field in own_fields(self.kind.model, (*BASE, *self.kind.fields)).items():
            if name == "entry" and not self.kind.under:
                continue
            role = self.kind.recorded_by if name == "unit" and not self.kind.at_place else None
            required = not field.blank or (name == "entry" and bool(self.kind.under))
            fields[name] = asked(field, self.request.user, required=required, role=role)
        if "entry" in fields:
            self._narrow(fields)
        fields["happened_on"].initial = timezone.localdate()
        return AskedForm(fields, given)

    def _narrow(self, fields: dict[str, Any]) -> None:
        """Only entries of the register it happens under; unit and place follow from the entry where left empty."""
        entries = RegisterEntry.objects.visible_to(self.request.user).filter(register=self.kind.under)
        fields["entry"].queryset = entries.valid_on(timezone.localdate()).order_by("title")
        fields["entry"].initial = self.request.GET.get("entry")
        fields["unit"].required = False

    def act(self, form: AskedForm) -> tuple[Any, str]:
        recorded = record_activity(self.kind.code, by=self.request.user, **form.answers(form.fields))
        return _("已登记“%(title)s”。") % {"title": recorded.title}, reverse("desk:activity", args=[recorded.pk])

    def page(self) -> dict[str, Any]:
        title = _("登记：%(kind)s") % {"kind": gettext(self.kind.title)}
        href = reverse("desk:activities", args=[self.kind.code])
        return {"page_title": title, "crumbs": [*_crumbs(self.kind), {"title": _("登记")}], "cancel_href": href}


class ActivityForm(FormPage):
    """What the forms about one activity share."""

    def prepare(self, key: int, **named: Any) -> None:
        self.activity = access_activity(self.request.user, key)

    def page(self) -> dict[str, Any]:
        href = reverse("desk:activity", args=[self.activity.pk])
        crumbs = [*_crumbs(self.activity.declared), {"title": self.activity.title, "href": href}]
        return {"crumbs": crumbs, "page_note": self.activity.title, "cancel_href": href}


class CorrectActivityPage(ActivityForm):
    """Correcting what was recorded wrongly, with a reason."""

    submit = _("更正")

    def names(self) -> list[str]:
        declared = self.activity.declared
        return [name for name in (*BASE, *declared.fields) if name != "entry" or declared.under]

    def form(self, given: Any = None) -> AskedForm:
        it, fields = self.activity.specific, {}
        for name, field in own_fields(type(it), self.names()).items():
            fields[name] = asked(field, self.request.user, required=not field.blank)
            fields[name].initial = getattr(it, field.attname)
        fields["reason"] = long_text(_("更正理由"))
        return AskedForm(fields, given)

    def act(self, form: AskedForm) -> tuple[Any, str]:
        changed = {name: form.cleaned_data[name] for name in form.changed_data if name in self.names()}
        correct_activity(self.activity, by=self.request.user, reason=form.cleaned_data["reason"], **changed)
        return _("已更正。"), reverse("desk:activity", args=[self.activity.pk])

    def page(self) -> dict[str, Any]:
        return {**super().page(), "page_title": _("更正活动")}


class WithdrawPage(ActivityForm):
    """Withdrawing what should not have been recorded, with a reason."""

    submit = _("作废")
    tone = "risk"

    def form(self, given: Any = None) -> AskedForm:
        return AskedForm({"reason": long_text(_("作废理由"))}, given)

    def act(self, form: AskedForm) -> tuple[Any, str]:
        withdraw_activity(self.activity, by=self.request.user, reason=form.cleaned_data["reason"])
        return _("已作废；记录仍可查看，但不再计数。"), reverse("desk:activity", args=[self.activity.pk])

    def page(self) -> dict[str, Any]:
        warning = _("作废后不能恢复，也不再计入任何数据；需要时请另行登记。")
        return {**super().page(), "page_title": _("作废活动"), "warning": warning}
