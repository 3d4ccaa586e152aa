"""From a plan to a confirmed task: what is kept, and what is refused."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from zhunsheng.kernel import registry
from zhunsheng.kernel.activities.models import Activity
from zhunsheng.kernel.dirty import DirtyMonth
from zhunsheng.kernel.models import Assignment, Confirmation, Programme
from zhunsheng.kernel.programmes.access import access_assignment, access_programme
from zhunsheng.kernel.programmes.actions import (
    add_evidence,
    add_item,
    add_programme,
    assign,
    confirm,
    postpone,
    reopen,
    report_progress,
    send_back,
    serve,
)
from zhunsheng.kernel.programmes.branches import late, silent
from zhunsheng.kernel.programmes.declare import ProgrammeKind
from zhunsheng.kernel.programmes.refusals import (
    AssignmentNotFound,
    ConfirmedAlready,
    ConfirmedByOneself,
    DayBeforeAssigned,
    DueTooSoon,
    EvidenceEmpty,
    EvidenceMissing,
    ItemOfAnotherProgramme,
    NotConfirmedYet,
    NotYourPart,
    ProgrammeNotFound,
    ProgressEmpty,
    ServesAlready,
    TooDeep,
)
from zhunsheng.kernel.refusals import (
    AnswerInvalid,
    DayInTheFuture,
    EndBeforeBegin,
    ReasonMissing,
    UnknownProgrammeKind,
)
from zhunsheng.kernel.roles import Role

pytestmark = pytest.mark.django_db
PLAN = ProgrammeKind(code="toy.plan", title="玩具计划", levels=["任务", "措施"])
GIVEN, DUE = date(2023, 2, 1), date(2023, 6, 30)


@pytest.fixture
def plan(world, monkeypatch):
    """A plan led by the justice bureau, with one task and two measures under it."""
    monkeypatch.setattr(registry, "programme_kinds", lambda: {PLAN.code: PLAN})
    programme = add_programme(
        "toy.plan", by=world.person("justice"), title="年度计划", unit=world.unit["justice"], since=date(2023, 1, 1)
    )
    top = add_item(programme, by=world.person("justice"), title="第一项任务", number="一")
    for number in "12":
        add_item(programme, by=world.person("justice"), title=f"措施{number}", number=number, parent=top)
    return programme


@pytest.fixture
def task(plan, world):
    """A task under the first measure, given to the housing bureau."""
    return assign(
        plan.items.get(number="1"), by=world.person("justice"), unit=world.unit["housing"],
        assigned_on=GIVEN, due_on=DUE,
    )  # fmt: skip


def prove(task, world):
    add_evidence(
        task, by=world.person("housing"), title="印发的通知", reference="样住建〔2023〕5号", day=date(2023, 5, 8)
    )


def head(world, unit="justice"):
    return world.person(unit, Role.HEAD)


def test_a_task_goes_from_plan_to_confirmation(task, world):
    report_progress(task, by=world.person("housing"), day=date(2023, 3, 1), percent=40, words="已启动")
    prove(task, world)
    line = confirm(task, by=head(world), day=date(2023, 6, 1))
    assert (task.confirmed_on, line.ruling, line.by) == (date(2023, 6, 1), "confirmed", head(world))
    assert [(p.percent, p.words) for p in task.progress_lines.all()] == [(40, "已启动")]
    assert {("toy", 202306), ("toy", 202302)} <= set(DirtyMonth.objects.values_list("domain", "month"))


def test_nobody_confirms_the_own_unit_or_the_own_report(task, world):
    prove(task, world)
    with pytest.raises(ConfirmedByOneself, match="住房和城乡建设局"):
        confirm(task, by=head(world, "housing"))
    above = head(world, "government")
    report_progress(task, by=above, day=date(2023, 5, 9), words="代填")
    with pytest.raises(ConfirmedByOneself):
        confirm(task, by=above)
    assert Assignment.objects.get().confirmed_on is None


def test_confirming_is_for_the_head_of_the_plan(task, world):
    prove(task, world)
    for stranger in (head(world, "east"), world.person("justice")):
        with pytest.raises(NotYourPart):
            confirm(task, by=stranger)


def test_nothing_is_confirmed_without_evidence_or_twice(task, world):
    with pytest.raises(EvidenceMissing):
        confirm(task, by=head(world))
    prove(task, world)
    confirm(task, by=head(world), day=date(2023, 6, 1))
    for again in (
        lambda: confirm(task, by=head(world)),
        lambda: report_progress(task, by=world.person("housing"), percent=50),
        lambda: postpone(task, by=world.person("justice"), due_on=date(2024, 1, 1), reason="延期"),
    ):
        with pytest.raises(ConfirmedAlready, match="2023-06-01"):
            again()


def test_a_task_is_returned_and_reopened_with_a_reason(task, world):
    with pytest.raises(NotConfirmedYet):
        reopen(task, by=head(world), reason="问题反弹")
    with pytest.raises(ReasonMissing):
        send_back(task, by=head(world), reason=" ")
    send_back(task, by=head(world), reason="佐证不足")
    prove(task, world)
    confirm(task, by=head(world), day=date(2023, 6, 1))
    reopen(task, by=head(world), reason="问题反弹", day=date(2023, 9, 1))
    assert task.confirmed_on is None
    rulings = list(Confirmation.objects.order_by("pk").values_list("ruling", flat=True))
    assert rulings == ["returned", "confirmed", "reopened"]


def test_a_postponement_keeps_the_old_day(task, world):
    line = postpone(task, by=world.person("justice"), due_on=date(2023, 12, 31), reason="方案调整")
    assert (line.due_before, line.due_on, task.due_on) == (DUE, date(2023, 12, 31), date(2023, 12, 31))
    with pytest.raises(DueTooSoon):
        postpone(task, by=world.person("justice"), due_on=date(2023, 1, 31), reason="方案调整")
    with pytest.raises(NotYourPart):
        postpone(task, by=world.person("housing"), due_on=date(2024, 6, 30), reason="来不及")


def test_the_tree_is_as_deep_as_its_levels_and_keeps_its_order(plan, world):
    by = world.person("justice")
    first = plan.items.get(number="1")
    with pytest.raises(TooDeep, match="任务、措施"):
        add_item(plan, by=by, title="更细的措施", parent=first)
    other = add_programme("toy.plan", by=by, title="别的计划", unit=world.unit["justice"], since=date(2023, 1, 1))
    with pytest.raises(ItemOfAnotherProgramme):
        add_item(other, by=by, title="错挂", parent=first)
    add_item(plan, by=by, title="第二项任务", number="二")
    assert [(item.number, item.level) for item in plan.items.all()] == [("一", 0), ("1", 1), ("2", 1), ("二", 0)]


def test_planning_is_for_the_unit_that_leads(plan, world):
    with pytest.raises(NotYourPart):
        add_item(plan, by=world.person("housing"), title="加一项")
    with pytest.raises(NotYourPart):
        assign(plan.items.first(), by=world.person("east"), unit=world.unit["west"], due_on=DUE)
    with pytest.raises(UnknownProgrammeKind):
        add_programme("toy.none", by=None, title="无")
    with pytest.raises(EndBeforeBegin):
        add_programme(
            "toy.plan", by=None, title="倒置", unit=world.unit["justice"],
            since=date(2023, 1, 1), until=date(2022, 1, 1),
        )  # fmt: skip


def test_reporting_is_for_the_unit_that_was_asked(task, world):
    with pytest.raises(NotYourPart):
        report_progress(task, by=world.person("justice"), percent=10)
    with pytest.raises(NotYourPart):
        add_evidence(task, by=world.person("east"), title="通知", reference="文号")


@pytest.mark.parametrize(
    ("fields", "refusal"),
    [
        ({}, ProgressEmpty),
        ({"words": "  "}, ProgressEmpty),
        ({"percent": 101}, AnswerInvalid),
        ({"percent": 10, "day": date(2023, 1, 31)}, DayBeforeAssigned),
        ({"percent": 10, "day": timezone.localdate() + timedelta(days=1)}, DayInTheFuture),
    ],
)
def test_progress_that_says_nothing_or_cannot_be_is_refused(task, world, fields, refusal):
    with pytest.raises(refusal):
        report_progress(task, by=world.person("housing"), **fields)
    assert not task.progress_lines.exists()


def test_evidence_may_be_a_record_of_the_house_and_must_point_somewhere(task, world):
    by = world.person("housing")
    walk = Activity.objects.create(
        kind="toy.walk", title="走访", unit=world.unit["housing"], jurisdiction=world.jurisdiction, happened_on=GIVEN
    )
    assert add_evidence(task, by=by, title="走访记录", activity=walk).activity == walk
    with pytest.raises(EvidenceEmpty):
        add_evidence(task, by=by, title="口头说明")


def test_one_task_serves_two_plans_and_shows_late_in_both(plan, task, world):
    other = add_programme(
        "toy.plan", by=world.person("east"), title="街道计划", unit=world.unit["east"], since=date(2023, 1, 1)
    )
    item = add_item(other, by=world.person("east"), title="落实任务")
    with pytest.raises(NotYourPart):
        serve(task, item, by=world.person("justice"))
    serve(task, item, by=world.person("east"))
    with pytest.raises(ServesAlready):
        serve(task, item, by=world.person("east"))
    branches = late(Programme.objects.all(), date(2023, 7, 1))
    assert [branch.item.title for branch in branches] == ["第一项任务", "措施1", "落实任务"]
    assert access_assignment(world.person("east"), task.pk) == task


def test_late_branches_surface_up_to_the_top_each_task_once(plan, task, world, django_assert_num_queries):
    serve(task, plan.items.get(number="2"), by=world.person("justice"))
    assert late(Programme.objects.all(), DUE) == []
    with django_assert_num_queries(1):
        branches = late(Programme.objects.all(), date(2023, 7, 1))
    assert [(b.item.number, len(b.own), len(b.below)) for b in branches] == [("一", 0, 1), ("1", 1, 1), ("2", 1, 1)]
    assert branches[1].own[0].unit == "样例区住房和城乡建设局"
    prove(task, world)
    confirm(task, by=head(world), day=date(2023, 7, 3))
    assert late(Programme.objects.all(), date(2023, 7, 3)) == []
    assert late(Programme.objects.all(), date(2023, 7, 2)) != []


def test_silent_branches_are_those_without_progress_for_so_long(plan, task, world, django_assert_num_queries):
    assert silent(Programme.objects.all(), date(2023, 3, 2), 30) == []
    with django_assert_num_queries(1):
        assert len(silent(Programme.objects.all(), date(2023, 3, 3), 30)) == 2
    report_progress(task, by=world.person("housing"), day=date(2023, 3, 2), percent=10)
    assert silent(Programme.objects.all(), date(2023, 3, 31), 30) == []
    assert len(silent(Programme.objects.all(), date(2023, 4, 1), 30)) == 2


def test_a_stranger_finds_nothing(plan, task, world):
    assert access_programme(world.person("housing"), plan.pk) == plan
    for find, refusal, key in (
        (access_programme, ProgrammeNotFound, plan.pk),
        (access_assignment, AssignmentNotFound, task.pk),
    ):
        with pytest.raises(refusal):
            find(world.person("west"), key)


def test_a_declaration_that_cannot_work_says_why():
    bad = ProgrammeKind(code="toy.bad", title="", levels=[], silent_after=0, confirmed_by=Role.SYSTEM)
    assert len(list(bad.problems())) == 3
    assert list(PLAN.problems()) == []
