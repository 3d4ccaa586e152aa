"""Clocks read from a journal: where they run, stand still, start anew, are met, lapse or cannot be computed."""

from datetime import date

import pytest

from zhunsheng import law
from zhunsheng.kernel.procedures import Clock, Procedure, Standing, State, Step, read_clock
from zhunsheng.kernel.testing.toys import Toy, journal, rules

D = date
ACCEPTED_ON = date(2023, 3, 1)


def read(code, *lines, law_on=ACCEPTED_ON):
    return read_clock(Toy, Toy.clocks[code], journal(*lines), rules(law_on))


def test_a_running_clock_ends_after_its_working_days():
    reading = read("limit", (D(2023, 3, 1), "open", "waiting"))
    assert (reading.standing, reading.due_on) == (Standing.RUNNING, D(2023, 3, 15))


def test_a_clock_stands_still_in_a_state_where_it_does_not_run():
    reading = read("limit", (D(2023, 3, 1), "open", "waiting"), (D(2023, 3, 3), "pause", "paused"))
    assert (reading.standing, reading.due_on) == (Standing.STOPPED, None)


def test_days_standing_still_are_not_counted():
    lines = (
        (D(2023, 3, 1), "open", "waiting"),
        (D(2023, 3, 3), "pause", "paused"),
        (D(2023, 3, 10), "resume", "waiting"),
    )
    reading = read("limit", *lines)
    assert reading.due_on == D(2023, 3, 22)
    assert "中止" in reading.reckoning.paragraph()


def test_a_restart_counts_from_its_own_day():
    reading = read("limit", (D(2023, 3, 1), "open", "waiting"), (D(2023, 3, 6), "again", "waiting"))
    assert (reading.started_on, reading.due_on) == (D(2023, 3, 6), D(2023, 3, 20))


@pytest.mark.parametrize(("answers", "due"), [({}, D(2023, 3, 29)), ({"days": 3}, D(2023, 3, 20))])
def test_an_extension_adds_its_term_or_the_days_chosen(answers, due):
    reading = read("limit", (D(2023, 3, 1), "open", "waiting"), (D(2023, 3, 10), "extend", "waiting", answers))
    assert reading.due_on == due
    assert "某科长" in reading.reckoning.paragraph()


def test_another_track_sets_a_new_total_from_the_same_start():
    reading = read("limit", (D(2023, 3, 1), "open", "waiting"), (D(2023, 3, 2), "simplify", "waiting"))
    assert reading.due_on == D(2023, 3, 8)


def test_a_closed_state_meets_the_clock_and_lateness_is_seen():
    reading = read("limit", (D(2023, 3, 1), "open", "waiting"), (D(2023, 3, 16), "finish", "done"))
    assert (reading.standing, reading.met_on, reading.is_late(D(2023, 4, 1))) == (Standing.MET, D(2023, 3, 16), True)


def test_what_happens_after_the_end_does_not_move_it():
    lines = [(D(2023, 3, 1), "open", "waiting"), (D(2023, 3, 10), "finish", "done"), (D(2023, 9, 1), "file", "filed")]
    assert read("limit", *lines).met_on == D(2023, 3, 10)


def test_a_clock_that_has_not_started_shows_nothing():
    assert read("letter", (D(2023, 3, 1), "open", "waiting")) is None


def test_the_day_in_a_letter_beats_everything():
    reading = read(
        "letter", (D(2023, 3, 1), "open", "waiting"), (D(2023, 3, 3), "pause", "paused", {"reply_by": "2023-04-08"})
    )
    assert (reading.due_on, reading.standing) == (D(2023, 4, 8), Standing.RUNNING)


def test_a_letter_that_names_no_day_starts_no_clock():
    assert read("letter", (D(2023, 3, 1), "open", "waiting"), (D(2023, 3, 3), "pause", "paused")) is None


def test_a_lead_time_is_counted_back_from_the_event():
    lines = (D(2023, 3, 1), "open", "waiting"), (D(2023, 3, 6), "invite", "waiting", {"hearing_on": D(2023, 3, 10)})
    reading = read("hearing", *lines)
    assert (reading.due_on, reading.met_on, reading.is_late(D(2023, 3, 6))) == (D(2023, 3, 3), D(2023, 3, 6), True)


def test_a_minimum_is_the_first_day_allowed_and_never_late():
    reading = read("notice", (D(2023, 3, 1), "open", "waiting"))
    assert reading.due_on == D(2023, 3, 4)
    assert not reading.is_late(D(2030, 1, 1))


def test_an_unpublished_year_is_named_and_not_guessed():
    reading = read("limit", (D(2026, 12, 25), "open", "waiting"), law_on=D(2026, 12, 25))
    assert (reading.standing, reading.due_on) == (Standing.UNKNOWN, None)
    assert isinstance(reading.problem, law.UnpublishedYear)
    assert "2027" in str(reading.problem)


def test_rules_that_could_not_be_read_are_said_instead_of_guessed():
    class Unread(Procedure):
        unread_from, unread = D(2026, 7, 1), "2026年修订的条例尚未载入"
        begun = State("开始", first=True)
        done = State("完", final=True)
        go = Step("走", at=[begun], to=done)
        clock = Clock("钟", term="toy.limit", runs_in=[begun])

    lines = journal((D(2026, 7, 1), "open", "begun"))
    reading = read_clock(Unread, Unread.clock, lines, rules(D(2026, 7, 1)))
    assert (reading.standing, reading.due_on) == (Standing.UNKNOWN, None)
    assert "2026年修订的条例尚未载入" in str(reading.problem)
    assert read_clock(Unread, Unread.clock, lines, rules(D(2026, 6, 30))).due_on == D(2026, 7, 15)
