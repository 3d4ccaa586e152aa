"""A bad declaration fails when its class is made, in words."""

from datetime import date

import pytest

from zhunsheng.kernel.procedures import STEP_DAY, Clock, ClockKind, Procedure, Role, State, Step
from zhunsheng.kernel.testing.toys import Toy


def test_a_state_that_no_step_leads_to_is_named():
    with pytest.raises(TypeError, match="no step leads to state “孤立”"):

        class Bad(Procedure):
            begun = State("开始", first=True)
            lonely = State("孤立", final=True)
            go = Step("走", at=[begun])


def test_a_trap_is_named():
    with pytest.raises(TypeError, match="from state “陷阱” .trap. no closed state can be reached"):

        class Bad(Procedure):
            begun = State("开始", first=True)
            trap = State("陷阱")
            done = State("完", final=True)
            fall = Step("掉", at=[begun], to=trap)
            go = Step("走", at=[begun], to=done)


@pytest.mark.parametrize("firsts", [0, 2])
def test_there_is_exactly_one_first_state(firsts):
    with pytest.raises(TypeError, match=f"exactly one state must be first, found {firsts}"):

        class Bad(Procedure):
            begun = State("开始", first=firsts > 0)
            other = State("另始", first=firsts > 1)
            done = State("完", final=True)
            go = Step("走", at=[begun, other], to=done)


def test_a_final_state_with_steps_must_be_declared_closed_instead():
    with pytest.raises(TypeError, match="is final but steps leave it"):

        class Bad(Procedure):
            begun = State("开始", first=True)
            done = State("完", final=True)
            go = Step("走", at=[begun], to=done)
            back = Step("回", at=[done], to=begun)


def test_a_clock_names_either_a_term_or_a_given_day():
    with pytest.raises(TypeError, match="clock “钟” .clock. needs either term= or given="):

        class Bad(Procedure):
            begun = State("开始", first=True)
            done = State("完", final=True)
            go = Step("走", at=[begun], to=done)
            clock = Clock("钟", runs_in=[begun])


def test_a_lead_time_names_the_day_it_is_counted_from():
    with pytest.raises(TypeError, match="kind LEAD and before= go together"):

        class Bad(Procedure):
            begun = State("开始", first=True)
            done = State("完", final=True)
            go = Step("走", at=[begun], to=done)
            clock = Clock("钟", term="x.y", kind=ClockKind.LEAD, runs_in=[begun])


def test_a_system_step_needs_the_clock_it_waits_for():
    with pytest.raises(TypeError, match="by=Role.SYSTEM and on_expiry go together"):

        class Bad(Procedure):
            begun = State("开始", first=True)
            done = State("完", final=True)
            go = Step("走", at=[begun], to=done, by=Role.SYSTEM)


@pytest.mark.parametrize("waits_for", ["missing", "lead"])
def test_a_step_waits_for_a_clock_that_has_an_end(waits_for):
    with pytest.raises(TypeError, match=f"waits for clock '{waits_for}'"):

        class Bad(Procedure):
            begun = State("开始", first=True)
            done = State("完", final=True)
            go = Step("走", at=[begun], to=done, waits_for=[waits_for])
            lead = Clock("提前", term="x.y", kind=ClockKind.LEAD, before="held_on", runs_in=[begun])


def test_a_row_takes_the_day_of_its_step():
    step = Step("开会", at=[Toy.waiting], fills={"held_on": STEP_DAY, "level": "first"}, basis="FOI19 第三十四条")
    assert step.filled(date(2023, 5, 4)) == {"held_on": date(2023, 5, 4), "level": "first"}


def test_states_of_another_procedure_are_strangers():
    with pytest.raises(TypeError, match="names the state “待办”, which is not declared here"):

        class Bad(Procedure):
            begun = State("开始", first=True)
            done = State("完", final=True)
            go = Step("走", at=[begun, Toy.waiting], to=done)


def test_editions_share_what_an_abstract_base_declares_and_drop_what_they_do_not_have():
    class Common(Procedure, abstract=True):
        begun = State("开始", first=True)
        done = State("完", final=True)
        go = Step("走", at=[begun], to=done)
        jump = Step("跳", at=[begun], to=done)

    class Old(Common):
        edition = "old"
        jump = None

    class New(Common):
        edition = "new"

    assert list(Old.steps) == ["go"]
    assert list(New.steps) == ["go", "jump"]
    assert Old.start() is New.start()


def test_every_text_that_is_shown_can_be_collected():
    texts = set(Toy.texts())
    assert {"玩具程序", "待办", "延长", "办理期限"} <= texts


def test_a_step_cannot_both_lead_somewhere_and_back():
    class Twofold(Procedure, abstract=True):
        title = "进退两可"
        start = State("待办", first=True)
        aside = State("旁置")
        done = State("办结", final=True)
        set_aside = Step("旁置", at=[start], to=aside, basis="FOI19 第三十二条")
        back = Step("返回", at=[aside], to=done, returns=True, basis="FOI19 第三十二条")

    assert any("returns=" in problem for problem in Twofold.problems())
