"""Cases about disclosure of government information, as part four of the annual report on disclosure counts them."""

from django.db.models import Q

from zhunsheng.domains.disputes.reconsideration.choices import CORRECTED, UPHELD, Act, Outcome
from zhunsheng.domains.disputes.reconsideration.indicators import ACCEPTED, pending_at_end
from zhunsheng.domains.disputes.reconsideration.models import Reconsideration
from zhunsheng.kernel.indicators import Indicator, Kind
from zhunsheng.kernel.periods import Period

ABOUT = Q(act=Act.DISCLOSURE)
STOOD = (*UPHELD, Outcome.DISMISS_CLAIM.value)
"""The act stood: upheld, or the claim dismissed because the organ had done its duty (ARL23 第六十九条)."""
ALL = "reconsideration.disclosure_all"
PARTS = ("upheld", "corrected", "otherwise", "pending")
WHAT = "申请复议事项为信息公开的行政复议案件"


def _ended(name: str, title: str, outcomes: Q, words: str) -> Indicator:
    return Indicator(
        code=f"reconsideration.disclosure_{name}", title=f"信息公开行政复议：{title}", unit="件", of=Reconsideration,
        on="closed_on", hit=ACCEPTED & ABOUT & outcomes, part_of=ALL,
        definition=f"{WHAT}中，本期审结且{words}的，含以前受理的案件，按办结日期计。",
    )  # fmt: skip


def _touched(period: Period) -> Q:
    """Concluded in the period, or not concluded on its last day."""
    return ABOUT & (Q(closed_on=None) | Q(closed_on__gte=period.since))


DISCLOSURE = [
    Indicator(
        code=ALL, title="信息公开行政复议：总计", unit="件", of=Reconsideration, on="accepted_on", kind=Kind.STOCK,
        hit=_touched, sums=[f"reconsideration.disclosure_{each}" for each in PARTS],
        definition=f"{WHAT}中，本期审结的和至本期最后一日尚未审结的之和。",
    ),
    _ended("upheld", "结果维持", Q(outcome__in=STOOD), "决定维持或者驳回行政复议请求"),
    _ended("corrected", "结果纠正", Q(outcome__in=CORRECTED), "决定撤销、变更、确认违法、确认无效或者责令履行"),
    _ended("otherwise", "其他结果", ~Q(outcome__in=(*STOOD, *CORRECTED)), "以驳回申请、调解、终止等其他方式结案"),
    Indicator(
        code="reconsideration.disclosure_pending", title="信息公开行政复议：尚未审结", unit="件", of=Reconsideration,
        on="accepted_on", kind=Kind.STOCK, hit=lambda period: ABOUT & pending_at_end(period), part_of=ALL,
        definition=f"{WHAT}中，至本期最后一日尚未审结的。",
    ),
]  # fmt: skip
