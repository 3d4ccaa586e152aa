"""Programmes on the desk: planned, divided, reported, confirmed by another; late and silent branches stand out."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from zhunsheng.kernel import registry
from zhunsheng.kernel.models import Assignment, Programme
from zhunsheng.kernel.programmes.actions import add_evidence, add_item, add_programme, assign, confirm
from zhunsheng.kernel.programmes.declare import ProgrammeKind
from zhunsheng.kernel.roles import Role

PLAN = ProgrammeKind(code="toy.plan", title="玩具计划", levels=["任务", "措施"])
GIVEN = date(2023, 2, 1)


@pytest.fixture
def declared(monkeypatch):
    monkeypatch.setattr(registry, "programme_kinds", lambda: {PLAN.code: PLAN})


@pytest.fixture
def plan(world, declared):
    by = world.person("justice")
    made = add_programme(PLAN.code, by=by, title="年度计划", unit=world.unit["justice"], since=date(2023, 1, 1))
    top = add_item(made, by=by, title="第一项任务", number="一")
    add_item(made, by=by, title="第一条措施", number="1", parent=top)
    return made


@pytest.fixture
def task(plan, world):
    given = {"unit": world.unit["housing"], "assigned_on": GIVEN, "due_on": date(2023, 6, 30)}
    return assign(plan.items.get(number="1"), by=world.person("justice"), title="印发方案", **given)


@pytest.fixture
def as_of(client, world):
    """Signs somebody in: ``as_of("justice", Role.HEAD)``."""

    def sign_in(unit, role=Role.HANDLER):
        client.force_login(world.person(unit, role))
        return client

    return sign_in


def text(answer):
    return answer.content.decode()


def test_where_no_system_declares_a_programme_the_menu_has_none_and_the_page_is_empty(desk, monkeypatch):
    monkeypatch.setattr(registry, "programme_kinds", dict)
    answer = desk.get("/programmes/")
    assert answer.status_code == 200
    assert "还没有计划" in text(answer)
    assert 'href="/programmes/"' not in text(desk.get("/"))


def test_where_a_system_declares_one_the_menu_leads_to_it(desk, declared):
    assert 'href="/programmes/"' in text(desk.get("/"))


def test_a_plan_is_made_divided_and_assigned_from_the_forms(as_of, world, declared):
    desk = as_of("justice")
    unit = world.unit["justice"].pk
    given = {"kind": PLAN.code, "title": "新计划", "unit": unit, "since": "2023-01-01"}
    made = desk.post("/programmes/add/", given)["Location"]
    desk.post(f"{made}items/add/", {"number": "一", "title": "任务一"})
    top = Programme.objects.get().items.get()
    desk.post(f"{made}items/add/?under={top.pk}", {"number": "1", "title": "措施一"})
    item = top.children.get()
    given = {"title": "办", "unit": world.unit["housing"].pk, "assigned_on": "2023-02-01", "due_on": "2023-03-01"}
    answer = desk.post(f"/programmes/items/{item.pk}/assign/", given)
    assert answer["Location"] == f"/assignments/{Assignment.objects.get().pk}/"
    too_deep = desk.post(f"{made}items/add/?under={item.pk}", {"title": "更细"})
    assert too_deep.status_code == 422
    assert "已是最末一级" in text(too_deep)


def test_a_late_and_silent_task_surfaces_up_to_the_top(as_of, plan, task):
    answer = as_of("justice").get(f"/programmes/{plan.pk}/")
    assert [(row["level"], row["late"], row["silent"]) for row in answer.context["rows"]] == [(0, 1, 1), (1, 1, 1)]
    assert "逾期 1 项" in text(answer)
    listed = as_of("justice").get("/programmes/").context["rows"][0]["tasks"]
    assert (listed["all"], listed["done"], listed["late"], listed["silent"]) == (1, 0, 1, 1)


def test_a_branch_filter_keeps_what_needs_looking_at(as_of, plan, task, world):
    desk = as_of("justice")
    add_item(plan, by=world.person("justice"), title="第二项任务", number="二")
    assert [str(row["item"]) for row in desk.get(f"/programmes/{plan.pk}/?show=late").context["rows"]] == [
        "一 第一项任务",
        "1 第一条措施",
    ]


def test_a_task_is_reported_shown_returned_and_confirmed_by_another(as_of, task, world):
    address = f"/assignments/{task.pk}/"
    mine = as_of("housing")
    assert (
        mine.post(f"{address}progress/", {"day": "2023-03-01", "percent": "40", "words": "已启动"}).status_code == 302
    )
    assert mine.get(address).context["percent"] == 40
    given = {"day": "2023-05-08", "title": "印发的通知", "reference": "样住建〔2023〕5号"}
    assert mine.post(f"{address}evidence/", given).status_code == 302
    head = as_of("justice", Role.HEAD)
    assert head.post(f"{address}return/", {"day": "2023-05-09", "reason": ""}).status_code == 422
    assert head.post(f"{address}return/", {"day": "2023-05-09", "reason": "佐证不全"}).status_code == 302
    assert head.post(f"{address}confirm/", {"day": "2023-06-01"}).status_code == 302
    shown = head.get(address)
    assert [line["title"] for line in shown.context["entries"]] == ["确认完成", "退回", "补充佐证", "填报进展"]
    assert "按期办结" in text(shown)
    assert head.post(f"{address}reopen/", {"day": "2023-07-01", "reason": "反弹"}).status_code == 302
    planner = as_of("justice")
    assert planner.post(f"{address}postpone/", {"due_on": "2023-12-31", "reason": "方案调整"}).status_code == 302
    task.refresh_from_db()
    assert (task.confirmed_on, task.due_on) == (None, date(2023, 12, 31))


def test_only_what_one_may_do_is_offered_and_the_rest_says_who_may(as_of, task):
    offered = {each["title"]: each for each in as_of("housing").get(f"/assignments/{task.pk}/").context["offers"]}
    assert offered["填报进展"]["href"]
    assert not offered["确认完成"]["href"]
    assert "样例区司法局" in offered["确认完成"]["who"]


def test_a_refusal_stands_at_the_form_and_nothing_typed_is_lost(as_of, task):
    desk, address = as_of("housing"), f"/assignments/{task.pk}/"
    tomorrow = timezone.localdate() + timedelta(days=1)
    answer = desk.post(f"{address}progress/", {"day": tomorrow.isoformat(), "words": "我写的进展"})
    assert answer.status_code == 422
    assert "我写的进展" in text(answer)
    answer = desk.post(f"{address}evidence/", {"day": "2023-05-08", "title": "口头说明"})
    assert answer.status_code == 422
    assert "没有指向任何" in text(answer)
    answer = desk.post(f"{address}confirm/", {"day": "2023-05-08"})
    assert answer.status_code == 422
    assert "须由其他单位的人员确认" in text(answer)


def test_evidence_points_to_records_that_the_reader_may_see(as_of, task, opened, world):
    matter = opened()
    add_evidence(task, by=world.person("housing"), title="对应申请", matter=matter, day=date(2023, 5, 8))
    address = f"/assignments/{task.pk}/"
    assert matter.number in text(as_of("justice").get(address))
    assert matter.number not in text(as_of("housing").get(address))


def test_evidence_is_found_by_number_or_address_and_never_beyond_reach(as_of, task, opened):
    matter, address = opened(), f"/assignments/{task.pk}/evidence/"
    given = {"day": "2023-05-08", "title": "对应申请", "matter": matter.number}
    assert as_of("housing").post(address, given).status_code == 422
    answer = as_of("housing").post(address, {"day": "2023-05-08", "title": "走访", "activity": "/a/999/"})
    assert answer.status_code == 422
    answer = as_of("housing").post(address, {"day": "2023-05-08", "title": "走访", "activity": "走访"})
    assert "没有序号" in text(answer)


def test_a_task_serves_another_plan_of_the_planner(as_of, task, plan, world):
    by = world.person("justice")
    other = add_programme(PLAN.code, by=by, title="另一计划", unit=world.unit["justice"], since=date(2023, 1, 1))
    item = add_item(other, by=by, title="落实")
    answer = as_of("justice").post(f"/assignments/{task.pk}/serve/", {"item": item.pk}, follow=True)
    assert "另一计划" in text(answer)


def test_a_stranger_finds_nothing(as_of, plan, task):
    desk = as_of("west")
    item = plan.items.first().pk
    for address in (f"/programmes/{plan.pk}/", f"/assignments/{task.pk}/", f"/programmes/items/{item}/assign/"):
        assert desk.get(address).status_code == 404
    assert desk.get("/programmes/").context["rows"] == []


def test_a_plan_shows_the_names_of_tasks_only_to_those_who_may_see_them(as_of, plan, task, world):
    by = world.person("justice")
    assign(plan.items.get(number="1"), by=by, title="另一件", unit=world.unit["east"], due_on=timezone.localdate())
    shown = text(as_of("housing").get(f"/programmes/{plan.pk}/"))
    assert "印发方案" in shown
    assert "另一件" not in shown


def test_a_tree_costs_a_fixed_number_of_queries(as_of, plan, task, world, django_assert_max_num_queries):
    by, desk = world.person("justice"), as_of("justice")
    for n in range(8):
        item = add_item(plan, by=by, title=f"任务{n}")
        made = assign(item, by=by, unit=world.unit["housing"], assigned_on=GIVEN, due_on=date(2023, 7, 1))
        add_evidence(made, by=None, title="文", reference="号", day=GIVEN)
        confirm(made, by=world.person("justice", Role.HEAD), day=GIVEN)
    desk.get(f"/programmes/{plan.pk}/")
    with django_assert_max_num_queries(16):
        desk.get(f"/programmes/{plan.pk}/")
