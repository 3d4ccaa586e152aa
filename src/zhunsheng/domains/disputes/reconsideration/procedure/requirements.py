"""Conditions of the law that must hold before a step of a reconsideration is taken."""

from collections.abc import Mapping
from typing import Any

from zhunsheng.domains.disputes.reconsideration.choices import (
    REVIEW_FIRST_2017,
    Act,
    Approver,
    ReviewFirst,
    Suspension,
)
from zhunsheng.kernel.procedures.declare import Requirement

SUCCESSION = (Suspension.HEIRS, Suspension.CAPACITY, Suspension.SUCCESSOR)
"""The grounds after sixty days of which a suspended case ends."""


def respondent_named(basis: str) -> Requirement:
    return Requirement(
        "有明确的被申请人", lambda matter, answers: bool(matter.respondent_id or matter.respondent_name), basis
    )


def penalty_contested(basis: str) -> Requirement:
    return Requirement(
        "只有对当场作出或者依据电子技术监控设备记录作出的行政处罚决定，才可以通过作出处罚的机关提交申请",
        lambda matter, answers: matter.act == Act.PENALTY,
        basis,
    )


def review_came_first(basis: str) -> Requirement:
    """The fifteen days after a refusal are those of a case that had to be reviewed before it could go to court."""
    return Requirement(
        "只有应当先申请复议的案件适用该起诉期限；其他案件请选择另一送达步骤",
        lambda matter, answers: matter.had_to_be_reviewed,
        basis,
    )


def court_was_open(basis: str) -> Requirement:
    return Requirement(
        "应当先申请复议的案件，请选择复议前置案件的送达步骤",
        lambda matter, answers: not matter.had_to_be_reviewed,
        basis,
    )


def review_first_under_2017(basis: str) -> Requirement:
    """Under the law of 2017 only rights to natural resources, and what other laws name, had to be reviewed first."""
    return Requirement(
        "旧法复议前置限于自然资源权利案件和其他法律、法规规定的案件",
        lambda matter, answers: (
            (answers.get("review_first") or matter.review_first) in ("", *map(ReviewFirst, REVIEW_FIRST_2017))
        ),
        basis,
    )


def approved_by(approver: Approver, basis: str) -> Requirement:
    return Requirement(
        f"延期应当经{approver.label}批准", lambda matter, answers: answers.get("approver") == approver, basis
    )


def ground_among(grounds: tuple[Suspension, ...], title: str, basis: str) -> Requirement:
    return Requirement(title, lambda matter, answers: answers.get("suspension") in grounds, basis)


def compensation_decided(basis: str) -> Requirement:
    """A claim for compensation made with the application is granted or dismissed in the same decision."""
    return Requirement("一并请求行政赔偿的，应当同时决定赔偿或者驳回赔偿请求", _answers_the_claim, basis)


def _answers_the_claim(matter: Any, answers: Mapping[str, Any]) -> bool:
    answered = answers.get("compensation_ordered") or answers.get("compensation_refused")
    return bool(answered) or not matter.claims_compensation


def hearing_announced(basis: str) -> Requirement:
    return Requirement("听证前已书面通知时间、地点和事项", lambda matter, answers: matter.hearing_on is not None, basis)


def head_or_reason(basis: str) -> Requirement:
    return Requirement(
        "被申请人的负责人不能参加听证的，应当说明理由",
        lambda matter, answers: bool(answers.get("head_attended") or answers.get("absence")),
        basis,
    )


def may_be_mediated(basis: str) -> Requirement:
    return Requirement(
        "只有自由裁量或者赔偿、补偿纠纷可以调解",
        lambda matter, answers: matter.discretionary or matter.claims_compensation,
        basis,
    )
