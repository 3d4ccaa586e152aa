"""What is counted about suits. A suit counts once, in the year its papers were served; a later year changes nothing."""

from collections.abc import Callable

from django.db.models import Exists, OuterRef, Q

from zhunsheng.domains.oversight.litigation.choices import (
    LOST,
    WITHDRAWALS,
    DefendantLevel,
    DefendantRole,
    Level,
    Outcome,
    Subject,
)
from zhunsheng.domains.oversight.litigation.models import Appearance, CourtSuggestion, Enforcement, Instance, Suit
from zhunsheng.kernel.indicators import Indicator, Kind
from zhunsheng.kernel.models import Deadline
from zhunsheng.kernel.periods import Period

DEFENDANT = Q(defendant_level=DefendantLevel.DISTRICT) & ~Q(defendant_role=DefendantRole.THIRD_PARTY)
OF_DEFENDANT = Q(matter__suit__defendant_level=DefendantLevel.DISTRICT) & ~Q(
    matter__suit__defendant_role=DefendantRole.THIRD_PARTY
)
BY_WHOM = "以区政府为被告（含共同被告，不含第三人）"
AS_OF = (
    "本期收到应诉通知、截至期末一审已审结的案件，按一审结果计；二审、再审和发回重审不重复计件，期后的裁判不改变本期数。"
)


def _decided(*outcomes: Outcome) -> Callable[[Period], Q]:
    """First instances of suits served in the period that ended so by its last day."""
    return lambda period: OF_DEFENDANT & Q(level=Level.FIRST, outcome__in=outcomes, decided_on__lte=period.until)


def _pending(period: Period) -> Q:
    first = Instance._default_manager.filter(matter=OuterRef("pk"), level=Level.FIRST, decided_on__lte=period.until)
    return DEFENDANT & ~Q(Exists(first))


def _outcome(name: str, title: str, *outcomes: Outcome) -> Indicator:
    return Indicator(
        code=f"litigation.{name}", title=title, unit="件", of=Instance, on="matter__opened_on",
        hit=_decided(*outcomes), part_of="litigation.defended", definition=f"{BY_WHOM}，结果为“{title}”：{AS_OF}",
    )  # fmt: skip


def _subject(name: str, title: str, *subjects: Subject) -> Indicator:
    return Indicator(
        code=f"litigation.{name}", title=title, unit="件", of=Suit, on="opened_on",
        hit=DEFENDANT & Q(subject__in=subjects), part_of="litigation.defended",
        definition=f"{BY_WHOM}的行政诉讼案件中涉诉事由为“{title}”的，按收到应诉通知日期计。",
    )  # fmt: skip


def _instance(name: str, title: str, level: Level) -> Indicator:
    return Indicator(
        code=f"litigation.{name}", title=title, unit="件", of=Instance, on="decided_on",
        hit=OF_DEFENDANT & Q(level=level), part_of="litigation.concluded",
        definition=f"{BY_WHOM}的行政诉讼案件中本期作出的{level.label}裁判，按裁判日期计，每一审级一件。",
    )  # fmt: skip


OUTCOMES = [
    _outcome("outcome_not_filed", "裁定不予立案", Outcome.NOT_FILED),
    _outcome("outcome_suit_dismissed", "裁定驳回起诉", Outcome.REJECTED),
    _outcome("outcome_claim_dismissed", "判决驳回诉讼请求", Outcome.CLAIMS_DISMISSED),
    _outcome("outcome_withdrawn", "撤诉", *WITHDRAWALS),
    _outcome("outcome_ordered_to_act", "责令作出处理", Outcome.ORDERED_TO_ACT),
    _outcome("outcome_transferred", "裁定移送管辖", Outcome.TRANSFERRED),
    _outcome("outcome_annulled", "撤销、变更、确认违法或者无效", Outcome.ANNUL, Outcome.CHANGE,
             Outcome.CONFIRM_UNLAWFUL, Outcome.CONFIRM_INVALID),
    _outcome("outcome_other_judgment", "判决履行、给付、赔偿或者承担协议责任", Outcome.PERFORM, Outcome.PAY,
             Outcome.COMPENSATION, Outcome.AGREEMENT),
    _outcome("outcome_mediated", "行政调解书结案", Outcome.MEDIATION),
    _outcome("outcome_terminated", "终结诉讼", Outcome.TERMINATED),
]  # fmt: skip

PENDING = Indicator(
    code="litigation.pending", title="未审结", unit="件", of=Suit, on="opened_on", hit=_pending,
    part_of="litigation.defended",
    definition=f"{BY_WHOM}，本期收到应诉通知、截至期末一审尚无裁判的案件，含中止诉讼的；一审已裁判而在上诉的不算未审结。",
)  # fmt: skip

SUBJECTS = [
    _subject("subject_expropriation_compensation", "房屋拆迁（征收）、行政赔偿补偿", Subject.COMPENSATION),
    _subject("subject_reconsideration", "涉及行政复议", Subject.RECONSIDERATION),
    _subject("subject_other", "其他事由", Subject.OTHER),
]

LEVELS = [
    _instance("decided_first", "一审审结", Level.FIRST),
    _instance("decided_second", "二审审结", Level.SECOND),
    _instance("decided_rehearing", "重审审结", Level.REHEARING),
    _instance("decided_retrial", "再审审结", Level.RETRIAL),
]

INDICATORS = [
    Indicator(
        code="litigation.defended", title="以区政府为被告的行政诉讼案件", unit="件", of=Suit, on="opened_on",
        hit=DEFENDANT, sums=[*(each.code for each in OUTCOMES), PENDING.code],
        definition=f"{BY_WHOM}的行政诉讼案件，按收到应诉通知日期计，一案一件，以后的审级不重复计件。"
        "各种一审结果与未审结之和等于本数，各涉诉事由之和也等于本数。",
    ),
    Indicator(
        code="litigation.by_subject", title="各涉诉事由案件合计", unit="件", of=Suit, on="opened_on", hit=DEFENDANT,
        sums=[each.code for each in SUBJECTS], part_of="litigation.defended",
        definition=f"{BY_WHOM}的行政诉讼案件按涉诉事由分类的合计，与案件总数相等。",
    ),
    *SUBJECTS,
    *OUTCOMES,
    PENDING,
    Indicator(
        code="litigation.head_appearance_rate", title="行政机关负责人出庭应诉率", unit="%", kind=Kind.RATE,
        of=Appearance, on="held_on", hit=Q(appeared=True), over=OF_DEFENDANT & Q(due=True, absence=""),
        definition="本期开庭中负责人实际出庭的次数，除以负责人应当出庭的次数。应当出庭的次数不含：有四种法定事由之一、"
        "已提交证明并委托工作人员出庭的；本审级负责人已出庭而法院未再通知的。按开庭日期计。",
    ),
    Indicator(
        code="litigation.hearings", title="开庭审理", unit="次", of=Appearance, on="held_on", hit=OF_DEFENDANT,
        definition=f"{BY_WHOM}的行政诉讼案件本期开庭的次数，按开庭日期计。",
    ),
    Indicator(
        code="litigation.head_appearances", title="负责人出庭应诉", unit="次", of=Appearance, on="held_on",
        hit=OF_DEFENDANT & Q(appeared=True), part_of="litigation.hearings",
        definition=f"{BY_WHOM}的行政诉讼案件本期开庭中负责人出庭的次数，按开庭日期计。",
    ),
    Indicator(
        code="litigation.head_absences_explained", title="负责人依法说明理由未出庭", unit="次", of=Appearance,
        on="held_on", hit=OF_DEFENDANT & Q(appeared=False) & ~Q(absence=""), part_of="litigation.hearings",
        definition="本期开庭中负责人有法定事由不能出庭、已提交证明并委托工作人员出庭的次数。",
    ),
    Indicator(
        code="litigation.head_breaches", title="负责人未依法出庭", unit="次", of=Appearance, on="held_on",
        hit=OF_DEFENDANT & ~Q(breach=""), part_of="litigation.hearings",
        definition="本期开庭中违反负责人出庭应诉规定的次数。",
    ),
    Indicator(
        code="litigation.concluded", title="各审级审结", unit="件", of=Instance, on="decided_on", hit=OF_DEFENDANT,
        sums=[each.code for each in LEVELS],
        definition=f"{BY_WHOM}的行政诉讼案件本期作出的裁判，含以前年度收到的案件，按裁判日期计，每一审级一件。",
    ),
    *LEVELS,
    Indicator(
        code="litigation.lost", title="败诉", unit="件", of=Instance, on="decided_on",
        hit=OF_DEFENDANT & Q(outcome__in=LOST), part_of="litigation.concluded",
        definition="本期作出的裁判中判决撤销、变更、履行或者责令处理、给付、赔偿、确认违法或者无效、承担协议责任的，"
        "按裁判日期计，每一审级一件。",
    ),
    Indicator(
        code="litigation.loss_rate", title="败诉率", unit="%", kind=Kind.RATE, of=Instance, on="decided_on",
        hit=Q(outcome__in=LOST), over=OF_DEFENDANT,
        definition="本期败诉的裁判除以本期各审级审结的全部裁判（含裁定和撤诉），按裁判日期计。",
    ),
    Indicator(
        code="litigation.answered_rate", title="按期答辩举证率", unit="%", kind=Kind.RATE, of=Deadline, on="met_on",
        hit=Deadline.ON_TIME, over=Q(matter__kind="litigation", clock="evidence", standing="met"),
        definition="本期提交证据的案件中，在收到起诉状副本之日起十五日内（经准许延期的，自正当事由消除之日起十五日内）提交的比例。",
    ),
    Indicator(
        code="litigation.suggestions", title="收到司法建议", unit="件", of=CourtSuggestion, on="received_on",
        definition="本期在行政诉讼中收到的人民法院司法建议，按收到日期计。",
    ),
    Indicator(
        code="litigation.performed", title="履行生效裁判", unit="件", of=Deadline, on="met_on",
        hit=Q(matter__kind="litigation", clock="performing_by", standing="met"),
        definition="本期履行完毕的生效裁判，按履行日期计。",
    ),
    Indicator(
        code="litigation.performance_rate", title="按期履行生效裁判率", unit="%", kind=Kind.RATE, of=Deadline,
        on="due_on", hit=Deadline.ON_TIME, over=Q(matter__kind="litigation", clock="performing_by"),
        definition="裁判确定的履行期限在本期届满的案件中，在该期限内履行的比例。",
    ),
    Indicator(
        code="litigation.enforcement_applied", title="申请人民法院强制执行", unit="件", of=Enforcement, on="applied_on",
        definition="本期向人民法院申请强制执行的行政决定，按申请日期计。",
    ),
    Indicator(
        code="litigation.enforcement_allowed", title="法院准予强制执行", unit="件", of=Enforcement, on="closed_on",
        hit=Q(outcome="allowed"), definition="本期人民法院裁定准予执行的非诉执行申请，按裁定日期计。",
    ),
]  # fmt: skip
