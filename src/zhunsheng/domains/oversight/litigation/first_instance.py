"""From the papers served on us to the decision of the first instance: 行政诉讼法第六十七条至第八十四条."""

from zhunsheng.domains.oversight.litigation.choices import JUDGMENTS, WITHDRAWALS, Level, Outcome
from zhunsheng.domains.oversight.litigation.hearings import hearings
from zhunsheng.domains.oversight.litigation.models import Instance
from zhunsheng.kernel.procedures import Procedure, Requirement, State, Step

ANSWERED = Requirement(
    "异议审查期间已提交答辩状和证据的，转入待开庭",
    lambda suit, answers: suit.answered_on is not None,
    "ALL17 第六十七条",
)
NOT_ANSWERED = Requirement(
    "尚未提交答辩状和证据的，转入待答辩", lambda suit, answers: suit.answered_on is None, "ALL17 第六十七条"
)
FIRST = {"level": Level.FIRST}


class FirstInstance(Procedure, abstract=True):
    """A decision is recorded on the day it is served on us: from that day the time to appeal runs."""

    served = State("已收到应诉通知，待交办", first=True)
    assigned = State("待答辩、举证")
    jurisdiction_pending = State("管辖异议审查中")
    postponement_asked = State("延期举证申请审查中")
    postponed = State("准许延期举证")
    answered = State("已答辩，待开庭")
    mediating = State("法院调解中")
    excluded = State("鉴定、公告期间")
    hearing_set = State("已定开庭日期")
    heard = State("已开庭，待裁判")
    suspended = State("中止诉讼")
    judged = State("一审已判决，上诉期内", closed=True)
    ruled = State("一审已裁定，上诉期内", closed=True)
    effective = State("裁判已生效", closed=True)
    withdrawn = State("已撤诉", final=True)
    transferred = State("已移送其他法院", final=True)
    terminated = State("诉讼终结", final=True)

    before_hearing = (assigned, jurisdiction_pending, postponement_asked, postponed, answered)
    on_trial = (served, *before_hearing, mediating, excluded, hearing_set, heard)

    assign = Step(
        "交办应诉任务", at=[served], to=assigned, asks=["department"], may_ask=["power_item", "agent"],
        joins="department", basis="ARL23 第四条第二款", documents=["litigation.task"],
    )  # fmt: skip
    object_to_jurisdiction = Step(
        "提出管辖异议", at=[served, assigned], to=jurisdiction_pending, once=True, basis="ALI18 第十条",
        documents=["litigation.jurisdiction_objection"],
    )  # fmt: skip
    answer_meanwhile = Step(
        "异议审查期间提交答辩状、证据", at=[jurisdiction_pending], asks=["answered_on"], basis="ALL17 第六十七条",
        documents=["litigation.answer", "litigation.evidence"],
    )  # fmt: skip
    objection_dismissed = Step(
        "收到驳回管辖异议裁定，待答辩", at=[jurisdiction_pending], to=assigned, requires=[NOT_ANSWERED],
        basis="ALI18 第十条",
    )  # fmt: skip
    objection_dismissed_answered = Step(
        "收到驳回管辖异议裁定，已答辩",
        at=[jurisdiction_pending],
        to=answered,
        requires=[ANSWERED],
        basis="ALI18 第十条",
    )
    appeal_objection = Step(
        "对管辖异议裁定上诉", at=[assigned, answered], to=jurisdiction_pending, once=True, basis="ALL17 第八十五条"
    )
    ask_to_postpone = Step(
        "申请延期举证", at=[assigned], to=postponement_asked, asks=["obstacle"], once=True, basis="ALI18 第三十四条",
        documents=["litigation.postponement"],
    )  # fmt: skip
    refuse_postponement = Step("法院不准许延期举证", at=[postponement_asked], to=assigned, basis="ALI18 第三十四条")
    allow_postponement = Step("法院准许延期举证", at=[postponement_asked], to=postponed, basis="ALI18 第三十四条")
    file_answer = Step(
        "先行提交答辩状", at=[postponement_asked, postponed], once=True, basis="ALL17 第六十七条",
        documents=["litigation.answer"],
    )  # fmt: skip
    obstacle_over = Step("正当事由消除", at=[postponed], to=assigned, basis="ALI18 第三十四条")
    answer = Step(
        "提交答辩状、证据和依据", at=[assigned], to=answered, asks=["answered_on"], may_ask=["agent"],
        basis="ALL17 第六十七条", documents=["litigation.answer", "litigation.evidence", "litigation.proxy"],
    )  # fmt: skip

    simplify = Step("适用简易程序", at=[assigned, answered], once=True, basis="ALL17 第八十三条")
    make_ordinary = Step("转为普通程序", at=[assigned, answered, hearing_set, heard], basis="ALI18 第一百零五条")
    set_hearing, call_head, explain, head_appeared, head_excused, head_came_before, head_absent = hearings(
        Level.FIRST, [assigned, answered], hearing_set, heard
    )
    start_mediation = Step("同意法院调解", at=[answered, hearing_set, heard], to=mediating, basis="ALL17 第六十条")
    end_mediation = Step("调解不成", at=[mediating], returns=True, basis="ALL17 第六十条")
    exclude = Step("委托鉴定、公告送达", at=[answered, hearing_set, heard], to=excluded, basis="ALI18 第五十条")
    end_exclusion = Step("鉴定、公告期间届满", at=[excluded], returns=True, basis="ALI18 第五十条")
    prolong_trial = Step(
        "收到批准延长一审审理期限的通知", at=[answered, hearing_set, heard], asks=["trial_until"],
        basis="ALL17 第八十一条",
    )  # fmt: skip
    change_act = Step(
        "改变行政行为并书面告知法院", at=on_trial, asks=["changed_act"], basis="ALI18 第八十一条",
        documents=["litigation.changed_act"],
    )  # fmt: skip
    suspend_for_party = Step("中止诉讼：等待当事人一方承受诉讼", at=on_trial, to=suspended, basis="ALI18 第八十七条")
    suspend = Step("中止诉讼：其他情形", at=on_trial, to=suspended, basis="ALI18 第八十七条")
    resume = Step("恢复诉讼", at=[suspended], returns=True, basis="ALI18 第八十七条")
    pronounce = Step("当庭宣判", at=[heard], basis="ALL17 第八十条")

    not_file = Step(
        "收到不予立案裁定", at=[served, assigned, answered], to=ruled, decides=[Outcome.NOT_FILED], adds=Instance,
        fills=FIRST, basis="ALL17 第五十一条",
    )  # fmt: skip
    reject = Step(
        "收到驳回起诉裁定", at=on_trial, to=ruled, decides=[Outcome.REJECTED], adds=Instance, fills=FIRST,
        basis="ALI18 第六十九条",
    )  # fmt: skip
    judge = Step(
        "收到一审判决书", at=[answered, hearing_set, heard], to=judged, decides=JUDGMENTS, adds=Instance, fills=FIRST,
        basis="ALL17 第八十条",
    )  # fmt: skip
    withdraw = Step(
        "收到准许撤诉（按撤诉处理）裁定", at=[*on_trial, suspended], to=withdrawn, decides=WITHDRAWALS,
        may_ask=["withdrawal_reason"], adds=Instance, fills=FIRST, basis="ALL17 第六十二条",
    )  # fmt: skip
    transfer = Step(
        "收到移送管辖裁定", at=on_trial, to=transferred, decides=[Outcome.TRANSFERRED], adds=Instance, fills=FIRST,
        basis="ALL17 第二十二条",
    )  # fmt: skip
    terminate = Step(
        "收到终结诉讼裁定", at=[*on_trial, suspended], to=terminated, decides=[Outcome.TERMINATED], adds=Instance,
        fills=FIRST, basis="ALI18 第八十八条",
    )  # fmt: skip
    mediate = Step(
        "收到行政调解书", at=[answered, mediating, hearing_set, heard], to=effective, decides=[Outcome.MEDIATION],
        adds=Instance, fills=FIRST, basis="ALL17 第六十条",
    )  # fmt: skip
