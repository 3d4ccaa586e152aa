"""What is said about registers and activity kinds that cannot work."""

from dataclasses import replace

import pytest

from zhunsheng.kernel.activities.models import Activity
from zhunsheng.kernel.registers.models import RegisterEntry
from zhunsheng.kernel.registry import Expectation
from zhunsheng.kernel.testing.toy_registers import FREE, INSPECTION, LEASE, WALK

pytestmark = pytest.mark.usefixtures("toys")


@pytest.mark.parametrize("declared", [LEASE, FREE, INSPECTION, WALK])
def test_a_sound_declaration_has_no_problem(declared):
    assert list(declared.problems()) == []


@pytest.mark.parametrize(
    ("declared", "word"),
    [
        (replace(LEASE, model=Activity), "must be a RegisterEntry"),
        (replace(LEASE, unique_while_valid=["plaice"]), "'plaice'"),
        (replace(LEASE, expects=Expectation(activity="toy.inspection", every="moon", title="")), "every 'moon'"),
        (replace(LEASE, expects=Expectation(activity="toy.walk", every="month", title="")), "'toy.walk'"),
        (replace(LEASE, expects=Expectation(activity="toy.none", every="month", title="")), "'toy.none'"),
        (replace(INSPECTION, model=RegisterEntry), "must be an Activity"),
        (replace(INSPECTION, under="toy.none"), "'toy.none'"),
    ],
)
def test_a_flaw_is_named(declared, word):
    (problem,) = declared.problems()
    assert word in problem
