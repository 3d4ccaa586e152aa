"""What the interface refuses another system: by name, in both languages, with nothing changed."""

import json
from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from journeys.api_caller import OPENING, Caller, refused
from zhunsheng.kernel.models import ApiToken, Matter
from zhunsheng.kernel.roles import Role
from zhunsheng.kernel.units.tokens import issue_token


def test_a_stranger_finds_nothing(call, request_pk):
    stranger = call("housing")
    assert stranger.get("/matters")[1]["matters"] == []
    for path in ("", "/clocks", "/parties"):
        refused(stranger.get(f"/matters/{request_pk}{path}"), 404, "MatterNotFound")
    refused(stranger.post(f"/matters/{request_pk}/steps/reply", {}), 404, "MatterNotFound")
    refused(
        stranger.post(f"/matters/{request_pk}/correct", {"reason": "误", "fields": {"title": "x"}}),
        404,
        "MatterNotFound",
    )
    refused(stranger.get("/matters/999999999999999999999999"), 404, "MatterNotFound")


def test_without_a_good_token_nothing_is_told(client, world):
    person = world.person("justice")
    ended = issue_token(person, "过期", date(2020, 1, 1))
    retired = issue_token(world.person("housing"), "离任")
    type(person).objects.filter(pk=world.person("housing").pk).update(is_active=False)
    good = issue_token(person, "在用", timezone.localdate())
    assert Caller(good).get("/matters")[0] == 200
    for token in ("", "nonsense", ended, retired):
        refused(Caller(token).get("/matters"), 401, "NotSignedIn")
        refused(Caller(token).post("/matters/foi", OPENING), 401, "NotSignedIn")
    response = client.get("/api/matters")
    assert (response.status_code, response["WWW-Authenticate"]) == (401, "Bearer")
    assert good not in str(list(ApiToken.objects.values()))


def test_a_session_reads_and_needs_its_csrf_token_to_write(world):
    client = Client(enforce_csrf_checks=True)
    client.force_login(world.person("justice"))
    assert client.get("/api/matters").status_code == 200
    given = {"data": json.dumps(OPENING), "content_type": "application/json"}
    answer = client.post("/api/matters/foi", **given)
    refused((answer.status_code, answer.json()), 403, "CsrfMissing")
    client.get("/api/docs")
    answer = client.post("/api/matters/foi", headers={"x-csrftoken": client.cookies["zhunsheng_csrf"].value}, **given)
    assert answer.status_code == 201


def test_refusals_speak_the_language_asked_for(call, request_pk):
    for language, part in (("zh-hans", "没有步骤"), ("en", "has no step")):
        caller = call(language=language)
        body = refused(caller.post(f"/matters/{request_pk}/steps/nothing", {}), 404, "UnknownStep")
        assert caller.kind == "application/problem+json"
        assert part in body["detail"]
        assert "没有步骤" in body["zh"]
        assert "has no step" in body["en"]


@pytest.mark.parametrize(
    ("step", "given", "status", "code"),
    [
        ("heard", {}, 409, "StepOutOfOrder"),
        ("consult", {"version": 7, "answers": {"third_party": "甲"}}, 409, "SomeoneElseWasFirst"),
        ("consult", {}, 422, "AnswerMissing"),
        ("consult", {"answers": {"third_party": "甲", "channel": "web"}}, 422, "AnswerNotAsked"),
        ("consult", {"answers": {"third_party": "甲"}, "row": {"what": 1}}, 422, "AnswerNotAsked"),
        ("consult", {"answers": {"third_party": "长" * 101}}, 422, "AnswerInvalid"),
        ("consult", {"answers": {"third_party": {"name": "甲"}}}, 422, "MalformedRequest"),
        ("consult", {"answers": {"third_party": 5}}, 422, "MalformedRequest"),
        ("consult", {"answers": {"third_party": "甲\0乙"}}, 422, "MalformedRequest"),
        ("consult", {"answers": []}, 422, "MalformedRequest"),
        ("consult", {"on": "2023-02-30"}, 422, "MalformedRequest"),
        ("consult", {"on": 20230301}, 422, "MalformedRequest"),
        ("consult", {"on": "2023-3-1"}, 422, "MalformedRequest"),
        ("consult", {"version": "1"}, 422, "MalformedRequest"),
        ("consult", {"surprise": 1}, 422, "MalformedRequest"),
        ("co_consult", {"answers": {"joint_organ": "nowhere"}}, 422, "UnknownUnit"),
        ("charge", {"answers": {"fee": "12345678901234567890", "pay_by": "2023-04-01"}}, 422, "AnswerInvalid"),
        ("charge", {"answers": {"fee": "many", "pay_by": "2023-04-01"}}, 422, "MalformedRequest"),
        ("consult", {"on": "2023-02-01", "answers": {"third_party": "甲"}}, 422, "DayBeforeTheLast"),
        ("reply", {"outcome": "nothing", "answers": {"reply_text": "见附件"}}, 422, "OutcomeNotOffered"),
    ],
)
def test_a_step_that_cannot_be_taken_changes_nothing(call, request_pk, step, given, status, code):
    refused(call().post(f"/matters/{request_pk}/steps/{step}", given), status, code)
    matter = Matter.objects.get(pk=request_pk)
    assert (matter.version, matter.journal.count()) == (1, 1)


def test_a_step_in_the_future_is_refused(call, request_pk):
    tomorrow = (timezone.localdate() + timedelta(days=1)).isoformat()
    given = {"on": tomorrow, "answers": {"third_party": "甲"}}
    refused(call().post(f"/matters/{request_pk}/steps/consult", given), 422, "DayInTheFuture")


def test_what_needs_another_post_is_forbidden(call, request_pk):
    government = call("government", Role.SUPERVISOR)
    answer = government.post(f"/matters/{request_pk}/steps/consult", {"answers": {"third_party": "甲"}})
    refused(answer, 403, "NotYourStep")
    refused(call("housing").post("/matters/foi", OPENING), 403, "NotYourUnit")
    refused(call().post(f"/matters/{request_pk}/revoke", {"reason": "误办"}), 403, "NotYourStep")


@pytest.mark.parametrize(
    ("change", "code", "named"),
    [
        ({"unit": "nowhere"}, "UnknownUnit", "nowhere"),
        ({"place": "nowhere"}, "UnknownUnit", "nowhere"),
        ({"wanted": ""}, "AnswerMissing", "所需信息"),
        ({"title": ""}, "AnswerMissing", "标题"),
        ({"title": "长" * 201}, "AnswerInvalid", "标题"),
        ({"channel": "pigeon"}, "AnswerInvalid", "pigeon"),
        ({"channel": None}, "MalformedRequest", "channel"),
        ({"opened_on": "1990-01-01"}, "NoEditionThen", "1990-01-01"),
        ({"opened_on": "2999-01-01"}, "DayInTheFuture", "2999-01-01"),
        ({"opened_on": "yesterday"}, "MalformedRequest", "opened_on"),
        ({"state": "replied"}, "MalformedRequest", "state"),
        ({"parties": [{"role": "nobody", "name": "张三"}]}, "UnknownPartyRole", "nobody"),
        ({"parties": [{"role": "applicant"}]}, "MalformedRequest", "parties.0.name"),
        ({"origin": 99999999999999999999}, "MatterNotFound", "99999999999999999999"),
    ],
)
def test_an_opening_that_does_not_fit_is_refused_by_name(call, change, code, named):
    status = 404 if code == "MatterNotFound" else 422
    body = refused(call().post("/matters/foi", OPENING | change), status, code)
    assert named in body["zh"]
    assert not Matter.objects.exists()


@pytest.mark.parametrize("body", ["{", "nonsense", b"\xff\xfe"])
def test_what_is_no_json_is_refused(call, body):
    refused(call().post("/matters/foi", body), 400, "BadRequest")


@pytest.mark.parametrize("body", ["", "[]", "null", '"text"', "5"])
def test_what_is_no_object_is_refused(call, body):
    problem = refused(call().post("/matters/foi", body), 422, "MalformedRequest")
    assert [each["at"] for each in problem["errors"]] == ["body"]


@pytest.mark.parametrize(
    ("path", "asked", "status", "code"),
    [
        ("/matters", {"stat": "received"}, 422, "MalformedRequest"),
        ("/matters", {"limit": 100000}, 422, "MalformedRequest"),
        ("/matters", {"after": "first"}, 422, "MalformedRequest"),
        ("/matters", {"kind": "nothing"}, 404, "UnknownKind"),
        ("/matters", {"unit": "nowhere"}, 422, "UnknownUnit"),
        ("/kinds/nothing", {}, 404, "UnknownKind"),
        ("/entries", {}, 422, "MalformedRequest"),
        ("/entries", {"register": "nothing"}, 404, "UnknownRegister"),
        ("/activities", {"kind": "nothing"}, 404, "UnknownActivityKind"),
        ("/entries/5", {}, 404, "EntryNotFound"),
        ("/activities/5", {}, 404, "ActivityNotFound"),
        ("/figures/1823", {}, 404, "UnknownYear"),
        ("/figures/soon", {}, 404, "UnknownYear"),
        ("/figures/foi.nothing/2023", {}, 404, "UnknownIndicator"),
        ("/reports/nothing/2023", {}, 404, "UnknownForm"),
        ("/reports/annual/2023", {}, 404, "ReportNotFound"),
        ("/reports/annual/2023/restatement", {}, 404, "ReportNotFound"),
    ],
)
def test_questions_about_what_there_is_not_are_refused(call, path, asked, status, code):
    refused(call().get(path, **asked), status, code)


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("/matters/nothing", "UnknownKind"),
        ("/entries/nothing", "UnknownRegister"),
        ("/activities/nothing", "UnknownActivityKind"),
    ],
)
def test_nothing_can_be_added_to_what_there_is_not(call, path, code):
    refused(call().post(path, {}), 404, code)
