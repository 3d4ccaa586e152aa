"""Entering, changing and ending: what is kept, and what is refused."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from zhunsheng.kernel.activities.actions import record_activity, withdraw_activity
from zhunsheng.kernel.activities.refusals import EntryNotValidThen
from zhunsheng.kernel.dirty import DirtyMonth
from zhunsheng.kernel.models import RegisterEntry
from zhunsheng.kernel.refusals import (
    AnswerMissing,
    AnswerNotAsked,
    DayInTheFuture,
    EndBeforeBegin,
    NothingChanged,
    ReasonMissing,
    SomeoneElseWasFirst,
    UnknownRegister,
)
from zhunsheng.kernel.registers.access import access_entry
from zhunsheng.kernel.registers.actions import add_entry, change_entry, end_entry, withdraw_entry
from zhunsheng.kernel.registers.refusals import (
    EndedAlready,
    EntryInUse,
    EntryNotFound,
    EntryOverlaps,
    EntryWithdrawn,
    NotYourRegister,
)
from zhunsheng.kernel.roles import Role

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("toys")]


@pytest.fixture
def add(world):
    def add(register="toy.lease", by=None, **fields):
        given = {"title": "某处", "unit": world.unit["justice"], "place": world.unit["east1"]}
        given |= {"valid_from": date(2022, 1, 1)} | fields
        return add_entry(register, by=by or world.person("justice"), **given)

    return add


def test_an_entry_is_kept_with_its_first_line(add, world):
    entry = add(valid_until=date(2023, 6, 30))
    line = entry.changes.get()
    assert (line.what, line.day, line.by) == ("added", date(2022, 1, 1), world.person("justice"))
    assert line.values["valid_until"] == "2023-06-30"
    assert entry.jurisdiction == world.jurisdiction
    assert set(DirtyMonth.objects.values_list("domain", "month")) == {("toy", 202201), ("toy", 202306)}


def test_a_change_keeps_what_stood_before_and_marks_both_months(add, world):
    entry = add(valid_until=date(2023, 6, 30))
    DirtyMonth.objects.all().delete()
    line = change_entry(
        entry, by=world.person("justice"), day=date(2022, 3, 1), reason="续约", valid_until=date(2024, 6, 30)
    )
    assert (line.before, line.values) == ({"valid_until": "2023-06-30"}, {"valid_until": "2024-06-30"})
    assert (entry.valid_until, entry.version) == (date(2024, 6, 30), 2)
    assert set(DirtyMonth.objects.values_list("month", flat=True)) == {202201, 202306, 202406}


def test_an_entry_ends_on_its_last_valid_day(add, world):
    entry = add()
    end_entry(entry, by=world.person("justice"), on=date(2023, 5, 31), reason="解约")
    assert RegisterEntry.objects.valid_on(date(2023, 5, 31)).count() == 1
    assert RegisterEntry.objects.valid_on(date(2023, 6, 1)).count() == 0
    assert entry.changes.last().what == "ended"


@pytest.mark.parametrize(
    ("on", "refusal"),
    [
        (date(2021, 12, 31), EndBeforeBegin),
        (date(2023, 7, 1), EndedAlready),
        (date(2023, 6, 30), EndedAlready),
    ],
)
def test_an_end_that_cannot_be_is_refused(add, world, on, refusal):
    entry = add(valid_until=date(2023, 6, 30))
    with pytest.raises(refusal):
        end_entry(entry, by=world.person("justice"), on=on, reason="解约")
    assert entry.changes.count() == 1


def test_tomorrow_is_refused(add, world):
    tomorrow = timezone.localdate() + timedelta(days=1)
    with pytest.raises(DayInTheFuture):
        add(valid_from=tomorrow)
    entry = add()
    with pytest.raises(DayInTheFuture):
        end_entry(entry, by=world.person("justice"), on=tomorrow, reason="解约")
    with pytest.raises(DayInTheFuture):
        change_entry(entry, by=world.person("justice"), day=tomorrow, reason="续约", title="别处")


def test_one_thing_is_entered_once_at_a_time(add, world):
    add(valid_until=date(2022, 12, 31))
    with pytest.raises(EntryOverlaps, match="重叠"):
        add(title="同一处", valid_from=date(2022, 12, 31))
    assert RegisterEntry.objects.count() == 1
    later = add(valid_from=date(2023, 1, 1))
    with pytest.raises(EntryOverlaps):
        change_entry(later, by=world.person("justice"), reason="更正", valid_from=date(2022, 12, 1))
    add(place=world.unit["west1"])
    add("toy.free"), add("toy.free")


def test_a_thing_that_must_be_named_is_asked_for(add):
    with pytest.raises(AnswerMissing, match="所在地"):
        add(place=None)
    add("toy.free", place=None)


def test_an_unknown_field_and_an_unknown_register_are_refused_by_name(add):
    with pytest.raises(AnswerNotAsked, match="colour"):
        add(colour="red")
    with pytest.raises(UnknownRegister, match=r"toy\.none.*toy\.lease"):
        add("toy.none")


def test_only_its_keeper_may_write(add, world):
    with pytest.raises(NotYourRegister, match="司法局"):
        add(by=world.person("housing"))
    entry = add()
    with pytest.raises(NotYourRegister):
        change_entry(entry, by=world.person("justice", Role.GRID), reason="更正", title="别处")
    change_entry(entry, by=world.person("justice"), reason="移交", unit=world.unit["housing"])
    with pytest.raises(NotYourRegister):
        change_entry(entry, by=world.person("justice"), reason="更正", title="别处")


def test_a_change_says_why_and_changes_something(add, world):
    entry = add()
    with pytest.raises(ReasonMissing):
        change_entry(entry, by=world.person("justice"), reason=" ", title="别处")
    with pytest.raises(NothingChanged):
        change_entry(entry, by=world.person("justice"), reason="更正", title="某处")


def test_the_second_of_two_is_told_who_was_first(add, world):
    entry = add()
    seen = entry.version
    change_entry(entry, by=world.person("justice"), reason="更正", title="别处", version=seen)
    with pytest.raises(SomeoneElseWasFirst, match="司法局承办人"):
        change_entry(entry, by=world.person("justice", Role.HEAD), reason="更正", title="第三处", version=seen)
    entry.refresh_from_db()
    assert entry.title == "别处"


def test_a_stranger_finds_nothing(add, world):
    entry = add()
    assert access_entry(world.person("east"), entry.pk) == entry
    for stranger, key in ((world.person("west"), entry.pk), (world.person("justice"), 0), (world.person("east"), "x")):
        with pytest.raises(EntryNotFound):
            access_entry(stranger, key)


def test_an_entry_made_by_mistake_is_withdrawn_and_never_was_valid(add, world):
    entry, head = add(), world.person("justice", Role.HEAD)
    with pytest.raises(NotYourRegister, match="负责人"):
        withdraw_entry(entry, by=world.person("justice"), reason="误录")
    with pytest.raises(ReasonMissing):
        withdraw_entry(entry, by=head, reason="")
    line = withdraw_entry(entry, by=head, reason="误录")
    assert (line.what, entry.withdrawn_at, entry.version) == ("withdrawn", line.recorded_at, 2)
    assert not RegisterEntry.objects.valid_on(date(2022, 5, 1)).exists()
    for again in (
        lambda: withdraw_entry(entry, by=head, reason="再次"),
        lambda: end_entry(entry, by=world.person("justice"), on=date(2023, 1, 1), reason="解约"),
    ):
        with pytest.raises(EntryWithdrawn):
            again()
    add()


def test_an_entry_with_activities_is_not_withdrawn_under_their_feet(add, world):
    entry, head = add(), world.person("justice", Role.HEAD)
    given = {"by": None, "title": "检查", "entry": entry, "happened_on": date(2022, 5, 1)}
    done = record_activity("toy.inspection", **given)
    with pytest.raises(EntryInUse, match="1条"):
        withdraw_entry(entry, by=head, reason="误录")
    withdraw_activity(done, by=head, reason="误录")
    withdraw_entry(entry, by=head, reason="误录")
    with pytest.raises(EntryNotValidThen):
        record_activity("toy.inspection", **given)
