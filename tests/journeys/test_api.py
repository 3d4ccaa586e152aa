"""Another system at the interface: HTTP in, state out; every refusal in both languages."""

import json
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from playwright.sync_api import expect

from zhunsheng.kernel.matters.actions import open_matter
from zhunsheng.kernel.models import ApiToken, Matter
from zhunsheng.kernel.reports.actions import codes_to_confirm, confirm_figures, start_report
from zhunsheng.kernel.reports.sealing import seal_report
from zhunsheng.kernel.roles import Role
from zhunsheng.kernel.units.tokens import issue_token

OPENING = {
    "title": "申请公开道路改造预算",
    "unit": "justice",
    "opened_on": "2023-03-01",
    "applicant": "person",
    "channel": "web",
    "wanted": "2022年度的预算表",
}
CONTRACT = {
    "title": "东街道第一社区法律顾问",
    "unit": "justice",
    "place": "east1",
    "valid_from": "2023-01-01",
    "adviser": "林一",
    "practice": "lawyer",
    "firm": "样例律师事务所",
}
VISIT = {"title": "入村服务", "happened_on": "2023-05-06", "consultations": 3}


class Caller:
    """A program that calls the interface with a person's token; answers are (status, body)."""

    def __init__(self, token: str, language: str = "zh-hans") -> None:
        self.client = Client(headers={"authorization": f"Bearer {token}", "accept-language": language})

    def get(self, path, **asked):
        return self._read(self.client.get(f"/api{path}", asked))

    def post(self, path, given):
        body = given if isinstance(given, str | bytes) else json.dumps(given)
        return self._read(self.client.post(f"/api{path}", body, content_type="application/json"))

    def _read(self, response):
        self.kind = response["Content-Type"]
        return response.status_code, json.loads(response.content)


@pytest.fixture
def call(world):
    """Makes a caller for whoever holds a post: ``call("justice", Role.HEAD)``."""

    def make(unit="justice", role=Role.HANDLER, language="zh-hans"):
        return Caller(issue_token(world.person(unit, role), "测试"), language)

    return make


@pytest.fixture
def request_pk(call):
    status, opened = call().post("/matters/foi", OPENING)
    assert status == 201
    return opened["pk"]


def refused(answer, status, code):
    """The problem, after checking that it is the one expected and says so in both languages."""
    assert answer[0] == status, answer
    body = answer[1]
    assert (body["title"], body["status"], body["type"]) == (code, status, f"urn:zhunsheng:{code}")
    assert body["zh"]
    assert body["en"]
    assert body["en"].isascii() or "“" not in body["en"]
    return body


def test_a_matter_is_opened_read_stepped_and_explained(call):
    caller = call()
    status, opened = caller.post("/matters/foi", OPENING)
    assert (status, opened["unit"], opened["state"], opened["version"]) == (201, "justice", "received", 1)
    pk = opened["pk"]
    status, moved = caller.post(
        f"/matters/{pk}/steps/consult",
        {"on": "2023-03-02", "version": 1, "answers": {"third_party": "样例公司"}, "note": "涉及商业秘密"},
    )
    assert (status, moved["state"], moved["version"]) == (200, "consulting", 2)
    _, whole = caller.get(f"/matters/{pk}")
    assert whole["fields"]["third_party"] == "样例公司"
    assert "heard" in whole["steps"]
    assert [line["step"] for line in whole["journal"]] == ["open", "consult"]
    assert whole["journal"][1]["note"] == "涉及商业秘密"
    _, clocks = caller.get(f"/matters/{pk}/clocks")
    assert {clock["code"] for clock in clocks} >= {"answer"}
    assert all(clock["paragraph"] for clock in clocks if clock["due_on"])
    assert Matter.objects.get(pk=pk).journal.count() == 2


def test_units_are_given_and_read_by_their_codes(call, request_pk):
    caller = call()
    status, _ = caller.post(
        f"/matters/{request_pk}/steps/co_consult", {"on": "2023-03-02", "answers": {"joint_organ": "housing"}}
    )
    assert status == 200
    assert caller.get(f"/matters/{request_pk}")[1]["fields"]["joint_organ"] == "housing"
    assert call("housing").get(f"/matters/{request_pk}")[0] == 200


def test_lists_come_in_pages_and_by_filter(call, world):
    caller = call()
    for title in "甲乙丙":
        caller.post("/matters/foi", OPENING | {"title": title})
    _, first = caller.get("/matters", limit=2)
    _, second = caller.get("/matters", limit=2, after=first["next"])
    assert [row["title"] for row in first["matters"] + second["matters"]] == ["甲", "乙", "丙"]
    assert second["next"] is None
    assert caller.get("/matters", kind="foi", open=True)[1]["matters"][0]["fields"]["channel"] == "web"
    assert caller.get("/matters", unit="housing")[1]["matters"] == []
    assert caller.get("/matters", state="replied")[1]["matters"] == []


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


def test_a_head_corrects_and_withdraws(call, request_pk):
    head = call(role=Role.HEAD)
    call().post(f"/matters/{request_pk}/steps/consult", {"on": "2023-03-02", "answers": {"third_party": "甲"}})
    corrected = head.post(f"/matters/{request_pk}/correct", {"reason": "录入有误", "fields": {"channel": "post"}})
    assert corrected[0] == 200
    assert head.get(f"/matters/{request_pk}")[1]["fields"]["channel"] == "post"
    assert head.post(f"/matters/{request_pk}/revoke", {"reason": "误办"})[1]["state"] == "received"
    refused(head.post(f"/matters/{request_pk}/revoke", {"reason": "误办"}), 409, "NothingToRevoke")
    refused(
        head.post(f"/matters/{request_pk}/correct", {"reason": "x", "fields": {"state": "replied"}}),
        422,
        "AnswerNotAsked",
    )
    refused(head.post(f"/matters/{request_pk}/correct", {"reason": "x", "fields": {"title": ""}}), 422, "AnswerMissing")
    refused(
        head.post(f"/matters/{request_pk}/correct", {"reason": " ", "fields": {"title": "新"}}), 422, "ReasonMissing"
    )


def test_parties_are_kept_and_shown_masked(call):
    caller = call()
    kind = next(code for code in ("reconsideration", "dispute", "foi") if caller.get(f"/kinds/{code}")[1]["parties"])
    role = caller.get(f"/kinds/{kind}")[1]["parties"][0]["code"]
    given = {"role": role, "name": "欧阳一二", "id_number": "11010519491231002X", "phone": "13800138000"}
    status, opened = caller.post(f"/matters/{kind}", opening_of(kind) | {"parties": [given]})
    assert status == 201, opened
    _, (party,) = caller.get(f"/matters/{opened['pk']}/parties")
    assert (party["role"], party["kind"]) == (role, "person")
    shown = json.dumps(party, ensure_ascii=False)
    assert not any(secret in shown for secret in ("欧阳一二", "19491231", "13800138000"))
    wrong = opening_of(kind) | {"parties": [given | {"id_number": "110105194912310021"}]}
    refused(caller.post(f"/matters/{kind}", wrong), 422, "IdentityCheckDigit")


def opening_of(kind):
    """What a matter of any kind can be opened with, by its declaration."""
    from zhunsheng.kernel import registry

    declared = registry.kind_of(kind)
    given = {"title": "样例", "unit": "justice", "opened_on": "2024-03-01"}
    for name in declared.fields:
        field = declared.model._meta.get_field(name)
        if not field.blank:
            given[name] = _value(field)
    return given


def _value(field):
    if field.is_relation:
        return "housing"
    if field.choices:
        return next(code for code, _ in field.flatchoices if code)
    return {"DateField": "2024-02-20", "BooleanField": False}.get(
        field.get_internal_type(), 1 if "Integer" in field.get_internal_type() else "样例"
    )


def test_an_entry_is_made_changed_ended_and_withdrawn(call):
    caller = call()
    status, made = caller.post("/entries/adviser.contract", CONTRACT)
    assert (status, made["unit"], made["place"], made["register"]) == (201, "justice", "east1", "adviser.contract")
    path = f"/entries/{made['pk']}"
    changed = {"reason": "换人", "day": "2023-06-01", "version": 1, "fields": {"adviser": "林二"}}
    assert caller.post(f"{path}/change", changed)[1]["fields"]["adviser"] == "林二"
    refused(caller.post(f"{path}/change", changed), 409, "SomeoneElseWasFirst")
    refused(caller.post(f"{path}/change", {"reason": "误", "fields": {"register": "x"}}), 422, "AnswerNotAsked")
    refused(caller.post("/entries/adviser.contract", CONTRACT), 409, "EntryOverlaps")
    refused(caller.post("/entries/adviser.contract", CONTRACT | {"adviser": ""}), 422, "AnswerMissing")
    refused(call("west").post("/entries/adviser.contract", CONTRACT), 403, "NotYourRegister")
    assert caller.post(f"{path}/end", {"reason": "到期", "on": "2023-12-31"})[1]["valid_until"] == "2023-12-31"
    refused(caller.post(f"{path}/end", {"reason": "到期", "on": "2024-12-31"}), 409, "EndedAlready")
    assert caller.get("/entries", register="adviser.contract", valid_on="2023-07-01")[1]["entries"]
    assert caller.get("/entries", register="adviser.contract", valid_on="2024-07-01")[1]["entries"] == []
    assert caller.get(path)[1]["version"] == 3
    refused(call("housing").get(path), 404, "EntryNotFound")
    refused(caller.post(f"{path}/withdraw", {"reason": "误登"}), 403, "NotYourRegister")
    assert call(role=Role.HEAD).post(f"{path}/withdraw", {"reason": "误登"})[1]["withdrawn_at"]


def test_an_activity_is_recorded_corrected_and_withdrawn(call):
    caller = call()
    _, contract = caller.post("/entries/adviser.contract", CONTRACT)
    visit = VISIT | {"entry": contract["pk"]}
    status, made = caller.post("/activities/adviser.visit", visit)
    assert status == 201, made
    assert (made["place"], made["unit"], made["fields"]["consultations"]) == ("east1", "justice", 3)
    path = f"/activities/{made['pk']}"
    refused(caller.post("/activities/adviser.visit", VISIT), 422, "AnswerMissing")
    refused(caller.post("/activities/adviser.visit", visit | {"entry": 10**30}), 404, "EntryNotFound")
    refused(caller.post("/activities/adviser.visit", visit | {"consultations": 10**30}), 422, "AnswerInvalid")
    refused(caller.post("/activities/adviser.visit", visit | {"consultations": "3"}), 422, "MalformedRequest")
    refused(caller.post("/activities/adviser.visit", visit | {"happened_on": "2022-01-01"}), 422, "EntryNotValidThen")
    refused(caller.post(f"{path}/correct", {"reason": "误", "fields": {"consultations": 4}}), 403, "NotYourActivity")
    head = call(role=Role.HEAD)
    corrected = head.post(f"{path}/correct", {"reason": "误", "fields": {"consultations": 4}})
    assert corrected[1]["fields"]["consultations"] == 4
    assert caller.get("/activities", kind="adviser.visit", since="2023-05-01", until="2023-05-31")[1]["activities"]
    assert caller.get("/activities", kind="adviser.visit", since="2023-06-01")[1]["activities"] == []
    assert head.post(f"{path}/withdraw", {"reason": "未发生"})[0] == 200
    refused(head.post(f"{path}/withdraw", {"reason": "未发生"}), 409, "WithdrawnAlready")
    assert caller.get("/activities", kind="adviser.visit")[1]["activities"] == []


def test_figures_count_what_was_opened_and_have_passports(call, request_pk):
    caller = call()
    _, figures = caller.get("/figures/2023")
    received = next(figure for figure in figures if figure["code"] == "foi.received")
    assert (received["value"], received["last_value"]) == (1, 0)
    _, passport = caller.get("/figures/foi.received/2023")
    assert (passport["value"], passport["count"], len(passport["digest"])) == (1, 1, 64)
    assert {row["month"]: row["count"] for row in passport["by_month"]}[202303] == 1


def test_a_sealed_report_is_read_with_its_figures_and_what_changed_since(call, world, request_pk):
    leader = world.person("government", Role.HEAD)
    report = start_report("annual", 2023, by=leader)
    caller = call()
    refused(caller.get("/reports/annual/2023"), 409, "NotSealedYet")
    refused(caller.get("/reports/annual/2023/restatement"), 409, "NotSealedYet")
    confirm_figures(report, codes_to_confirm(report, leader), by=leader)
    seal = seal_report(report, by=leader)
    (listed,) = caller.get("/reports")[1]
    assert (listed["form"], listed["year"], listed["digest"]) == ("annual", 2023, seal.digest)
    _, sealed = caller.get("/reports/annual/2023")
    assert (sealed["digest"], sealed["figures_digest"]) == (seal.digest, seal.figures_digest)
    assert sealed["sections"]
    figure = next(each for each in sealed["figures"] if each["code"] == "foi.received")
    assert (figure["value"], figure["count"], len(figure["list_digest"])) == (1, 1, 64)
    assert caller.get("/reports/annual/2023/restatement")[1]["differing"] == []
    _, late = caller.post("/matters/foi", OPENING | {"title": "补登的申请"})
    answer = caller.get("/reports/annual/2023/restatement")[1]
    changed = next(each for each in answer["differing"] if each["code"] == "foi.received")
    assert (changed["sealed"], changed["now"]) == (1, 2)
    (record,) = changed["records"]
    assert (record["how"], late["number"] in record["key"]) == ("came", True)
    assert "补登的申请" not in json.dumps(answer, ensure_ascii=False)


def test_the_catalogue_tells_what_each_step_takes(call):
    caller = call(language="en")
    assert {kind["code"] for kind in caller.get("/kinds")[1]} >= {"foi"}
    (procedure,) = caller.get("/kinds/foi")[1]["procedures"]
    consult = next(step for step in procedure["steps"] if step["code"] == "consult")
    assert consult["must"] == ["third_party"]
    assert consult["answers"]["properties"]["third_party"]["maxLength"] == 100
    assert {unit["code"]: unit["parent"] for unit in caller.get("/units")[1]}["east1"] == "east"
    assert caller.get("/registers")[1]
    assert caller.get("/activity-kinds")[1]
    assert caller.get("/reports")[1] == []


@pytest.mark.django_db(transaction=True)
def test_opening_costs_twelve_statements_and_lists_cost_the_same_for_any_length(call, world):
    caller = call()
    caller.post("/matters/foi", OPENING)
    with CaptureQueriesContext(connection) as opening:
        assert caller.post("/matters/foi", OPENING)[0] == 201
    assert len(statements(opening)) <= 12, statements(opening)
    with CaptureQueriesContext(connection) as short:
        caller.get("/matters", kind="foi", limit=1)
    for _ in range(10):
        opened_on = date(2023, 3, 2)
        open_matter("foi", by=world.person("justice"), unit=world.unit["justice"], **PLAIN, opened_on=opened_on)
    with CaptureQueriesContext(connection) as long:
        assert len(caller.get("/matters", kind="foi", limit=10)[1]["matters"]) == 10
    assert len(statements(long)) == len(statements(short)) <= 5, statements(long)


PLAIN = {name: OPENING[name] for name in ("title", "applicant", "channel", "wanted")}


def statements(captured):
    """What was asked of the database, without the marks of transactions."""
    said = [query["sql"] for query in captured.captured_queries]
    return [each for each in said if not each.startswith(("BEGIN", "COMMIT", "SAVEPOINT", "RELEASE"))]


@pytest.mark.journey
def test_the_page_of_the_interface_opens_and_writes_under_the_strict_policy(district, arrive):
    page, said = arrive(district.person("justice")), []
    page.on("console", lambda line: said.append(line.text) if line.type in ("error", "warning") else None)
    page.goto("/api/docs")
    expect(page.locator(".opblock-summary-description:text-is('事项清单')")).to_be_visible()
    assert page.title() == "准绳接口"
    given = {name: value for name, value in OPENING.items() if name != "title"} | {"title": "从接口页面登记"}
    page.click("#operations-事项-open_foi button.opblock-summary-control")
    page.click("#operations-事项-open_foi button.try-out__btn")
    page.fill("#operations-事项-open_foi textarea", json.dumps(given))
    page.click("#operations-事项-open_foi button.execute")
    expect(
        page.locator("#operations-事项-open_foi .live-responses-table td.response-col_status:not(.col_header)")
    ).to_contain_text("201")
    assert Matter.objects.filter(title="从接口页面登记").exists()
    assert said == []


@pytest.mark.journey
def test_the_page_of_the_interface_is_english_for_who_reads_english(district, arrive):
    page = arrive(language="en")
    page.goto("/api/docs")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Zhunsheng interface")
    expect(page.locator(".opblock-summary-description:text-is('Take a step')")).to_be_visible()
