"""依申请公开: requests for government information and the answers to them."""

from zhunsheng.domains.oversight.foi.documents import DOCUMENTS
from zhunsheng.domains.oversight.foi.indicators import INDICATORS
from zhunsheng.domains.oversight.foi.models import FoiRequest, Reply
from zhunsheng.domains.oversight.foi.procedure import FoiProcedure
from zhunsheng.domains.oversight.foi.sections import FORM, SECTIONS
from zhunsheng.kernel.registry import Domain, MatterKind

DOMAIN = Domain(
    code="foi",
    title="依申请公开",
    basis="FOI19 第二十七条",
    matters=[
        MatterKind(
            code="foi",
            title="政府信息公开申请",
            model=FoiRequest,
            procedures=[FoiProcedure],
            number="{mark}公开申〔{year}〕{serial}号",
            outcomes=Reply,
            parties={"applicant": "申请人", "agent": "代理人"},
            fields=["applicant", "channel", "wanted"],
            columns=["number", "title", "unit", "applicant", "state", "due_on"],
            filters=["state", "unit", "applicant", "channel"],
        )
    ],
    indicators=INDICATORS,
    sections=SECTIONS,
    forms=[FORM],
    documents=DOCUMENTS,
)
