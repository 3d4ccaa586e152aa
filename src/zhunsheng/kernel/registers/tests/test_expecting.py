"""Entries under which nothing happened for a month."""

from datetime import date

import pytest

from zhunsheng.kernel import registry
from zhunsheng.kernel.activities.actions import record_activity, withdraw_activity
from zhunsheng.kernel.registers.actions import add_entry
from zhunsheng.kernel.registers.expecting import before, overdue_entries
from zhunsheng.kernel.roles import Role

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("toys")]
MID_MAY = date(2023, 5, 15)


@pytest.fixture
def lease(world):
    def lease(place, **fields):
        given = {"title": place, "unit": world.unit["justice"], "place": world.unit[place]}
        return add_entry("toy.lease", by=None, **given, **({"valid_from": date(2023, 1, 1)} | fields))

    return lease


def inspect(entry, *days):
    return [record_activity("toy.inspection", by=None, title="检查", entry=entry, happened_on=day) for day in days]


def overdue(day=MID_MAY, code="toy.lease"):
    return {entry.title: entry.last_on for entry in overdue_entries(registry.register_of(code), day)}


def test_the_quiet_ones_are_listed_with_their_last_day(lease):
    inspect(lease("east1"), date(2023, 3, 1), date(2023, 4, 14))
    inspect(lease("west1"), date(2023, 4, 15))
    lease("housing")
    assert overdue() == {"east1": date(2023, 4, 14), "housing": None}
    assert list(overdue()) == ["housing", "east1"], "the longest quiet comes first"


def test_what_happens_later_does_not_count_yet(lease):
    inspect(lease("east1"), date(2023, 4, 1), date(2023, 5, 16))
    assert overdue() == {"east1": date(2023, 4, 1)}
    assert overdue(date(2023, 5, 16)) == {}


def test_a_new_entry_has_its_month_and_an_ended_one_is_left_alone(lease):
    lease("east1", valid_from=date(2023, 4, 15))
    lease("west1", valid_until=date(2023, 5, 14))
    assert overdue() == {}
    assert list(overdue(date(2023, 5, 16))) == ["east1"]


def test_a_withdrawn_activity_does_not_count(lease, world):
    (visit,) = inspect(lease("east1"), date(2023, 5, 1))
    assert overdue() == {}
    withdraw_activity(visit, by=world.person("justice", Role.HEAD), reason="误录")
    assert overdue() == {"east1": None}


def test_one_query_is_enough(lease, django_assert_num_queries):
    for place in ("east1", "west1", "housing"):
        inspect(lease(place), date(2023, 2, 1))
    with django_assert_num_queries(1):
        assert len(overdue()) == 3


def test_a_register_that_expects_nothing_lists_nothing(world):
    add_entry("toy.free", by=None, title="某处", unit=world.unit["justice"], valid_from=date(2020, 1, 1))
    assert overdue(code="toy.free") == {}


@pytest.mark.parametrize(
    ("day", "every", "expected"),
    [
        (date(2023, 5, 15), "week", date(2023, 5, 8)),
        (date(2023, 3, 31), "month", date(2023, 2, 28)),
        (date(2023, 1, 15), "quarter", date(2022, 10, 15)),
        (date(2024, 2, 29), "year", date(2023, 2, 28)),
    ],
)
def test_the_period_before_a_day(day, every, expected):
    assert before(day, every) == expected
