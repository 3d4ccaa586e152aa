"""A year that is published: checked, loaded, counted by every process from then on."""

import json
import subprocess
import sys

import pytest

from journeys.command_line import MAIN, environment, run

AT = "import time_machine; time_machine.travel('2026-12-20T09:00:00+08:00', tick=True).start()\n"
ARRIVES = (
    AT
    + """
from django.core.management import call_command
import django; django.setup()
call_command("migrate", verbosity=0)
from datetime import date
from zhunsheng.kernel.matters.actions import open_matter
from zhunsheng.kernel.testing.world import build
world = build()
print(open_matter("foi", by=world.person("justice"), title="岁末", unit=world.unit["justice"],
      opened_on=date(2026, 12, 18), applicant="person", channel="web", wanted="x").number)
"""
)
SERVES = """
import django; django.setup()
from zhunsheng.site.wsgi import application
from zhunsheng.law import default_calendar
print(default_calendar().years)
"""
YEAR_2027 = """\
year: 2027
source: 样例通知
holidays:
  - {name: 元旦, from: 2027-01-01, to: 2027-01-03}
  - {name: 春节, from: 2027-02-05, to: 2027-02-11}
working_weekends: [2027-01-30]
"""


def python(var, text, *arguments):
    more = {"DJANGO_SETTINGS_MODULE": "zhunsheng.site.settings.dev"}
    done = subprocess.run(
        [sys.executable, "-c", text, *arguments],
        env=environment(var, more),
        capture_output=True,
        text=True,
        check=False,
    )
    assert "Traceback" not in done.stderr, done.stderr
    return done.stdout.strip()


@pytest.fixture
def published(tmp_path):
    path = tmp_path / "notice.yaml"
    path.write_text(YEAR_2027, encoding="utf-8")
    return path


def test_a_deadline_waits_for_its_year_and_every_process_knows_it_once_loaded(tmp_path, published):
    var = tmp_path / "var"
    number = python(var, ARRIVES)
    waiting = json.loads(run(var, "explain", number, "--clock", "answer", "--json").stdout)["answer"]
    assert (waiting["standing"], waiting["due_on"]) == ("unknown", None)
    assert "2027年" in waiting["problem"]
    assert "calendar --load" in waiting["problem"]
    assert "—" in run(var, "explain", number).stdout
    loaded = python(var, AT + MAIN, "calendar", "--load", str(published))
    assert f"{number}\tanswer\t— → 2027-01-18" in loaded
    assert "已载入2027年" in loaded
    assert (var / "calendars" / "2027.yaml").read_text(encoding="utf-8") == YEAR_2027
    known = json.loads(run(var, "explain", number, "--clock", "answer", "--json", "--days").stdout)["answer"]
    assert (known["standing"], known["due_on"]) == ("running", "2027-01-18")
    assert known["days"][-1]["on"] == "2027-01-18"
    assert python(var, SERVES) == "range(2019, 2028)"
    again = python(var, AT + MAIN, "calendar", "--load", str(published))
    assert "0 个期限的日期有变动" in again


def test_a_corrected_notice_takes_the_place_of_the_first(tmp_path, published):
    var = tmp_path / "var"
    number = python(var, ARRIVES)
    python(var, AT + MAIN, "calendar", "--load", str(published))
    published.write_text(YEAR_2027.replace("to: 2027-01-03", "to: 2027-01-04"), encoding="utf-8")
    assert f"{number}\tanswer\t2027-01-18 → 2027-01-19" in python(var, AT + MAIN, "calendar", "--load", str(published))
    assert [path.name for path in (var / "calendars").iterdir()] == ["2027.yaml"]
