"""Every official document can be filled from the record of the step that issues it."""

from datetime import date

import pytest
from django.template import Context, Engine

from zhunsheng.domains.disputes.dispute.domain import DOMAIN
from zhunsheng.kernel.matters.actions import load_story, open_matter, take_step
from zhunsheng.kernel.matters.moves import read
from zhunsheng.kernel.roles import Role

DAY = date(2024, 4, 2)
ENGINE = Engine(autoescape=False, string_if_invalid="缺%s")
STORY = [
    ("accept", {"body": "residents", "mediators": "甲调解员"}, {}),
    ("whistle", {}, {"called": "housing", "asked_for": "核查"}),
    ("dispatch", {"called_unit": "housing", "report_by": date(2024, 4, 9)}, {}),
    ("report_back", {"return_to": "east1"}, {"done": "settled", "content": "已整改"}),
    ("agree_written", {"agreement": "双方和好", "amount": 300, "perform_by": date(2024, 5, 6)}, {}),
    ("visit", {}, {"performance": "whole", "content": "已经履行"}),
    ("apply_confirmation", {}, {"court": "样例区人民法院"}),
]


def _tell(world, steps):
    """The dispute after ``steps``, and the journal line of the last."""
    fields = {"source": "patrol", "type": "property", "scale": "single", "persons": 3, "facts": "电梯停运"}
    by = world.person("government", Role.HEAD)
    dispute = open_matter("dispute", by=by, title="样例", unit=world.unit["east1"], opened_on=DAY, **fields)
    entry = None
    for step, answers, row in steps:
        asked, added = ({k: world.unit.get(v, v) for k, v in each.items()} for each in (answers, row))
        entry = take_step(dispute, step, by=by, on=DAY, row=added, **asked)
    return dispute, entry


@pytest.mark.parametrize(
    ("code", "until", "said"),
    [
        ("registration", "accept", "人民调解员为甲调解员"),
        ("dispatch", "dispatch", "请在2024年4月9日以前到场处置"),
        ("agreement", "agree_written", "可以在2024年5月6日以前共同向人民法院申请司法确认"),
        ("visit", "visit", "回访日期：2024年4月2日"),
        ("confirmation", "apply_confirmation", "于2024年4月2日主持达成的调解协议有效"),
    ],
)
def test_a_document_says_what_the_record_says(code, until, said, world):
    last = next(i for i, (step, _, _) in enumerate(STORY) if step == until)
    text = _filled(code, *_tell(world, STORY[: last + 1]))
    assert said in text
    assert "缺" not in text


def test_a_failure_names_the_other_ways(world):
    text = _filled("failure", *_tell(world, [STORY[0], ("fail", {"ways_told": "向人民法院起诉"}, {})]))
    assert "向人民法院起诉" in text
    assert "于2024年4月2日起进行调解" in text


def _filled(code, dispute, entry):
    template = next(each for each in DOMAIN.documents if each.code == f"dispute.{code}")
    assert template.code in dispute.procedure.steps[entry.step].documents
    known = {
        "matter": dispute,
        "unit": dispute.unit,
        "parties": {"party_a": "甲", "party_b": "乙"},
        "entry": entry,
        "clocks": read(load_story(dispute)),
    }
    texts = (template.addressed_to, (DOMAIN.home / template.file).read_text(encoding="utf-8"))
    return "\n".join(ENGINE.from_string(text).render(Context(known)) for text in texts)
