"""A clock that is counted from a day named in a paper, not from the day the paper came."""

from datetime import date

from zhunsheng import law
from zhunsheng.kernel.procedures import Clock, Procedure, Rules, Standing, State, Step
from zhunsheng.kernel.procedures.clocks import Entry, read_clock

RULE = law.Dated(
    "toy.limit",
    "期限",
    date(2018, 1, 1),
    None,
    law.Term(6, law.Unit.MONTHS, law.COUNTINGS["CR_LIT"]),
    "ALL17",
    "第八十一条",
    "",
)
RULES = Rules({"toy.limit": law.Parameter("toy.limit", "期限", (RULE,))}, date(2023, 3, 8))


class Toy(Procedure):
    """One limit of a court, counted from its filing."""

    title = "样例"
    waiting = State("待裁判", first=True)
    done = State("已裁判", final=True)
    serve = Step("送达", at=[waiting], may_ask=["served_on"], basis="ALL17 第八十一条")
    decide = Step("裁判", at=[waiting], to=done, basis="ALL17 第八十一条")
    limit = Clock("审限", term="toy.limit", counts_from="filed_on", runs_in=[waiting])
    suit = Clock("起诉期限", term="toy.limit", starts_on=[serve], counts_from="served_on", runs_in=[waiting])


def opened(**answers):
    return [Entry(date(2023, 3, 8), "open", "waiting", answers=answers)]


def test_the_day_in_the_paper_counts():
    reading = read_clock(Toy, Toy.limit, opened(filed_on="2023-03-01"), RULES)
    assert (reading.started_on, reading.due_on) == (date(2023, 3, 1), date(2023, 9, 1))


def test_without_such_a_day_none_is_guessed():
    reading = read_clock(Toy, Toy.limit, opened(), RULES)
    assert (reading.due_on, reading.standing) == (None, Standing.UNKNOWN)
    assert "起算" in str(reading.problem)


def test_the_day_of_the_step_counts_where_the_step_itself_may_name_another():
    served = [*opened(), Entry(date(2023, 3, 9), "serve", "waiting")]
    assert read_clock(Toy, Toy.suit, served, RULES).due_on == date(2023, 9, 11)
    served[-1] = Entry(date(2023, 3, 9), "serve", "waiting", answers={"served_on": "2023-03-07"})
    assert read_clock(Toy, Toy.suit, served, RULES).due_on == date(2023, 9, 7)
