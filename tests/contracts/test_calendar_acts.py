"""Deadlines counted anew when a year is published."""

from datetime import date

import pytest

from zhunsheng.kernel.matters.actions import open_matter
from zhunsheng.kernel.matters.expiry import recount
from zhunsheng.kernel.models import Deadline
from zhunsheng.law import default_calendar

YEAR_2027 = """\
year: 2027
source: 样例通知
holidays:
  - {name: 元旦, from: 2027-01-01, to: 2027-01-03}
working_weekends: []
"""


@pytest.fixture
def waiting(world, monkeypatch):
    monkeypatch.setattr("django.utils.timezone.localdate", lambda *args: date(2026, 12, 20))
    fields = {"title": "岁末", "unit": world.unit["justice"], "applicant": "person", "channel": "web", "wanted": "x"}
    return open_matter("foi", by=world.person("justice"), opened_on=date(2026, 12, 18), **fields)


def test_a_deadline_in_an_unpublished_year_waits_for_it_by_name(waiting):
    deadline = Deadline.objects.get(matter=waiting, clock="answer")
    assert (deadline.standing, deadline.due_on, deadline.awaits) == ("unknown", None, "UnpublishedYear:2027")


def test_when_the_year_is_published_every_date_that_moves_is_listed(waiting, tmp_path):
    path = tmp_path / "2027.yaml"
    path.write_text(YEAR_2027, encoding="utf-8")
    calendar = default_calendar().with_year(path)
    moved = recount(calendar=calendar)
    assert [(m.number, m.clock, m.was, m.now) for m in moved] == [(waiting.number, "answer", None, date(2027, 1, 18))]
    waiting.refresh_from_db()
    assert waiting.due_on == date(2027, 1, 18)
    assert recount(calendar=calendar) == []
