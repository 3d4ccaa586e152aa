"""矛盾纠纷排查调处: disputes found by the grid or brought by the parties, under 人民调解法（2010）."""

from zhunsheng.domains.disputes.dispute.documents import DOCUMENTS
from zhunsheng.domains.disputes.dispute.indicators import INDICATORS
from zhunsheng.domains.disputes.dispute.models import (
    Confirmation,
    Dispute,
    Escalation,
    Report,
    Ruling,
    Session,
    Visit,
    Whistle,
)
from zhunsheng.domains.disputes.dispute.procedure import DisputeProcedure
from zhunsheng.domains.disputes.dispute.reports import SECTIONS
from zhunsheng.domains.disputes.dispute.taxonomy import Result
from zhunsheng.kernel.registry import Domain, MatterKind
from zhunsheng.kernel.roles import Role

DOMAIN = Domain(
    code="dispute",
    title="网格排查与人民调解",
    basis="PML10 第十七条",
    matters=[
        MatterKind(
            code="dispute",
            title="矛盾纠纷",
            model=Dispute,
            procedures=[DisputeProcedure],
            number="{mark}调〔{year}〕{serial}号",
            outcomes=Result,
            opened_by=Role.GRID,
            satellites=[Session, Whistle, Report, Escalation, Visit, Confirmation, Ruling],
            parties={"party_a": "甲方当事人", "party_b": "乙方当事人", "third": "第三人"},
            fields=["source", "type", "scale", "persons", "petition_prone", "facts"],
            columns=["number", "title", "place", "type", "source", "state", "due_on"],
            filters=["state", "unit", "type", "source", "petition_prone"],
        )
    ],
    indicators=INDICATORS,
    sections=SECTIONS,
    documents=DOCUMENTS,
)
