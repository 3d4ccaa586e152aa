"""What must hold in every system, present and future."""

import ast
import re

import pytest
import yaml
from django.core.management import call_command

from zhunsheng import law
from zhunsheng.kernel.checks import flaws
from zhunsheng.kernel.indicators.count import count, count_by
from zhunsheng.kernel.periods import Period
from zhunsheng.kernel.procedures import ClockKind, Role
from zhunsheng.kernel.registry import parameters
from zhunsheng.kernel.testing.scenarios import stories


@pytest.fixture(autouse=True)
def not_waived(request, domain):
    """A rule may be waived in domain.py with its reason, never here."""
    rule = request.node.originalname.removeprefix("test_")
    if reason := domain.waived.get(rule):
        pytest.skip(f"{domain.code}: {reason}")


def test_its_declaration_has_no_flaw(domain):
    assert list(flaws(domain)) == []


def test_every_term_agrees_with_a_verified_fact(domain):
    if not (domain.home / "law.yaml").exists():
        assert not any(p.clocks for kind in domain.matters for p in kind.procedures)
        return
    facts = law.load_facts(domain.home / "facts.yaml")
    wrong = [
        f"{parameter.code} {rule.since}: {problem}"
        for parameter in law.load(domain.home / "law.yaml", prefix=domain.code).values()
        for rule in parameter.rules
        for problem in law.check_against_fact(rule, facts[rule.fact])
    ]
    assert wrong == []


def test_it_holds_no_fact_that_no_term_rests_on(domain):
    if (domain.home / "facts.yaml").exists():
        used = {rule.fact for code, p in parameters().items() if code.startswith(f"{domain.code}.") for rule in p.rules}
        assert set(law.load_facts(domain.home / "facts.yaml")) - used == set()


def test_every_procedure_has_its_stories(domain):
    told = {story.get("kind", domain.matters[0].code) for story in stories(domain)} if domain.matters else set()
    assert {kind.code for kind in domain.matters} == told


def test_every_clock_is_read_in_some_story(domain):
    told = {clock for story in stories(domain) for clock in story.get("clocks", {})}
    declared = {code for kind in domain.matters for procedure in kind.procedures for code in procedure.clocks}
    assert declared - told == set()


def test_its_own_limits_are_shown_late_in_some_story(domain):
    late = {clock for story in stories(domain) for clock in story.get("late", [])}
    own = {
        clock.code
        for kind in domain.matters
        for procedure in kind.procedures
        for clock in procedure.clocks.values()
        if clock.kind is ClockKind.LIMIT and clock.holder == "unit"
    }
    assert not own or own & late


def test_every_indicator_counts_an_empty_year(domain, db):
    empty = count(domain.indicators, Period.year(2023))
    assert all(tally.hits == 0 for tally in empty.values())
    for dimension in ("month", "place", "unit"):
        assert all(groups == {} for groups in count_by(domain.indicators, Period.year(2023), dimension).values())


def test_every_definition_is_a_sentence(domain):
    assert [each.code for each in domain.indicators if not each.definition.endswith("。")] == []


def test_the_steps_of_the_calendar_wait_for_a_clock_of_the_unit_itself(domain):
    for kind in domain.matters:
        for procedure in kind.procedures:
            for step in procedure.steps.values():
                assert step.by is not Role.SYSTEM or procedure.clocks[step.on_expiry].kind is ClockKind.LIMIT


def test_every_module_says_what_it_is(domain):
    modules = [
        path for path in domain.home.rglob("*.py") if path.read_text().strip() and "migrations" not in path.parts
    ]
    assert [path.name for path in modules if not ast.get_docstring(ast.parse(path.read_text()))] == []


def test_no_file_is_longer_than_a_reader_can_hold(domain):
    written = [path for path in domain.home.rglob("*.py") if "migrations" not in path.parts]
    sizes = {path.name: len(path.read_text().splitlines()) for path in written}
    assert {name: size for name, size in sizes.items() if size > 200} == {}


def test_no_other_file_of_the_house_names_it(domain, pytestconfig):
    """A system is one folder: nothing outside imports it, so that deleting it removes it."""
    source = pytestconfig.rootpath / "src" / "zhunsheng"
    named = re.compile(rf"zhunsheng\.domains\.{domain.chapter}\.{domain.code}\b")
    others = (p for p in source.rglob("*.py") if domain.home not in p.parents and "tests" not in p.parts)
    outside = [path for path in others if named.search(path.read_text())]
    assert outside == []


def test_its_yaml_uses_no_key_that_yaml_misreads(domain):
    for path in domain.home.rglob("*.yaml"):
        assert True not in _keys(yaml.safe_load(path.read_text(encoding="utf-8"))), path.name


def _keys(value):
    if isinstance(value, dict):
        for key, below in value.items():
            yield key
            yield from _keys(below)
    elif isinstance(value, list):
        for below in value:
            yield from _keys(below)


def test_its_migrations_say_what_its_models_say(domain, db):
    call_command("makemigrations", domain.code, check=True, dry_run=True, verbosity=0)
