"""One entry of a register with its history, and the forms that add, change and end entries."""

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from zhunsheng.desk.form_page import FormPage
from zhunsheng.desk.forms import AskedForm, asked, day, hidden, long_text, own_fields
from zhunsheng.desk.history import changes, facts_of
from zhunsheng.desk.reach import unit_names
from zhunsheng.kernel import registry
from zhunsheng.kernel.models import Activity, RegisterEntry
from zhunsheng.kernel.registers.access import access_entry
from zhunsheng.kernel.registers.actions import add_entry, change_entry, end_entry, may_withdraw, withdraw_entry
from zhunsheng.kernel.registers.keeping import BASE, may_keep

SHOWN = 20


def entry(request: HttpRequest, key: int) -> HttpResponse:
    """What is entered, what changed since and why, and what happened under it."""
    it = access_entry(request.user, key)
    declared, names = it.declared, unit_names(request.user)
    request.shown_under = reverse("desk:register", args=[declared.code])
    happened = Activity.objects.visible_to(request.user).standing().filter(entry=it.pk).order_by("-happened_on")
    context = {
        "page_title": it.title,
        "crumbs": _crumbs(declared),
        "it": it,
        "valid": _is_valid(it, timezone.localdate()),
        "facts": facts_of(it.specific, (*BASE[1:], *declared.fields), names),
        "entries": changes(it.specific, it.changes.select_related("by"), names),
        "happened": happened[:SHOWN],
        "may_keep": may_keep(declared, request.user, it.unit_id) and not it.withdrawn_at,
        "may_withdraw": may_withdraw(it, request.user) and not it.withdrawn_at,
        "kinds": [kind for kind in registry.activity_kinds().values() if kind.under == declared.code],
    }
    return render(request, "desk/entry.html", context)


def _is_valid(it: RegisterEntry, day: date) -> bool:
    return not it.withdrawn_at and it.valid_from <= day and (not it.valid_until or it.valid_until >= day)


def _crumbs(declared: Any) -> list[dict[str, Any]]:
    chapter = registry.CHAPTERS[registry.domain_of(declared.code).chapter]
    return [{"title": chapter}, {"title": declared.title, "href": reverse("desk:register", args=[declared.code])}]


class AddEntryPage(FormPage):
    """The form that enters something into a register."""

    submit = _("登记")

    def prepare(self, register: str, **named: Any) -> None:
        self.register = registry.register_of(register)

    def form(self, given: Any = None) -> AskedForm:
        fields = {}
        for name, field in own_fields(self.register.model, (*BASE, *self.register.fields)).items():
            role = self.register.kept_by if name == "unit" else None
            required = not field.blank or name in self.register.unique_while_valid
            fields[name] = asked(field, self.request.user, required=required, role=role)
        fields["valid_from"].initial = timezone.localdate()
        return AskedForm(fields, given)

    def act(self, form: AskedForm) -> tuple[Any, str]:
        added = add_entry(self.register.code, by=self.request.user, **form.answers(form.fields))
        return _("已登记“%(title)s”。") % {"title": added.title}, reverse("desk:entry", args=[added.pk])

    def page(self) -> dict[str, Any]:
        title = _("登记：%(kind)s") % {"kind": gettext(self.register.title)}
        href = reverse("desk:register", args=[self.register.code])
        return {"page_title": title, "crumbs": [*_crumbs(self.register), {"title": _("登记")}], "cancel_href": href}


class EntryForm(FormPage):
    """What the forms about one entry share."""

    def prepare(self, key: int, **named: Any) -> None:
        self.entry = access_entry(self.request.user, key)
        self.version = self.entry.version

    def page(self) -> dict[str, Any]:
        href = reverse("desk:entry", args=[self.entry.pk])
        crumbs = [*_crumbs(self.entry.declared), {"title": self.entry.title, "href": href}]
        return {"crumbs": crumbs, "page_note": self.entry.title, "cancel_href": href}

    def happened(self) -> list[dict[str, Any]]:
        latest = list(self.entry.changes.select_related("by"))[-1:]
        return changes(self.entry.specific, latest, unit_names(self.request.user))


class ChangeEntryPage(EntryForm):
    """Changing an entry from a day on, with a reason."""

    submit = _("变更")

    def form(self, given: Any = None) -> AskedForm:
        it, declared = self.entry.specific, self.entry.declared
        fields = {}
        for name, field in own_fields(declared.model, (*BASE, *declared.fields)).items():
            fields[name] = asked(field, self.request.user, required=not field.blank)
            fields[name].initial = getattr(it, field.attname)
        fields["day"] = day(_("变更日期"), initial=timezone.localdate())
        fields["reason"] = long_text(_("变更理由"))
        fields["version"] = hidden(self.version)
        return AskedForm(fields, given)

    def act(self, form: AskedForm) -> tuple[Any, str]:
        own = {name for name in form.fields if name not in ("day", "reason", "version")}
        changed = {name: form.cleaned_data[name] for name in form.changed_data if name in own}
        given = {name: form.cleaned_data[name] for name in ("day", "reason", "version")}
        change_entry(self.entry, by=self.request.user, **given, **changed)
        return _("已变更；变更前的内容和理由保留在变更记录中。"), reverse("desk:entry", args=[self.entry.pk])

    def page(self) -> dict[str, Any]:
        return {**super().page(), "page_title": _("变更登记项")}


class EndEntryPage(EntryForm):
    """Letting an entry end on a day, with a reason."""

    submit = _("终止")
    tone = "risk"

    def form(self, given: Any = None) -> AskedForm:
        fields = {
            "on": day(_("最后有效日"), initial=timezone.localdate()),
            "reason": long_text(_("终止理由")),
            "version": hidden(self.version),
        }
        return AskedForm(fields, given)

    def act(self, form: AskedForm) -> tuple[Any, str]:
        end_entry(self.entry, by=self.request.user, **form.cleaned_data)
        return _("已终止。"), reverse("desk:entry", args=[self.entry.pk])

    def page(self) -> dict[str, Any]:
        return {**super().page(), "page_title": _("终止登记项")}


class WithdrawEntryPage(EntryForm):
    """Withdrawing what should never have been entered, for the head of the unit, with a reason."""

    submit = _("作废")
    tone = "risk"

    def form(self, given: Any = None) -> AskedForm:
        return AskedForm({"reason": long_text(_("作废理由")), "version": hidden(self.version)}, given)

    def act(self, form: AskedForm) -> tuple[Any, str]:
        withdraw_entry(self.entry, by=self.request.user, **form.cleaned_data)
        return _("已作废；记录仍可查看，但不再计数。"), reverse("desk:entry", args=[self.entry.pk])

    def page(self) -> dict[str, Any]:
        warning = _("只有本不应登记的才作废：作废后视为从未有效。曾经有效、现在结束的，请改用“终止”。")
        return {**super().page(), "page_title": _("作废登记项"), "warning": warning}
