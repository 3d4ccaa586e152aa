"""From acceptance to the end of review under the law of 2023: 行政复议法（2023年修订）第三十六条至第六十二条."""

from zhunsheng.domains.disputes.reconsideration.choices import Approver, Suspension
from zhunsheng.domains.disputes.reconsideration.models import Consultation, Evidence, Hearing, OpinionHeard
from zhunsheng.domains.disputes.reconsideration.procedure import states
from zhunsheng.domains.disputes.reconsideration.procedure.intake_2023 import Intake2023
from zhunsheng.domains.disputes.reconsideration.procedure.requirements import (
    SUCCESSION,
    approved_by,
    ground_among,
    head_or_reason,
    hearing_announced,
)
from zhunsheng.domains.disputes.reconsideration.procedure.states import (
    accepted,
    appraising,
    awaiting_reply,
    heard,
    ordinary,
    simplified,
    simplified_awaiting,
    simplified_review,
    succession,
    suspended,
    under_review,
)
from zhunsheng.kernel.procedures import STEP_DAY, Adds, Clock, ClockKind, Holder, Role, Step, Total

ORDINARY = (ordinary, awaiting_reply, under_review, heard)
OPEN = (accepted, *ORDINARY, simplified, simplified_awaiting, simplified_review)
REVIEWED = (under_review, heard, simplified_review)
OTHER_GROUNDS = tuple(ground for ground in Suspension if ground not in SUCCESSION)


class Review2023(Intake2023, abstract=True):
    ordinary = states.ordinary
    heard = states.heard
    simplified = states.simplified
    simplified_awaiting = states.simplified_awaiting
    simplified_review = states.simplified_review

    choose_ordinary = Step("适用普通程序", at=[accepted], to=ordinary, basis="ARL23 第三十六条")
    choose_simplified = Step(
        "适用简易程序", at=[accepted], to=simplified, asks=["simplified_ground"], basis="ARL23 第五十三条"
    )
    switch = Step(
        "转为普通程序", at=[simplified], to=ordinary, by=Role.HEAD, asks=["switched_for"], basis="ARL23 第五十五条"
    )
    switch_awaiting = Step(
        "待答复时转为普通程序", at=[simplified_awaiting], to=awaiting_reply, by=Role.HEAD, asks=["switched_for"],
        basis="ARL23 第五十五条",
    )  # fmt: skip
    switch_reviewing = Step(
        "审理中转为普通程序", at=[simplified_review], to=under_review, by=Role.HEAD, asks=["switched_for"],
        basis="ARL23 第五十五条",
    )  # fmt: skip
    send_copy = Step(
        "发送申请书副本，通知答复", at=[ordinary], to=awaiting_reply, basis="ARL23 第四十八条",
        documents=["reconsideration.reply_notice"],
    )  # fmt: skip
    send_copy_simplified = Step(
        "发送申请书副本，通知答复（简易程序）", at=[simplified], to=simplified_awaiting, basis="ARL23 第五十四条",
        documents=["reconsideration.reply_notice"],
    )  # fmt: skip
    copy_served = Step(
        "副本送达被申请人",
        at=[awaiting_reply, simplified_awaiting],
        asks=["copy_received_on"],
        basis="ARL23 第四十八条",
    )
    replied = Step("收到书面答复和证据", at=[awaiting_reply], to=under_review, basis="ARL23 第四十八条")
    no_reply = Step(
        "被申请人逾期未答复，视为没有证据", at=[awaiting_reply], to=under_review,
        waits_for=["reply", "reply_simplified"], basis="ARL23 第七十条",
    )  # fmt: skip
    replied_simplified = Step(
        "收到书面答复（简易程序）", at=[simplified_awaiting], to=simplified_review, basis="ARL23 第五十四条"
    )
    no_reply_simplified = Step(
        "逾期未答复，视为没有证据（简易程序）", at=[simplified_awaiting], to=simplified_review,
        waits_for=["reply_simplified"], basis="ARL23 第七十条",
    )  # fmt: skip
    join_third_party = Step("第三人参加", at=OPEN, asks=["third_party"], basis="ARL23 第十六条")
    stay = Step("停止执行", at=OPEN, asks=["stay_ground"], by=Role.HEAD, basis="ARL23 第四十二条")
    take_evidence = Step("调查取证", at=REVIEWED, adds=Evidence, fills={"taken_on": STEP_DAY}, basis="ARL23 第四十五条")
    hear_opinions = Step(
        "听取当事人意见", at=[under_review, heard], to=heard, adds=OpinionHeard, fills={"heard_on": STEP_DAY},
        basis="ARL23 第四十九条",
    )  # fmt: skip
    hear_simplified = Step(
        "听取意见（简易程序）", at=[simplified_review], adds=OpinionHeard, fills={"heard_on": STEP_DAY},
        basis="ARL23 第五十四条",
    )  # fmt: skip
    review_on_paper = Step("因当事人原因不能听取意见，书面审理", at=[under_review], to=heard, basis="ARL23 第四十九条")
    announce_hearing = Step(
        "通知听证", at=[under_review, heard], asks=["hearing_on"], basis="ARL23 第五十一条",
        documents=["reconsideration.hearing"],
    )  # fmt: skip
    hold_hearing = Step(
        "举行听证", at=[under_review, heard], to=heard, adds=Hearing, fills={"held_on": STEP_DAY},
        basis="ARL23 第五十条",
        requires=[hearing_announced("ARL23 第五十一条"), head_or_reason("ARL23 第五十一条")],
    )  # fmt: skip
    consult_committee = Step(
        "咨询行政复议委员会", at=[under_review, heard], adds=Consultation, fills={"consulted_on": STEP_DAY},
        basis="ARL23 第五十二条",
    )  # fmt: skip
    appraise = Step("委托鉴定、现场勘验", at=REVIEWED, to=appraising, basis="ARR07 第三十四条、第三十七条")
    appraised = Step("鉴定、勘验结束", at=[appraising], returns=True, basis="ARR07 第三十四条、第三十七条")
    suspend = Step(
        "中止", at=OPEN, to=suspended, asks=["suspension"], basis="ARL23 第三十九条",
        requires=[ground_among(OTHER_GROUNDS, "等待承受人的情形另行登记", "ARL23 第三十九条")],
        documents=["reconsideration.suspension"],
    )  # fmt: skip
    suspend_for_succession = Step(
        "中止：等待确定承受人", at=OPEN, to=succession, asks=["suspension"], basis="ARL23 第三十九条",
        requires=[ground_among(SUCCESSION, "应当属于第一、二、四项情形", "ARL23 第四十一条第五项")],
        documents=["reconsideration.suspension"],
    )  # fmt: skip
    resume = Step(
        "恢复审理", at=[suspended, succession], returns=True, basis="ARL23 第三十九条第二款",
        documents=["reconsideration.resumption"],
    )  # fmt: skip
    extend = Step(
        "延长审理期限", at=ORDINARY, by=Role.HEAD, once=True, asks=["approver"], may_ask=["extension_days"],
        requires=[approved_by(Approver.INSTITUTION, "ARL23 第六十二条")], basis="ARL23 第六十二条",
        documents=["reconsideration.extension"],
    )  # fmt: skip

    decision = Clock(
        "审理期限", term="reconsideration.decision", starts_on=[Intake2023.accept, Intake2023.deem_accepted],
        runs_in=OPEN, basis="ARL23 第六十二条",
        changed_by={
            choose_simplified: Total("reconsideration.decision_simplified"),
            switch: Total("reconsideration.decision"),
            switch_awaiting: Total("reconsideration.decision"),
            switch_reviewing: Total("reconsideration.decision"),
            extend: Adds("reconsideration.extension", chosen="extension_days"),
        },
    )  # fmt: skip
    copy = Clock(
        "发送副本期限", term="reconsideration.copy", starts_on=[Intake2023.accept, Intake2023.deem_accepted],
        runs_in=[accepted, ordinary, simplified], met_on=[send_copy, send_copy_simplified], basis="ARL23 第四十八条",
        changed_by={
            choose_simplified: Total("reconsideration.copy_simplified"),
            switch: Total("reconsideration.copy"),
        },
    )  # fmt: skip
    reply = Clock(
        "被申请人答复期限", term="reconsideration.reply", holder=Holder.RESPONDENT, starts_on=[send_copy],
        counts_from="copy_received_on", runs_in=[awaiting_reply], met_on=[replied, no_reply], basis="ARL23 第四十八条",
    )  # fmt: skip
    reply_simplified = Clock(
        "被申请人答复期限（简易程序）", term="reconsideration.reply_simplified", holder=Holder.RESPONDENT,
        starts_on=[send_copy_simplified], counts_from="copy_received_on",
        runs_in=[simplified_awaiting, awaiting_reply],
        met_on=[replied_simplified, no_reply_simplified, replied, no_reply], basis="ARL23 第五十四条",
        changed_by={switch_awaiting: Total("reconsideration.reply")},
    )  # fmt: skip
    hearing_notice = Clock(
        "听证通知提前期限", term="reconsideration.hearing_notice", kind=ClockKind.LEAD, before="hearing_on",
        starts_on=[announce_hearing], runs_in=OPEN, basis="ARL23 第五十一条",
    )  # fmt: skip
