"""Which hearings and decisions count, and which do not."""

from datetime import date

import pytest

from zhunsheng.domains.oversight.litigation.indicators import INDICATORS
from zhunsheng.kernel.indicators.count import count
from zhunsheng.kernel.matters.actions import open_matter, revoke_step, take_step
from zhunsheng.kernel.periods import Period
from zhunsheng.kernel.roles import Role

HELD = date(2023, 5, 18)
HEAD = {"name": "样例甲", "post": "副区长"}
EXCUSED = {"absence": "duty", "proof": "值班通知", "staff": True}
ASKED = {
    "case_number": "样例", "court": "样例市中级人民法院", "plaintiff": "citizen", "defendant_level": "district",
    "defendant_role": "sole", "subject": "compensation", "case_class": "levy", "administration": "housing",
}  # fmt: skip


@pytest.fixture
def suit(world):
    clerk, unit = world.person("justice"), world.unit["justice"]

    def opened(hearing="", row=None, **fields):
        asked = ASKED | {"title": "样例案", "unit": unit, "opened_on": date(2023, 4, 3)} | fields
        matter = open_matter("litigation", by=clerk, **asked)
        take_step(matter, "assign", by=clerk, on=date(2023, 4, 4), department=world.unit["housing"])
        take_step(matter, "answer", by=clerk, on=date(2023, 4, 17), answered_on=date(2023, 4, 17))
        take_step(matter, "set_hearing", by=clerk, on=date(2023, 5, 8), hearing_on=HELD)
        if hearing:
            take_step(matter, hearing, by=clerk, on=HELD, row=row)
        return matter

    opened.clerk = clerk
    return opened


def judge(matter, by, outcome, decided_on):
    row = {"number": "样例判决书", "decided_on": decided_on}
    take_step(matter, "judge", by=by, on=decided_on, outcome=outcome, row=row)


def figure(name, year=2023):
    return count(INDICATORS, Period.year(year))[f"litigation.{name}"].value


def test_the_rate_leaves_out_explained_absence_and_counts_breaches(suit):
    suit("head_appeared", HEAD)
    suit("head_excused", EXCUSED)
    assert figure("head_appearance_rate") == 100
    suit("head_absent", {"breach": "nobody"})
    assert figure("head_appearance_rate") == 50
    assert (figure("hearings"), figure("head_breaches"), figure("head_absences_explained")) == (3, 1, 1)


def test_a_suit_decided_later_was_pending_at_the_end_of_the_year(suit):
    matter = suit("head_appeared", HEAD)
    judge(matter, suit.clerk, "ordered_to_act", date(2024, 1, 15))
    assert (figure("pending"), figure("outcome_ordered_to_act"), figure("defended")) == (1, 0, 1)
    assert (figure("pending", 2024), figure("concluded", 2024), figure("lost", 2024)) == (0, 1, 1)


def test_an_appeal_makes_no_second_suit_and_changes_no_outcome(suit):
    matter, clerk = suit("head_appeared", HEAD), suit.clerk
    judge(matter, clerk, "claims_dismissed", date(2023, 7, 3))
    filed = {"appellant": "plaintiff", "appeal_filed_on": date(2023, 7, 17), "appeal_court": "样例省高级人民法院"}
    take_step(matter, "receive_appeal", by=clerk, on=date(2023, 7, 20), **filed)
    row = {"number": "样例", "decided_on": date(2023, 10, 9)}
    take_step(matter, "decide_appeal", by=clerk, on=date(2023, 10, 12), outcome="annul", row=row)
    assert (figure("defended"), figure("outcome_claim_dismissed"), figure("outcome_annulled")) == (1, 1, 0)
    assert (figure("concluded"), figure("decided_second"), figure("lost")) == (2, 1, 1)
    assert figure("loss_rate") == 50


def test_suits_of_departments_and_third_parties_are_not_counted(suit):
    suit("head_appeared", HEAD, defendant_level="department")
    suit("head_absent", {"breach": "nobody"}, defendant_role="third_party")
    assert (figure("defended"), figure("pending"), figure("hearings")) == (0, 0, 0)


def test_a_revoked_decision_makes_the_suit_pending_again(suit, world):
    matter = suit("head_appeared", HEAD)
    judge(matter, suit.clerk, "pay", date(2023, 7, 3))
    assert figure("pending") == 0
    revoke_step(matter, by=world.person("justice", Role.HEAD), reason="误登")
    assert figure("pending") == 1
