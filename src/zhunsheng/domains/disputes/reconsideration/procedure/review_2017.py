"""From acceptance to the end of review under the law of 2017: 行政复议法（2017年修正文本）第二十二条至第二十七条."""

from zhunsheng.domains.disputes.reconsideration.choices import Suspension
from zhunsheng.domains.disputes.reconsideration.models import Evidence, Hearing, OpinionHeard
from zhunsheng.domains.disputes.reconsideration.procedure.intake_2017 import Intake2017
from zhunsheng.domains.disputes.reconsideration.procedure.requirements import SUCCESSION, ground_among
from zhunsheng.domains.disputes.reconsideration.procedure.states import (
    accepted,
    appraising,
    awaiting_reply,
    other_document,
    own_document,
    succession,
    suspended,
    under_review,
)
from zhunsheng.kernel.procedures import Clock, Holder, Role, Step

OPEN = (accepted, awaiting_reply, under_review)
NEW_IN_2023 = Suspension.MEDIATION
OTHER_GROUNDS = tuple(ground for ground in Suspension if ground not in (*SUCCESSION, NEW_IN_2023))


class Review2017(Intake2017, abstract=True):
    send_copy = Step(
        "发送申请书副本，通知答复", at=[accepted], to=awaiting_reply, basis="ARL17 第二十三条",
        documents=["reconsideration.reply_notice"],
    )  # fmt: skip
    copy_served = Step("副本送达被申请人", at=[awaiting_reply], asks=["copy_received_on"], basis="ARL17 第二十三条")
    replied = Step("收到书面答复和证据", at=[awaiting_reply], to=under_review, basis="ARL17 第二十三条")
    no_reply = Step(
        "被申请人逾期未答复，视为没有证据", at=[awaiting_reply], to=under_review,
        basis="ARL17 第二十八条第一款第四项",
    )  # fmt: skip
    join_third_party = Step("第三人参加", at=OPEN, asks=["third_party"], basis="ARL17 第十条")
    stay = Step("停止执行", at=OPEN, asks=["stay_ground"], by=Role.HEAD, basis="ARL17 第二十一条")
    take_evidence = Step("调查取证", at=[under_review], adds=Evidence, basis="ARR07 第三十二条")
    hear_opinions = Step("听取意见", at=[under_review], adds=OpinionHeard, basis="ARL17 第二十二条")
    hold_hearing = Step("举行听证", at=[under_review], adds=Hearing, basis="ARR07 第三十三条")
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
        "中止：本机关处理规范性文件", at=OPEN, to=own_document, asks=["document"], basis="ARL17 第二十六条",
        documents=["reconsideration.suspension"],
    )  # fmt: skip
    document_settled = Step(
        "规范性文件处理完毕，恢复审理", at=[own_document], returns=True, asks=["document_found"],
        basis="ARL17 第二十六条", documents=["reconsideration.resumption"],
    )  # fmt: skip
    refer_document = Step(
        "中止：规范性文件转送有权机关", at=OPEN, to=other_document, asks=["document"], basis="ARL17 第二十六条",
        documents=["reconsideration.suspension"],
    )  # fmt: skip
    document_forwarded = Step(
        "已转送规范性文件", at=[other_document], asks=["competent_organ"], basis="ARL17 第二十六条"
    )
    document_opinion = Step(
        "收到有权机关处理意见，恢复审理", at=[other_document], returns=True, asks=["document_found"],
        basis="ARL17 第二十六条", documents=["reconsideration.resumption"],
    )  # fmt: skip

    copy = Clock(
        "发送副本期限", term="reconsideration.copy", starts_on=[Intake2017.accept, Intake2017.deem_accepted],
        runs_in=[accepted], met_on=[send_copy], basis="ARL17 第二十三条",
    )  # fmt: skip
    reply = Clock(
        "被申请人答复期限", term="reconsideration.reply", holder=Holder.RESPONDENT, starts_on=[send_copy],
        counts_from="copy_received_on", runs_in=[awaiting_reply], met_on=[replied, no_reply],
        basis="ARL17 第二十三条",
    )  # fmt: skip
    document_own = Clock(
        "规范性文件处理期限", term="reconsideration.document_own", starts_on=[review_document], runs_in=[own_document],
        met_on=[document_settled], basis="ARL17 第二十六条",
    )  # fmt: skip
    document_transfer = Clock(
        "规范性文件转送期限", term="reconsideration.document_transfer", starts_on=[refer_document],
        runs_in=[other_document], met_on=[document_forwarded], voided_on=[document_opinion], basis="ARL17 第二十六条",
    )  # fmt: skip
    document_receiver = Clock(
        "接受转送机关处理期限", term="reconsideration.document_receiver", holder=Holder.OTHER_UNIT,
        starts_on=[document_forwarded], runs_in=[other_document], met_on=[document_opinion], basis="ARL17 第二十六条",
    )  # fmt: skip
