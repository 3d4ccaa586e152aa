"""What is counted about requests for government information."""

from django.db.models import Q

from zhunsheng.domains.oversight.foi.models import FoiRequest
from zhunsheng.kernel.indicators import Indicator, Kind
from zhunsheng.kernel.models import Deadline

INDICATORS = [
    Indicator(
        code="foi.received", title="新收政府信息公开申请", unit="件", of=FoiRequest, on="opened_on",
        definition="本期收到的政府信息公开申请，按收到日期计。",
    ),
    Indicator(
        code="foi.answered", title="办理信息公开申请", unit="件", of=FoiRequest, on="closed_on",
        definition="本期办结的政府信息公开申请，含予以公开、不予公开、无法提供、不予处理和其他处理，按办结日期计。",
    ),
    Indicator(
        code="foi.answered_rate", title="信息公开申请答复率", unit="%", kind=Kind.RATE, of=Deadline, on="met_on",
        hit=Deadline.ON_TIME, over=Q(matter__kind="foi", clock="answer", standing="met"),
        definition="本期办结的申请中，在法定答复期限内（扣除依法不计入的时间）办结的比例。",
    ),
]  # fmt: skip
