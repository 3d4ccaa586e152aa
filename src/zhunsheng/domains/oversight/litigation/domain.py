"""行政应诉: suits against the government with their instances, appearances and outcomes, and 非诉执行."""

from zhunsheng.domains.oversight.litigation.choices import Outcome, Ruling
from zhunsheng.domains.oversight.litigation.disclosure import DISCLOSURE
from zhunsheng.domains.oversight.litigation.documents import DOCUMENTS
from zhunsheng.domains.oversight.litigation.enforcement import EnforcementProcedure
from zhunsheng.domains.oversight.litigation.indicators import INDICATORS
from zhunsheng.domains.oversight.litigation.models import Appearance, CourtSuggestion, Enforcement, Instance, Suit
from zhunsheng.domains.oversight.litigation.procedure import SuitProcedure
from zhunsheng.domains.oversight.litigation.sections import SECTIONS
from zhunsheng.kernel.registry import Domain, MatterKind

DOMAIN = Domain(
    code="litigation",
    title="行政应诉",
    basis="ALL17 第三条",
    matters=[
        MatterKind(
            code="litigation",
            title="行政应诉案件",
            model=Suit,
            procedures=[SuitProcedure],
            number="{mark}行应〔{year}〕{serial}号",
            outcomes=Outcome,
            satellites=[Instance, Appearance, CourtSuggestion],
            parties={"plaintiff": "原告", "third_party": "第三人", "agent": "委托代理人"},
            fields=[
                "case_number", "court", "filed_on", "plaintiff", "plaintiff_count", "defendant_level",
                "defendant_role", "subject", "case_class", "administration", "compensation_joined",
                "document_challenged", "power_item",
            ],
            columns=["number", "title", "court", "subject", "department", "state", "due_on"],
            filters=["state", "unit", "subject", "case_class", "defendant_level", "outcome"],
        ),
        MatterKind(
            code="litigation.enforcement",
            title="非诉执行申请",
            model=Enforcement,
            procedures=[EnforcementProcedure],
            number="{mark}非执〔{year}〕{serial}号",
            outcomes=Ruling,
            parties={"obligor": "义务人"},
            fields=["act_number", "decided_on", "sue_until", "obligation", "amount", "power_item"],
            columns=["number", "title", "unit", "act_number", "state", "due_on"],
            filters=["state", "unit", "obligation", "outcome"],
        ),
    ],
    indicators=[*INDICATORS, *DISCLOSURE],
    sections=SECTIONS,
    documents=DOCUMENTS,
)  # fmt: skip
