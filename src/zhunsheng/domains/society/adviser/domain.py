"""村（社区）法律顾问: every village and community has a lawyer who comes (司法部2018年村（居）法律顾问工作意见)."""

from zhunsheng.domains.society.adviser.coverage import EVERY
from zhunsheng.domains.society.adviser.indicators import INDICATORS
from zhunsheng.domains.society.adviser.models import AdviserContract, AdviserTalk, AdviserVisit
from zhunsheng.domains.society.adviser.sections import SECTIONS
from zhunsheng.kernel.registry import ActivityKind, Domain, Expectation, Register

DOMAIN = Domain(
    code="adviser",
    title="村（社区）法律顾问",
    basis="VLA18",
    registers=[
        Register(
            code="adviser.contract",
            title="法律顾问聘用合同",
            model=AdviserContract,
            fields=["adviser", "practice", "firm"],
            unique_while_valid=["place"],
            expects=Expectation(activity="adviser.visit", every=EVERY, title="一个月未入村服务"),
            columns=["place", "adviser", "practice", "firm", "valid_from", "valid_until"],
            filters=["place", "practice"],
        )
    ],
    activities=[
        ActivityKind(
            code="adviser.visit",
            title="入村（社区）服务",
            model=AdviserVisit,
            fields=["consultations", "mediations", "papers_reviewed", "summary"],
            under="adviser.contract",
            at_place=True,
            columns=["happened_on", "place", "title", "consultations", "mediations", "papers_reviewed"],
            filters=["place"],
        ),
        ActivityKind(
            code="adviser.talk",
            title="普法宣传活动",
            model=AdviserTalk,
            fields=["theme"],
            under="adviser.contract",
            at_place=True,
            columns=["happened_on", "place", "theme", "participants"],
            filters=["place"],
        ),
    ],
    indicators=INDICATORS,
    sections=SECTIONS,
)
