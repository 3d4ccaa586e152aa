"""How a request is dealt with: 政府信息公开条例（2019年修订）第二十九条至第四十二条."""

from datetime import date

from zhunsheng.domains.oversight.foi.models import REFUSALS, Reply
from zhunsheng.kernel.procedures import Adds, Clock, ClockKind, Holder, Procedure, Role, State, Step

REPLIES = tuple(
    reply.value
    for reply in Reply
    if reply not in (Reply.ABANDONED, Reply.UNPAID, Reply.EXCESSIVE) and reply.value not in REFUSALS
)


class FoiProcedure(Procedure):
    title = "政府信息公开申请办理"
    basis = "FOI19 第二十九条"
    edition = "2019"
    since = date(2019, 5, 15)

    received = State("待答复", first=True)
    unclear = State("待补正")
    reasons_asked = State("待说明理由")
    consulting = State("征求第三方意见中")
    co_consulting = State("征求共同制作机关意见中")
    awaiting_payment = State("待缴费")
    replied = State("已答复", closed=True)
    disputed = State("已进入救济程序", final=True)
    abandoned = State("视为放弃", final=True)
    not_handled = State("不予处理", closed=True)
    unpaid = State("逾期未缴费", final=True)

    ask_to_correct = Step(
        "告知补正", at=[received], to=unclear, asks=["correct_by"], once=True, basis="FOI19 第三十条",
        documents=["foi.correction"],
    )  # fmt: skip
    corrected = Step("收到补正", at=[unclear], to=received, basis="FOI19 第三十条")
    abandon = Step(
        "逾期不补正", at=[unclear], to=abandoned, decides=[Reply.ABANDONED], waits_for=["correction"],
        basis="FOI19 第三十条",
    )  # fmt: skip
    ask_reasons = Step(
        "要求说明理由", at=[received], to=reasons_asked, basis="FOI19 第三十五条", documents=["foi.reasons"]
    )
    refuse_excessive = Step(
        "理由不合理，不予处理", at=[reasons_asked], to=not_handled, decides=[Reply.EXCESSIVE],
        basis="FOI19 第三十五条", documents=["foi.not_handled"],
    )  # fmt: skip
    accept_reasons = Step("理由合理，按期答复", at=[reasons_asked], to=received, basis="FOI19 第三十五条")
    promise = Step(
        "理由合理，确定延迟答复的期限", at=[reasons_asked], to=received, asks=["reply_by"], basis="FOI19 第三十五条",
        documents=["foi.delay"],
    )  # fmt: skip
    consult = Step(
        "征求第三方意见", at=[received], to=consulting, asks=["third_party"], basis="FOI19 第三十二条",
        documents=["foi.consultation"],
    )  # fmt: skip
    request_served = Step(
        "征求意见书送达", at=[consulting, co_consulting], asks=["request_received_on"],
        basis="FOI19 第三十二条、第三十四条",
    )  # fmt: skip
    heard = Step("收到第三方意见", at=[consulting], to=received, basis="FOI19 第三十二条")
    silent = Step(
        "第三方逾期未答复，由本机关决定", at=[consulting], to=received, waits_for=["opinion"], basis="FOI19 第三十二条"
    )
    co_consult = Step(
        "征求共同制作机关意见", at=[received], to=co_consulting, asks=["joint_organ"], joins="joint_organ",
        basis="FOI19 第三十四条", documents=["foi.joint_consultation"],
    )  # fmt: skip
    co_heard = Step("收到共同制作机关意见", at=[co_consulting], to=received, basis="FOI19 第三十四条")
    co_silent = Step(
        "共同制作机关逾期未答复，视为同意公开", at=[co_consulting], to=received, waits_for=["joint_opinion"],
        basis="FOI19 第三十四条",
    )  # fmt: skip
    charge = Step(
        "收费通知", at=[received], to=awaiting_payment, asks=["fee", "pay_by"], basis="FOI19 第四十二条",
        documents=["foi.fee"],
    )  # fmt: skip
    paid = Step("收到缴费", at=[awaiting_payment], to=received, basis="FOI19 第四十二条")
    default = Step(
        "逾期未缴费", at=[awaiting_payment], to=unpaid, decides=[Reply.UNPAID], waits_for=["payment"], basis="FOIFEE"
    )
    extend = Step(
        "延长答复期限", at=[received], by=Role.HEAD, once=True, may_ask=["extension_days"],
        basis="FOI19 第三十三条第二款",
        documents=["foi.extension"],
    )  # fmt: skip
    reply = Step(
        "答复", at=[received], to=replied, decides=REPLIES, may_ask=["reply_text", "review_first"],
        basis="FOI19 第三十六条", documents=["foi.reply"],
    )  # fmt: skip
    refuse = Step(
        "不予公开", at=[received], to=replied, by=Role.HEAD, decides=REFUSALS, may_ask=["reply_text", "review_first"],
        basis="FOI19 第三十六条第三项", documents=["foi.reply"],
    )  # fmt: skip
    dispute = Step("申请人投诉、复议或起诉", at=[replied, not_handled], to=disputed, basis="FOI19 第五十一条")

    correction_notice = Clock(
        "告知补正期限", term="foi.correction_notice", kind=ClockKind.WINDOW, runs_in=[received],
        met_on=[ask_to_correct], voided_on=[corrected], basis="FOI19 第三十条",
    )  # fmt: skip
    correction = Clock(
        "补正期限", given="correct_by", holder=Holder.APPLICANT, starts_on=[ask_to_correct], runs_in=[unclear],
        met_on=[corrected], basis="FOI19 第三十条",
    )  # fmt: skip
    answer = Clock(
        "答复期限", term="foi.reply", runs_in=[received, reasons_asked, awaiting_payment], restarts_on=[corrected],
        voided_on=[promise],
        changed_by={extend: Adds("foi.extension", chosen="extension_days")}, basis="FOI19 第三十三条",
    )  # fmt: skip
    promised = Clock(
        "约定答复日期", given="reply_by", starts_on=[promise], runs_in=[received], basis="FOI19 第三十五条"
    )
    opinion = Clock(
        "第三方答复期限", term="foi.third_party", holder=Holder.THIRD_PARTY, starts_on=[consult],
        counts_from="request_received_on", runs_in=[consulting], met_on=[heard, silent], basis="FOI19 第三十二条",
    )  # fmt: skip
    joint_opinion = Clock(
        "共同制作机关答复期限", term="foi.joint_agency", holder=Holder.OTHER_UNIT, starts_on=[co_consult],
        counts_from="request_received_on", runs_in=[co_consulting], met_on=[co_heard, co_silent],
        basis="FOI19 第三十四条",
    )  # fmt: skip
    payment = Clock(
        "缴费期限", given="pay_by", holder=Holder.APPLICANT, starts_on=[charge], runs_in=[awaiting_payment],
        met_on=[paid], basis="FOI19 第四十二条",
    )  # fmt: skip
