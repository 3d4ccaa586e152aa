"""Restatement: records that came, went and changed after the sealing, each with who wrote what and why."""

from datetime import date

import pytest

from zhunsheng.kernel.matters.actions import correct, revoke_step
from zhunsheng.kernel.reports.refusals import NotSealedYet
from zhunsheng.kernel.reports.restate import restate


@pytest.fixture
def sealed(toy):
    """A sealed report over three requests answered in 2023."""
    matters = toy.answered(date(2023, 3, 6), date(2023, 4, 3), date(2023, 5, 8))
    return toy, matters, toy.sealed().report


def found(report, code="foi.answered"):
    return next(figure for figure in restate(report).figures if figure.code == code)


def test_nothing_differs_at_the_moment_of_sealing(sealed):
    _, _, report = sealed
    restatement = restate(report)
    assert restatement.differing == []
    assert [figure.code for figure in restatement.figures] == ["foi.answered", "foi.answered_rate", "foi.received"]


def test_a_back_dated_record_came_and_says_when_it_was_recorded(sealed):
    toy, _, report = sealed
    late = toy.reply(toy.request(date(2023, 9, 4)), date(2023, 9, 20))
    figure = found(report)
    assert (figure.sealed, figure.now) == (3, 4)
    (record,) = figure.of("came")
    assert (record.key, record.title) == (late.number, late.title)
    opening, reply = record.reasons
    assert (opening.what, opening.day) == ("登记", date(2023, 9, 4))
    assert (reply.what, reply.day, reply.by) == ("答复", date(2023, 9, 20), str(toy.clerk))
    assert reply.recorded_at > report.sealed.sealed_at
    assert not figure.of("went")


def test_a_corrected_record_changed_and_says_what_stood_before(sealed):
    toy, (matter, *_), report = sealed
    correct(matter, by=toy.head, reason="渠道登记有误", channel="post")
    figure = found(report)
    assert (figure.sealed, figure.now, figure.differs) == (3, 3, True)
    (record,) = figure.of("changed")
    (reason,) = record.reasons
    assert (record.key, reason.what, reason.by) == (matter.number, "更正登记", str(toy.head))
    assert reason.note == "渠道登记有误"
    assert reason.changes == (("提交方式", "互联网", "邮寄"),)


def test_a_revoked_answer_went_and_says_why(sealed):
    toy, (_, matter, _), report = sealed
    revoke_step(matter, by=toy.head, reason="答复对象有误")
    figure = found(report)
    assert (figure.sealed, figure.now) == (3, 2)
    (record,) = figure.of("went")
    assert record.key == matter.number
    assert [(reason.what, reason.note) for reason in record.reasons] == [("撤回步骤", "答复对象有误")]
    assert found(report, "foi.answered_rate").of("went")[0].reasons[0].note == "答复对象有误"
    assert [row.key for row in found(report, "foi.received").of("changed")] == [matter.number]


def test_a_record_moved_into_another_year_went(sealed):
    toy, (matter, *_), report = sealed
    correct(matter, by=toy.head, reason="年份有误", opened_on=date(2022, 12, 30))
    assert [record.key for record in found(report, "foi.received").of("went")] == [matter.number]


def test_later_records_of_other_years_make_no_difference(sealed):
    toy, _, report = sealed
    toy.answered(date(2024, 3, 6))
    assert restate(report).differing == []


def test_a_draft_has_nothing_to_restate(toy):
    with pytest.raises(NotSealedYet):
        restate(toy.started())
