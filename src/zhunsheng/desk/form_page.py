"""FormPage, the family of all pages that ask and then act: refusals are shown at the form and nothing typed is lost."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views import View

from zhunsheng.desk.forms import AskedForm
from zhunsheng.desk.words import said
from zhunsheng.kernel.refusals import SomeoneElseWasFirst
from zhunsheng.kernel.reports.refusals import SectionWrittenMeanwhile
from zhunsheng.law import Refusal

CONFLICTS = (SomeoneElseWasFirst, SectionWrittenMeanwhile)


class FormPage(View):
    """Subclasses say what is loaded (``prepare``), asked (``form``), done (``act``) and shown (``page``).

    ``act`` calls one action of the kernel and gives the message and the address to go on to. The view has no rights
    of its own: the action refuses. After a conflict the same form comes back with the new version, so that sending
    it again is a decision.
    """

    template = "desk/form_page.html"
    submit: Any = ""
    tone = "pri"

    def prepare(self, **named: Any) -> None:
        """Load what the page is about; a refusal here answers the request."""

    def form(self, given: Any = None) -> AskedForm:
        raise NotImplementedError

    def act(self, form: AskedForm) -> tuple[Any, str]:
        raise NotImplementedError

    def page(self) -> dict[str, Any]:
        raise NotImplementedError

    def get(self, request: HttpRequest, **named: Any) -> HttpResponse:
        self.prepare(**named)
        return self._shown(self.form())

    def post(self, request: HttpRequest, **named: Any) -> HttpResponse:
        self.prepare(**named)
        form = self.filled()
        if not form.is_valid():
            return self._shown(form, 422)
        try:
            message, href = self.act(form)
        except CONFLICTS as conflict:
            return self._conflicted(conflict, **named)
        except Refusal as refusal:
            form.refuse(refusal)
            return self._shown(form, 422)
        messages.success(request, message)
        return redirect(href)

    def filled(self, given: Any = None) -> AskedForm:
        """The form as it was sent, with its files."""
        form = self.form(given or self.request.POST)
        form.files = self.request.FILES
        return form

    def _conflicted(self, conflict: Refusal, **named: Any) -> HttpResponse:
        """Show what the other person did, and the form as it was filled in, on the new state of things."""
        self.prepare(**named)
        given = self.request.POST.copy()
        given["version"] = str(self.version)
        return self._shown(self.filled(given), 409, conflict=said(conflict), happened=self.happened())

    version: int = 0

    def happened(self) -> list[dict[str, Any]]:
        """What others did since the page was opened, for the conflict page."""
        return []

    def _shown(self, form: AskedForm, status: int = 200, **more: Any) -> HttpResponse:
        context = {"form": form, "submit": self.submit, "tone": self.tone, **self.page(), **more}
        return render(self.request, self.template, context, status=status)
