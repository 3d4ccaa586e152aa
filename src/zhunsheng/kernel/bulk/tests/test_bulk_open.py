"""Opening matters in bulk: what is refused, how they are numbered, what is told in which order."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from zhunsheng.kernel import registry
from zhunsheng.kernel.bulk import BadStory, BulkStep, BulkStory, bulk_open
from zhunsheng.kernel.bulk import matters as bulk_matters
from zhunsheng.kernel.matters.actions import open_matter
from zhunsheng.kernel.models import Deadline, DirtyMonth, JournalEntry, Matter, NumberSeries
from zhunsheng.kernel.parties.refusals import UnknownPartyRole
from zhunsheng.kernel.refusals import (
    AnswerMissing,
    AnswerNotAsked,
    DayBeforeTheLast,
    DayInTheFuture,
    NotYourStep,
    NotYourUnit,
    OutcomeNotOffered,
    StepOutOfOrder,
    UnknownKind,
    UnknownStep,
)

OPENED, TODAY = date(2023, 3, 1), date(2024, 6, 3)


@pytest.fixture
def story(world):
    """A request that is replied to five days after it came."""
    clerk = world.person("justice")

    def story(opened_on=OPENED, by=clerk, steps=None, **fields):
        given = {"title": "某申请", "unit": world.unit["justice"], "opened_on": opened_on}
        given |= {"applicant": "person", "channel": "web", "wanted": "某信息"} | fields
        reply = BulkStep(step="reply", on=opened_on + timedelta(days=5), by=clerk, outcome="provided")
        return BulkStory(by=by, fields=given, steps=[reply] if steps is None else steps)

    return story


def moment(day):
    return datetime(day.year, day.month, day.day, 2, tzinfo=UTC)


def opened(stories, **options):
    return bulk_open("foi", stories, recorded_at=moment, today=TODAY, **options)


def refused(story, reason):
    with pytest.raises(BadStory) as found:
        opened([*[story()] * 16, story.bad, story()])
    assert isinstance(found.value.values["reason"], reason)
    assert "第17条" in str(found.value)
    assert "Story 17" in found.value.text("en")
    written = (Matter, JournalEntry, Deadline, NumberSeries, DirtyMonth)
    assert [model.objects.count() for model in written] == [0] * len(written)


@pytest.mark.parametrize(
    ("reason", "changes"),
    [
        (AnswerMissing, {"wanted": ""}),
        (AnswerNotAsked, {"closed_on": OPENED}),
        (DayInTheFuture, {"opened_on": TODAY + timedelta(days=1)}),
        (UnknownStep, {"step": "vanish"}),
        (StepOutOfOrder, {"step": "heard"}),
        (OutcomeNotOffered, {"step": "reply", "outcome": "nonsense"}),
        (DayBeforeTheLast, {"step": "reply", "outcome": "provided", "on": OPENED - timedelta(days=1)}),
        (DayInTheFuture, {"step": "reply", "outcome": "provided", "on": TODAY + timedelta(days=1)}),
        (AnswerMissing, {"step": "consult"}),
        (NotYourStep, {"step": "extend"}),
    ],
)
def test_one_bad_story_is_named_by_its_position_and_nothing_is_written(story, world, reason, changes):
    steps = None
    if "step" in changes:
        steps = [BulkStep(**{"on": OPENED, "by": world.person("justice")} | changes)]
        changes = {}
    story.bad = story(steps=steps, **changes)
    refused(story, reason)


def test_a_stranger_opens_nothing(story, world):
    story.bad = story(by=world.person("east"))
    refused(story, NotYourUnit)


def test_a_bad_story_in_a_later_batch_takes_the_earlier_ones_with_it(story, monkeypatch):
    monkeypatch.setattr(bulk_matters, "BATCH", 5)
    story.bad = story(wanted="")
    refused(story, AnswerMissing)


def test_an_unknown_kind_is_refused(story):
    with pytest.raises(UnknownKind):
        bulk_open("nonsense", [story()], recorded_at=moment)


def test_numbers_follow_the_opening_days_and_leave_no_gap(story, world):
    open_matter("foi", **story().fields, by=world.person("justice"))
    days = [date(2023, 5, 4), date(2024, 1, 3), date(2023, 3, 6), date(2023, 5, 4), date(2023, 4, 3)]
    assert opened(story(day, title=f"第{i}件") for i, day in enumerate(days)) == 5
    found = {matter.title: matter.number for matter in Matter.objects.exclude(title="某申请")}
    serials = {"第2件": (2023, 2), "第4件": (2023, 3), "第0件": (2023, 4), "第3件": (2023, 5), "第1件": (2024, 1)}
    assert found == {title: f"样例公开申〔{year}〕{serial}号" for title, (year, serial) in serials.items()}
    open_matter("foi", **story().fields, by=world.person("justice"))
    assert Matter.objects.latest("pk").number == "样例公开申〔2023〕6号"


def test_parties_come_in_as_through_the_single_door(story, world):
    parties = [
        {"role": "applicant", "name": "王某某", "phone": "13800000000", "address": "和顺街1号"},
        {"role": "agent", "name": "某律师事务所", "kind": "organisation"},
    ]
    single = open_matter("foi", parties=parties, **story().fields, by=world.person("justice"))
    opened([replace(story(), parties=parties), story()])
    told, alone = Matter.objects.order_by("pk")[1:]
    kept = ("sequence", "role", "kind", "name", "address", "phone_index", "id_number_index", "id_number_secret")
    assert list(told.parties.values(*kept)) == list(single.parties.values(*kept))
    assert told.parties.first().clear("phone") == "13800000000"
    assert not alone.parties.exists()


def test_a_party_in_an_unknown_role_is_refused(story):
    story.bad = replace(story(), parties=[{"role": "judge", "name": "某某"}])
    refused(story, UnknownPartyRole)


def test_keys_given_in_bulk_are_not_given_again(story, world):
    opened([story(), story()])
    single = open_matter("foi", **story().fields, by=world.person("justice"))
    opened([story()])
    assert Matter.objects.count() == 4
    assert Matter.objects.latest("pk").pk == single.pk + 1


def test_what_happened_is_recorded_when_it_is_said_and_never_backwards(story):
    hours = iter([14, 9])
    bulk_open("foi", [story()], recorded_at=lambda day: datetime(2023, 3, 9, next(hours), tzinfo=UTC), today=TODAY)
    moments = JournalEntry.objects.order_by("sequence").values_list("recorded_at", flat=True)
    assert [at.hour for at in moments] == [14, 14]
    assert Matter.objects.get().recorded_at == moments[0]


def test_what_a_step_sets_off_is_done_after_writing(story, monkeypatch):
    seen = []
    step = registry.kind_of("foi").procedures[0].steps["reply"]
    monkeypatch.setattr(step, "effect", lambda matter, entry: seen.append((matter.pk, entry.step)))
    opened([story(), story()])
    assert seen == [(key, "reply") for key in Matter.objects.values_list("pk", flat=True)]


def test_the_number_of_statements_does_not_grow_with_the_stories(story, django_assert_num_queries):
    opened([story()])  # reads the rights, which stay on the person
    with django_assert_num_queries(11):
        opened([story() for _ in range(3)])
    with django_assert_num_queries(11):
        opened([story() for _ in range(60)])
