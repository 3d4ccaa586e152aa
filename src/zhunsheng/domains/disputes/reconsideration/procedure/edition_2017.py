"""Decision, end and performance under the law of 2017: 行政复议法（2017年修正文本）第二十八条至第三十二条."""

from datetime import date

from zhunsheng.domains.disputes.reconsideration.choices import Approver, Outcome
from zhunsheng.domains.disputes.reconsideration.models import Letter, LetterAnswer
from zhunsheng.domains.disputes.reconsideration.procedure.requirements import approved_by, may_be_mediated
from zhunsheng.domains.disputes.reconsideration.procedure.review_2017 import OPEN, Review2017
from zhunsheng.domains.disputes.reconsideration.procedure.states import (
    AFTER,
    SUSPENDED,
    appraising,
    decided,
    effective,
    in_court,
    ordered,
    other_basis,
    performed,
    performing,
    received,
    succession,
    terminated,
    under_review,
)
from zhunsheng.kernel.procedures import STEP_DAY, Adds, Clock, ClockKind, Holder, Role, Step

ANY_OPEN = (*OPEN, appraising, *SUSPENDED, other_basis)
LETTERS_AT = (*ANY_OPEN, decided, *AFTER, terminated)
DECISIONS = (
    Outcome.UPHOLD, Outcome.ANNUL, Outcome.ANNUL_PART, Outcome.CHANGE, Outcome.CONFIRM_UNLAWFUL, Outcome.PERFORM,
    Outcome.DISMISS_APPLICATION,
)  # fmt: skip


class Reconsideration2017(Review2017):
    title = "行政复议（2017年修正的行政复议法）"
    basis = "ARL17 第十七条"
    edition = "2017"
    since = date(2017, 9, 1)
    until = date(2023, 12, 31)

    extend = Step(
        "延长审理期限", at=OPEN, by=Role.HEAD, once=True, asks=["approver"], may_ask=["extension_days"],
        requires=[approved_by(Approver.ORGAN, "ARL17 第三十一条")], basis="ARL17 第三十一条",
        documents=["reconsideration.extension"],
    )  # fmt: skip
    decide = Step(
        "作出行政复议决定", at=[under_review], to=decided, by=Role.HEAD, decides=DECISIONS, asks=["findings"],
        may_ask=["redo_ordered", "compensation_ordered", "compensation_amount"], basis="ARL17 第二十八条",
        documents=["reconsideration.decision"],
    )  # fmt: skip
    dismiss = Step(
        "驳回申请：受理后发现不符合受理条件", at=OPEN, to=decided, by=Role.HEAD,
        decides=[Outcome.DISMISS_APPLICATION], asks=["findings"], basis="ARR07 第四十八条",
        documents=["reconsideration.dismissal"],
    )  # fmt: skip
    shorten = Step(
        "登记其他法律规定的更短审理期限", at=ANY_OPEN, asks=["decide_by"], once=True, basis="ARL17 第三十一条"
    )
    sue_on_silence = Step(
        "逾期未作决定，申请人提起行政诉讼", at=OPEN, asks=["sued_on"], once=True, waits_for=["decision"],
        basis="ALL17 第四十五条",
    )  # fmt: skip
    mediate = Step(
        "调解书生效", at=ANY_OPEN, to=effective, by=Role.HEAD, decides=[Outcome.MEDIATION], asks=["agreed"],
        may_ask=["compensation_amount"], requires=[may_be_mediated("ARR07 第五十条")], basis="ARR07 第五十条",
        documents=["reconsideration.mediation"],
    )  # fmt: skip
    withdraw = Step(
        "准许撤回申请，终止", at=ANY_OPEN, to=terminated, by=Role.HEAD, decides=[Outcome.WITHDRAWN],
        asks=["withdrawal"], basis="ARL17 第二十五条", documents=["reconsideration.termination"],
    )  # fmt: skip
    terminate = Step(
        "终止", at=ANY_OPEN, to=terminated, by=Role.HEAD, decides=[Outcome.ENDED], asks=["ending"],
        basis="ARR07 第四十二条", documents=["reconsideration.termination"],
    )  # fmt: skip
    terminate_suspended = Step(
        "中止满六十日未恢复，终止", at=[succession], to=terminated, by=Role.HEAD, decides=[Outcome.ENDED],
        waits_for=["succession_end"], basis="ARR07 第四十二条", documents=["reconsideration.termination"],
    )  # fmt: skip
    serve = Step(
        "送达复议决定书", at=[decided], to=effective, asks=["service"], may_ask=["served_on"],
        basis="ARL17 第三十一条",
    )  # fmt: skip
    require_performance = Step(
        "登记履行期限", at=[effective, in_court], to=performing, asks=["perform_by"], basis="ARL17 第三十二条"
    )
    perform = Step("被申请人已履行", at=[effective, performing, ordered], to=performed, basis="ARL17 第三十二条")
    order_performance = Step(
        "责令限期履行", at=[performing], to=ordered, by=Role.HEAD, asks=["perform_by"],
        basis="ARL17 第三十二条", documents=["reconsideration.order"],
    )  # fmt: skip
    issue_letter = Step(
        "制发意见书", at=LETTERS_AT, by=Role.HEAD, adds=Letter,
        fills={"form": Letter.Form.OPINION, "issued_on": STEP_DAY},
        basis="ARR07 第五十七条", documents=["reconsideration.letter"],
    )  # fmt: skip
    issue_suggestion = Step(
        "制发建议书", at=LETTERS_AT, by=Role.HEAD, adds=Letter,
        fills={"form": Letter.Form.SUGGESTION, "issued_on": STEP_DAY},
        basis="ARR07 第五十七条", documents=["reconsideration.suggestion"],
    )  # fmt: skip
    letter_served = Step("意见书送达", at=LETTERS_AT, asks=["letter_received_on"], basis="ARR07 第五十七条")
    letter_answered = Step(
        "收到意见书整改报告",
        at=LETTERS_AT,
        adds=LetterAnswer,
        fills={"answered_on": STEP_DAY},
        basis="ARR07 第五十七条",
    )

    decision = Clock(
        "审理期限", term="reconsideration.decision", runs_in=[received, *OPEN], basis="ARL17 第三十一条",
        voided_on=[
            Review2017.refuse, Review2017.tell_where, Review2017.abandon, Review2017.withdraw_early,
            Review2017.transfer,
        ],
        changed_by={extend: Adds("reconsideration.extension", chosen="extension_days")},
    )  # fmt: skip
    shorter_decision = Clock(
        "其他法律规定的审理期限", given="decide_by", starts_on=[shorten], runs_in=ANY_OPEN, basis="ARL17 第三十一条"
    )
    succession_end = Clock(
        "可以终止的最早日期", term="reconsideration.succession", kind=ClockKind.MINIMUM,
        starts_on=[Review2017.suspend_for_succession], runs_in=[succession], met_on=[terminate_suspended],
        voided_on=[Review2017.resume], basis="ARR07 第四十二条",
    )  # fmt: skip
    suit = Clock(
        "起诉期限", term="reconsideration.suit", kind=ClockKind.WINDOW, holder=Holder.APPLICANT, starts_on=[serve],
        counts_from="served_on", runs_in=AFTER, met_on=[Review2017.sue], basis="ALL17 第四十五条",
    )  # fmt: skip
    performance = Clock(
        "履行期限", given="perform_by", holder=Holder.RESPONDENT, starts_on=[require_performance, order_performance],
        runs_in=[performing, ordered], met_on=[perform], basis="ARL17 第三十二条",
    )  # fmt: skip
    redo = Clock(
        "重新作出行政行为期限", term="reconsideration.redo", holder=Holder.RESPONDENT,
        starts_on=[Review2017.await_new_act], counts_from="served_on", runs_in=[performing, ordered], met_on=[perform],
        basis="ARR07 第四十九条",
    )  # fmt: skip
    letter_answer = Clock(
        "意见书整改报告期限", term="reconsideration.letter_answer", holder=Holder.RESPONDENT,
        starts_on=[issue_letter], counts_from="letter_received_on", runs_in=LETTERS_AT, met_on=[letter_answered],
        basis="ARR07 第五十七条",
    )  # fmt: skip
