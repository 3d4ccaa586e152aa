"""Registers and activities in bulk: the same rows as one by one, and the same refusals."""

from datetime import UTC, date, datetime

import pytest
import time_machine
from django.db import transaction

from zhunsheng.kernel.activities.actions import record_activity
from zhunsheng.kernel.bulk import BadStory, BulkRow, bulk_enter, bulk_record
from zhunsheng.kernel.models import Activity, DirtyMonth, RegisterChange, RegisterEntry
from zhunsheng.kernel.refusals import DayInTheFuture
from zhunsheng.kernel.registers.actions import add_entry
from zhunsheng.kernel.registers.refusals import EntryOverlaps
from zhunsheng.kernel.testing import toy_registers

MOMENT = datetime(2026, 6, 1, 2, 30, tzinfo=UTC)
TABLES = (RegisterEntry, RegisterChange, Activity, DirtyMonth)


@pytest.fixture(autouse=True)
def toys(monkeypatch):
    toy_registers.install(monkeypatch)


@pytest.fixture
def leases(world):
    clerk = world.person("justice")
    return [
        BulkRow(by=clerk, fields={"title": f"{place}处", "unit": world.unit["justice"], "place": world.unit[place],
                                  "valid_from": date(2022, 1, day)})
        for day, place in enumerate(("east1", "west1", "east", "west"), start=1)
    ]  # fmt: skip


@pytest.fixture
def walks(world):
    clerk = world.person("east")
    return [
        BulkRow(by=clerk, fields={"title": f"走访{day}", "unit": world.unit["east"], "happened_on": date(2023, day, 1)})
        for day in range(1, 6)
    ]


def _rows():
    return [list(model.objects.order_by("pk").values()) for model in TABLES]


def _in_turn(single, bulk):
    """What both doors write, the first undone before the second."""
    with time_machine.travel(MOMENT, tick=False):
        before = transaction.savepoint()
        single()
        found = _rows()
        transaction.savepoint_rollback(before)
        bulk()
    return found, _rows()


def test_a_register_holds_the_same_through_both_doors(leases):
    single, bulk = _in_turn(
        lambda: [add_entry("toy.lease", by=row.by, **row.fields) for row in leases],
        lambda: bulk_enter("toy.lease", leases, recorded_at=lambda day: MOMENT),
    )
    assert bulk == single
    assert len(bulk[0]) == len(bulk[1]) == 4


def test_activities_are_the_same_through_both_doors(walks):
    single, bulk = _in_turn(
        lambda: [record_activity("toy.walk", by=row.by, **row.fields) for row in walks],
        lambda: bulk_record("toy.walk", walks, recorded_at=lambda day: MOMENT),
    )
    assert bulk == single
    assert len(bulk[2]) == 5


def test_a_bad_row_is_named_by_its_position_and_nothing_is_written(walks):
    walks[3].fields["happened_on"] = date(2999, 1, 1)
    with pytest.raises(BadStory) as refused:
        bulk_record("toy.walk", walks, recorded_at=lambda day: MOMENT)
    assert refused.value.values["position"] == 4
    assert isinstance(refused.value.values["reason"], DayInTheFuture)
    assert not Activity.objects.exists()


def test_two_rows_about_one_thing_at_a_time_are_refused(leases):
    with pytest.raises(BadStory) as refused:
        bulk_enter("toy.lease", [*leases, leases[0]], recorded_at=lambda day: MOMENT)
    assert refused.value.values["position"] == 5
    assert isinstance(refused.value.values["reason"], EntryOverlaps)
    assert not RegisterEntry.objects.exists()
