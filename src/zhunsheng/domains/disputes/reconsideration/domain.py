"""行政复议: reconsideration of administrative acts under the laws of 2017 and of 2023."""

from zhunsheng.domains.disputes.reconsideration.choices import Outcome
from zhunsheng.domains.disputes.reconsideration.disclosure import DISCLOSURE
from zhunsheng.domains.disputes.reconsideration.documents import DOCUMENTS
from zhunsheng.domains.disputes.reconsideration.indicators import INDICATORS
from zhunsheng.domains.disputes.reconsideration.models import (
    Consultation,
    Evidence,
    Hearing,
    Letter,
    LetterAnswer,
    OpinionHeard,
    Reconsideration,
)
from zhunsheng.domains.disputes.reconsideration.procedure import Reconsideration2017, Reconsideration2023
from zhunsheng.domains.disputes.reconsideration.sections import SECTIONS
from zhunsheng.kernel.registry import Domain, MatterKind

DOMAIN = Domain(
    code="reconsideration",
    title="行政复议",
    basis="ARL23 第四条",
    matters=[
        MatterKind(
            code="reconsideration",
            title="行政复议申请",
            model=Reconsideration,
            procedures=[Reconsideration2017, Reconsideration2023],
            number="{mark}政复〔{year}〕{serial}号",
            outcomes=Outcome,
            satellites=[OpinionHeard, Hearing, Consultation, Evidence, Letter, LetterAnswer],
            parties={"applicant": "申请人", "agent": "代理人", "representative": "申请人代表", "third_party": "第三人"},
            fields=[
                "applicant", "applicants", "channel", "respondent", "respondent_name", "respondent_kind", "act", "area",
                "contested", "request", "review_first", "third_party", "claims_compensation", "discretionary",
            ],
            columns=["number", "title", "unit", "respondent_kind", "act", "state", "due_on"],
            filters=["state", "unit", "act", "area", "respondent_kind", "applicant"],
        )
    ],
    indicators=[*INDICATORS, *DISCLOSURE],
    sections=SECTIONS,
    documents=DOCUMENTS,
)  # fmt: skip
