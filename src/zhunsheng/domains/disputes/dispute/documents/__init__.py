"""The official documents of mediation: 人民调解法（2010）第十七条至第三十三条."""

from zhunsheng.kernel.issuing.declare import Template

DOCUMENTS = [
    Template(
        code="dispute.registration",
        title="矛盾纠纷受理登记表",
        file="documents/registration.txt",
        number="{mark}调登〔{year}〕{serial}号",
    ),
    Template(
        code="dispute.agreement",
        title="人民调解协议书",
        file="documents/agreement.txt",
        number="{mark}调协〔{year}〕{serial}号",
    ),
    Template(
        code="dispute.failure",
        title="调解不成告知书",
        file="documents/failure.txt",
        number="{mark}调告〔{year}〕{serial}号",
        addressed_to="{{ parties.party_a }}、{{ parties.party_b }}",
    ),
    Template(
        code="dispute.dispatch",
        title="吹哨派单",
        file="documents/dispatch.txt",
        number="{mark}哨〔{year}〕{serial}号",
        addressed_to="{{ matter.called_unit }}",
    ),
    Template(
        code="dispute.confirmation",
        title="司法确认申请书",
        file="documents/confirmation.txt",
        number="{mark}确申〔{year}〕{serial}号",
        addressed_to="{{ entry.answers.court }}",
    ),
    Template(
        code="dispute.visit",
        title="回访记录",
        file="documents/visit.txt",
        number="{mark}调访〔{year}〕{serial}号",
    ),
    Template(
        code="dispute.oral",
        title="人民调解口头协议登记表",
        file="documents/oral.txt",
        number="{mark}调口〔{year}〕{serial}号",
    ),
    Template(
        code="dispute.escalation",
        title="矛盾纠纷激化风险报告",
        file="documents/escalation.txt",
        number="{mark}调报〔{year}〕{serial}号",
        addressed_to="{{ entry.answers.reported_to }}",
    ),
]
