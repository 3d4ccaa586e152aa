"""Every term of reconsideration rests on a verified national fact."""

from pathlib import Path

import pytest

from zhunsheng import law
from zhunsheng.domains.disputes.reconsideration.choices import CORRECTED, DISMISSED, TERMINATED, UPHELD, Outcome
from zhunsheng.domains.disputes.reconsideration.procedure import Reconsideration2017, Reconsideration2023
from zhunsheng.law.facts import check_against_fact, load_facts

HOME = Path(__file__).parents[1]
RULES = [rule for each in law.load(HOME / "law.yaml", "reconsideration").values() for rule in each.rules]
FACTS = load_facts(HOME / "facts.yaml")


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: f"{rule.code}-{rule.since}")
def test_the_rule_rests_on_its_fact(rule):
    assert check_against_fact(rule, FACTS[rule.fact]) == []


def test_no_fact_is_kept_that_no_rule_names():
    assert set(FACTS) == {rule.fact for rule in RULES}


def test_the_law_of_2017_ends_where_that_of_2023_begins():
    assert (Reconsideration2023.since - Reconsideration2017.until).days == 1


def test_a_decision_has_one_place_among_the_outcomes():
    accepted = (*UPHELD, *CORRECTED, *DISMISSED, *TERMINATED, Outcome.MEDIATION)
    assert len(set(accepted)) == len(accepted)
    decided = {code for p in (Reconsideration2017, Reconsideration2023) for s in p.steps.values() for code in s.decides}
    assert decided == set(Outcome.values)


def test_only_the_law_of_2023_knows_the_simplified_procedure_and_confirms_invalidity():
    assert Outcome.CONFIRM_INVALID not in Reconsideration2017.steps["decide"].decides
    assert "simplified" not in Reconsideration2017.states
    assert "issue_suggestion" not in Reconsideration2023.steps
