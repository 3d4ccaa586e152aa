"""What the calendar does by itself when nobody decides on an application."""

from datetime import date

import pytest

from zhunsheng.kernel.matters.actions import open_matter, take_step
from zhunsheng.kernel.matters.expiry import take_expired_steps

ASKED = {
    "title": "样例", "applicant": "citizen", "channel": "post", "respondent_kind": "county_department",
    "act": "penalty", "area": "market", "contested": "行政处罚决定", "request": "撤销",
}  # fmt: skip


@pytest.fixture
def application(world):
    def opened(day):
        unit, clerk = world.unit["justice"], world.person("justice")
        return open_matter("reconsideration", by=clerk, unit=unit, opened_on=day, **ASKED)

    return opened


def test_an_application_counts_as_accepted_from_the_last_day_of_the_review(application):
    matter = application(date(2024, 4, 29))
    assert take_expired_steps(date(2024, 5, 9)) == 0
    assert take_expired_steps(date(2024, 5, 10)) == 1
    matter.refresh_from_db()
    assert (matter.state, matter.accepted_on, matter.due_on) == ("accepted", date(2024, 5, 9), date(2024, 5, 17))
    assert take_expired_steps(date(2024, 6, 10)) == 0


def test_an_application_under_correction_is_not_accepted_by_the_calendar(application, world):
    matter = application(date(2024, 3, 4))
    take_step(matter, "ask_to_correct", by=world.person("justice"), on=date(2024, 3, 6))
    assert take_expired_steps(date(2024, 4, 30)) == 0


def test_where_the_rules_were_not_read_nothing_is_accepted_by_the_calendar(application):
    application(date(2026, 7, 6))
    assert take_expired_steps(date(2026, 8, 31)) == 0
