"""What is counted about reconsideration: the figures usually quoted, each with its base."""

from django.db.models import Q

from zhunsheng.domains.disputes.reconsideration.choices import CORRECTED, DISMISSED, Outcome, Withdrawal
from zhunsheng.domains.disputes.reconsideration.models import Consultation, Hearing, Letter, Reconsideration
from zhunsheng.kernel.indicators import Indicator, Kind
from zhunsheng.kernel.models import Deadline
from zhunsheng.kernel.periods import Period

ACCEPTED = Q(accepted_on__isnull=False)
SETTLED = Q(outcome=Outcome.MEDIATION) | Q(withdrawal__in=[Withdrawal.SETTLED, Withdrawal.AFTER_MEDIATION])
BASE = "以本期审结的案件（含上年结转）为基数。"


def _ended(code: str, title: str, outcomes: tuple[str, ...], words: str) -> Indicator:
    """A way to end among the cases concluded in the period."""
    return Indicator(
        code=f"reconsideration.{code}", title=title, unit="件", of=Reconsideration, on="closed_on",
        hit=ACCEPTED & Q(outcome__in=outcomes), part_of="reconsideration.concluded_all",
        definition=f"本期审结的行政复议案件中，{words}，含上年结转的案件，按办结日期计。",
    )  # fmt: skip


def _share(code: str, title: str, hit: Q, words: str) -> Indicator:
    """A share of the cases concluded in the period."""
    return Indicator(
        code=f"reconsideration.{code}", title=title, unit="%", kind=Kind.RATE, of=Reconsideration, on="closed_on",
        hit=hit, over=ACCEPTED, definition=f"{words}的案件所占比例，{BASE}",
    )  # fmt: skip


def pending_at_start(period: Period) -> Q:
    """Accepted before the period and not concluded before it."""
    return Q(accepted_on__lt=period.since) & (Q(closed_on=None) | Q(closed_on__gte=period.since))


def pending_at_end(period: Period) -> Q:
    """Not concluded on the last day of the period."""
    return Q(closed_on=None) | Q(closed_on__gt=period.until)


INTAKE = [
    Indicator(
        code="reconsideration.received", title="收到行政复议申请", unit="件", of=Reconsideration, on="opened_on",
        definition="本期收到的行政复议申请，含后来未受理的，按收到日期计。",
    ),
    Indicator(
        code="reconsideration.accepted", title="受理行政复议案件", unit="件", of=Reconsideration, on="accepted_on",
        definition="本期受理（含视为受理）的行政复议案件，按受理日期计。",
    ),
    Indicator(
        code="reconsideration.refused", title="不予受理", unit="件", of=Reconsideration, on="closed_on",
        hit=Q(outcome__in=[Outcome.REFUSED, Outcome.REDIRECTED]),
        definition="本期决定不予受理的行政复议申请，含告知向有管辖权的机关提出的，按决定日期计。",
    ),
    Indicator(
        code="reconsideration.applicants", title="行政复议申请人", unit="人", of=Reconsideration, on="accepted_on",
        total="applicants", definition="本期受理案件的申请人数之和；同一申请人的多件案件分别计算。",
    ),
    Indicator(
        code="reconsideration.carried_in", title="上期结转行政复议案件", unit="件", of=Reconsideration,
        on="accepted_on", kind=Kind.STOCK, hit=pending_at_start,
        definition="本期开始前受理、至本期开始时尚未审结的行政复议案件。",
    ),
    Indicator(
        code="reconsideration.carried_out", title="未审结行政复议案件", unit="件", of=Reconsideration,
        on="accepted_on", kind=Kind.STOCK, hit=pending_at_end,
        definition="至本期最后一日已受理而尚未审结的行政复议案件；上期结转与受理之和等于审结与未审结之和。",
    ),
    Indicator(
        code="reconsideration.concluded", title="办结行政复议案件", unit="件", of=Reconsideration, on="closed_on",
        hit=lambda period: Q(accepted_on__range=(period.since, period.until)), part_of="reconsideration.accepted",
        definition="本期受理并在本期办结的行政复议案件，不含上年结转的案件，按办结日期计。",
    ),
    Indicator(
        code="reconsideration.concluded_all", title="审结行政复议案件（含结转）", unit="件", of=Reconsideration,
        on="closed_on", hit=ACCEPTED,
        sums=[
            "reconsideration.upheld", "reconsideration.annulled", "reconsideration.changed",
            "reconsideration.confirmed_unlawful", "reconsideration.ordered_to_perform",
            "reconsideration.agreement_duty", "reconsideration.dismissed", "reconsideration.mediated",
            "reconsideration.withdrawn", "reconsideration.ended_otherwise",
        ],
        definition="本期审结的全部行政复议案件，含上年结转的案件，按办结日期计。",
    ),
]  # fmt: skip

OUTCOMES = [
    _ended("upheld", "维持", (Outcome.UPHOLD.value,), "决定维持的"),
    _ended("annulled", "撤销", (Outcome.ANNUL.value, Outcome.ANNUL_PART.value), "决定撤销或者部分撤销的"),
    _ended("changed", "变更", (Outcome.CHANGE.value,), "决定变更的"),
    _ended(
        "confirmed_unlawful", "确认违法", (Outcome.CONFIRM_UNLAWFUL.value, Outcome.CONFIRM_INVALID.value),
        "确认违法或者确认无效的",
    ),
    _ended("ordered_to_perform", "责令履行", (Outcome.PERFORM.value,), "责令被申请人履行法定职责的"),
    _ended("agreement_duty", "责令承担行政协议责任", (Outcome.AGREEMENT_DUTY.value,), "责令承担行政协议责任的"),
    _ended("dismissed", "驳回", DISMISSED, "驳回申请或者驳回行政复议请求的"),
    _ended("mediated", "调解结案", (Outcome.MEDIATION.value,), "以调解书结案的"),
    _ended("withdrawn", "撤回申请终止", (Outcome.WITHDRAWN.value,), "申请人撤回申请而终止的"),
    _ended("ended_otherwise", "其他终止", (Outcome.ENDED.value,), "因其他法定原因终止的"),
]  # fmt: skip

RATES = [
    _share(
        "correction_rate", "直接纠错率", Q(outcome__in=CORRECTED),
        "撤销、部分撤销、变更、确认违法、确认无效、责令履行和责令承担行政协议责任",
    ),
    _share("mediation_rate", "调解和解率", SETTLED, "以调解书结案，或者和解、调解后撤回申请"),
    _share("resolved_rate", "案结事了率", Q(sued_on=None), "审结后未见起诉"),
    Indicator(
        code="reconsideration.simplified_rate", title="简易程序适用率", unit="%", kind=Kind.RATE, of=Reconsideration,
        on="accepted_on", hit=~Q(simplified_ground="") & Q(switched_for=""), over=Q(),
        definition="适用简易程序且未转为普通程序的案件所占比例，以本期受理的案件为基数。",
    ),
    Indicator(
        code="reconsideration.on_time_rate", title="法定期限内审结率", unit="%", kind=Kind.RATE, of=Deadline,
        on="met_on", hit=Deadline.ON_TIME,
        over=Q(matter__kind="reconsideration", clock="decision", standing="met", due_on__isnull=False)
        & Q(matter__accepted_on__isnull=False),
        definition="在法定审理期限内（含依法延长、扣除依法不计入的时间）审结的案件所占比例，以本期审结的案件为基数。",
    ),
]  # fmt: skip

WORK = [
    Indicator(
        code="reconsideration.hearings", title="行政复议听证", unit="次", of=Hearing, on="held_on",
        definition="本期举行的行政复议听证，按举行日期计。",
    ),
    Indicator(
        code="reconsideration.consultations", title="行政复议委员会咨询", unit="次", of=Consultation,
        on="consulted_on", definition="本期就个案咨询行政复议委员会的次数，按咨询日期计。",
    ),
    Indicator(
        code="reconsideration.letters", title="行政复议意见书", unit="份", of=Letter, on="issued_on",
        hit=Q(form=Letter.Form.OPINION), definition="本期制发的行政复议意见书，按制发日期计。",
    ),
    Indicator(
        code="reconsideration.suggestions", title="行政复议建议书", unit="份", of=Letter, on="issued_on",
        hit=Q(form=Letter.Form.SUGGESTION), definition="本期制发的行政复议建议书，按制发日期计。",
    ),
    Indicator(
        code="reconsideration.letters_answered_rate", title="意见书按期反馈率", unit="%", kind=Kind.RATE, of=Deadline,
        on="due_on", hit=Deadline.ON_TIME, over=Q(matter__kind="reconsideration", clock="letter_answer"),
        definition="收文单位在六十日内报告整改情况的意见书所占比例，以本期到期的意见书为基数。",
    ),
]  # fmt: skip

INDICATORS = [*INTAKE, *OUTCOMES, *RATES, *WORK]
