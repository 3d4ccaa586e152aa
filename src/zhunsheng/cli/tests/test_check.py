"""zhunsheng check at the command line."""

import json

import pytest

from zhunsheng.cli.main import main

CLEAN = "受理100件，其中民事62件、刑事30件、其他8件。"
FAULTY = CLEAN.replace("8件", "9件")


@pytest.fixture
def file(tmp_path):
    return tmp_path / "report.txt"


def test_a_clean_report_is_status_0(file, capsys):
    file.write_text(CLEAN, "utf8")
    assert main(["check", str(file)]) == 0
    assert "发现0处" in capsys.readouterr().out


def test_a_finding_is_status_1_and_json_holds_it(file, capsys):
    file.write_text(FAULTY, "utf8")
    assert main(["check", str(file), "--json"]) == 1
    (found,) = json.loads(capsys.readouterr().out)["findings"]
    assert (found["kind"], found["at"], found["severity"]) == ("sum_mismatch", 2, "fault")


def test_an_unreadable_file_is_status_2_and_said_in_both_languages(file, capsys):
    assert main(["check", str(file)]) == 2
    said = capsys.readouterr().err
    assert "找不到文件" in said
    assert "There is no file" in said


def test_an_annotated_copy_is_written(file, tmp_path, capsys):
    file.write_text(FAULTY, "utf8")
    assert main(["--language", "en", "check", str(file), "--html", str(tmp_path / "copy.html")]) == 1
    assert "[fault]" in capsys.readouterr().out
    assert "contradicted" in (tmp_path / "copy.html").read_text("utf8")


def test_last_years_report_is_held_against_this_one(file, tmp_path, capsys):
    file.write_text("受理行政复议案件436件，同比增长25.3%。", "utf8")
    before = tmp_path / "before.txt"
    before.write_text("受理行政复议案件318件。", "utf8")
    assert main(["check", str(file), "--against", str(before)]) == 1
    assert "上年报告为318件" in capsys.readouterr().out
