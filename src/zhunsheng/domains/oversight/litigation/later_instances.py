"""Appeal, rehearing and retrial: 行政诉讼法第八十五条至第九十三条; ALI18 第一百零八条至第一百二十六条."""

from zhunsheng.domains.oversight.litigation.choices import JUDGMENTS, WITHDRAWALS, Level, Outcome
from zhunsheng.domains.oversight.litigation.first_instance import FirstInstance
from zhunsheng.domains.oversight.litigation.hearings import hearings
from zhunsheng.domains.oversight.litigation.models import Instance
from zhunsheng.kernel.procedures import State, Step

SECOND, REHEARING, RETRIAL = ({"level": level} for level in (Level.SECOND, Level.REHEARING, Level.RETRIAL))
FINAL = (*JUDGMENTS, Outcome.REJECTED, Outcome.APPEAL_DISMISSED, Outcome.TERMINATED, *WITHDRAWALS, Outcome.MEDIATION)
APPEAL_FIELDS = ["appellant", "appeal_filed_on", "appeal_court"]
NO_APPEAL = "ALL17 第八十五条"


class LaterInstances(FirstInstance, abstract=True):
    """An appeal opens the matter again; what the first instance decided stays recorded as it was."""

    appealed = State("二审待答辩")
    appeal_answered = State("二审审理中")
    appeal_set = State("二审已定开庭日期")
    appeal_heard = State("二审已开庭，待裁判")
    remanded = State("发回重审")
    rehearing_set = State("重审已定开庭日期")
    reheard = State("重审已开庭，待裁判")
    performing = State("待履行")
    performed = State("已履行", closed=True)
    enforced = State("法院强制执行中")
    retrial_asked = State("再审申请待提交意见")
    retrial_review = State("再审审查中")
    retrying = State("再审审理中")
    retrial_set = State("再审已定开庭日期")
    retrial_heard = State("再审已开庭，待裁判")

    in_force = (FirstInstance.effective, performing, performed, enforced)
    decided = (FirstInstance.judged, FirstInstance.ruled)

    receive_appeal = Step(
        "收到上诉状副本", at=decided, to=appealed, asks=APPEAL_FIELDS, may_ask=["appeal_number"],
        basis="ALI18 第一百零八条",
    )  # fmt: skip
    appeal = Step(
        "本机关提起上诉", at=decided, to=appeal_answered, asks=APPEAL_FIELDS, may_ask=["appeal_number"],
        basis=NO_APPEAL, documents=["litigation.appeal"],
    )  # fmt: skip
    answer_appeal = Step(
        "提交上诉答辩状", at=[appealed], to=appeal_answered, basis="ALI18 第一百零八条",
        documents=["litigation.appeal_answer"],
    )  # fmt: skip
    set_appeal, call_head_appeal, explain_appeal, head_appeal, excused_appeal, came_before_appeal, absent_appeal = (
        hearings(Level.SECOND, [appealed, appeal_answered], appeal_set, appeal_heard)
    )
    decide_appeal = Step(
        "收到二审裁判", at=[appealed, appeal_answered, appeal_set, appeal_heard], to=FirstInstance.effective,
        decides=FINAL, adds=Instance, fills=SECOND, basis="ALL17 第八十九条",
    )  # fmt: skip
    prolong_appeal = Step(
        "收到批准延长二审审理期限的通知", at=[appealed, appeal_answered, appeal_set, appeal_heard],
        asks=["trial_until"], basis="ALL17 第八十八条",
    )  # fmt: skip
    remand = Step(
        "收到发回重审裁定", at=[appealed, appeal_answered, appeal_set, appeal_heard], to=remanded,
        decides=[Outcome.REMANDED], adds=Instance, fills=SECOND, basis="ALL17 第八十九条",
    )  # fmt: skip
    (
        set_rehearing, call_head_rehearing, explain_rehearing, head_rehearing, excused_rehearing,
        came_before_rehearing, absent_rehearing,
    ) = hearings(Level.REHEARING, [remanded], rehearing_set, reheard)  # fmt: skip
    rejudge = Step(
        "收到重审判决书", at=[remanded, rehearing_set, reheard], to=FirstInstance.judged, decides=JUDGMENTS,
        adds=Instance, fills=REHEARING, basis="ALL17 第八十九条",
    )  # fmt: skip
    rerule = Step(
        "收到重审裁定", at=[remanded, rehearing_set, reheard], to=FirstInstance.ruled, decides=[Outcome.REJECTED],
        adds=Instance, fills=REHEARING, basis="ALL17 第八十九条",
    )  # fmt: skip

    judgment_effective = Step(
        "判决生效（无人上诉）", at=[FirstInstance.judged], to=FirstInstance.effective, waits_for=["judgment_appeal"],
        basis=NO_APPEAL,
    )  # fmt: skip
    ruling_effective = Step(
        "裁定生效（无人上诉）", at=[FirstInstance.ruled], to=FirstInstance.effective, waits_for=["ruling_appeal"],
        basis=NO_APPEAL,
    )  # fmt: skip

    receive_retrial = Step(
        "收到再审申请书副本", at=in_force, to=retrial_asked, asks=["retrial_filed_on", "retrial_court"],
        may_ask=["retrial_number"], basis="ALI18 第一百一十一条",
    )  # fmt: skip
    ask_retrial = Step(
        "本机关申请再审", at=in_force, to=retrial_review, asks=["retrial_filed_on", "retrial_court"],
        may_ask=["retrial_number"], basis="ALI18 第一百一十条",
    )  # fmt: skip
    give_opinion = Step(
        "提交再审书面意见", at=[retrial_asked], to=retrial_review, basis="ALI18 第一百一十一条",
        documents=["litigation.retrial_opinion"],
    )  # fmt: skip
    protest = Step(
        "人民检察院抗诉", at=in_force, to=retrial_review, asks=["retrial_court"], basis="ALI18 第一百二十四条"
    )
    refuse_retrial = Step(
        "裁定驳回再审申请", at=[retrial_asked, retrial_review], to=FirstInstance.effective, basis="ALI18 第一百一十二条"
    )
    order_retrial = Step("裁定再审", at=[retrial_asked, retrial_review], to=retrying, basis="ALI18 第一百一十二条")
    (
        set_retrial,
        call_head_retrial,
        explain_retrial,
        head_retrial,
        excused_retrial,
        came_before_retrial,
        absent_retrial,
    ) = hearings(Level.RETRIAL, [retrying], retrial_set, retrial_heard)
    decide_retrial = Step(
        "收到再审裁判", at=[retrying, retrial_set, retrial_heard], to=FirstInstance.effective, decides=FINAL,
        adds=Instance, fills=RETRIAL, basis="ALI18 第一百二十二条",
    )  # fmt: skip
