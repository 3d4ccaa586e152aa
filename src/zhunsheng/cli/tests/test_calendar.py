"""Looking at the years, checking a file, and refusing one that is wrong."""

import json

import pytest
from django.conf import settings

from zhunsheng.cli.main import main
from zhunsheng.cli.tests.saying import refused

YEAR_2027 = """\
year: 2027
source: 样例通知
holidays:
  - {name: 元旦, from: 2027-01-01, to: 2027-01-03}
working_weekends: [2027-01-30]
"""


@pytest.fixture
def notice(tmp_path):
    path = tmp_path / "notice.yaml"
    path.write_text(YEAR_2027, encoding="utf-8")
    return path


def test_the_years_are_listed_with_their_sources(capsys):
    assert main(["calendar", "--json"]) == 0
    years = json.loads(capsys.readouterr().out)
    assert (min(years), max(years)) == ("2019", "2026")


def test_the_holidays_of_a_year_are_listed_in_both_languages(capsys):
    assert main(["calendar", "2023"]) == 0
    assert "2023-01-21 — 2023-01-27\t春节" in capsys.readouterr().out
    assert main(["--language", "en", "calendar", "2023"]) == 0
    said = capsys.readouterr().out
    assert "2023-01-21 — 2023-01-27\tSpring Festival" in said
    assert "2023-01-28\tmake-up working day" in said


def test_a_checked_file_is_shown_and_not_kept(notice, capsys):
    assert main(["calendar", "--check", str(notice), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["holidays"] == [{"name": "元旦", "from": "2027-01-01", "to": "2027-01-03"}]
    assert found["working_weekends"] == ["2027-01-30"]
    assert not settings.ZHUNSHENG.calendars.exists()


@pytest.mark.parametrize("way", ["--check", "--load"])
@pytest.mark.parametrize(
    ("text", "chinese", "english"),
    [
        ("year: 2027\nholidays: [", "notice.yaml", "notice.yaml"),
        (YEAR_2027.replace("source:", "quelle:"), "quelle", "quelle"),
        (YEAR_2027.replace("to: 2027-01-03", "to: 2026-01-03"), "2026-01-03", "2026-01-03"),
        (YEAR_2027.replace("2027-01-30", "2027-01-29"), "周六或周日", "a Saturday or a Sunday"),
        (YEAR_2027.replace("2027-01-30", "").replace("2027", "2029"), "缺少2027年", "lacks 2027"),
    ],
)
def test_a_bad_file_is_refused_by_what_is_wrong_and_not_kept(db, notice, capsys, way, text, chinese, english):
    notice.write_text(text, encoding="utf-8")
    assert refused(capsys, ["calendar", way, str(notice)], chinese, english)
    assert not settings.ZHUNSHENG.calendars.exists()


def test_a_missing_file_and_an_unknown_year_are_named(tmp_path, capsys):
    missing = str(tmp_path / "none.yaml")
    assert refused(capsys, ["calendar", "--check", missing], f"没有文件{missing}", "There is no file")
    assert refused(capsys, ["calendar", "2031"], "2031年的放假调休安排没有载入", "of 2031 are not loaded")
    assert refused(capsys, ["calendar", "31"], "年份“31”不可用", 'The year "31"')
    assert refused(capsys, ["calendar", "2023", "--load", missing], "不能与", "not allowed with")
