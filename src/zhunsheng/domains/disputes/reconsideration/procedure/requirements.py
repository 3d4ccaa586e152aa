"""Conditions of the law that must hold before a step of a reconsideration is taken."""

from collections.abc import Mapping
from typing import Any

from zhunsheng.domains.disputes.reconsideration.choices import Approver, Suspension
from zhunsheng.kernel.procedures.declare import Requirement

SUCCESSION = (Suspension.HEIRS, Suspension.CAPACITY, Suspension.SUCCESSOR)
"""The grounds after sixty days of which a suspended case ends."""


def respondent_named(basis: str) -> Requirement:
    return Requirement(
        "有明确的被申请人", lambda matter, answers: bool(matter.respondent_id or matter.respondent_name), basis
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
