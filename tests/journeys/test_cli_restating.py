"""The sample's report of 2023 and the one correction made after it was sealed."""

import json

import pytest

from journeys.command_line import run


@pytest.fixture(scope="module")
def var(tmp_path_factory):
    """A folder with the disputes of both years, set up twice."""
    folder = tmp_path_factory.mktemp("disputes") / "var"
    for _ in range(2):
        done = run(folder, "setup", ZHUNSHENG_DOMAINS="dispute")
        assert done.returncode == 0, done.stderr
    return folder


def told(var, *arguments):
    return run(var, *arguments, ZHUNSHENG_DOMAINS="dispute")


@pytest.mark.slow
def test_one_record_changed_since_the_sealing_and_no_value(var):
    done = told(var, "restate", "2023", "--json")
    assert done.returncode == 1, done.stderr
    differing = json.loads(done.stdout)
    assert differing
    assert all(figure["sealed"] == figure["now"] for figure in differing)
    records = {record["key"]: record for figure in differing for record in figure["records"]}
    (changed,) = records.values()
    (reason,) = changed["reasons"]
    assert (changed["how"], reason["what"]) == ("changed", "更正登记")
    assert "登记时误选了所在地" in reason["note"]
    ((title, before, after),) = reason["changes"]
    assert before != after
    assert after in reason["note"]


@pytest.mark.slow
def test_the_restatement_says_so_in_words(var):
    done = told(var, "restate", "2023")
    assert "13719件 → 13719件" in done.stdout
    assert "共 1 条记录有变动" in done.stdout
    assert "其中 0 项的数值改变" in done.stdout
    assert "Records that changed: 1" in told(var, "--language", "en", "restate", "2023").stdout


@pytest.mark.slow
def test_the_figures_of_the_year_stay_and_everything_verifies(var):
    found = json.loads(told(var, "figures", "2023", "dispute.mediated", "dispute.petition_prone", "--json").stdout)
    assert [(each["code"], each["value"]) for each in found] == [
        ("dispute.mediated", 13719),
        ("dispute.petition_prone", 1775),
    ]
    assert told(var, "verify").returncode == 0
