"""How a suit moves: its performance, the court's suggestions, and every clock, ours and the court's."""

from datetime import date

from zhunsheng.domains.oversight.litigation.later_instances import LaterInstances as Trial
from zhunsheng.domains.oversight.litigation.models import CourtSuggestion
from zhunsheng.kernel.procedures import STEP_DAY, Clock, ClockKind, Holder, Requirement, Step, Total

NOT_THE_SAME = Requirement(
    "重新作出行政行为不得以同一的事实和理由作出与原行为基本相同的行为，因违反法定程序被撤销的除外",
    lambda suit, answers: bool(answers.get("differs") or answers.get("annulled_for_procedure")),
    "ALL17 第七十一条",
)
BEFORE_ANSWER = (Trial.served, Trial.assigned, Trial.jurisdiction_pending)
COUNTED_BY_COURT = (
    Trial.served, Trial.assigned, Trial.postponement_asked, Trial.postponed, Trial.answered, Trial.hearing_set,
    Trial.heard,
)  # fmt: skip
SECOND_INSTANCE = (Trial.appealed, Trial.appeal_answered, Trial.appeal_set, Trial.appeal_heard)
RETRIAL_REVIEW = (Trial.retrial_asked, Trial.retrial_review)
ALL = tuple(Trial.states.values())
OPEN_END = tuple(state for state in ALL if not state.final)
HEARINGS = (Trial.set_hearing, Trial.set_appeal, Trial.set_rehearing, Trial.set_retrial)
CALLS = (Trial.call_head, Trial.call_head_appeal, Trial.call_head_rehearing, Trial.call_head_retrial)


class SuitProcedure(Trial):
    title = "行政应诉"
    basis = "ALL17 第六十七条"
    edition = "2018"
    since = date(2018, 2, 8)

    owe = Step(
        "登记裁判确定的履行义务", at=[Trial.effective], to=Trial.performing, asks=["duty", "perform_by"],
        basis="ALL17 第九十四条",
    )  # fmt: skip
    perform = Step(
        "履行生效裁判", at=[Trial.performing, Trial.enforced], to=Trial.performed, asks=["performance"],
        basis="ALL17 第九十四条", documents=["litigation.performance"],
    )  # fmt: skip
    redo = Step(
        "重新作出行政行为", at=[Trial.performing, Trial.enforced], to=Trial.performed, asks=["new_act"],
        may_ask=["differs", "annulled_for_procedure", "performance"], requires=[NOT_THE_SAME],
        basis="ALL17 第七十一条", documents=["litigation.performance"],
    )  # fmt: skip
    enforce = Step(
        "法院采取强制执行措施", at=[Trial.performing], to=Trial.enforced, asks=["measure"], basis="ALL17 第九十六条"
    )
    receive_suggestion = Step(
        "收到司法建议", at=OPEN_END, adds=CourtSuggestion, fills={"received_on": STEP_DAY},
        may_ask=["suggestion_reply_by"], basis="ALL17 第六十六条",
    )  # fmt: skip
    receive_document_suggestion = Step(
        "收到规范性文件司法建议", at=OPEN_END, adds=CourtSuggestion,
        fills={"about": "document", "received_on": STEP_DAY},
        basis="ALI18 第一百四十九条",
    )  # fmt: skip
    reply_to_suggestion = Step(
        "书面回复司法建议", at=OPEN_END, basis="ALI18 第一百四十九条", documents=["litigation.suggestion_reply"]
    )

    answering = Clock(
        "答辩期限", term="litigation.answer", runs_in=[*BEFORE_ANSWER, Trial.postponement_asked, Trial.postponed],
        met_on=[Trial.answer, Trial.answer_meanwhile, Trial.file_answer], basis="ALL17 第六十七条",
    )  # fmt: skip
    evidence = Clock(
        "举证期限", term="litigation.answer", runs_in=[*BEFORE_ANSWER, Trial.postponement_asked],
        met_on=[Trial.answer, Trial.answer_meanwhile], restarts_on=[Trial.obstacle_over], basis="ALL17 第六十七条",
    )  # fmt: skip
    postponement = Clock(
        "申请延期举证的期限", term="litigation.postponement", kind=ClockKind.WINDOW, runs_in=BEFORE_ANSWER,
        met_on=[Trial.ask_to_postpone], voided_on=[Trial.answer, Trial.answer_meanwhile], basis="ALI18 第三十四条",
    )  # fmt: skip
    jurisdiction_objection = Clock(
        "管辖异议期限", term="litigation.jurisdiction_objection", kind=ClockKind.WINDOW, runs_in=BEFORE_ANSWER,
        met_on=[Trial.object_to_jurisdiction], voided_on=[Trial.answer], basis="ALI18 第十条",
    )  # fmt: skip
    objection_appeal = Clock(
        "对管辖异议裁定的上诉期限", term="litigation.appeal_ruling", kind=ClockKind.WINDOW,
        starts_on=[Trial.objection_dismissed, Trial.objection_dismissed_answered],
        runs_in=[Trial.assigned, Trial.answered, Trial.hearing_set], met_on=[Trial.appeal_objection],
        basis="ALL17 第八十五条",
    )  # fmt: skip
    summons = Clock(
        "传票送达期限", term="litigation.summons", kind=ClockKind.LEAD, holder=Holder.COURT, before="hearing_on",
        starts_on=HEARINGS, runs_in=ALL, basis="ALI18 第七十一条",
    )  # fmt: skip
    head_notice = Clock(
        "负责人出庭通知书送达期限", term="litigation.head_notice", kind=ClockKind.LEAD, holder=Holder.COURT,
        before="hearing_on", starts_on=CALLS, runs_in=ALL, basis="HEAD20 第五条",
    )  # fmt: skip
    first_trial = Clock(
        "一审审理期限", term="litigation.first_instance", holder=Holder.COURT, counts_from="filed_on",
        runs_in=COUNTED_BY_COURT, voided_on=[Trial.prolong_trial], basis="ALL17 第八十一条",
        changed_by={
            Trial.simplify: Total("litigation.simplified"),
            Trial.make_ordinary: Total("litigation.first_instance"),
        },
    )  # fmt: skip
    first_trial_prolonged = Clock(
        "延长后的一审审理期限", given="trial_until", holder=Holder.COURT, starts_on=[Trial.prolong_trial],
        runs_in=COUNTED_BY_COURT, basis="ALL17 第八十一条",
    )  # fmt: skip
    suspension = Clock(
        "中止满九十日终结", term="litigation.suspension", holder=Holder.COURT, kind=ClockKind.WINDOW,
        starts_on=[Trial.suspend_for_party], runs_in=[Trial.suspended],
        met_on=[Trial.resume, Trial.terminate], basis="ALI18 第八十八条",
    )  # fmt: skip
    delivery = Clock(
        "当庭宣判后发送判决书", term="litigation.judgment_delivery", holder=Holder.COURT, starts_on=[Trial.pronounce],
        runs_in=[Trial.heard], met_on=[Trial.judge], basis="ALL17 第八十条",
    )  # fmt: skip
    judgment_appeal = Clock(
        "判决上诉期限", term="litigation.appeal_judgment", kind=ClockKind.WINDOW,
        starts_on=[Trial.judge, Trial.rejudge], runs_in=[Trial.judged], met_on=[Trial.appeal],
        voided_on=[Trial.receive_appeal], basis="ALL17 第八十五条",
    )  # fmt: skip
    ruling_appeal = Clock(
        "裁定上诉期限", term="litigation.appeal_ruling", kind=ClockKind.WINDOW,
        starts_on=[Trial.not_file, Trial.reject, Trial.rerule], runs_in=[Trial.ruled], met_on=[Trial.appeal],
        voided_on=[Trial.receive_appeal], basis="ALL17 第八十五条",
    )  # fmt: skip
    appeal_answer = Clock(
        "上诉答辩期限", term="litigation.appeal_answer", starts_on=[Trial.receive_appeal], runs_in=[Trial.appealed],
        met_on=[Trial.answer_appeal], basis="ALI18 第一百零八条",
    )  # fmt: skip
    second_trial = Clock(
        "二审审理期限", term="litigation.second_instance", holder=Holder.COURT, counts_from="appeal_filed_on",
        starts_on=[Trial.receive_appeal, Trial.appeal], runs_in=SECOND_INSTANCE,
        met_on=[Trial.decide_appeal, Trial.remand], voided_on=[Trial.prolong_appeal], basis="ALL17 第八十八条",
    )  # fmt: skip
    second_trial_prolonged = Clock(
        "延长后的二审审理期限", given="trial_until", holder=Holder.COURT, starts_on=[Trial.prolong_appeal],
        runs_in=SECOND_INSTANCE, met_on=[Trial.decide_appeal, Trial.remand], basis="ALL17 第八十八条",
    )  # fmt: skip
    retrial_window = Clock(
        "申请再审期限", term="litigation.retrial_apply", kind=ClockKind.WINDOW,
        starts_on=[Trial.judgment_effective, Trial.ruling_effective, Trial.decide_appeal, Trial.mediate],
        runs_in=Trial.in_force, met_on=[Trial.ask_retrial], basis="ALI18 第一百一十条",
    )  # fmt: skip
    retrial_reply = Clock(
        "再审书面意见期限", term="litigation.retrial_reply", starts_on=[Trial.receive_retrial],
        runs_in=[Trial.retrial_asked], met_on=[Trial.give_opinion], basis="ALI18 第一百一十一条",
    )  # fmt: skip
    retrial_review_limit = Clock(
        "再审审查期限", term="litigation.retrial_review", holder=Holder.COURT, counts_from="retrial_filed_on",
        starts_on=[Trial.receive_retrial, Trial.ask_retrial], runs_in=RETRIAL_REVIEW,
        met_on=[Trial.refuse_retrial, Trial.order_retrial], basis="ALI18 第一百一十二条",
    )  # fmt: skip
    protest_ruling = Clock(
        "对抗诉裁定再审的期限", term="litigation.protest", holder=Holder.COURT, starts_on=[Trial.protest],
        runs_in=[Trial.retrial_review], met_on=[Trial.order_retrial], basis="ALI18 第一百二十四条",
    )  # fmt: skip
    performing_by = Clock(
        "裁判确定的履行期限", given="perform_by", starts_on=[owe], runs_in=[Trial.performing, Trial.enforced],
        met_on=[perform, redo], basis="ALL17 第九十四条",
    )  # fmt: skip
    execution = Clock(
        "原告申请强制执行的期限", term="litigation.execution", kind=ClockKind.WINDOW, holder=Holder.APPLICANT,
        counts_from="perform_by", starts_on=[owe], runs_in=[Trial.performing], met_on=[perform, redo, enforce],
        basis="ALI18 第一百五十三条",
    )  # fmt: skip
    suggestion_reply = Clock(
        "回复司法建议的期限", given="suggestion_reply_by", starts_on=[receive_suggestion], runs_in=OPEN_END,
        met_on=[reply_to_suggestion], basis="ALL17 第六十六条",
    )  # fmt: skip
    document_suggestion = Clock(
        "规范性文件司法建议答复期限", term="litigation.document_suggestion", starts_on=[receive_document_suggestion],
        runs_in=OPEN_END, met_on=[reply_to_suggestion], basis="ALI18 第一百四十九条",
    )  # fmt: skip
