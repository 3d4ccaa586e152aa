"""The steps of a hearing, the same at every instance, and the duty of a head to appear (HEAD20)."""

from collections.abc import Mapping, Sequence
from typing import Any

from zhunsheng.domains.oversight.litigation.models import Appearance, Suit
from zhunsheng.kernel.procedures import STEP_DAY, Requirement, State, Step

EXPLAINED = Requirement(
    "负责人不能出庭的，须属于四种法定事由之一、提交证明材料，并委托工作人员出庭",
    lambda suit, answers: bool(
        answers.get("absence") and answers.get("proof") and answers.get("staff") and not answers.get("breach")
    ),
    "HEAD20 第八条",
)
NAMED = Requirement(
    "须写明出庭负责人的姓名和职务，以便提交身份证明",
    lambda suit, answers: bool(answers.get("name") and answers.get("post")),
    "HEAD20 第六条",
)
BREACH_NAMED = Requirement(
    "须写明违反出庭义务的情形；有法定事由并已说明的，请选择相应步骤",
    lambda suit, answers: bool(answers.get("breach") and not answers.get("absence")),
    "HEAD20 第十二条",
)


def _came_before(suit: Suit, answers: Mapping[str, Any]) -> bool:
    earlier, held = answers.get("earlier_on"), answers.get("held_on")
    return bool(earlier and held and str(earlier) < str(held) and answers.get("staff") and not answers.get("called"))


CAME_BEFORE = Requirement(
    "负责人在本审级此前已经出庭、人民法院未再通知，并有工作人员出庭，才可以不再出庭", _came_before, "HEAD20 第七条"
)


def hearings(level: str, ready: Sequence[State], set_for: State, heard: State) -> tuple[Step, ...]:
    """The steps of a hearing of one instance: date set, head called, absence explained, and the four ways it is
    attended."""
    fills = {"level": level, "held_on": STEP_DAY}

    def held(title: str, basis: str, requirement: Requirement, papers: Sequence[str] = (), **known: Any) -> Step:
        return Step(
            title, at=[set_for], to=heard, adds=Appearance, fills=fills | known, requires=[requirement], basis=basis,
            documents=papers,
        )  # fmt: skip

    return (
        Step("收到开庭传票", at=[*ready, set_for, heard], to=set_for, asks=["hearing_on"], basis="ALI18 第七十一条"),
        Step("收到负责人出庭通知书", at=[set_for], asks=["hearing_on"], basis="HEAD20 第五条"),
        Step(
            "提交负责人不能出庭情况说明",
            at=[set_for],
            basis="HEAD20 第九条",
            documents=["litigation.absence_statement", "litigation.proxy"],
        ),
        held("开庭：负责人出庭", "HEAD20 第二条", NAMED, ["litigation.identity"], appeared=True),
        held("开庭：负责人不能出庭，已说明理由", "HEAD20 第九条", EXPLAINED),
        held("开庭：本审级负责人已出庭过，工作人员出庭", "HEAD20 第七条", CAME_BEFORE, due=False),
        held("开庭：负责人未依法出庭", "HEAD20 第十二条", BREACH_NAMED),
    )
