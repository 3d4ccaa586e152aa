"""What is counted about disputes: found, mediated, settled, kept, confirmed; never about a person."""

from django.db.models import Q

from zhunsheng.domains.disputes.dispute.models import Confirmation, Dispute, Escalation, Report, Ruling, Visit, Whistle
from zhunsheng.domains.disputes.dispute.taxonomy import GRID_SOURCES, MEDIATED, SETTLED, DisputeType, Result
from zhunsheng.kernel.indicators import Indicator, Kind
from zhunsheng.kernel.models import Deadline

BY_GRID = Q(source__in=GRID_SOURCES)
IS_MEDIATED = Q(outcome__in=MEDIATED)
IS_SETTLED = Q(outcome__in=SETTLED)
TYPE_CODES = {kind: f"dispute.settled_{kind.value}" for kind in DisputeType}

GRID_FIGURES = [
    Indicator(
        code="dispute.screened", title="网格排查登记矛盾纠纷", unit="件", of=Dispute, on="opened_on", hit=BY_GRID,
        definition="本期由网格员巡查发现或者网格党群服务微站接待登记的矛盾纠纷，按登记日期计。",
    ),
    Indicator(
        code="dispute.mediated", title="网格党群服务微站排查调处矛盾纠纷", unit="件", of=Dispute, on="closed_on",
        hit=BY_GRID & IS_MEDIATED,
        definition="由网格员巡查发现或者网格党群服务微站接待登记，并在本期调解终结的矛盾纠纷：达成书面或口头协议的，"
        "以及调解不成并已告知其他途径的，按达成协议或者终结之日计。不含一方拒绝调解、当事人要求终止和尚在调解的。",
    ),
    Indicator(
        code="dispute.petition_prone", title="排查化解信访苗头", unit="件", of=Dispute, on="closed_on",
        hit=BY_GRID & IS_SETTLED & Q(petition_prone=True), part_of="dispute.mediated",
        definition="网格和微站排查调处的矛盾纠纷中，登记有信访苗头并在本期达成书面或口头协议的，按达成协议之日计。"
        "只计纠纷件数，不计人。",
    ),
]  # fmt: skip

MEDIATION = [
    Indicator(
        code="dispute.received", title="登记矛盾纠纷", unit="件", of=Dispute, on="opened_on",
        definition="本期登记的全部矛盾纠纷，不分来源，按登记日期计。",
    ),
    Indicator(
        code="dispute.accepted", title="人民调解受理", unit="件", of=Dispute, on="accepted_on",
        definition="本期由人民调解委员会受理并确定调解员的矛盾纠纷，按受理日期计。",
    ),
    Indicator(
        code="dispute.settled", title="调解成功", unit="件", of=Dispute, on="closed_on", hit=IS_SETTLED,
        sums=["dispute.settled_written", "dispute.settled_oral"],
        definition="本期达成书面或口头协议的矛盾纠纷，不分来源，按达成协议之日计。",
    ),
    Indicator(
        code="dispute.settled_written", title="达成书面协议", unit="件", of=Dispute, on="closed_on",
        hit=Q(outcome=Result.WRITTEN), part_of="dispute.settled",
        definition="调解成功的矛盾纠纷中制作书面调解协议的。",
    ),
    Indicator(
        code="dispute.settled_oral", title="达成口头协议", unit="件", of=Dispute, on="closed_on",
        hit=Q(outcome=Result.ORAL), part_of="dispute.settled",
        definition="调解成功的矛盾纠纷中以口头方式达成协议并由调解员记录的。",
    ),
    Indicator(
        code="dispute.failed", title="调解不成", unit="件", of=Dispute, on="closed_on", hit=Q(outcome=Result.FAILED),
        definition="本期调解不成、终止调解并已告知其他途径的矛盾纠纷，按终止之日计。",
    ),
    Indicator(
        code="dispute.not_mediated", title="拒绝或终止调解", unit="件", of=Dispute, on="closed_on",
        hit=Q(outcome__in=[Result.REFUSED, Result.WITHDRAWN]),
        definition="本期因一方明确拒绝或者当事人要求终止而结束的矛盾纠纷，按结束之日计。",
    ),
    Indicator(
        code="dispute.success_rate", title="调解成功率", unit="%", kind=Kind.RATE, of=Dispute, on="closed_on",
        hit=IS_SETTLED, over=IS_MEDIATED,
        definition="本期调解成功件数占调解终结件数（调解成功与调解不成之和）的比例；一方拒绝、当事人要求终止的不在分母中。",
    ),
    Indicator(
        code="dispute.amount", title="调解成功涉及金额", unit="元", of=Dispute, on="closed_on", hit=IS_SETTLED,
        total="amount", definition="本期调解成功的矛盾纠纷协议中载明的金额之和，没有载明金额的不计。",
    ),
    Indicator(
        code="dispute.persons", title="调解涉及人数", unit="人次", of=Dispute, on="closed_on", hit=IS_MEDIATED,
        total="persons",
        definition="本期调解终结的矛盾纠纷登记的涉及人数之和；只有数目，不识别个人，同一人可能多次计入。",
    ),
    Indicator(
        code="dispute.difficult", title="疑难复杂纠纷", unit="件", of=Dispute, on="closed_on",
        hit=IS_MEDIATED & Q(difficult=True), definition="本期调解终结的矛盾纠纷中登记为疑难复杂的。",
    ),
    Indicator(
        code="dispute.group", title="群体性纠纷", unit="件", of=Dispute, on="closed_on",
        hit=IS_MEDIATED & ~Q(scale=Dispute.Scale.SINGLE),
        definition="本期调解终结的矛盾纠纷中规模为一般群体性或者重大群体性的。",
    ),
]  # fmt: skip

TYPES = [
    Indicator(
        code=TYPE_CODES[kind], title=f"调解成功：{kind.label}", unit="件", of=Dispute, on="closed_on",
        hit=IS_SETTLED & Q(type=kind), part_of="dispute.settled",
        definition=f"本期调解成功的矛盾纠纷中类型为{kind.label}的，类型按全国人民调解统计口径。",
    )
    for kind in DisputeType
]  # fmt: skip

AROUND = [
    Indicator(
        code="dispute.whistles", title="吹哨", unit="次", of=Whistle, on="blown_on",
        definition="本期网格向部门发出的吹哨，按吹哨日期计。",
    ),
    Indicator(
        code="dispute.whistles_answered", title="部门反馈", unit="次", of=Report, on="reported_on",
        definition="本期部门对吹哨派单作出的反馈，按反馈日期计。",
    ),
    Indicator(
        code="dispute.whistles_on_time", title="部门按期反馈率", unit="%", kind=Kind.RATE, of=Deadline, on="met_on",
        hit=Deadline.ON_TIME, over=Q(matter__kind="dispute", clock="report", standing="met"),
        definition="本期部门反馈中，在派单写明的反馈日期之内的比例；以每件纠纷最近一次派单为准。",
    ),
    Indicator(
        code="dispute.escalations", title="激化风险报告", unit="次", of=Escalation, on="reported_on",
        definition="本期就可能激化的矛盾纠纷向公安机关或者其他有关部门作出的报告，按报告日期计。",
    ),
    Indicator(
        code="dispute.visits", title="协议履行回访", unit="次", of=Visit, on="visited_on",
        definition="本期对调解协议履行情况所作的回访，按回访日期计。",
    ),
    Indicator(
        code="dispute.confirmations_applied", title="申请司法确认", unit="件", of=Confirmation, on="applied_on",
        definition="本期双方当事人共同向人民法院提出的司法确认申请，按申请日期计。",
    ),
    Indicator(
        code="dispute.confirmed", title="司法确认有效", unit="件", of=Ruling, on="ruled_on",
        hit=Q(answer=Ruling.Answer.CONFIRMED), definition="本期人民法院裁定调解协议有效的，按裁定日期计。",
    ),
]  # fmt: skip

INDICATORS = [*GRID_FIGURES, *MEDIATION, *TYPES, *AROUND]
