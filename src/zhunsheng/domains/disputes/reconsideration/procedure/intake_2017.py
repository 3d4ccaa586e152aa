"""From the application to its acceptance under the law of 2017: 行政复议法（2017年修正文本）第九条至第十九条.

Receipt is acceptance: the review limit runs from the day the application came in, without the time of correction.
"""

from zhunsheng.domains.disputes.reconsideration.choices import Outcome
from zhunsheng.domains.disputes.reconsideration.procedure import states
from zhunsheng.domains.disputes.reconsideration.procedure.common import Common
from zhunsheng.domains.disputes.reconsideration.procedure.requirements import (
    court_was_open,
    respondent_named,
    review_came_first,
    review_first_under_2017,
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


class Intake2017(Common, abstract=True):
    transferred = states.transferred

    ask_to_correct = Step(
        "通知补正", at=[received], to=correcting, asks=["correct_by"], once=True, basis="ARR07 第二十九条",
        documents=["reconsideration.correction"],
    )  # fmt: skip
    corrected = Step("收到补正材料", at=[correcting], to=received, basis="ARR07 第二十九条")
    abandon = Step(
        "无正当理由逾期不补正，视为放弃", at=[correcting], to=abandoned, decides=[Outcome.ABANDONED],
        waits_for=["correction"], basis="ARR07 第二十九条",
    )  # fmt: skip
    withdraw_early = Step(
        "申请人在受理前撤回", at=[received, correcting], to=withdrawn_early, decides=[Outcome.WITHDRAWN_EARLY],
        basis="ARL17 第二十五条",
    )  # fmt: skip
    transfer = Step(
        "转送有管辖权的复议机关", at=[received], to=transferred, asks=["competent_organ"],
        decides=[Outcome.TRANSFERRED], basis="ARL17 第十八条", documents=["reconsideration.transfer"],
    )  # fmt: skip
    accept = Step(
        "受理", at=[received], to=accepted, accepts=True, may_ask=["review_first"],
        requires=[respondent_named("ARR07 第二十八条")], basis="ARL17 第十七条",
        documents=["reconsideration.acceptance"],
    )  # fmt: skip
    deem_accepted = Step(
        "审查期限届满未作决定，自收到之日视为受理", at=[received], to=accepted, by=Role.SYSTEM, accepts=True,
        on_expiry="acceptance", on_last_day=True, basis="ARL17 第十七条第二款",
    )  # fmt: skip
    refuse = Step(
        "不予受理", at=[received], to=refused, by=Role.HEAD, decides=[Outcome.REFUSED], asks=["refused_for"],
        may_ask=["review_first"], requires=[review_first_under_2017("ARL17 第三十条")], basis="ARL17 第十七条",
        documents=["reconsideration.refusal"],
    )  # fmt: skip
    tell_where = Step(
        "告知向有关行政复议机关提出", at=[received], to=refused, by=Role.HEAD, decides=[Outcome.REDIRECTED],
        asks=["competent_organ"], basis="ARL17 第十七条", documents=["reconsideration.redirection"],
    )  # fmt: skip
    serve_refusal = Step(
        "送达不予受理决定书", at=[refused], asks=["service"], may_ask=["served_on"], once=True,
        requires=[court_was_open("ARL17 第十九条")], basis="ARL17 第十七条",
    )  # fmt: skip
    serve_refusal_first = Step(
        "送达不予受理决定书（复议前置案件）", at=[refused], asks=["service"], may_ask=["served_on"], once=True,
        requires=[review_came_first("ARL17 第十九条")], basis="ARL17 第十九条",
    )  # fmt: skip

    acceptance = Clock(
        "受理审查期限", term="reconsideration.acceptance", runs_in=[received], restarts_on=[corrected],
        met_on=[accept, deem_accepted, refuse, tell_where], voided_on=[withdraw_early, abandon, transfer],
        basis="ARL17 第十七条",
    )  # fmt: skip
    correction_notice = Clock(
        "补正通知期限", term="reconsideration.correction_notice", kind=ClockKind.WINDOW, runs_in=[received],
        met_on=[ask_to_correct], voided_on=[accept, deem_accepted, refuse, tell_where, withdraw_early, transfer],
        basis="ARR07 第二十九条",
    )  # fmt: skip
    correction = Clock(
        "补正期限", given="correct_by", holder=Holder.APPLICANT, starts_on=[ask_to_correct], runs_in=[correcting],
        met_on=[corrected], voided_on=[withdraw_early], basis="ARR07 第二十九条",
    )  # fmt: skip
    transfer_window = Clock(
        "转送期限", term="reconsideration.transfer", kind=ClockKind.WINDOW, runs_in=[received], met_on=[transfer],
        voided_on=[accept, deem_accepted, refuse, tell_where, withdraw_early], basis="ARL17 第十八条",
    )  # fmt: skip
    suit_after_refusal = Clock(
        "不予受理后的起诉期限", term="reconsideration.suit_after_refusal", kind=ClockKind.WINDOW,
        holder=Holder.APPLICANT, starts_on=[serve_refusal_first], counts_from="served_on", runs_in=[refused, in_court],
        met_on=[Common.sue], basis="ARL17 第十九条",
    )  # fmt: skip
