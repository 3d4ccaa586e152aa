"""The page of one matter, and the forms that move it: opening, steps, corrections, withdrawals."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from zhunsheng.desk import tones
from zhunsheng.desk.attaching import FilesField, attach_all, file_rows, with_files
from zhunsheng.desk.form_page import FormPage
from zhunsheng.desk.forms import AskedForm, asked, day, hidden, long_text, own_fields, row_fields
from zhunsheng.desk.papers import papers_of
from zhunsheng.desk.parties import parties_given, party_rows, party_sections
from zhunsheng.desk.reach import unit_names
from zhunsheng.desk.story import Told
from zhunsheng.desk.words import article
from zhunsheng.kernel import registry
from zhunsheng.kernel.matters.access import access_matter_by_key
from zhunsheng.kernel.matters.actions import (
    choose_edition,
    correct,
    correctable,
    load_story,
    open_matter,
    revoke_step,
    take_step,
)
from zhunsheng.kernel.matters.moves import step_of
from zhunsheng.kernel.models import Matter, Person
from zhunsheng.kernel.roles import Role
from zhunsheng.kernel.units.tree import reach_of
from zhunsheng.kernel.writing import write_transaction

ROW = "row-"
OPENING = ("title", "unit", "opened_on", "place", "handler", "origin")


def told(request: HttpRequest, key: int) -> Told:
    """The matter if the person may see it, or MatterNotFound."""
    story = load_story(access_matter_by_key(request.user, key))
    request.shown_under = reverse("desk:matters", args=[story.matter.kind])
    return Told(story, request.user, unit_names(request.user))


def matter(request: HttpRequest, key: int) -> HttpResponse:
    """One page: what it is, where it stands, its clocks and why, its journal, and the steps that may come next."""
    shown = told(request, key)
    it = shown.matter
    files = file_rows(it)
    context = {
        **_heading(it),
        "told": shown,
        "matter": it,
        "now": tones.matter_state(it),
        "facts": shown.facts(),
        "clocks": shown.clocks(request.GET.get("days", "")),
        "entries": with_files(shown.timeline(), files),
        "files": files,
        "steps": shown.steps(),
        "satellites": shown.satellites(),
        "papers": papers_of(shown.story),
        "parties": party_rows(it),
        "related": _related(request.user, it),
        "edition": it.procedure,
        "basis": article(it.procedure.basis),
        "may_correct": reach_of(request.user).may(Role.HEAD, it.unit_id),
        "editions": len(it.declared.procedures),
    }
    return render(request, "desk/matter.html", context)


def _heading(it: Matter) -> dict[str, Any]:
    crumbs = [
        {"title": registry.CHAPTERS[registry.domain_of(it.kind).chapter]},
        {"title": it.declared.title, "href": reverse("desk:matters", args=[it.kind])},
        {"title": it.number},
    ]
    return {"page_title": it.title, "page_note": it.number, "crumbs": crumbs}


def _related(person: Person, it: Matter) -> list[Matter]:
    """Where it came from and what followed from it, as far as the person may see them."""
    keys = [it.origin_id] if it.origin_id else []
    return list(Matter.objects.visible_to(person).filter(pk__in=keys)) + list(
        Matter.objects.visible_to(person).filter(origin=it.pk)[:20]
    )


class MatterForm(FormPage):
    """What the forms about one matter share: the matter, its heading, and the way back."""

    def prepare(self, key: int, **named: Any) -> None:
        self.told = told(self.request, key)
        self.matter = self.told.matter
        self.version = self.matter.version

    def page(self) -> dict[str, Any]:
        href = reverse("desk:matter", args=[self.matter.pk])
        crumbs = [*_heading(self.matter)["crumbs"][:-1], {"title": self.matter.number, "href": href}]
        return {"crumbs": crumbs, "page_note": f"{self.matter.number} {self.matter.title}", "cancel_href": href}

    def happened(self) -> list[dict[str, Any]]:
        sent = self.request.POST.get("version", "")
        return self.told.since(int(sent)) if sent.isdecimal() else []

    def back(self) -> str:
        return reverse("desk:matter", args=[self.matter.pk])


class StepPage(MatterForm):
    """The form of one step: what it asks, the row it adds, the outcomes it may choose, the day and a note."""

    submit = _("办理")

    def prepare(self, key: int, step: str, **named: Any) -> None:
        super().prepare(key)
        self.step = step_of(self.matter.procedure, step, self.matter.number)
        self.row = row_fields(self.step.adds, self.step.fills) if self.step.adds else {}

    def form(self, given: Any = None) -> AskedForm:
        person = self.request.user
        fields: dict[str, forms.Field] = {"on": day(_("办理日期"), initial=timezone.localdate())}
        if len(self.step.decides) > 1:
            fields["outcome"] = self._outcomes()
        for name, field in own_fields(type(self.matter), self.step.fields).items():
            fields[name] = asked(field, person, required=name in self.step.asks)
        for name, field in self.row.items():
            fields[ROW + name] = asked(field, person, required=not field.blank)
        fields["note"] = long_text(_("说明"), required=False)
        fields["files"] = FilesField(person, required=False)
        fields["version"] = hidden(self.version)
        return AskedForm(fields, given)

    def _outcomes(self) -> forms.Field:
        labels = self.matter.declared.outcomes
        choices = [(code, gettext(str(labels(code).label))) for code in self.step.decides]
        widget = forms.RadioSelect if len(choices) <= 6 else forms.Select
        empty = [] if widget is forms.RadioSelect else [("", "—")]
        return forms.ChoiceField(label=gettext("结果"), choices=[*empty, *choices], widget=widget)

    def act(self, form: AskedForm) -> tuple[Any, str]:
        with write_transaction():
            entry = take_step(
                self.matter,
                self.step.code,
                by=self.request.user,
                on=form.cleaned_data["on"],
                outcome=form.cleaned_data.get("outcome", ""),
                note=form.cleaned_data["note"],
                row=form.answers(self.row, ROW),
                version=form.cleaned_data["version"],
                **form.answers(self.step.fields),
            )
            attach_all(self.matter, form.cleaned_data["files"], self.request.user, entry)
        said = _("已办理“%(step)s”，现为“%(state)s”。")
        return said % {"step": gettext(self.step.title), "state": gettext(self.matter.state_title)}, self.back()

    def page(self) -> dict[str, Any]:
        page = super().page()
        page["crumbs"].append({"title": self.step.title})
        lead = article(self.step.basis)
        to = self.step.to.title if self.step.to else ""
        return {**page, "page_title": self.step.title, "lead": lead, "to": to, "requires": self.step.requires}


class OpenPage(FormPage):
    """The form that opens a matter of a kind."""

    submit = _("登记")

    def prepare(self, kind: str, **named: Any) -> None:
        self.kind = registry.kind_of(kind)

    def form(self, given: Any = None) -> AskedForm:
        fields = {}
        for name, field in own_fields(self.kind.model, dict.fromkeys((*OPENING, *self.kind.fields))).items():
            role = self.kind.opened_by if name == "unit" else None
            fields[name] = asked(field, self.request.user, required=not field.blank, role=role)
        fields["opened_on"].initial = timezone.localdate()
        fields["files"] = FilesField(self.request.user, required=False)
        return AskedForm(fields, given, groups=party_sections(self.kind))

    def act(self, form: AskedForm) -> tuple[Any, str]:
        answers = form.answers((*OPENING, *self.kind.fields))
        parties = parties_given(self.kind, form)
        with write_transaction():
            opened = open_matter(self.kind.code, by=self.request.user, parties=parties, **answers)
            attach_all(opened, form.cleaned_data["files"], self.request.user, opened.journal.get())
        message = _("已登记，编号 %(number)s。") % {"number": opened.number}
        return message, reverse("desk:matter", args=[opened.pk])

    def page(self) -> dict[str, Any]:
        href = reverse("desk:matters", args=[self.kind.code])
        crumbs = [{"title": self.kind.title, "href": href}, {"title": "登记"}]
        title = _("登记：%(kind)s") % {"kind": gettext(self.kind.title)}
        return {"page_title": title, "crumbs": crumbs, "cancel_href": href}


class CorrectPage(MatterForm):
    """Correcting recorded fields, for the head of the unit, with a reason."""

    submit = _("更正登记")

    def form(self, given: Any = None) -> AskedForm:
        own = own_fields(type(self.matter), correctable(self.matter))
        fields = {
            name: asked(field, self.request.user, required=not (field.blank or field.null))
            for name, field in own.items()
        }
        for name, field in fields.items():
            declared = own[name]
            value = getattr(self.matter, declared.attname)
            field.initial = value
        fields["reason"] = long_text(_("更正理由"))
        return AskedForm(fields, given)

    def act(self, form: AskedForm) -> tuple[Any, str]:
        changed = {name: form.cleaned_data[name] for name in form.changed_data if name != "reason"}
        correct(self.matter, by=self.request.user, reason=form.cleaned_data["reason"], **changed)
        return _("已更正；更正前的内容和理由保留在办理记录中。"), self.back()

    def page(self) -> dict[str, Any]:
        return {**super().page(), "page_title": _("更正登记")}


class RevokePage(MatterForm):
    """Withdrawing the last step, for the head of the unit, with a reason."""

    submit = _("撤回最后一步")
    tone = "risk"

    def form(self, given: Any = None) -> AskedForm:
        return AskedForm({"reason": long_text(_("撤回理由"))}, given)

    def act(self, form: AskedForm) -> tuple[Any, str]:
        revoke_step(self.matter, by=self.request.user, reason=form.cleaned_data["reason"])
        return _("已撤回最后一步；原记录和理由保留在办理记录中。"), self.back()

    def page(self) -> dict[str, Any]:
        warning = _("撤回后事项回到上一步之前的状态，期限重新计算。撤回本身会留下记录，不能抹去。")
        return {**super().page(), "page_title": _("撤回最后一步"), "warning": warning}


class EditionPage(MatterForm):
    """Putting the matter under another edition of its procedure, for the head of the unit, with a reason."""

    submit = _("改用所选版本")
    tone = "risk"

    def form(self, given: Any = None) -> AskedForm:
        others = [each for each in self.matter.declared.procedures if each is not self.matter.procedure]
        choices = [(each.edition, f"{gettext(each.title)}（{article(each.basis)}）") for each in others]
        fields = {
            "edition": forms.ChoiceField(label=_("程序版本"), choices=choices, widget=forms.RadioSelect),
            "reason": long_text(_("理由")),
        }
        return AskedForm(fields, given)

    def act(self, form: AskedForm) -> tuple[Any, str]:
        choose_edition(self.matter, by=self.request.user, **form.cleaned_data)
        return _("已改用“%(edition)s”，期限已重新计算。") % {
            "edition": gettext(self.matter.procedure.title)
        }, self.back()

    def page(self) -> dict[str, Any]:
        it = self.matter.procedure
        now = _("本事项现按“%(title)s”（%(basis)s）办理，一般由受理日期决定。改用其他版本后，期限按新的版本重新计算。")
        warning = now % {"title": gettext(it.title), "basis": article(it.basis)}
        return {**super().page(), "page_title": _("选择程序版本"), "warning": warning}
