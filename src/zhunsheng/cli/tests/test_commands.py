"""Every command: its help in both languages, its JSON, and what it says to input that cannot be used."""

import json
from datetime import date, timedelta

import pytest
import time_machine
from django.db import connection
from django.utils import timezone

from zhunsheng.cli.command import found
from zhunsheng.cli.main import main
from zhunsheng.cli.tests.saying import CHINESE, refused
from zhunsheng.kernel.matters.actions import open_matter, take_step
from zhunsheng.kernel.models import Deadline, SealedPage

REQUEST = {"applicant": "person", "channel": "web", "wanted": "预算表"}
COMMANDS = sorted(command.name for command in found())


@pytest.fixture
def opened(world):
    """Makes a request for information that arrived on a day."""

    def make(day=date(2023, 3, 1)):
        unit = world.unit["justice"]
        return open_matter("foi", by=world.person("justice"), title="样例", unit=unit, opened_on=day, **REQUEST)

    return make


def output(capsys, *arguments, status=0):
    """What a command printed, with nothing on the error stream."""
    assert main(list(arguments)) == status
    said = capsys.readouterr()
    assert said.err == ""
    return said.out


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_says_what_it_does_in_both_languages(name, capsys):
    helps = {}
    for language in ("zh-hans", "en"):
        with pytest.raises(SystemExit) as stopped:
            main(["--language", language, name, "--help"])
        assert stopped.value.code == 0
        helps[language] = capsys.readouterr().out
    assert "退出状态：" in helps["zh-hans"]
    assert "Exit status:" in helps["en"]
    assert CHINESE.findall(helps["en"].replace("法治政府建设年度报告", "")) == []


def test_without_a_command_the_commands_are_listed(capsys):
    said = output(capsys)
    assert all(f"    {name}" in said for name in COMMANDS)


@pytest.mark.parametrize(
    ("arguments", "chinese", "english"),
    [
        (["fly"], "“fly”不可用，可用的有", "'fly' (choose from"),
        (["explain"], "缺少参数：number", "required: number"),
        (["figures", "2023", "--colour"], "不认识的参数：--colour", "unrecognized arguments: --colour"),
        (["token", "x", "--label"], "参数--label之后缺少一个值", "argument --label: expected one argument"),
        (["--language", "fr", "units"], "没有名为“fr”的输出语言", 'no language "fr"'),
        (["figures", "23"], "年份“23”不可用", 'The year "23"'),
        (["figures", "2023", "foi.recieved"], "相近的有：foi.received", "similar ones are: foi.received"),
        (["explain", "并杏〔2023〕9号"], "没有编号为“并杏〔2023〕9号”的事项", 'no matter "并杏〔2023〕9号"'),
        (["kinds", "lottery"], "没有名为“lottery”的事项类型", 'no kind of matter called "lottery"'),
        (["units", "月球"], "没有代码或名称为“月球”的单位", 'no unit with the code or name "月球"'),
        (["late", "--unit", "月球"], "没有代码或名称为“月球”的单位", 'no unit with the code or name "月球"'),
        (["late", "--days", "-3"], "--days的值“-3”不可用", 'The value "-3" of --days'),
        (["report", "2023"], "2023", "2023"),
        (["report", "2023", "--form", "weekly"], "weekly", "weekly"),
        (["restate", "year"], "年份“year”不可用", 'The year "year"'),
        (["serve", "--port", "99999"], "--port的值“99999”不可用", 'The value "99999" of --port'),
        (["new", "x1", "--chapter", "business", "--title", "x", "--english", "x", "--matter", "X"], "“x1”", '"x1"'),
    ],
)
def test_input_that_cannot_be_used_is_answered_in_a_sentence(world, capsys, arguments, chinese, english):
    assert refused(capsys, arguments, chinese, english)


def test_explain_shows_every_clock_and_one_by_its_code(opened, capsys):
    number = opened().number
    said = output(capsys, "explain", number)
    assert "【答复期限】answer  计算中  2023-03-29" in said
    assert "补正" in said
    one = output(capsys, "explain", number, "--clock", "answer", "--days")
    assert "补正" not in one
    assert "2023-03-29  20" in one
    assert refused(capsys, ["explain", number, "--clock", "sun"], "没有名为“sun”的期限", 'has no clock "sun"')


def test_explain_says_when_a_clock_was_met_and_why_another_stands_still(opened, world, capsys):
    clerk, matter = world.person("justice"), opened()
    take_step(matter, "consult", by=clerk, on=date(2023, 3, 2), third_party="甲公司")
    shown = json.loads(output(capsys, "explain", matter.number, "--json"))
    assert (shown["answer"]["standing"], shown["answer"]["due_on"]) == ("stopped", None)
    take_step(matter, "heard", by=clerk, on=date(2023, 3, 6))
    take_step(matter, "reply", by=clerk, on=date(2023, 3, 10), outcome="provided")
    assert "完成日期 2023-03-10" in output(capsys, "explain", matter.number)


def test_explain_says_which_year_is_missing(opened, monkeypatch, capsys):
    monkeypatch.setattr("django.utils.timezone.localdate", lambda *args: date(2026, 12, 20))
    matter = opened(date(2026, 12, 18))
    said = output(capsys, "explain", matter.number, "--clock", "answer")
    assert "2027年的放假调休安排没有载入" in said
    assert "holidays of 2027" in output(capsys, "--language", "en", "explain", matter.number, "--clock", "answer")


def test_late_lists_by_day_what_is_late_and_what_is_near(opened, world, capsys):
    late, near = opened(), opened(timezone.localdate())
    said = output(capsys, "late", status=1)
    assert late.number in said
    assert near.number not in said
    days = (near.due_on - timezone.localdate()).days
    rows = json.loads(output(capsys, "late", "--days", str(days), "--json", status=1))
    assert [row["late"] for row in rows if row["clock"] == "answer"] == [True, False]
    assert output(capsys, "late", "--unit", world.unit["east"].code) == ""
    assert late.number in output(capsys, "late", "--unit", world.unit["government"].name, status=1)


def test_figures_are_listed_for_people_and_as_json(opened, capsys):
    opened()
    assert "foi.received\t1件\t" in output(capsys, "figures", "2023")
    (row,) = json.loads(output(capsys, "figures", "2023", "foi.received", "--json"))
    assert row.keys() == {"code", "value", "unit", "period", "definition"}
    assert (row["value"], row["period"]) == (1, "2023年")


def test_tick_takes_what_the_calendar_takes_and_seals(opened, capsys):
    with time_machine.travel(timezone.now() - timedelta(hours=1)):
        opened()
    said = output(capsys, "tick")
    assert "期限届满自动办理：0 件。" in said
    assert "日志已封存 1 行，至第 1 页" in said
    assert SealedPage.objects.count() == 1
    assert "1 行" in output(capsys, "seal")
    assert SealedPage.objects.count() == 1


@pytest.mark.skipif(connection.vendor != "sqlite", reason="only SQLite is told to renew its statistics")
def test_tick_renews_the_statistics_that_choose_an_index(opened, capsys):
    opened()
    output(capsys, "tick")
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM sqlite_stat1 WHERE tbl = 'kernel_matter'")
        assert cursor.fetchone()[0] > 0


def test_verify_says_that_all_is_well_or_names_what_is_not(world, capsys):
    assert "全部摘要都一致" in output(capsys, "verify")
    assert json.loads(output(capsys, "verify", "--json")) == []
    with connection.cursor() as cursor:
        cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'kernel_journalentry'")
        (name,) = cursor.fetchone()
        cursor.execute(f"DROP TRIGGER {name}")
    assert "全部摘要都一致" not in output(capsys, "verify", status=1)
    assert len(json.loads(output(capsys, "verify", "--json", status=1))) == 1


@pytest.mark.parametrize(
    "arguments", [["kinds"], ["kinds", "foi"], ["units"], ["units", "justice"], ["figures", "2023"]]
)
def test_json_is_json_and_nothing_else(world, capsys, arguments):
    code = [world.unit["justice"].code if word == "justice" else word for word in arguments]
    assert json.loads(output(capsys, *code, "--json"))


def test_kinds_shows_the_steps_and_clocks_of_a_kind(world, capsys):
    assert "foi\t政府信息公开申请\t事项" in output(capsys, "kinds")
    said = output(capsys, "kinds", "foi")
    assert "step\treply\t答复" in said
    assert "clock\tanswer\t" in said
    assert Deadline.objects.count() == 0


def test_a_report_that_was_not_sealed_cannot_be_restated(world, capsys):
    assert refused(capsys, ["restate", "2023"], "2023", "2023")
