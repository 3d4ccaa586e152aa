"""Showing a protected number of a party in full: only with a reason, which is written down."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from zhunsheng.desk.forms import AskedForm, long_text
from zhunsheng.desk.views.matters import MatterForm
from zhunsheng.kernel.models import Party
from zhunsheng.kernel.parties.actions import reveal
from zhunsheng.kernel.parties.models import PROTECTED
from zhunsheng.kernel.parties.refusals import UnknownPartyField
from zhunsheng.kernel.refusals import MatterNotFound
from zhunsheng.law import Refusal


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
        form = self.form(request.POST)
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
