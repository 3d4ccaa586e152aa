"""From acceptance to the end of review under the law of 2017: 行政复议法（2017年修正文本）第二十二条至第二十七条."""

from zhunsheng.domains.disputes.reconsideration.choices import Suspension
from zhunsheng.domains.disputes.reconsideration.models import Evidence, Hearing, OpinionHeard
from zhunsheng.domains.disputes.reconsideration.procedure.intake_2017 import Intake2017
from zhunsheng.domains.disputes.reconsideration.procedure.requirements import SUCCESSION, ground_among
from zhunsheng.domains.disputes.reconsideration.procedure.states import (
    accepted,
    appraising,
    awaiting_reply,
    other_basis,
    other_document,
    own_document,
    received,
    succession,
    suspended,
    under_review,
)
from zhunsheng.kernel.procedures import STEP_DAY, Clock, Holder, Role, Step

OPEN = (accepted, awaiting_reply, under_review)
NEW_IN_2023 = Suspension.MEDIATION
OTHER_GROUNDS = tuple(ground for ground in Suspension if ground not in (*SUCCESSION, NEW_IN_2023))


class Review2017(Intake2017, abstract=True):
    other_basis = other_basis

    send_copy = Step(
        "发送申请书副本，通知答复", at=[accepted], to=awaiting_reply, basis="ARL17 第二十三条",
        documents=["reconsideration.reply_notice"],
    )  # fmt: skip
    copy_served = Step("副本送达被申请人", at=[awaiting_reply], asks=["copy_received_on"], basis="ARL17 第二十三条")
    replied = Step("收到书面答复和证据", at=[awaiting_reply], to=under_review, basis="ARL17 第二十三条")
    no_reply = Step(
        "被申请人逾期未答复，视为没有证据", at=[awaiting_reply], to=under_review,
        waits_for=["reply"], basis="ARL17 第二十八条第一款第四项",
    )  # fmt: skip
    join_third_party = Step("第三人参加", at=OPEN, asks=["third_party"], basis="ARL17 第十条")
    stay = Step("停止执行", at=OPEN, asks=["stay_ground"], by=Role.HEAD, basis="ARL17 第二十一条")
    take_evidence = Step(
        "调查取证", at=[under_review], adds=Evidence, fills={"taken_on": STEP_DAY}, basis="ARR07 第三十二条"
    )
    hear_opinions = Step(
        "听取意见", at=[under_review], adds=OpinionHeard, fills={"heard_on": STEP_DAY}, basis="ARL17 第二十二条"
    )
    hold_hearing = Step(
        "举行听证", at=[under_review], adds=Hearing, fills={"held_on": STEP_DAY}, basis="ARR07 第三十三条"
    )
    appraise = Step("委托鉴定、现场勘验", at=[under_review], to=appraising, basis="ARR07 第三十四条、第三十七条")
    appraised = Step("鉴定、勘验结束", at=[appraising], returns=True, basis="ARR07 第三十四条、第三十七条")
    suspend = Step(
        "中止", at=OPEN, to=suspended, asks=["suspension"], basis="ARR07 第四十一条",
        requires=[ground_among(OTHER_GROUNDS, "属于条例规定的中止情形；等待承受人的另行登记", "ARR07 第四十一条")],
        documents=["reconsideration.suspension"],
    )  # fmt: skip
    suspend_for_succession = Step(
        "中止：等待确定承受人", at=OPEN, to=succession, asks=["suspension"], basis="ARR07 第四十一条",
        requires=[ground_among(SUCCESSION, "应当属于第一、二、三项情形", "ARR07 第四十二条")],
        documents=["reconsideration.suspension"],
    )  # fmt: skip
    resume = Step(
        "恢复审理", at=[suspended, succession], returns=True, basis="ARR07 第四十一条",
        documents=["reconsideration.resumption"],
    )  # fmt: skip
    review_document = Step(
        "中止：本机关处理规范性文件", at=OPEN, to=own_document, asks=["document"],
        basis="ARL17 第二十六条、第二十七条", documents=["reconsideration.document_suspension"],
    )  # fmt: skip
    document_settled = Step(
        "规范性文件处理完毕，恢复审理", at=[own_document], returns=True, asks=["document_found"],
        basis="ARL17 第二十六条、第二十七条", documents=["reconsideration.resumption"],
    )  # fmt: skip
    refer_document = Step(
        "中止：申请人申请审查的规范性文件转送有权机关", at=OPEN, to=other_document, asks=["document"],
        basis="ARL17 第二十六条",
        documents=["reconsideration.document_suspension"],
    )  # fmt: skip
    document_forwarded = Step(
        "已转送规范性文件", at=[other_document], asks=["competent_organ"], basis="ARL17 第二十六条",
        documents=["reconsideration.document_transfer"],
    )  # fmt: skip
    document_received = Step(
        "有权机关收到转送的规范性文件", at=[other_document], asks=["transfer_received_on"], basis="ARL17 第二十六条"
    )
    document_opinion = Step(
        "收到有权机关处理意见，恢复审理", at=[other_document], returns=True, asks=["document_found"],
        basis="ARL17 第二十六条", documents=["reconsideration.resumption"],
    )  # fmt: skip

    refer_basis = Step(
        "中止：本机关认为不合法的依据转送有权机关", at=OPEN, to=other_basis, asks=["document"],
        basis="ARL17 第二十七条", documents=["reconsideration.document_suspension"],
    )  # fmt: skip
    basis_forwarded = Step(
        "已转送行政行为的依据", at=[other_basis], asks=["competent_organ"], basis="ARL17 第二十七条",
        documents=["reconsideration.basis_transfer"],
    )  # fmt: skip
    basis_opinion = Step(
        "收到对依据的处理意见，恢复审理", at=[other_basis], returns=True, asks=["document_found"],
        basis="ARL17 第二十七条", documents=["reconsideration.resumption"],
    )  # fmt: skip

    copy = Clock(
        "发送副本期限", term="reconsideration.copy", runs_in=[received, accepted], restarts_on=[Intake2017.corrected],
        met_on=[send_copy], basis="ARL17 第二十三条",
        voided_on=[
            Intake2017.refuse, Intake2017.tell_where, Intake2017.abandon, Intake2017.withdraw_early,
            Intake2017.transfer,
        ],
    )  # fmt: skip
    reply = Clock(
        "被申请人答复期限", term="reconsideration.reply", holder=Holder.RESPONDENT, starts_on=[send_copy],
        counts_from="copy_received_on", runs_in=[awaiting_reply], met_on=[replied, no_reply],
        basis="ARL17 第二十三条",
    )  # fmt: skip
    document_own = Clock(
        "规范性文件处理期限", term="reconsideration.document_own", starts_on=[review_document], runs_in=[own_document],
        met_on=[document_settled], basis="ARL17 第二十六条、第二十七条",
    )  # fmt: skip
    document_transfer = Clock(
        "规范性文件转送期限", term="reconsideration.document_transfer", starts_on=[refer_document, refer_basis],
        runs_in=[other_document, other_basis], met_on=[document_forwarded, basis_forwarded],
        voided_on=[document_opinion, basis_opinion], basis="ARL17 第二十六条、第二十七条",
    )  # fmt: skip
    document_receiver = Clock(
        "接受转送机关处理期限", term="reconsideration.document_receiver", holder=Holder.OTHER_UNIT,
        starts_on=[document_forwarded], counts_from="transfer_received_on", runs_in=[other_document],
        met_on=[document_opinion], basis="ARL17 第二十六条",
    )  # fmt: skip
