"""Facts are read strictly, and a rule is held against the fact it names."""

from dataclasses import replace
from datetime import date

import pytest

from zhunsheng.law.articles import Place, in_english, numeral, places, same_place
from zhunsheng.law.counting import CR_ARL23, CR_CIV, CR_WD, Unit
from zhunsheng.law.facts import FactGivenTwice, check_against_fact, load_facts
from zhunsheng.law.parameters import Dated
from zhunsheng.law.spans import Term
from zhunsheng.law.strict import EntryRefused, MissingKey, UnknownKey

FACT = """\
- key: rc_decision
  domain: reconsideration
  kind: deadline
  name_zh: 审理期限
  name_en: Decision
  jurisdiction: national
  law: 行政复议法（2023年修订）
  law_id: ARL23
  version: {in_force_from: '2024-01-01', in_force_until: null}
  article: 第六十二条第一款
  duration: 60
  unit: day
  extension: {duration: 30, unit: day, mode: add}
  counting_rule: 'CR_ARL23: art 88'
  verified: true
"""
RULE = Dated(
    code="reconsideration.decision",
    title="审理期限",
    since=date(2024, 1, 1),
    until=None,
    term=Term(60, Unit.DAYS, CR_ARL23),
    law="ARL23",
    article="第六十二条",
    fact="rc_decision",
)


@pytest.fixture
def fact(tmp_path):
    return _facts(tmp_path, FACT)["rc_decision"]


def _facts(folder, content):
    path = folder / "facts.yaml"
    path.write_text(content, encoding="utf-8")
    return load_facts(path)


def test_a_fact_is_read_with_its_dates(fact):
    assert (fact.duration, fact.unit, fact.version_from, fact.version_until) == (60, "day", date(2024, 1, 1), None)
    assert fact.national and fact.counting == "CR_ARL23" and fact.lengths() == [(60, Unit.DAYS), (30, Unit.DAYS)]


def test_dates_of_the_other_dialect_are_read(tmp_path):
    version = "version: {from: '2021-07-15 (assumed)', until: '2026-04-14', currency_checked_to: null}"
    other = FACT.replace("version: {in_force_from: '2024-01-01', in_force_until: null}", version)
    fact = _facts(tmp_path, other)["rc_decision"]
    assert (fact.version_from, fact.version_until) == (date(2021, 7, 15), date(2026, 4, 14))


@pytest.mark.parametrize(
    ("old", "new", "kind", "word"),
    [
        ("verified: true", "verified: maybe", EntryRefused, "verified"),
        ("  verified: true\n", "", MissingKey, "verified"),
        ("duration: 60", "duration: sixty", EntryRefused, "sixty"),
        ("unit: day\n", "unit: day\n  source_file: x\n", UnknownKey, "source_file"),
        ("extension: {duration: 30, unit: day, mode: add}", "extension: 30", EntryRefused, "extension"),
        ("in_force_until: null", "ends: null", UnknownKey, "ends"),
    ],
)
def test_a_bad_fact_is_refused_by_key(tmp_path, old, new, kind, word):
    with pytest.raises(kind, match=word):
        _facts(tmp_path, FACT.replace(old, new))


def test_a_fact_given_twice_is_refused(tmp_path):
    with pytest.raises(FactGivenTwice, match="rc_decision"):
        _facts(tmp_path, FACT + FACT)


@pytest.mark.parametrize(
    "rule",
    [
        RULE,
        replace(RULE, article="第六十二条第一款"),
        replace(RULE, since=date(2025, 1, 1), until=date(2025, 6, 30)),
        replace(RULE, term=Term(30, Unit.DAYS, CR_ARL23)),
    ],
)
def test_a_rule_that_rests_on_its_fact_has_no_problems(rule, fact):
    assert check_against_fact(rule, fact) == []


@pytest.mark.parametrize(
    ("rule", "word"),
    [
        (replace(RULE, term=Term(90, Unit.DAYS, CR_ARL23)), "期限为90 days，事实为60 days、30 days"),
        (replace(RULE, term=Term(60, Unit.WORKDAYS, CR_ARL23)), "workdays"),
        (replace(RULE, term=Term(60, Unit.DAYS, CR_CIV)), "CR_CIV"),
        (replace(RULE, article="第六十三条"), "第六十三条"),
        (replace(RULE, article="第六十二条第二款"), "第六十二条第二款"),
        (replace(RULE, law="ARL17"), "ARL17"),
        (replace(RULE, fact="rc_reply"), "rc_reply"),
        (replace(RULE, since=date(2023, 12, 31)), "2023-12-31"),
    ],
)
def test_a_rule_that_departs_from_its_fact_is_told_in_words(rule, word, fact):
    problems = check_against_fact(rule, fact)
    assert len(problems) == 1 and word in problems[0] and problems[0].startswith("reconsideration.decision")


@pytest.mark.parametrize(
    ("change", "word"),
    [
        ({"verified": False}, "未经核实"),
        ({"jurisdiction": "北京"}, "只适用于北京"),
        ({"version_until": date(2026, 6, 30)}, "至不定止，但事实至2026-06-30止"),
        ({"duration": None, "extension": None}, "事实为无"),
    ],
)
def test_a_fact_that_cannot_carry_a_rule_is_told_in_words(change, word, fact):
    problems = check_against_fact(RULE, replace(fact, **change))
    assert len(problems) == 1 and word in problems[0]


def test_a_rule_may_not_outlive_its_fact(fact):
    ended = replace(fact, version_until=date(2026, 6, 30))
    assert check_against_fact(replace(RULE, until=date(2026, 6, 30)), ended) == []
    assert check_against_fact(replace(RULE, until=date(2026, 7, 1)), ended)


def test_five_days_under_a_mixed_rule_match_five_working_days(fact):
    short = replace(RULE, term=Term(5, Unit.DAYS, CR_ARL23))
    assert check_against_fact(short, replace(fact, duration=5, unit="working_day")) == []
    assert check_against_fact(replace(RULE, term=Term(5, Unit.WORKDAYS, CR_WD)), replace(fact, duration=5, unit="day"))


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("第三十三条第二款", [Place(33, 2)]),
        ("第四十一条第五项", [Place(41, None, 5)]),
        ("第二百零五条", [Place(205)]),
        ("第五十六、五十七条", [Place(56), Place(57)]),
        ("第二十条第一、二款", [Place(20, 1), Place(20, 2)]),
        ("第二百条至第二百零二条", [Place(200), Place(201), Place(202)]),
        ("第十四至十六条", [Place(14), Place(15), Place(16)]),
        ("第一百一十条", [Place(110)]),
        ("42(2); 26", [Place(42, 2), Place(26)]),
        ("第33条第2款", [Place(33, 2)]),
        ("（未读）", []),
    ],
)
def test_places_of_a_law_are_read_from_words_and_numbers(text, named):
    assert places(text) == named


def test_places_are_compared_and_said_in_english():
    assert same_place("第三十三条第二款", "33(2)") and same_place("第五十六条", "第五十六、五十七条")
    assert not same_place("第三十三条第二款", "33(3)") and not same_place("第三十四条", "第三十三条")
    assert same_place("表三", "表三") and not same_place("表三", "表二")
    assert in_english("第四十一条第五项") == "article 41 item 5" and in_english("表三") == "表三"
    assert in_english("第五十六、五十七条") == "articles 56, 57" and numeral("一千二百六十") == 1260
