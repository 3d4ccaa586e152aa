"""What both editions share: competence, appraisal, performance of a new act, suit after the decision."""

from zhunsheng.domains.disputes.reconsideration.procedure import states
from zhunsheng.kernel.procedures import Clock, Procedure, Step


class Common(Procedure, abstract=True):
    received = states.received
    correcting = states.correcting
    competing = states.competing
    accepted = states.accepted
    awaiting_reply = states.awaiting_reply
    under_review = states.under_review
    appraising = states.appraising
    suspended = states.suspended
    succession = states.succession
    own_document = states.own_document
    other_document = states.other_document
    decided = states.decided
    effective = states.effective
    performing = states.performing
    ordered = states.ordered
    performed = states.performed
    in_court = states.in_court
    terminated = states.terminated
    refused = states.refused
    abandoned = states.abandoned
    withdrawn_early = states.withdrawn_early

    consult_competence = Step(
        "与其他有权受理的机关协商管辖", at=[received], to=competing, asks=["competent_organ"], basis="ARR07 第三十条"
    )
    competence_settled = Step("确定由本机关受理", at=[competing], to=received, basis="ARR07 第三十条")
    await_new_act = Step(
        "责令重新作出，等待被申请人", at=[effective], to=performing, may_ask=["served_on"], basis="ARR07 第四十九条"
    )
    sue = Step(
        "申请人提起行政诉讼", at=[effective, performing, performed, refused], to=in_court, asks=["sued_on"],
        basis="ALL17 第四十五条",
    )  # fmt: skip

    competence = Clock(
        "协商管辖期限", term="reconsideration.competence", starts_on=[consult_competence], runs_in=[competing],
        met_on=[competence_settled], basis="ARR07 第三十条",
    )  # fmt: skip
