"""Toy registers and activity kinds for tests: leases under which an inspection is expected every month."""

import pytest

from zhunsheng.kernel import registry
from zhunsheng.kernel.activities.models import Activity
from zhunsheng.kernel.registers.models import RegisterEntry
from zhunsheng.kernel.registry import ActivityKind, Expectation, Register

LEASE = Register(
    code="toy.lease", title="玩具登记册", model=RegisterEntry, unique_while_valid=["place"],
    expects=Expectation(activity="toy.inspection", every="month", title="一个月未检查"),
)  # fmt: skip
FREE = Register(code="toy.free", title="不限重复的登记册", model=RegisterEntry)
INSPECTION = ActivityKind(code="toy.inspection", title="检查", model=Activity, under="toy.lease", at_place=True)
WALK = ActivityKind(code="toy.walk", title="走访", model=Activity)


def install(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the registry know the toys instead of the systems, until the test ends."""
    monkeypatch.setattr(registry, "registers", lambda: {each.code: each for each in (LEASE, FREE)})
    monkeypatch.setattr(registry, "activity_kinds", lambda: {each.code: each for each in (INSPECTION, WALK)})
