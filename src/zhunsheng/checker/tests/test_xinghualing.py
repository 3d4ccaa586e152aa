"""The sample year: a published report of 100 annotated figures."""

import re
from decimal import Decimal

import pytest
import yaml

from zhunsheng.checker import Entry, check, match
from zhunsheng.checker.figures.implied import implied
from zhunsheng.checker.figures.units import family
from zhunsheng.checker.tests.shared import FIGURES, REPORT, needs

pytestmark = needs(REPORT, FIGURES)


@pytest.fixture(scope="module")
def text():
    return REPORT.read_text(encoding="utf8")


@pytest.fixture(scope="module")
def checked(text):
    return check(text)


@pytest.fixture(scope="module")
def annotated():
    return yaml.safe_load(FIGURES.read_text(encoding="utf8"))


def test_all_annotated_figures_are_found_printed_or_said_in_words(text, checked, annotated):
    printed = {(float(f.quantity), family(f.base_unit)) for f in checked.figures}
    bare = {float(f.quantity) for f in checked.figures if not f.base_unit}
    said = {float(each.value) for line in text.split("\n") for each in implied(line)}
    loose = {"件", "个", "家", "户", "所", "处", "篇", "节", "年", "场", "次"}
    missing = []
    for gold in annotated:
        value, unit = float(gold["value"]), family({"m2": "平方米"}.get(gold["unit"], gold["unit"]))
        alike = {unit} | (loose if unit in loose else set())
        if not any((value, each) in printed for each in alike) and value not in bare | said:
            missing.append(gold["key"])
    assert missing == []


def test_the_suits_add_up_both_ways(checked):
    sums = [c.why.zh for c in checked.checks if c.kind == "sum" and c.holds]
    assert any(re.fullmatch(r"59\+8 = 67 = 67件", said) for said in sums)
    assert any(said.endswith("= 67 = 67件") and said.count("+") == 6 for said in sums)


def test_the_impossible_growth_is_the_only_fault(checked):
    assert [(f.kind, f.figure.phrase) for f in checked.findings] == [("growth_mismatch", "189.3%")]


def test_most_figures_match_an_indicator_of_the_same_meaning(text, checked, annotated):
    entries = [Entry(g["key"], g["zh"], Decimal(str(g["value"])), g["unit"], 2023) for g in annotated]
    around = [text[max(0, f.at - 40) : f.at + len(f.phrase) + 40] for f in checked.figures]
    found = match(checked.figures, entries, around)
    same = [m for m in found if m.status == "same"]
    assert len(same) >= 75
    assert [m for m in found if m.status == "different"] == []
