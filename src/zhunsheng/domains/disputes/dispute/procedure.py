"""How a dispute is mediated: 人民调解法（2010）第十七条至第三十三条, and what courts delegate or confirm."""

from datetime import date

from zhunsheng.domains.disputes.dispute.courts import SENT_BY_A_COURT, court_term, signed_for
from zhunsheng.domains.disputes.dispute.models import Confirmation, Escalation, Report, Ruling, Session, Visit, Whistle
from zhunsheng.domains.disputes.dispute.taxonomy import Result
from zhunsheng.kernel.procedures import STEP_DAY, Clock, ClockKind, Holder, Procedure, Role, State, Step
from zhunsheng.law import PRACTICE


class DisputeProcedure(Procedure):
    title = "矛盾纠纷排查调处"
    basis = "PML10 第十七条"
    edition = "2010"
    since = date(2011, 1, 1)

    found = State("待受理", first=True)
    offered = State("待确认接受在线委派")
    in_mediation = State("调解中")
    whistled = State("已吹哨，待派单")
    dispatched = State("部门处置中")
    appraising = State("鉴定评估中")
    agreed = State("已达成协议", closed=True)
    failed = State("调解不成", closed=True)
    refused = State("一方拒绝调解", closed=True)
    withdrawn = State("终止调解", closed=True)
    declined = State("已退回法院", final=True)
    performed = State("协议已履行", closed=True)
    disputed = State("履行发生争议", closed=True)
    sued = State("已就协议起诉", final=True)
    applied = State("已申请司法确认", closed=True)
    under_review = State("法院审查中", closed=True)
    confirmed = State("已确认有效", closed=True)
    not_confirmed = State("未予确认", closed=True)
    enforcing = State("已申请强制执行", closed=True)
    archived = State("已归档", final=True)

    accept = Step(
        "受理并确定调解员", at=[found], to=in_mediation, accepts=True, asks=["body", "mediators"],
        may_ask=["difficult", "level"], basis="PML10 第十九条", documents=["dispute.registration"],
    )  # fmt: skip
    receive_delegated = signed_for("签收法院委派材料（立案前）", found, in_mediation)
    receive_ordinary = signed_for("签收法院委托材料（普通程序）", found, in_mediation)
    receive_simplified = signed_for("签收法院委托材料（简易程序）", found, in_mediation)
    receive_online = Step(
        "收到法院在线委派", at=[found], to=offered, requires=[SENT_BY_A_COURT], basis="ONL21 第十二条"
    )
    accept_online = Step(
        "确认接受在线委派", at=[offered], to=in_mediation, accepts=True, asks=["body", "mediators"],
        basis="ONL21 第十二条", documents=["dispute.registration"],
    )  # fmt: skip
    decline_online = Step(
        "不接受在线委派并说明理由", at=[offered], to=declined, decides=[Result.DECLINED], basis="ONL21 第十二条"
    )
    contact = Step("已联系对方当事人", at=[in_mediation], once=True, basis="ONL21 第十五条")
    appraise = Step("委托鉴定评估", at=[in_mediation], to=appraising, basis="ONL21 第二十六条")
    appraised = Step("鉴定评估完成", at=[appraising], to=in_mediation, basis="ONL21 第二十六条")
    prolong = Step(
        "双方同意延长调解期限", at=[in_mediation, appraising], asks=["mediate_until"], requires=[SENT_BY_A_COURT],
        basis="INV16 第二十七条",
    )  # fmt: skip

    mediate = Step("召开调解会", at=[in_mediation], adds=Session, fills={"held_on": STEP_DAY}, basis="PML10 第二十一条")
    report_escalation = Step(
        "报告激化风险", at=[found, in_mediation, whistled, dispatched], adds=Escalation,
        fills={"reported_on": STEP_DAY}, basis="PML10 第二十五条", documents=["dispute.escalation"],
    )  # fmt: skip
    whistle = Step(
        "吹哨", at=[found, in_mediation], to=whistled, by=Role.GRID, adds=Whistle, fills={"blown_on": STEP_DAY},
        basis=PRACTICE,
    )  # fmt: skip
    take_up = Step("由镇（街道）自行处置", at=[whistled], to=in_mediation, basis=PRACTICE)
    dispatch = Step(
        "派单到部门", at=[whistled], to=dispatched, asks=["called_unit", "report_by"], hands_to="called_unit",
        basis=PRACTICE, documents=["dispute.dispatch"],
    )  # fmt: skip
    report_back = Step(
        "部门反馈", at=[dispatched], to=in_mediation, asks=["return_to"], hands_to="return_to", adds=Report,
        fills={"reported_on": STEP_DAY}, basis=PRACTICE,
    )  # fmt: skip
    send_back = Step(
        "不属本部门职责，退回", at=[dispatched], to=whistled, asks=["return_to"], hands_to="return_to",
        basis=PRACTICE,
    )  # fmt: skip

    agree_written = Step(
        "达成书面协议", at=[in_mediation], to=agreed, decides=[Result.WRITTEN], asks=["agreement"],
        may_ask=["amount", "perform_by"], basis="PML10 第二十九条", documents=["dispute.agreement"],
    )  # fmt: skip
    agree_oral = Step(
        "达成口头协议并记录", at=[in_mediation], to=agreed, decides=[Result.ORAL], asks=["agreement"],
        may_ask=["amount"], basis="PML10 第三十条", documents=["dispute.oral"],
    )  # fmt: skip
    fail = Step(
        "调解不成，告知其他途径", at=[in_mediation], to=failed, decides=[Result.FAILED], asks=["ways_told"],
        basis="PML10 第二十六条", documents=["dispute.failure"],
    )  # fmt: skip
    refuse = Step(
        "一方明确拒绝，告知其他途径", at=[found, offered, in_mediation], to=refused, decides=[Result.REFUSED],
        asks=["ways_told"], basis="PML10 第十七条",
    )  # fmt: skip
    withdraw = Step(
        "当事人要求终止", at=[found, offered, in_mediation], to=withdrawn, decides=[Result.WITHDRAWN],
        basis="PML10 第二十三条",
    )  # fmt: skip

    visit = Step(
        "回访", at=[agreed, confirmed, enforcing], adds=Visit, fills={"visited_on": STEP_DAY},
        basis="PML10 第三十一条", documents=["dispute.visit"],
    )  # fmt: skip
    perform = Step(
        "协议履行完毕", at=[agreed, disputed, confirmed, not_confirmed, enforcing], to=performed,
        basis="PML10 第三十一条",
    )  # fmt: skip
    dispute_again = Step("就履行或内容发生争议", at=[agreed, not_confirmed], to=disputed, basis="PML10 第三十二条")
    sue = Step("当事人起诉", at=[disputed, not_confirmed], to=sued, basis="PML10 第三十二条")
    apply_confirmation = Step(
        "双方共同申请司法确认", at=[agreed, disputed], to=applied, adds=Confirmation,
        fills={"applied_on": STEP_DAY}, basis="PML10 第三十三条", documents=["dispute.confirmation"],
    )  # fmt: skip
    court_accepts = Step("法院受理", at=[applied], to=under_review, basis="JC11 第四条")
    court_declines = Step("法院不予受理", at=[applied], to=not_confirmed, adds=Ruling, basis="JC11 第四条")
    court_prolongs = Step(
        "法院延长审理期限", at=[under_review], asks=["ruling_by"], once=True, basis="CPL23 第一百八十七条"
    )
    court_confirms = Step("法院裁定有效", at=[under_review], to=confirmed, adds=Ruling, basis="CPL23 第二百零六条")
    court_dismisses = Step("法院裁定驳回", at=[under_review], to=not_confirmed, adds=Ruling, basis="CPL23 第二百零六条")
    renew = Step(
        "变更协议或者达成新协议", at=[not_confirmed], to=agreed, asks=["agreement"], may_ask=["amount", "perform_by"],
        basis="CPL23 第二百零六条", documents=["dispute.agreement"],
    )  # fmt: skip
    enforce = Step("申请强制执行", at=[confirmed], to=enforcing, basis="CPL23 第二百零六条")
    archive = Step(
        "归档", at=[agreed, failed, refused, withdrawn, performed, disputed, confirmed, not_confirmed, enforcing],
        to=archived, basis="PML10 第二十七条",
    )  # fmt: skip

    _mediating = (in_mediation, whistled, dispatched, appraising)

    delegated = court_term("委派调解期限", "dispute.delegated", receive_delegated, prolong, _mediating)
    ordinary = court_term("委托调解期限（普通程序）", "dispute.ordinary", receive_ordinary, prolong, _mediating)
    simplified = court_term("委托调解期限（简易程序）", "dispute.simplified", receive_simplified, prolong, _mediating)
    online = Clock(
        "在线调解期限", term="dispute.online", starts_on=[accept_online],
        runs_in=[in_mediation, whistled, dispatched], voided_on=[prolong], basis="ONL21 第二十四条",
    )  # fmt: skip
    prolonged = Clock(
        "约定的调解期限", given="mediate_until", starts_on=[prolong], runs_in=_mediating, basis="INV16 第二十七条"
    )
    online_acceptance = Clock(
        "确认接受期限", term="dispute.online_acceptance", starts_on=[receive_online], runs_in=[offered],
        met_on=[accept_online], basis="ONL21 第十二条",
    )  # fmt: skip
    online_contact = Clock(
        "联系对方当事人期限", term="dispute.online_contact", starts_on=[accept_online], runs_in=[in_mediation],
        met_on=[contact], basis="ONL21 第十五条",
    )  # fmt: skip
    report = Clock(
        "部门反馈期限", given="report_by", starts_on=[dispatch], runs_in=[dispatched], met_on=[report_back],
        voided_on=[send_back],
    )  # fmt: skip
    performance = Clock(
        "协议履行期限", given="perform_by", holder=Holder.RESPONDENT, starts_on=[agree_written, renew],
        runs_in=[agreed, disputed, applied, under_review, confirmed, not_confirmed, enforcing], met_on=[perform],
        voided_on=[archive, sue], basis="PML10 第三十一条",
    )  # fmt: skip
    confirmation = Clock(
        "申请司法确认期限", term="dispute.confirmation", kind=ClockKind.WINDOW, holder=Holder.APPLICANT,
        starts_on=[agree_written, agree_oral, renew], runs_in=[agreed, disputed], met_on=[apply_confirmation],
        voided_on=[perform, archive, sue], basis="PML10 第三十三条",
    )  # fmt: skip
    court_acceptance = Clock(
        "法院受理期限", term="dispute.court_acceptance", holder=Holder.COURT, starts_on=[apply_confirmation],
        runs_in=[applied], met_on=[court_accepts, court_declines], basis="JC11 第四条",
    )  # fmt: skip
    ruling = Clock(
        "法院裁定期限", term="dispute.ruling", holder=Holder.COURT, starts_on=[court_accepts], runs_in=[under_review],
        met_on=[court_confirms, court_dismisses], voided_on=[court_prolongs], basis="CPL23 第一百八十七条",
    )  # fmt: skip
    ruling_prolonged = Clock(
        "延长后的裁定期限", given="ruling_by", holder=Holder.COURT, starts_on=[court_prolongs],
        runs_in=[under_review], met_on=[court_confirms, court_dismisses], basis="CPL23 第一百八十七条",
    )  # fmt: skip
