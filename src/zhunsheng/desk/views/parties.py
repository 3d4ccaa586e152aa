"""Parties by their protected numbers: shown in full, or found by exact value; only with a reason, written down."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from zhunsheng.desk.form_page import FormPage
from zhunsheng.desk.forms import AskedForm, long_text
from zhunsheng.desk.listing import matter_href
from zhunsheng.desk.views.matters import MatterForm
from zhunsheng.kernel import registry
from zhunsheng.kernel.models import Party
from zhunsheng.kernel.parties.actions import find_by_identity, find_by_phone, reveal
from zhunsheng.kernel.parties.models import PROTECTED
from zhunsheng.kernel.parties.refusals import UnknownPartyField
from zhunsheng.kernel.refusals import MatterNotFound
from zhunsheng.law import Refusal

NUMBERS = {"id_number": _("证件号码或者统一社会信用代码"), "phone": _("电话")}


class RevealPage(MatterForm):
    """The number stands on the answer to this form alone: never in an address, a message or a stored page."""

    submit = _("显示完整信息")

    def prepare(self, key: int, party: int, field: str, **named: Any) -> None:
        super().prepare(key)
        if field not in PROTECTED:
            raise UnknownPartyField(field=field, known="、".join(PROTECTED))
        self.field = field
        self.party = Party.objects.filter(matter=self.matter, pk=party).first()
        if self.party is None:
            raise MatterNotFound(number=self.matter.number)

    def form(self, given: Any = None) -> AskedForm:
        return AskedForm({"reason": long_text(_("查看理由"))}, given)

    def post(self, request: HttpRequest, **named: Any) -> HttpResponse:
        self.prepare(**named)
        form = self.filled()
        if not form.is_valid():
            return self._shown(form, 422)
        try:
            value = reveal(self.party, self.field, request.user, form.cleaned_data["reason"])
        except Refusal as refusal:
            form.refuse(refusal)
            return self._shown(form, 422)
        answer = self._shown(form, revealed=value, revealed_title=PROTECTED[self.field])
        answer["Cache-Control"] = "no-store"
        return answer

    def page(self) -> dict[str, Any]:
        warning = _("查看人、时间和理由都会记录，并可供督察查阅。")
        return {**super().page(), "page_title": _("查看当事人完整信息"), "warning": warning}


class FindPage(FormPage):
    """Finding the matters of one kind in which somebody takes part, by exact number, among those one may see."""

    template = "desk/find_party.html"
    submit = _("查找")

    def form(self, given: Any = None) -> AskedForm:
        kinds = [(each.code, gettext(each.title)) for each in registry.kinds().values() if each.parties]
        fields = {
            "kind": forms.ChoiceField(label=_("事项类型"), choices=kinds, initial=self.request.GET.get("kind")),
            "by": forms.ChoiceField(label=_("按"), choices=list(NUMBERS.items()), initial="id_number"),
            "value": forms.CharField(label=_("完整号码"), help_text=_("须与登记的号码完全相同，不能只填一部分。")),
            "reason": long_text(_("查找理由")),
        }
        fields["value"].widget.attrs["autocomplete"] = "off"
        return AskedForm(fields, given)

    def post(self, request: HttpRequest, **named: Any) -> HttpResponse:
        form = self.filled()
        if not form.is_valid():
            return self._shown(form, 422)
        given = form.cleaned_data
        find = find_by_phone if given["by"] == "phone" else find_by_identity
        try:
            parties = find(request.user, given["kind"], given["value"], given["reason"])
        except Refusal as refusal:
            form.refuse(refusal)
            return self._shown(form, 422)
        answer = self._shown(form, found=[{"it": party, "href": matter_href(party.matter)} for party in parties])
        answer["Cache-Control"] = "no-store"
        return answer

    def page(self) -> dict[str, Any]:
        warning = _("只在您可以看到的事项中查找。查找人、时间和理由都会记录，并可供督察查阅；号码本身不留存。")
        return {"page_title": _("按当事人号码查找"), "warning": warning, "cancel_href": reverse("desk:work")}
