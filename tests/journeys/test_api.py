"""Another system at the interface: HTTP in, state out."""

import json
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from playwright.sync_api import expect

from journeys.api_caller import CONTRACT, OPENING, VISIT, refused
from zhunsheng.kernel.matters.actions import open_matter
from zhunsheng.kernel.models import Matter
from zhunsheng.kernel.reports.actions import codes_to_confirm, confirm_figures, start_report
from zhunsheng.kernel.reports.sealing import seal_report
from zhunsheng.kernel.roles import Role


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
