"""What a person sees when something is refused outside a form: one sentence, in the language of the page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from zhunsheng.desk.words import said
from zhunsheng.kernel.activities.refusals import ActivityNotFound
from zhunsheng.kernel.files.refusals import FileDamaged, FileNotFound
from zhunsheng.kernel.programmes.refusals import AssignmentNotFound, ItemNotFound, ProgrammeNotFound
from zhunsheng.kernel.refusals import (
    DatabaseBusy,
    DiskFull,
    MatterNotFound,
    NotYourStep,
    NotYourUnit,
    SomeoneElseWasFirst,
    UnknownActivityKind,
    UnknownIndicator,
    UnknownKind,
    UnknownProgrammeKind,
    UnknownRegister,
    UnknownStep,
    UnknownYear,
)
from zhunsheng.kernel.registers.refusals import EntryNotFound
from zhunsheng.kernel.reports.refusals import NotYourReport, ReportNotFound, UnknownForm, UnknownSection
from zhunsheng.law import Refusal

STATUS: dict[type[Refusal], int] = {
    **dict.fromkeys((MatterNotFound, EntryNotFound, ActivityNotFound), 404),
    **dict.fromkeys((UnknownKind, UnknownStep, UnknownRegister, UnknownActivityKind), 404),
    **dict.fromkeys((UnknownIndicator, UnknownYear), 404),
    **dict.fromkeys((ReportNotFound, UnknownForm, UnknownSection), 404),
    **dict.fromkeys((NotYourStep, NotYourUnit, NotYourReport), 403),
    FileNotFound: 404,
    **dict.fromkeys((ProgrammeNotFound, ItemNotFound, AssignmentNotFound, UnknownProgrammeKind), 404),
    SomeoneElseWasFirst: 409,
    FileDamaged: 410,
    DatabaseBusy: 503,
    DiskFull: 507,
}


class RefusalMiddleware:
    """Answers a refusal that no form has caught with its sentence and a fitting status; 400 where none is named."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, problem: Exception) -> HttpResponse | None:
        return refused(request, problem) if isinstance(problem, Refusal) else None


def refused(request: HttpRequest, refusal: Refusal) -> HttpResponse:
    status = next((STATUS[kind] for kind in type(refusal).__mro__ if kind in STATUS), 400)
    return render(request, "desk/refused.html", {"sentence": said(refusal), "status": status}, status=status)
