"""What the one way to write guarantees and refuses, shown with requests for information."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from zhunsheng.kernel import refusals
from zhunsheng.kernel.matters.access import access_matter
from zhunsheng.kernel.matters.actions import choose_edition, correct, open_matter, revoke_step, take_step
from zhunsheng.kernel.models import Deadline, DirtyMonth, JournalEntry, Matter, NumberSeries, Participation
from zhunsheng.kernel.roles import Role

TODAY = timezone.localdate()
REQUEST = {"applicant": "person", "channel": "web", "wanted": "预算表"}


@pytest.fixture
def opened(world):
    def make(**fields):
        given = {
            "title": "样例申请",
            "unit": world.unit["justice"],
            "opened_on": date(2023, 3, 1),
            **REQUEST,
        }
        return open_matter("foi", by=world.person("justice"), **(given | fields))

    return make


def test_opening_writes_number_journal_and_deadlines(opened):
    matter = opened()
    assert (matter.number, matter.state, matter.due_on) == ("样例公开申〔2023〕1号", "received", date(2023, 3, 29))
    assert [(e.step, e.state, e.day) for e in matter.journal.all()] == [("open", "received", date(2023, 3, 1))]
    assert set(matter.deadlines.values_list("clock", flat=True)) == {"answer", "correction_notice"}


def test_numbers_follow_each_other_and_a_refused_opening_uses_none_up(opened):
    assert opened().number.endswith("1号")
    with pytest.raises(refusals.AnswerInvalid, match="提交方式"):
        opened(channel="pigeon")
    with pytest.raises(refusals.DayInTheFuture):
        opened(opened_on=TODAY + timedelta(days=1))
    assert opened().number.endswith("2号")
    assert NumberSeries.objects.get().last == 2


def test_nothing_of_a_refused_opening_is_left(opened):
    with pytest.raises(refusals.AnswerMissing, match="所需信息"):
        opened(wanted="")
    assert not Matter.objects.exists()
    assert not JournalEntry.objects.exists()


@pytest.mark.parametrize("name", ["state", "closed_on", "number", "third_party", "colour"])
def test_an_opening_takes_no_field_that_steps_or_the_kernel_write(opened, name):
    with pytest.raises(refusals.AnswerNotAsked, match=name):
        opened(**{name: "x"})
    assert not Matter.objects.exists()


def test_a_request_before_the_regulations_is_refused_by_name(opened):
    with pytest.raises(refusals.NoEditionThen, match="2019-05-15"):
        opened(opened_on=date(2019, 5, 14))


def test_a_stranger_neither_opens_nor_sees_nor_steps(opened, world):
    matter, stranger = opened(), world.person("housing")
    with pytest.raises(refusals.MatterNotFound):
        access_matter(stranger, matter.number)
    with pytest.raises(refusals.NotYourStep, match="样例区司法局"):
        take_step(matter, "reply", by=stranger, on=date(2023, 3, 2), outcome="provided")
    with pytest.raises(refusals.NotYourUnit):
        open_matter("foi", by=stranger, title="x", unit=world.unit["justice"], opened_on=TODAY, **REQUEST)


def test_those_above_see_the_matters_of_the_units_below(opened, world):
    matter = opened()
    assert access_matter(world.person("government"), matter.number).pk == matter.pk


def test_a_step_for_the_head_is_refused_to_a_handler(opened, world):
    matter = opened()
    with pytest.raises(refusals.NotYourStep, match="负责人"):
        take_step(matter, "extend", by=world.person("justice"), on=date(2023, 3, 2))
    take_step(matter, "extend", by=world.person("justice", Role.HEAD), on=date(2023, 3, 2))
    assert matter.due_on > date(2023, 3, 29)


@pytest.mark.parametrize(
    ("step", "given", "refusal"),
    [
        ("reply", {"on": date(2023, 2, 28), "outcome": "provided"}, refusals.DayBeforeTheLast),
        ("reply", {"on": TODAY + timedelta(days=1), "outcome": "provided"}, refusals.DayInTheFuture),
        ("reply", {"outcome": "maybe"}, refusals.OutcomeNotOffered),
        ("reply", {}, refusals.OutcomeNotOffered),
        ("reply", {"outcome": "provided", "colour": "red"}, refusals.AnswerNotAsked),
        ("consult", {}, refusals.AnswerMissing),
        ("heard", {}, refusals.StepOutOfOrder),
        ("fly", {}, refusals.UnknownStep),
    ],
)
def test_a_bad_step_is_refused_in_both_languages_and_changes_nothing(opened, world, step, given, refusal):
    matter = opened()
    with pytest.raises(refusal) as caught:
        take_step(matter, step, by=world.person("justice"), **given)
    assert caught.value.text("zh") != caught.value.text("en")
    matter.refresh_from_db()
    assert (matter.state, matter.version, matter.journal.count()) == ("received", 1, 1)


def test_two_clerks_on_one_matter_the_second_gets_a_clear_answer(opened, world):
    matter, clerk = opened(), world.person("justice")
    take_step(matter, "consult", by=clerk, on=date(2023, 3, 2), third_party="甲公司", version=1)
    with pytest.raises(refusals.SomeoneElseWasFirst, match="征求第三方意见"):
        take_step(matter, "reply", by=clerk, on=date(2023, 3, 2), outcome="provided", version=1)


def test_a_revoked_step_puts_everything_back_and_stays_visible(opened, world):
    matter, head = opened(), world.person("justice", Role.HEAD)
    take_step(matter, "reply", by=head, on=date(2023, 3, 2), outcome="provided", reply_text="见附件")
    assert matter.closed_on == date(2023, 3, 2)
    revoke_step(matter, by=head, reason="误点")
    assert (matter.state, matter.outcome, matter.closed_on, matter.reply_text) == ("received", "", None, "")
    assert matter.due_on == date(2023, 3, 29)
    assert list(matter.journal.values_list("step", flat=True)) == ["open", "reply", "revoke"]
    with pytest.raises(refusals.NothingToRevoke):
        revoke_step(matter, by=head, reason="再撤")


def test_a_correction_needs_a_head_and_a_reason_and_counts_the_clocks_anew(opened, world):
    matter, head = opened(), world.person("justice", Role.HEAD)
    with pytest.raises(refusals.ReasonMissing):
        correct(matter, by=head, reason=" ", opened_on=date(2023, 3, 2))
    with pytest.raises(refusals.NotYourStep):
        correct(matter, by=world.person("justice"), reason="误登", opened_on=date(2023, 3, 2))
    entry = correct(matter, by=head, reason="误登", opened_on=date(2023, 3, 2))
    assert (entry.before, entry.answers) == ({"opened_on": "2023-03-01"}, {"opened_on": "2023-03-02"})
    assert matter.due_on == date(2023, 3, 30)


def test_an_unknown_edition_is_refused_and_a_known_one_needs_a_reason(opened, world):
    matter, head = opened(), world.person("justice", Role.HEAD)
    with pytest.raises(refusals.UnknownEdition, match="2019"):
        choose_edition(matter, "1999", by=head, reason="x")
    with pytest.raises(refusals.ReasonMissing):
        choose_edition(matter, "2019", by=head, reason="")


def test_a_unit_that_is_asked_in_sees_the_matter(opened, world):
    matter = opened()
    take_step(matter, "co_consult", by=world.person("justice"), on=date(2023, 3, 2), joint_organ=world.unit["housing"])
    assert Participation.objects.get().unit == world.unit["housing"]
    assert access_matter(world.person("housing"), matter.number).pk == matter.pk


def test_every_write_marks_the_months_it_touches(opened, world):
    matter = opened()
    DirtyMonth.objects.all().delete()
    take_step(matter, "reply", by=world.person("justice"), on=date(2023, 4, 3), outcome="provided")
    assert set(DirtyMonth.objects.values_list("domain", "month")) == {("foi", 202303), ("foi", 202304)}


def test_a_step_costs_a_fixed_number_of_statements(opened, world, django_assert_max_num_queries):
    matter, clerk = opened(), world.person("justice")
    with django_assert_max_num_queries(16):
        take_step(matter, "reply", by=clerk, on=date(2023, 3, 2), outcome="provided")
    assert Deadline.objects.get(matter=matter, clock="answer").met_on == date(2023, 3, 2)


def test_a_matter_of_a_township_arises_there_unless_told_otherwise(opened, world):
    fields = {"title": "样例", "opened_on": date(2023, 3, 1), **REQUEST}
    matter = open_matter("foi", by=world.person("east"), unit=world.unit["east"], **fields)
    assert matter.place == world.unit["east"]
    assert opened().place is None
