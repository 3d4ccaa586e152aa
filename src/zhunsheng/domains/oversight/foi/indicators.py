"""What is counted about requests for government information."""

from django.db.models import Q

from zhunsheng.domains.oversight.foi.models import FoiRequest, Reply
from zhunsheng.domains.oversight.foi.rows import GROUPS
from zhunsheng.kernel.indicators import Indicator, Kind
from zhunsheng.kernel.models import Deadline
from zhunsheng.kernel.periods import Period


def carried_in(period: Period) -> Q:
    """Received before the period and not concluded before it."""
    return Q(opened_on__lt=period.since) & (Q(closed_on=None) | Q(closed_on__gte=period.since))


def carried_out(period: Period) -> Q:
    """Received by the last day of the period and not concluded by then."""
    return Q(opened_on__lte=period.until) & (Q(closed_on=None) | Q(closed_on__gt=period.until))


RESULTS = [
    Indicator(
        code=f"foi.{code}", title=f"信息公开申请：{group.title}", unit="件", of=FoiRequest, on="closed_on",
        hit=Q(outcome__in=group.replies), part_of="foi.answered",
        definition=f"本期办结的政府信息公开申请中，结果为“{group.title}”的，按办结日期计；一件申请只计一种结果。",
    )
    for code, group in GROUPS.items()
]  # fmt: skip

INDICATORS = [
    Indicator(
        code="foi.received", title="新收政府信息公开申请", unit="件", of=FoiRequest, on="opened_on",
        definition="本期收到的政府信息公开申请，按收到日期计。",
    ),
    Indicator(
        code="foi.answered", title="办理信息公开申请", unit="件", of=FoiRequest, on="closed_on",
        sums=[each.code for each in RESULTS],
        definition="本期办结的政府信息公开申请，含予以公开、不予公开、无法提供、不予处理和其他处理，按办结日期计。",
    ),
    Indicator(
        code="foi.answered_rate", title="信息公开申请答复率", unit="%", kind=Kind.RATE, of=Deadline, on="met_on",
        hit=Deadline.ON_TIME, over=Q(matter__kind="foi", clock__in=["answer", "promised"], standing="met"),
        definition="本期办结的申请中，在法定答复期限内（扣除依法不计入的时间；依法确定延迟答复期限的，在该期限内）办结的比例。",
    ),
    *RESULTS,
    Indicator(
        code="foi.carried_in", title="上年结转政府信息公开申请", unit="件", of=FoiRequest, on="opened_on",
        kind=Kind.STOCK, hit=carried_in, definition="本期开始前收到、至本期开始时尚未办结的政府信息公开申请。",
    ),
    Indicator(
        code="foi.carried_out", title="结转下年度继续办理的政府信息公开申请", unit="件", of=FoiRequest, on="opened_on",
        kind=Kind.STOCK, hit=carried_out,
        definition="至本期最后一日收到而尚未办结的政府信息公开申请；新收与上年结转之和等于办结与结转下年度之和。",
    ),
    Indicator(
        code="foi.fees", title="收取信息处理费", unit="元", of=FoiRequest, on="closed_on", total="fee",
        hit=Q(fee__isnull=False) & ~Q(outcome=Reply.UNPAID),
        definition="本期办结的政府信息公开申请中，申请人按收费通知缴纳的信息处理费之和，按办结日期计。",
    ),
]  # fmt: skip
