"""Addresses of the desk; all but signing in ask for a signed-in person."""

from collections.abc import Callable
from typing import Any

from django.contrib.auth.decorators import login_required
from django.urls import URLPattern, path

from zhunsheng.desk.views import (
    activities,
    assignments,
    deadlines,
    documents,
    figures,
    files,
    home,
    lists,
    matters,
    parties,
    procedures,
    programmes,
    registers,
    reports,
    session,
)

app_name = "desk"


def page(route: str, view: Callable[..., Any], name: str) -> URLPattern:
    return path(route, login_required(view), name=name)


urlpatterns = [
    path("login/", session.sign_in, name="sign_in"),
    path("logout/", session.sign_out, name="sign_out"),
    page("", home.home, "home"),
    page("work/", lists.work, "work"),
    page("m/<int:key>/", matters.matter, "matter"),
    page("m/<int:key>/steps/<str:step>/", matters.StepPage.as_view(), "step"),
    page("m/<int:key>/correct/", matters.CorrectPage.as_view(), "correct"),
    page("m/<int:key>/revoke/", matters.RevokePage.as_view(), "revoke"),
    page("m/<int:key>/edition/", matters.EditionPage.as_view(), "edition"),
    page("m/<int:key>/files/", files.AddFilesPage.as_view(), "add_files"),
    page("files/<int:key>/", files.stored_file, "file"),
    page("parties/", parties.FindPage.as_view(), "find_party"),
    page("m/<int:key>/parties/<int:party>/<str:field>/", parties.RevealPage.as_view(), "reveal"),
    page("m/<int:key>/documents/<str:code>/", documents.DraftPage.as_view(), "draft"),
    page("documents/<int:key>/", documents.document, "document"),
    page("documents/<int:key>/<str:form>/", documents.document_file, "document_file"),
    page("deadlines/", deadlines.deadlines, "deadlines"),
    page("figures/", figures.latest, "figures_home"),
    page("figures/<int:year>/", figures.figures, "figures"),
    page("figures/<str:code>/<int:year>/", figures.passport, "passport"),
    page("figures/<str:code>/<int:year>/records/", figures.records, "records"),
    page("registers/<str:register>/", lists.register, "register"),
    page("registers/<str:register>/add/", registers.AddEntryPage.as_view(), "add_entry"),
    page("entries/<int:key>/", registers.entry, "entry"),
    page("entries/<int:key>/change/", registers.ChangeEntryPage.as_view(), "change_entry"),
    page("entries/<int:key>/withdraw/", registers.WithdrawEntryPage.as_view(), "withdraw_entry"),
    page("entries/<int:key>/end/", registers.EndEntryPage.as_view(), "end_entry"),
    page("activities/<str:kind>/", lists.activities, "activities"),
    page("activities/<str:kind>/record/", activities.RecordPage.as_view(), "record"),
    page("a/<int:key>/", activities.activity, "activity"),
    page("a/<int:key>/correct/", activities.CorrectActivityPage.as_view(), "correct_activity"),
    page("a/<int:key>/withdraw/", activities.WithdrawPage.as_view(), "withdraw"),
    page("programmes/", programmes.programmes, "programmes"),
    page("programmes/add/", programmes.AddProgrammePage.as_view(), "add_programme"),
    page("programmes/<int:key>/", programmes.programme, "programme"),
    page("programmes/<int:key>/items/add/", programmes.AddItemPage.as_view(), "add_item"),
    page("programmes/items/<int:key>/assign/", programmes.AssignPage.as_view(), "assign"),
    page("assignments/<int:key>/", assignments.assignment, "assignment"),
    page("assignments/<int:key>/progress/", assignments.ProgressPage.as_view(), "progress"),
    page("assignments/<int:key>/evidence/", assignments.EvidencePage.as_view(), "evidence"),
    page("assignments/<int:key>/confirm/", assignments.ConfirmPage.as_view(), "confirm"),
    page("assignments/<int:key>/return/", assignments.SendBackPage.as_view(), "send_back"),
    page("assignments/<int:key>/reopen/", assignments.ReopenPage.as_view(), "reopen"),
    page("assignments/<int:key>/postpone/", assignments.PostponePage.as_view(), "postpone"),
    page("assignments/<int:key>/serve/", assignments.ServePage.as_view(), "serve"),
    page("reports/", reports.reports, "reports"),
    page("reports/start/", reports.StartPage.as_view(), "report_start"),
    page("reports/<str:form>/<int:year>/", reports.report, "report"),
    page("reports/<str:form>/<int:year>/sections/<str:at>/", reports.SectionPage.as_view(), "report_section"),
    page("reports/<str:form>/<int:year>/confirm/", reports.ConfirmPage.as_view(), "report_confirm"),
    page("reports/<str:form>/<int:year>/seal/", reports.SealPage.as_view(), "report_seal"),
    page("reports/<str:form>/<int:year>/restatement/", reports.restatement, "restatement"),
    page("reports/<str:form>/<int:year>/file/<str:suffix>/", reports.report_file, "report_file"),
    page("procedures/<str:kind>/", procedures.procedure, "procedure"),
    page("<str:kind>/", lists.matters, "matters"),
    page("<str:kind>/open/", matters.OpenPage.as_view(), "open"),
]
