"""The rates the issue asks for, on passages annotated by hand."""

from zhunsheng.checker import bench
from zhunsheng.checker.tests.shared import CASES, needs


def reaches_the_goals(rates):
    assert rates.precision >= 0.97
    assert rates.recall >= 0.97
    assert rates.kind >= 0.95
    assert rates.fault_recall >= 0.85
    assert rates.fault_precision >= 0.90
    assert rates.clean_alarmed * 30 <= rates.clean


def test_our_own_passages_reach_the_goals():
    cases = bench.passages(bench.OWN)
    assert len(cases) >= 60
    reaches_the_goals(bench.measured(cases))


@needs(CASES)
def test_the_given_passages_reach_the_goals():
    reaches_the_goals(bench.measured(bench.passages(CASES)))


def test_a_wrong_answer_lowers_the_rates():
    case = {
        "text": "办理12件。",
        "figures": [{"phrase": "12件", "at": 2, "value": 13, "unit": "件", "kind": "count"}],
        "findings": [],
    }
    rates = bench.measured([case])
    assert (rates.right, rates.found, rates.wanted) == (0, 1, 1)
    assert rates.precision == rates.recall == 0


def test_memory_does_not_grow_with_the_length():
    cases = bench.passages(bench.OWN)
    assert bench.peak_memory(cases, 0.5) < bench.peak_memory(cases, 0.1) + 1
