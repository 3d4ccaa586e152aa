"""Another system at the interface: programmes and files."""

import json
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from zhunsheng.kernel import registry
from zhunsheng.kernel.files.storing import path_of
from zhunsheng.kernel.matters.actions import open_matter
from zhunsheng.kernel.models import Assignment, Programme, StoredFile
from zhunsheng.kernel.programmes.declare import ProgrammeKind
from zhunsheng.kernel.roles import Role
from zhunsheng.kernel.units.tokens import issue_token

PLAN = ProgrammeKind(code="toy.plan", title="玩具计划", levels=["任务", "措施"])
PDF = b"%PDF-1.7 sample"


@pytest.fixture(autouse=True)
def toy(monkeypatch, settings, tmp_path):
    monkeypatch.setattr(registry, "programme_kinds", lambda: {PLAN.code: PLAN})
    settings.MEDIA_ROOT = tmp_path / "files"


@pytest.fixture
def call(world):
    """``call("justice", Role.HEAD)("post", "/programmes", given)`` → (status, body)."""

    def caller(unit="justice", role=Role.HANDLER):
        client = Client(headers={"authorization": f"Bearer {issue_token(world.person(unit, role), '测试')}"})

        def send(method, path, given=None):
            sent = {"data": json.dumps(given), "content_type": "application/json"} if given is not None else {}
            answer = getattr(client, method)(f"/api{path}", **sent)
            return answer.status_code, json.loads(answer.content)

        send.client = client
        return send

    return caller


@pytest.fixture
def task(call):
    plan = call()
    status, begun = plan(
        "post", "/programmes", {"kind": "toy.plan", "title": "年", "unit": "justice", "since": "2023-01-01"}
    )
    assert status == 201
    _, top = plan("post", f"/programmes/{begun['pk']}/items", {"title": "任务一", "number": "一"})
    _, item = plan("post", f"/programmes/{begun['pk']}/items", {"title": "措施一", "parent": top["pk"]})
    assert (top["level"], item["level"]) == ("任务", "措施")
    given = {"unit": "housing", "assigned_on": "2023-02-01", "due_on": "2023-06-30"}
    status, given = plan("post", f"/items/{item['pk']}/assignments", given)
    assert (status, given["title"]) == (201, "措施一")
    return given["pk"]


def test_a_task_goes_from_plan_to_confirmation(call, task):
    mine, head, planner = call("housing"), call("justice", Role.HEAD), call()
    at = f"/assignments/{task}"
    assert mine("post", f"{at}/progress", {"percent": 40, "day": "2023-03-01"})[1]["progress"][0]["percent"] == 40
    assert head("post", f"{at}/confirm", {})[0] == 409
    assert mine("post", f"{at}/evidence", {"title": "通知", "reference": "5号", "day": "2023-05-08"})[0] == 200
    assert head("post", f"{at}/return", {"reason": "不全", "day": "2023-05-09"})[0] == 200
    assert head("post", f"{at}/confirm", {"day": "2023-06-01"})[1]["confirmed_on"] == "2023-06-01"
    assert mine("post", f"{at}/progress", {"percent": 50})[0] == 409
    assert head("post", f"{at}/reopen", {"reason": "反弹", "day": "2023-07-01"})[1]["confirmed_on"] is None
    assert planner("post", f"{at}/postpone", {"reason": "调整", "due_on": "2023-12-31"})[1]["due_on"] == "2023-12-31"
    whole = planner("get", at)[1]
    assert [line["ruling"] for line in whole["rulings"]] == ["returned", "confirmed", "reopened", "postponed"]


def test_late_branches_and_worklists_are_read(call, task):
    planner = call()
    plan = Programme.objects.get().pk
    tree = planner("get", f"/programmes/{plan}")[1]
    assert [(item["late"], item["silent"]) for item in tree["items"]] == [(1, 1), (1, 1)]
    assert planner("get", "/programmes?kind=toy.plan")[1]["programmes"][0]["unit"] == "justice"
    for query in ("late=true", "open=true", "unit=housing", f"programme={plan}"):
        assert [row["pk"] for row in planner("get", f"/assignments?{query}")[1]["assignments"]] == [task]
    assert planner("get", "/assignments?open=false")[1]["assignments"] == []


def test_a_task_serves_another_plan(call, task):
    planner = call()
    _, other = planner(
        "post", "/programmes", {"kind": "toy.plan", "title": "二", "unit": "justice", "since": "2023-01-01"}
    )
    _, item = planner("post", f"/programmes/{other['pk']}/items", {"title": "落实"})
    assert item["pk"] in planner("post", f"/assignments/{task}/serve", {"item": item["pk"]})[1]["items"]
    assert planner("post", f"/assignments/{task}/serve", {"item": item["pk"]})[0] == 409


@pytest.mark.parametrize(
    ("method", "path", "given", "status", "code"),
    [
        ("get", "/programmes?kind=toy.none", None, 404, "UnknownProgrammeKind"),
        ("get", "/programmes/999", None, 404, "ProgrammeNotFound"),
        ("post", "/items/999/assignments", {"unit": "housing", "due_on": "2023-06-30"}, 404, "ItemNotFound"),
        ("post", "/assignments/999/progress", {"percent": 1}, 404, "AssignmentNotFound"),
        ("post", "/assignments/{task}/progress", {"percent": 1}, 403, "NotYourPart"),
        ("post", "/assignments/{task}/confirm", {"reason": 5}, 422, "MalformedRequest"),
        ("post", "/assignments/{task}/postpone", {"reason": "早", "due_on": "2023-01-01"}, 422, "DueTooSoon"),
        ("post", "/assignments/{task}/evidence", {"title": "口头"}, 422, "EvidenceEmpty"),
        ("post", "/assignments/{task}/evidence", {"title": "申请", "matter": 999}, 404, "MatterNotFound"),
    ],
)
def test_what_is_refused_says_why(call, task, method, path, given, status, code):
    who = call("housing") if code == "EvidenceEmpty" else call()
    answer = who(method, path.format(task=task), given)
    assert (answer[0], answer[1]["title"]) == (status, code)
    assert answer[1]["zh"] != answer[1]["en"]


def test_a_stranger_sees_no_plan_and_no_task(call, task):
    stranger = call("west")
    assert stranger("get", "/programmes")[1]["programmes"] == []
    assert stranger("get", "/assignments")[1]["assignments"] == []
    assert stranger("get", f"/programmes/{Programme.objects.get().pk}")[0] == 404
    assert stranger("get", f"/assignments/{task}")[0] == 404
    assert Assignment.objects.count() == 1


@pytest.fixture
def matter(world):
    return open_matter(
        "foi", by=world.person("justice"), title="样例申请", unit=world.unit["justice"], opened_on=date(2023, 3, 1),
        applicant="person", channel="web", wanted="样例",
    )  # fmt: skip


def test_a_file_is_uploaded_listed_and_comes_back_byte_by_byte(call, matter):
    caller = call()
    answer = caller.client.post(f"/api/matters/{matter.pk}/files", {"file": SimpleUploadedFile("申请书.pdf", PDF)})
    assert (answer.status_code, answer.json()["name"], answer.json()["size"]) == (201, "申请书.pdf", len(PDF))
    assert [file["digest"] for file in caller("get", f"/matters/{matter.pk}/files")[1]] == [answer.json()["digest"]]
    back = caller.client.get(f"/api/files/{answer.json()['pk']}")
    assert b"".join(back.streaming_content) == PDF
    assert back["Content-Disposition"].startswith("attachment")
    assert back["X-Content-Type-Options"] == "nosniff"


def test_a_file_of_another_kind_is_refused_and_a_stranger_gets_none(call, matter):
    caller = call()
    answer = caller.client.post(f"/api/matters/{matter.pk}/files", {"file": SimpleUploadedFile("x.pdf", b"MZ")})
    assert (answer.status_code, answer.json()["title"]) == (422, "FileNotWhatItSays")
    caller.client.post(f"/api/matters/{matter.pk}/files", {"file": SimpleUploadedFile("x.pdf", PDF)})
    file = StoredFile.objects.get()
    for path in (f"/files/{file.pk}", f"/matters/{matter.pk}/files"):
        assert call("housing")("get", path)[0] == 404
    path_of(file.digest).unlink()
    assert caller("get", f"/files/{file.pk}")[0] == 410
