"""What is counted about advisers of villages and communities."""

from django.db.models import Q

from zhunsheng.domains.society.adviser.coverage import covered_on, unvisited_on
from zhunsheng.domains.society.adviser.models import AdviserContract, AdviserTalk, AdviserVisit
from zhunsheng.kernel.indicators import Indicator, Kind
from zhunsheng.kernel.models import Unit
from zhunsheng.kernel.periods import Period
from zhunsheng.kernel.units.models import UnitKind


def _covered(period: Period) -> Q:
    return covered_on(period.until)


def _unvisited(period: Period) -> Q:
    return unvisited_on(period.until)


INDICATORS = [
    Indicator(
        code="adviser.villages_covered", title="聘用法律顾问的村（社区）", unit="个", kind=Kind.STOCK,
        of=AdviserContract, distinct="place",
        definition="期末聘用合同有效的村（社区），同一村（社区）只计一次。",
    ),
    Indicator(
        code="adviser.coverage", title="村（社区）法律顾问覆盖率", unit="%", kind=Kind.RATE, of=Unit, hit=_covered,
        over=Q(kind=UnitKind.COMMUNITY),
        definition="期末聘用合同有效的村（社区）占期末全部村（社区）的比例。",
    ),
    Indicator(
        code="adviser.visits", title="法律顾问入村（社区）服务", unit="次", of=AdviserVisit, on="happened_on",
        definition="本期法律顾问进入村（社区）提供服务的次数，按服务日期计，作废的不计。",
    ),
    Indicator(
        code="adviser.consultations", title="法律顾问提供咨询", unit="人次", of=AdviserVisit, on="happened_on",
        total="consultations",
        definition="本期法律顾问入村（社区）服务时解答咨询的人次合计，按服务日期计。",
    ),
    Indicator(
        code="adviser.education_events", title="法律顾问普法宣传活动", unit="场次", of=AdviserTalk, on="happened_on",
        definition="本期法律顾问在村（社区）开展的普法宣传活动场次，按活动日期计，作废的不计。",
    ),
    Indicator(
        code="adviser.mediations", title="法律顾问参与调解", unit="件", of=AdviserVisit, on="happened_on",
        total="mediations",
        definition="本期法律顾问入村（社区）服务时参与调解的矛盾纠纷件数合计，按服务日期计。",
    ),
    Indicator(
        code="adviser.papers_reviewed", title="法律顾问审查文书", unit="件", of=AdviserVisit, on="happened_on",
        total="papers_reviewed",
        definition="本期法律顾问为村（社区）审查合同、村规民约等文书的件数合计，按服务日期计。",
    ),
    Indicator(
        code="adviser.unvisited", title="一个月未入村服务的村（社区）", unit="个", kind=Kind.STOCK, of=AdviserContract,
        hit=_unvisited, distinct="place",
        definition="期末聘用合同有效满一个月，且期末前一个月内没有入村（社区）服务记录的村（社区）。",
    ),
]  # fmt: skip
