"""What is said about a system whose declarations cannot work, before the server starts."""

from dataclasses import replace

import pytest

from zhunsheng.kernel import registry
from zhunsheng.kernel.activities.models import Activity
from zhunsheng.kernel.checks import flaws
from zhunsheng.kernel.matters.models import Matter
from zhunsheng.kernel.programmes.declare import ProgrammeKind
from zhunsheng.kernel.registry import Domain, MatterKind
from zhunsheng.kernel.testing import toy_registers
from zhunsheng.kernel.testing.toy_registers import FREE, INSPECTION, LEASE, WALK
from zhunsheng.kernel.testing.toys import Toy

SOUND = Domain(
    code="toy",
    title="玩具",
    basis="",
    registers=[LEASE, FREE],
    activities=[INSPECTION, WALK],
    programmes=[ProgrammeKind(code="toy.plan", title="计划", levels=["任务"])],
)
KIND = MatterKind(
    code="toy.case", title="玩具事项", model=Matter, procedures=[Toy], number="{mark}玩〔{year}〕{serial}号"
)


@pytest.fixture
def said(monkeypatch):
    """What is said about the system with some of its declarations changed; no other system is on board."""
    toy_registers.install(monkeypatch)
    for nothing in ("kinds", "indicators", "parameters"):
        monkeypatch.setattr(registry, nothing, dict)

    def said(**changed):
        domain = replace(SOUND, **changed)
        monkeypatch.setattr(registry, "domains", lambda: {domain.code: domain})
        return [text for _, text in flaws(domain)]

    return said


def test_nothing_is_said_about_a_sound_system(said):
    assert said() == []


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"registers": [replace(LEASE, unique_while_valid=["plaice"]), FREE]}, "unique by 'plaice'"),
        ({"activities": [replace(INSPECTION, under="toy.none"), WALK]}, "under 'toy.none'"),
        ({"activities": [replace(WALK, columns=["colour"])]}, "lists 'colour'"),
        ({"programmes": [ProgrammeKind(code="toy.plan", title="计划", levels=[])]}, "toy.plan has no levels"),
        ({"programmes": [ProgrammeKind(code="game.plan", title="计划", levels=["任务"])]}, "must begin with 'toy'"),
        ({"registers": [LEASE, FREE, FREE]}, "'toy.free' is declared 2 times"),
        ({"matters": [replace(KIND, model=Activity, columns=["title"], filters=[])]}, "must be a Matter"),
        ({"matters": [replace(KIND, number="{mark}玩〔{year}〕号")]}, "without {serial}"),
    ],
)
def test_a_flaw_of_any_declaration_is_said(said, changed, words):
    assert any(words in text for text in said(**changed))
