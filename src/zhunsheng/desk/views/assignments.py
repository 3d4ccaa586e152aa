"""One assignment: what is asked, how far it is, what shows it, and the forms that report, confirm and move it."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from zhunsheng.desk import tones
from zhunsheng.desk.form_page import FormPage
from zhunsheng.desk.forms import AskedForm, MatterField, PageField, asked, day, long_text, own_fields
from zhunsheng.desk.history import facts_of
from zhunsheng.desk.programmes import evidence_rows, offers, percents, task_deadline, timeline
from zhunsheng.desk.reach import unit_names
from zhunsheng.desk.views.programmes import programme_crumbs
from zhunsheng.kernel.activities.access import access_activity
from zhunsheng.kernel.models import Item, Programme, Progress
from zhunsheng.kernel.programmes.access import access_assignment
from zhunsheng.kernel.programmes.actions import (
    add_evidence,
    confirm,
    postpone,
    reopen,
    report_progress,
    send_back,
    serve,
)
from zhunsheng.kernel.programmes.permissions import may_plan
from zhunsheng.kernel.registers.access import access_entry

SAID = ("day", "percent", "words")
FACTS = ("unit", "assigned_on", "due_on", "confirmed_on", "demands")


def assignment(request: HttpRequest, key: int) -> HttpResponse:
    """What is asked of whom until when, how far it has come, what shows it, and what may be done now."""
    it = access_assignment(request.user, key)
    today = timezone.localdate()
    request.shown_under = reverse("desk:programmes")
    context = {
        "page_title": it.title,
        "crumbs": programme_crumbs(it.programme),
        "it": it,
        "deadline": task_deadline(it, today, tones.near_until(today)),
        "percent": 100 if it.confirmed_on else percents([it.pk]).get(it.pk, 0),
        "facts": facts_of(it, FACTS, unit_names(request.user) | {it.unit_id: it.unit.name}),
        "serves": it.items.filter(programme__in=Programme.objects.visible_to(request.user)).select_related("programme"),
        "offers": offers(it, request.user),
        "evidence": evidence_rows(it, request.user),
        "entries": timeline(it),
    }
    return render(request, "desk/assignment.html", context)


class AssignmentForm(FormPage):
    """What the forms about one assignment share."""

    title: Any = ""
    done: Any = ""

    def prepare(self, key: int, **named: Any) -> None:
        self.task = access_assignment(self.request.user, key)

    def act(self, form: AskedForm) -> tuple[Any, str]:
        self.take(form.answers(form.fields))
        return self.done, reverse("desk:assignment", args=[self.task.pk])

    def take(self, given: dict[str, Any]) -> None:
        """Call the action of the kernel with what was filled in."""
        raise NotImplementedError

    def page(self) -> dict[str, Any]:
        href = reverse("desk:assignment", args=[self.task.pk])
        crumbs = [*programme_crumbs(self.task.programme), {"title": self.task.title, "href": href}]
        return {"page_title": self.title, "crumbs": crumbs, "page_note": self.task.title, "cancel_href": href}


class ProgressPage(AssignmentForm):
    """How far the task has come: a percentage, words, or both."""

    title = submit = _("填报进展")
    done = _("已填报进展。")

    def form(self, given: Any = None) -> AskedForm:
        fields = {name: asked(field, self.request.user, False) for name, field in own_fields(Progress, SAID).items()}
        fields["day"].initial = timezone.localdate()
        return AskedForm(fields, given)

    def take(self, given: dict[str, Any]) -> None:
        report_progress(self.task, by=self.request.user, **given)


class EvidencePage(AssignmentForm):
    """What shows that the task was done: a matter, an activity or an entry of the house, or the number of a paper."""

    title = submit = _("补充佐证")
    done = _("已补充佐证。")

    def form(self, given: Any = None) -> AskedForm:
        person = self.request.user
        fields = {
            "title": forms.CharField(label=_("佐证"), max_length=200, help_text=_("下面至少指向一项。")),
            "day": day(_("日期"), initial=timezone.localdate()),
            "reference": forms.CharField(label=_("文号或网址"), max_length=200, required=False),
            "matter": MatterField(person, label=_("事项"), required=False),
            "activity": PageField(person, access_activity, label=_("活动"), required=False),
            "entry": PageField(person, access_entry, label=_("登记项"), required=False),
        }
        return AskedForm(fields, given)

    def take(self, given: dict[str, Any]) -> None:
        add_evidence(self.task, by=self.request.user, **given)


class RulingForm(AssignmentForm):
    """What the side of the programme decides, on a day and with a reason."""

    reason_required = True

    def form(self, given: Any = None) -> AskedForm:
        fields = {
            "day": day(_("日期"), initial=timezone.localdate()),
            "reason": long_text(_("说明"), required=self.reason_required),
        }
        return AskedForm(fields, given)


class ConfirmPage(RulingForm):
    """Confirming that the task is done."""

    title = submit = _("确认完成")
    done = _("已确认完成。")
    reason_required = False

    def take(self, given: dict[str, Any]) -> None:
        confirm(self.task, by=self.request.user, **given)

    def page(self) -> dict[str, Any]:
        warning = _("确认表示您核对过佐证。承办单位的人员和填报过进展的人不能确认。")
        return {**super().page(), "warning": warning}


class SendBackPage(RulingForm):
    """Refusing to confirm what was reported."""

    title = submit = _("退回")
    done = _("已退回，任务仍未完成。")

    def take(self, given: dict[str, Any]) -> None:
        send_back(self.task, by=self.request.user, **given)


class ReopenPage(RulingForm):
    """Opening a confirmed task again."""

    title = submit = _("重新打开")
    done = _("已重新打开；原来的确认仍可查看。")
    tone = "risk"

    def take(self, given: dict[str, Any]) -> None:
        reopen(self.task, by=self.request.user, **given)


class PostponePage(AssignmentForm):
    """Giving an open task another day to be done by."""

    title = submit = _("延期")
    done = _("已延期；原期限仍可查看。")
    tone = "risk"

    def form(self, given: Any = None) -> AskedForm:
        return AskedForm({"due_on": day(_("新期限"), self.task.due_on), "reason": long_text(_("延期理由"))}, given)

    def take(self, given: dict[str, Any]) -> None:
        postpone(self.task, by=self.request.user, **given)


class ServePage(AssignmentForm):
    """Letting the task serve one more item, of this or another programme that the person plans."""

    title = submit = _("挂接到其他计划项")
    done = _("已挂接；任务只需办理和填报一次。")

    def form(self, given: Any = None) -> AskedForm:
        seen = Programme.objects.visible_to(self.request.user).select_related("unit")
        plans = {each.pk: each.title for each in seen if may_plan(each, self.request.user)}
        choices: dict[str, list[tuple[int, str]]] = {}
        for item in Item.objects.filter(programme__in=plans).exclude(services__assignment=self.task):
            choices.setdefault(plans[item.programme_id], []).append((item.pk, "\u3000" * item.level + str(item)))
        field = forms.TypedChoiceField(label=_("计划项"), coerce=int, choices=[("", "—"), *choices.items()])
        return AskedForm({"item": field}, given)

    def take(self, given: dict[str, Any]) -> None:
        serve(self.task, Item.objects.get(pk=given["item"]), by=self.request.user)
