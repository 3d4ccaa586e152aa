"""Recording, correcting and withdrawing what happened."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from zhunsheng.kernel.activities.access import access_activity
from zhunsheng.kernel.activities.actions import correct_activity, record_activity, withdraw_activity
from zhunsheng.kernel.activities.refusals import (
    ActivityNotFound,
    EntryNotValidThen,
    EntryOfAnotherRegister,
    NotYourActivity,
    WithdrawnAlready,
)
from zhunsheng.kernel.dirty import DirtyMonth
from zhunsheng.kernel.models import Activity
from zhunsheng.kernel.refusals import (
    AnswerInvalid,
    AnswerMissing,
    AnswerNotAsked,
    DayInTheFuture,
    NothingChanged,
    ReasonMissing,
    UnknownActivityKind,
)
from zhunsheng.kernel.registers.actions import add_entry
from zhunsheng.kernel.roles import Role

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("toys")]


@pytest.fixture
def walk(world):
    def walk(by=None, **fields):
        given = {"title": "走访", "unit": world.unit["justice"], "happened_on": date(2023, 5, 4)} | fields
        return record_activity("toy.walk", by=by or world.person("justice"), **given)

    return walk


@pytest.fixture
def lease(world):
    return add_entry(
        "toy.lease",
        by=None,
        title="某处",
        unit=world.unit["justice"],
        place=world.unit["east1"],
        valid_from=date(2023, 1, 1),
        valid_until=date(2023, 12, 31),
    )


def test_what_happened_is_recorded_with_who_recorded_it(walk, world):
    activity = walk(participants=12)
    assert (activity.kind, activity.recorded_by, activity.participants) == ("toy.walk", world.person("justice"), 12)
    assert list(DirtyMonth.objects.values_list("domain", "month")) == [("toy", 202305)]


def test_what_has_not_happened_is_refused(walk):
    with pytest.raises(DayInTheFuture):
        walk(happened_on=timezone.localdate() + timedelta(days=1))


@pytest.mark.parametrize(
    ("fields", "refusal"),
    [
        ({"title": ""}, AnswerMissing),
        ({"happened_on": None}, AnswerMissing),
        ({"participants": -1}, AnswerInvalid),
        ({"happened_on": "2023-02-30"}, AnswerInvalid),
        ({"withdrawn_at": None}, AnswerNotAsked),
        ({"place": 987654}, AnswerInvalid),
        ({"place": "某处"}, AnswerInvalid),
    ],
)
def test_a_field_that_does_not_fit_is_refused_by_name(walk, fields, refusal):
    with pytest.raises(refusal):
        walk(**fields)
    assert not Activity.objects.exists()


def test_an_unknown_kind_is_refused(world):
    with pytest.raises(UnknownActivityKind, match=r"toy\.flight"):
        record_activity("toy.flight", by=world.person("justice"), title="飞行")


def test_place_and_unit_come_from_the_entry(lease, world):
    visit = record_activity("toy.inspection", by=None, title="检查", entry=lease, happened_on=date(2023, 5, 4))
    assert (visit.place, visit.unit) == (world.unit["east1"], world.unit["justice"])


def test_the_entry_must_be_named_fit_and_hold_on_the_day(lease, world):
    given = {"by": None, "title": "检查", "happened_on": date(2023, 5, 4)}
    with pytest.raises(AnswerMissing, match="依据登记项"):
        record_activity("toy.inspection", **given, unit=world.unit["justice"])
    other = add_entry("toy.free", by=None, title="别处", unit=world.unit["justice"], valid_from=date(2023, 1, 1))
    with pytest.raises(EntryOfAnotherRegister, match="别处"):
        record_activity("toy.inspection", **given, entry=other)
    with pytest.raises(EntryNotValidThen, match="2024-01-01"):
        record_activity("toy.inspection", **given | {"happened_on": date(2024, 1, 1)}, entry=lease)


def test_the_unit_records_and_the_place_only_where_the_kind_says_so(lease, walk, world):
    given = {"title": "检查", "entry": lease, "happened_on": date(2023, 5, 4)}
    record_activity("toy.inspection", by=world.person("east"), **given)
    with pytest.raises(NotYourActivity):
        record_activity("toy.inspection", by=world.person("west"), **given)
    with pytest.raises(NotYourActivity):
        walk(by=world.person("east"), place=world.unit["east1"])


def test_a_correction_keeps_what_stood_before_and_marks_both_months(walk, world):
    activity = walk()
    DirtyMonth.objects.all().delete()
    head = world.person("justice", Role.HEAD)
    line = correct_activity(activity, by=head, reason="日期有误", happened_on=date(2023, 4, 4))
    assert (line.before, line.values) == ({"happened_on": "2023-05-04"}, {"happened_on": "2023-04-04"})
    assert activity.happened_on == date(2023, 4, 4)
    assert set(DirtyMonth.objects.values_list("month", flat=True)) == {202304, 202305}


def test_a_withdrawn_activity_stays_and_is_not_counted(walk, world):
    activity, head = walk(), world.person("justice", Role.HEAD)
    withdraw_activity(activity, by=head, reason="误录")
    assert activity.withdrawn_at is not None
    assert (Activity.objects.count(), Activity.objects.standing().count()) == (1, 0)
    with pytest.raises(WithdrawnAlready):
        withdraw_activity(activity, by=head, reason="再次")
    with pytest.raises(WithdrawnAlready):
        correct_activity(activity, by=head, reason="更正", title="别的")


def test_amending_is_for_the_head_and_needs_a_reason(walk, world):
    activity, head = walk(), world.person("justice", Role.HEAD)
    with pytest.raises(NotYourActivity, match="负责人"):
        correct_activity(activity, by=world.person("justice"), reason="更正", title="别的")
    with pytest.raises(ReasonMissing):
        withdraw_activity(activity, by=head, reason="")
    with pytest.raises(NothingChanged):
        correct_activity(activity, by=head, reason="更正", title="走访")
    assert not activity.changes.exists()


def test_a_stranger_finds_nothing(walk, world):
    activity = walk(place=world.unit["east1"])
    assert access_activity(world.person("east"), activity.pk) == activity
    with pytest.raises(ActivityNotFound):
        access_activity(world.person("west"), activity.pk)
    with pytest.raises(ActivityNotFound):
        access_activity(world.person("justice"), activity.pk + 1)
