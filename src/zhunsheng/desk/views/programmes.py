"""Programmes: the list, the tree of one, and the forms that plan, divide and assign."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from zhunsheng.desk.form_page import FormPage
from zhunsheng.desk.forms import AskedForm, asked, own_fields
from zhunsheng.desk.listing import address
from zhunsheng.desk.paging import Order, count, take
from zhunsheng.desk.programmes import Tree, tallies
from zhunsheng.desk.reach import unit_options
from zhunsheng.kernel import registry
from zhunsheng.kernel.models import Assignment, Programme
from zhunsheng.kernel.programmes.access import access_item, access_programme
from zhunsheng.kernel.programmes.actions import PLAN, TASK, add_item, add_programme, assign
from zhunsheng.kernel.programmes.permissions import may_plan
from zhunsheng.kernel.programmes.refusals import ItemOfAnotherProgramme

CHIPS = (("all", _("全部")), ("late", _("有逾期")), ("silent", _("久未填报")), ("open", _("未完成")))


def programmes(request: HttpRequest) -> HttpResponse:
    """The programmes that the person may see, the latest first, each with how its tasks stand."""
    today, given, kinds = timezone.localdate(), request.GET, registry.programme_kinds()
    rows = Programme.objects.visible_to(request.user).filter(kind__in=kinds).select_related("unit")
    if kind := given.get("kind"):
        rows = rows.filter(kind=kind)
    page = take(rows, Order("since", descending=True), given.get("after", ""), given.get("before", ""))
    found = tallies(page.rows, today)
    chips = [("", _("全部"), ""), *((code, each.title, code) for code, each in kinds.items())]
    may_add = any(unit_options(request.user, each.planned_by) for each in kinds.values())
    context = {
        "page_title": _("工作计划"),
        "rows": [{"it": row, "tasks": found.get(row.pk, {})} for row in page.rows],
        "chips": [
            {"title": title, "href": address(given, kind=code), "current": given.get("kind", "") == code}
            for code, title, _code in chips
        ]
        if len(kinds) > 1
        else [],
        "new_href": reverse("desk:add_programme") if may_add else "",
        "pager": {
            "total": count(rows),
            "next_href": address(given, after=page.following) if page.following else "",
            "previous_href": address(given, before=page.preceding) if page.preceding else "",
        },
    }
    return render(request, "desk/programmes.html", context)


def programme(request: HttpRequest, key: int) -> HttpResponse:
    """The tree of one programme: late and silent branches stand out up to its top."""
    it, today = access_programme(request.user, key), timezone.localdate()
    show = request.GET.get("show", "all")
    tree = Tree(it, request.user, today)
    plans = may_plan(it, request.user)
    context = {
        "page_title": it.title,
        "crumbs": [_home()],
        "it": it,
        "tally": tallies([it], today).get(it.pk, {"all": 0, "done": 0, "late": 0, "silent": 0}),
        "rows": tree.rows(show),
        "show": show,
        "chips": [
            {"title": title, "href": address(request.GET, show=code), "current": code == show} for code, title in CHIPS
        ],
        "top": it.declared.levels[0],
        "add_href": reverse("desk:add_item", args=[it.pk]) if plans else "",
    }
    return render(request, "desk/programme.html", context)


def _home() -> dict[str, Any]:
    return {"title": _("工作计划"), "href": reverse("desk:programmes")}


def programme_crumbs(it: Programme) -> list[dict[str, Any]]:
    return [_home(), {"title": it.title, "href": reverse("desk:programme", args=[it.pk])}]


class AddProgrammePage(FormPage):
    """The form that begins a programme."""

    submit = _("建立计划")

    def form(self, given: Any = None) -> AskedForm:
        kinds = registry.programme_kinds().values()
        fields: dict[str, forms.Field] = {
            "kind": forms.ChoiceField(label=_("类型"), choices=[(each.code, gettext(each.title)) for each in kinds])
        }
        for name, field in own_fields(Programme, PLAN).items():
            fields[name] = asked(field, self.request.user, required=not field.blank)
        return AskedForm(fields, given)

    def act(self, form: AskedForm) -> tuple[Any, str]:
        added = add_programme(form.cleaned_data["kind"], by=self.request.user, **form.answers(PLAN))
        return _("已建立“%(title)s”。") % {"title": added.title}, reverse("desk:programme", args=[added.pk])

    def page(self) -> dict[str, Any]:
        return {"page_title": _("建立计划"), "crumbs": [_home()], "cancel_href": reverse("desk:programmes")}


class AddItemPage(FormPage):
    """The form that adds an item to a programme, at its top or under another item."""

    submit = _("添加")

    def prepare(self, key: int, **named: Any) -> None:
        self.programme = access_programme(self.request.user, key)
        under = self.request.GET.get("under", "")
        self.parent = access_item(self.request.user, int(under)) if under.isdecimal() else None
        if self.parent and self.parent.programme_id != self.programme.pk:
            raise ItemOfAnotherProgramme(item=self.parent, programme=self.programme)

    def form(self, given: Any = None) -> AskedForm:
        fields = {
            "number": forms.CharField(label=_("序号"), required=False, max_length=20),
            "title": forms.CharField(label=_("内容"), max_length=300),
        }
        return AskedForm(fields, given)

    def act(self, form: AskedForm) -> tuple[Any, str]:
        added = add_item(self.programme, by=self.request.user, parent=self.parent, **form.cleaned_data)
        href = reverse("desk:programme", args=[self.programme.pk])
        return _("已添加“%(title)s”。") % {"title": added}, f"{href}#item-{added.pk}"

    def page(self) -> dict[str, Any]:
        levels = self.programme.declared.levels
        level = min(self.parent.level + 1 if self.parent else 0, len(levels) - 1)
        return {
            "page_title": _("添加：%(level)s") % {"level": gettext(levels[level])},
            "page_note": str(self.parent or self.programme),
            "crumbs": programme_crumbs(self.programme),
            "cancel_href": reverse("desk:programme", args=[self.programme.pk]),
        }


class AssignPage(FormPage):
    """The form that gives a task under an item to a unit."""

    submit = _("下达任务")

    def prepare(self, key: int, **named: Any) -> None:
        self.item = access_item(self.request.user, key)

    def form(self, given: Any = None) -> AskedForm:
        fields = {
            name: asked(field, self.request.user, required=not field.blank)
            for name, field in own_fields(Assignment, TASK).items()
        }
        fields["title"].initial = self.item.title[:200]
        fields["assigned_on"].initial = timezone.localdate()
        return AskedForm(fields, given)

    def act(self, form: AskedForm) -> tuple[Any, str]:
        given = assign(self.item, by=self.request.user, **form.answers(TASK))
        message = _("已向%(unit)s下达“%(title)s”。") % {"unit": given.unit, "title": given.title}
        return message, reverse("desk:assignment", args=[given.pk])

    def page(self) -> dict[str, Any]:
        programme = self.item.programme
        return {
            "page_title": _("下达任务"),
            "page_note": str(self.item),
            "crumbs": programme_crumbs(programme),
            "cancel_href": reverse("desk:programme", args=[programme.pk]),
        }
