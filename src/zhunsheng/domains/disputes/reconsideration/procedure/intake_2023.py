"""From the application to its acceptance under the law of 2023: 行政复议法（2023年修订）第二十条至第三十五条."""

from zhunsheng.domains.disputes.reconsideration.choices import Outcome
from zhunsheng.domains.disputes.reconsideration.procedure import states
from zhunsheng.domains.disputes.reconsideration.procedure.common import Common
from zhunsheng.domains.disputes.reconsideration.procedure.requirements import (
    court_was_open,
    penalty_contested,
    respondent_named,
    review_came_first,
)
from zhunsheng.domains.disputes.reconsideration.procedure.states import (
    abandoned,
    accepted,
    correcting,
    in_court,
    received,
    refused,
    withdrawn_early,
)
from zhunsheng.kernel.procedures import Clock, ClockKind, Holder, Role, Step


class Intake2023(Common, abstract=True):
    with_respondent = states.with_respondent
    put_right_early = states.put_right_early

    via_respondent = Step(
        "登记：申请书先交作出处罚的机关", at=[received], to=with_respondent, once=True,
        requires=[penalty_contested("ARL23 第三十二条")], basis="ARL23 第三十二条",
    )  # fmt: skip
    forwarded = Step("收到被申请人转送的申请", at=[with_respondent], to=received, basis="ARL23 第三十二条")
    put_right = Step(
        "被申请人自行纠正处罚决定", at=[with_respondent], to=states.put_right_early, decides=[Outcome.PUT_RIGHT_EARLY],
        basis="ARL23 第三十二条",
    )  # fmt: skip
    ask_to_correct = Step(
        "通知补正", at=[received], to=correcting, once=True, basis="ARL23 第三十一条",
        documents=["reconsideration.correction"],
    )  # fmt: skip
    correction_served = Step(
        "补正通知送达申请人", at=[correcting], asks=["correction_received_on"], basis="ARL23 第三十一条"
    )
    prolong_correction = Step(
        "有正当理由，另定补正期限", at=[correcting], asks=["correct_by"], once=True, basis="ARL23 第三十一条"
    )
    corrected = Step("收到补正材料", at=[correcting], to=received, basis="ARL23 第三十一条第三款")
    abandon = Step(
        "无正当理由逾期不补正，视为放弃", at=[correcting], to=abandoned, decides=[Outcome.ABANDONED],
        waits_for=["correction", "prolonged_correction"], basis="ARL23 第三十一条第二款",
    )  # fmt: skip
    withdraw_early = Step(
        "申请人在受理前撤回", at=[received, correcting, with_respondent], to=withdrawn_early,
        decides=[Outcome.WITHDRAWN_EARLY], basis="ARL23 第三十条",
    )  # fmt: skip
    accept = Step(
        "受理", at=[received], to=accepted, accepts=True, may_ask=["review_first"],
        requires=[respondent_named("ARL23 第三十条第一款第二项")], basis="ARL23 第三十条",
        documents=["reconsideration.acceptance"],
    )  # fmt: skip
    deem_accepted = Step(
        "审查期限届满未作决定，视为受理", at=[received], to=accepted, by=Role.SYSTEM, accepts=True,
        on_expiry="acceptance", on_last_day=True, basis="ARL23 第三十条第三款",
    )  # fmt: skip
    refuse = Step(
        "不予受理", at=[received], to=refused, by=Role.HEAD, decides=[Outcome.REFUSED], asks=["refused_for"],
        may_ask=["review_first"], basis="ARL23 第三十条第二款", documents=["reconsideration.refusal"],
    )  # fmt: skip
    redirect = Step(
        "不予受理并告知有管辖权的机关", at=[received], to=refused, by=Role.HEAD, decides=[Outcome.REDIRECTED],
        asks=["refused_for", "competent_organ"], may_ask=["review_first"], basis="ARL23 第三十条第二款",
        documents=["reconsideration.refusal"],
    )  # fmt: skip
    serve_refusal = Step(
        "送达不予受理决定书", at=[refused], asks=["service"], may_ask=["served_on"], once=True,
        requires=[court_was_open("ARL23 第三十四条")], basis="ARL23 第三十条第二款",
    )  # fmt: skip
    serve_refusal_first = Step(
        "送达不予受理决定书（复议前置案件）", at=[refused], asks=["service"], may_ask=["served_on"], once=True,
        requires=[review_came_first("ARL23 第三十四条")], basis="ARL23 第三十四条",
    )  # fmt: skip

    acceptance = Clock(
        "受理审查期限", term="reconsideration.acceptance", runs_in=[received], restarts_on=[corrected, forwarded],
        met_on=[accept, deem_accepted, refuse, redirect], voided_on=[withdraw_early, abandon, put_right],
        basis="ARL23 第三十条",
    )  # fmt: skip
    correction_notice = Clock(
        "补正通知期限", term="reconsideration.correction_notice", kind=ClockKind.WINDOW, runs_in=[received],
        restarts_on=[forwarded], met_on=[ask_to_correct],
        voided_on=[accept, deem_accepted, refuse, redirect, withdraw_early, put_right], basis="ARL23 第三十一条",
    )  # fmt: skip
    correction = Clock(
        "补正期限", term="reconsideration.correction", holder=Holder.APPLICANT, starts_on=[ask_to_correct],
        counts_from="correction_received_on", runs_in=[correcting], met_on=[corrected],
        voided_on=[prolong_correction, withdraw_early], basis="ARL23 第三十一条",
    )  # fmt: skip
    prolonged_correction = Clock(
        "另定的补正期限", given="correct_by", holder=Holder.APPLICANT, starts_on=[prolong_correction],
        runs_in=[correcting], met_on=[corrected], voided_on=[withdraw_early], basis="ARL23 第三十一条",
    )  # fmt: skip
    forwarding = Clock(
        "被申请人转送期限", term="reconsideration.forwarding", holder=Holder.RESPONDENT, starts_on=[via_respondent],
        runs_in=[with_respondent], met_on=[forwarded, put_right], voided_on=[withdraw_early],
        basis="ARL23 第三十二条",
    )  # fmt: skip
    suit_after_refusal = Clock(
        "不予受理后的起诉期限", term="reconsideration.suit_after_refusal", kind=ClockKind.WINDOW,
        holder=Holder.APPLICANT, starts_on=[serve_refusal_first], counts_from="served_on", runs_in=[refused, in_court],
        met_on=[Common.sue], basis="ARL23 第三十四条",
    )  # fmt: skip
