"""Decision, end and performance under the law of 2023: 行政复议法（2023年修订）第四十一条, 第六十一条至第七十九条."""

from datetime import date

from zhunsheng.domains.disputes.reconsideration.choices import CORRECTED, Outcome
from zhunsheng.domains.disputes.reconsideration.models import Letter, LetterAnswer
from zhunsheng.domains.disputes.reconsideration.procedure.documents_2023 import Documents2023
from zhunsheng.domains.disputes.reconsideration.procedure.requirements import compensation_decided
from zhunsheng.domains.disputes.reconsideration.procedure.review_2023 import OPEN
from zhunsheng.domains.disputes.reconsideration.procedure.states import (
    AFTER,
    SUSPENDED,
    appraising,
    decided,
    effective,
    heard,
    in_court,
    ordered,
    performed,
    performing,
    simplified_review,
    succession,
    terminated,
)
from zhunsheng.kernel.procedures import STEP_DAY, Clock, ClockKind, Holder, Role, Step

ANY_OPEN = (*OPEN, appraising, *SUSPENDED)
LETTERS_AT = (*ANY_OPEN, decided, *AFTER, terminated)


class Reconsideration2023(Documents2023):
    title = "行政复议（2023年修订的行政复议法）"
    basis = "ARL23 第三十条"
    edition = "2023"
    since = date(2024, 1, 1)
    unread_from = date(2026, 7, 1)
    unread = "2026年修订的行政复议法实施条例"

    decide = Step(
        "作出行政复议决定", at=[heard, simplified_review], to=decided, by=Role.HEAD,
        decides=[Outcome.UPHOLD, *CORRECTED, Outcome.DISMISS_CLAIM], asks=["findings"],
        may_ask=["redo_ordered", "compensation_ordered", "compensation_refused", "compensation_amount"],
        requires=[compensation_decided("ARL23 第七十二条")], basis="ARL23 第六十一条",
        documents=["reconsideration.decision"],
    )  # fmt: skip
    dismiss = Step(
        "驳回申请", at=OPEN, to=decided, by=Role.HEAD, decides=[Outcome.DISMISS_APPLICATION], asks=["findings"],
        basis="ARL23 第三十三条", documents=["reconsideration.dismissal"],
    )  # fmt: skip
    shorten = Step(
        "登记其他法律规定的更短审理期限", at=ANY_OPEN, asks=["decide_by"], once=True, basis="ARL23 第六十二条"
    )
    sue_on_silence = Step(
        "逾期未作决定，申请人提起行政诉讼", at=OPEN, asks=["sued_on"], once=True, waits_for=["decision"],
        basis="ALL17 第四十五条",
    )  # fmt: skip
    mediate = Step(
        "调解书生效", at=ANY_OPEN, to=effective, by=Role.HEAD, decides=[Outcome.MEDIATION], asks=["agreed"],
        may_ask=["compensation_amount"], basis="ARL23 第七十三条", documents=["reconsideration.mediation"],
    )  # fmt: skip
    withdraw = Step(
        "准许撤回申请，终止", at=ANY_OPEN, to=terminated, by=Role.HEAD, decides=[Outcome.WITHDRAWN],
        asks=["withdrawal"], basis="ARL23 第四十一条第一项", documents=["reconsideration.termination"],
    )  # fmt: skip
    terminate = Step(
        "终止", at=ANY_OPEN, to=terminated, by=Role.HEAD, decides=[Outcome.ENDED], asks=["ending"],
        basis="ARL23 第四十一条", documents=["reconsideration.termination"],
    )  # fmt: skip
    terminate_suspended = Step(
        "中止满六十日未恢复，终止", at=[succession], to=terminated, by=Role.HEAD, decides=[Outcome.ENDED],
        waits_for=["succession_end"], basis="ARL23 第四十一条第五项", documents=["reconsideration.termination"],
    )  # fmt: skip
    serve = Step(
        "送达复议决定书", at=[decided], to=effective, asks=["service"], may_ask=["served_on"], basis="ARL23 第七十五条"
    )
    publish = Step("公开复议决定书", at=AFTER, once=True, basis="ARL23 第七十九条第一款")
    inform_superior = Step("抄告被申请人的上级主管部门", at=AFTER, once=True, basis="ARL23 第七十九条第二款")
    require_performance = Step(
        "登记履行期限", at=[effective, in_court], to=performing, asks=["perform_by"], basis="ARL23 第七十七条"
    )
    perform = Step("被申请人已履行", at=[effective, performing, ordered], to=performed, basis="ARL23 第七十七条")
    order_performance = Step(
        "责令限期履行", at=[performing], to=ordered, by=Role.HEAD, asks=["perform_by"],
        basis="ARL23 第七十七条", documents=["reconsideration.order"],
    )  # fmt: skip
    interview = Step(
        "约谈被申请人负责人", at=[ordered], by=Role.HEAD, basis="ARL23 第七十七条",
        documents=["reconsideration.interview"],
    )  # fmt: skip
    criticise = Step(
        "通报批评", at=[ordered], by=Role.HEAD, basis="ARL23 第七十七条", documents=["reconsideration.criticism"]
    )
    issue_letter = Step(
        "制发意见书", at=LETTERS_AT, by=Role.HEAD, adds=Letter,
        fills={"form": Letter.Form.OPINION, "issued_on": STEP_DAY},
        basis="ARL23 第七十六条", documents=["reconsideration.letter"],
    )  # fmt: skip
    letter_served = Step("意见书送达", at=LETTERS_AT, asks=["letter_received_on"], basis="ARL23 第七十六条")
    letter_answered = Step(
        "收到意见书整改报告",
        at=LETTERS_AT,
        adds=LetterAnswer,
        fills={"answered_on": STEP_DAY},
        basis="ARL23 第七十六条",
    )

    shorter_decision = Clock(
        "其他法律规定的审理期限", given="decide_by", starts_on=[shorten], runs_in=ANY_OPEN, basis="ARL23 第六十二条"
    )
    succession_end = Clock(
        "可以终止的最早日期", term="reconsideration.succession", kind=ClockKind.MINIMUM,
        starts_on=[Documents2023.suspend_for_succession], runs_in=[succession], met_on=[terminate_suspended],
        voided_on=[Documents2023.resume], basis="ARL23 第四十一条第五项",
    )  # fmt: skip
    suit = Clock(
        "起诉期限", term="reconsideration.suit", kind=ClockKind.WINDOW, holder=Holder.APPLICANT, starts_on=[serve],
        counts_from="served_on", runs_in=AFTER, met_on=[Documents2023.sue], basis="ALL17 第四十五条",
    )  # fmt: skip
    performance = Clock(
        "履行期限", given="perform_by", holder=Holder.RESPONDENT, starts_on=[require_performance, order_performance],
        runs_in=[performing, ordered], met_on=[perform], basis="ARL23 第七十七条",
    )  # fmt: skip
    redo = Clock(
        "重新作出行政行为期限", term="reconsideration.redo", holder=Holder.RESPONDENT,
        starts_on=[Documents2023.await_new_act], counts_from="served_on", runs_in=[performing, ordered],
        met_on=[perform],
        basis="ARR07 第四十九条",
    )  # fmt: skip
    letter_answer = Clock(
        "意见书整改报告期限", term="reconsideration.letter_answer", holder=Holder.RESPONDENT,
        starts_on=[issue_letter], counts_from="letter_received_on", runs_in=LETTERS_AT, met_on=[letter_answered],
        basis="ARL23 第七十六条",
    )  # fmt: skip
