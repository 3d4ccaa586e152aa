"""Review of a normative document with the case under the law of 2023: 行政复议法（2023年修订）第五十六条至第六十条."""

from zhunsheng.domains.disputes.reconsideration.procedure.review_2023 import OPEN, Review2023
from zhunsheng.domains.disputes.reconsideration.procedure.states import other_document, own_document
from zhunsheng.kernel.procedures import Clock, Holder, Step


class Documents2023(Review2023, abstract=True):
    review_document = Step(
        "中止：本机关处理规范性文件", at=OPEN, to=own_document, asks=["document"],
        basis="ARL23 第五十六条、第五十七条",
        documents=["reconsideration.document_suspension"],
    )  # fmt: skip
    ask_maker = Step(
        "书面通知制定机关答复",
        at=[own_document],
        basis="ARL23 第五十八条",
        documents=["reconsideration.document_notice"],
    )
    maker_notified = Step(
        "书面通知送达制定机关", at=[own_document], asks=["maker_notified_on"], basis="ARL23 第五十八条"
    )
    maker_replied = Step("收到制定机关答复", at=[own_document], basis="ARL23 第五十八条")
    document_settled = Step(
        "规范性文件处理完毕，恢复审理", at=[own_document], returns=True, asks=["document_found"],
        basis="ARL23 第五十九条", documents=["reconsideration.resumption"],
    )  # fmt: skip
    refer_document = Step(
        "中止：规范性文件转送有权机关", at=OPEN, to=other_document, asks=["document"],
        basis="ARL23 第五十六条、第五十七条",
        documents=["reconsideration.document_suspension"],
    )  # fmt: skip
    document_forwarded = Step(
        "已转送规范性文件", at=[other_document], asks=["competent_organ"], basis="ARL23 第五十六条、第五十七条",
        documents=["reconsideration.document_transfer"],
    )  # fmt: skip
    document_received = Step(
        "有权机关收到转送的规范性文件", at=[other_document], asks=["transfer_received_on"], basis="ARL23 第六十条"
    )
    document_opinion = Step(
        "收到有权机关处理意见，恢复审理", at=[other_document], returns=True, asks=["document_found"],
        basis="ARL23 第六十条", documents=["reconsideration.resumption"],
    )  # fmt: skip

    document_own = Clock(
        "规范性文件处理期限", term="reconsideration.document_own", starts_on=[review_document], runs_in=[own_document],
        met_on=[document_settled], basis="ARL23 第五十六条、第五十七条",
    )  # fmt: skip
    document_ask = Clock(
        "书面通知制定机关期限", term="reconsideration.document_ask", starts_on=[review_document],
        runs_in=[own_document], met_on=[ask_maker], voided_on=[document_settled], basis="ARL23 第五十八条",
    )  # fmt: skip
    document_reply = Clock(
        "制定机关答复期限", term="reconsideration.document_reply", holder=Holder.OTHER_UNIT, starts_on=[ask_maker],
        counts_from="maker_notified_on", runs_in=[own_document], met_on=[maker_replied], voided_on=[document_settled],
        basis="ARL23 第五十八条",
    )  # fmt: skip
    document_transfer = Clock(
        "规范性文件转送期限", term="reconsideration.document_transfer", starts_on=[refer_document],
        runs_in=[other_document], met_on=[document_forwarded], voided_on=[document_opinion],
        basis="ARL23 第五十六条、第五十七条",
    )  # fmt: skip
    document_receiver = Clock(
        "接受转送机关处理期限", term="reconsideration.document_receiver", holder=Holder.OTHER_UNIT,
        starts_on=[document_forwarded], counts_from="transfer_received_on", runs_in=[other_document],
        met_on=[document_opinion], basis="ARL23 第六十条",
    )  # fmt: skip
