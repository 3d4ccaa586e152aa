"""The official documents of a reconsideration; their texts lie beside this file.

The organ is the district government (行政复议机关); notices of the proceedings go out from its institution, the unit
that handles the case (ARL23 第四条第二款).
"""

from zhunsheng.kernel.issuing import Template

ORGAN = "{{ jurisdiction.name }}人民政府"
INSTITUTION = "{{ unit.name }}"
APPLICANT = "{{ parties.applicant }}"
RESPONDENT = "{% firstof matter.respondent.name matter.respondent_name %}"
BOTH = f"{APPLICANT}、{RESPONDENT}"
COMPETENT = "{{ matter.competent_organ }}"


def _document(name: str, title: str, number: str, to: str, signed_by: str = ORGAN) -> Template:
    return Template(
        code=f"reconsideration.{name}", title=title, file=f"documents/{name}.txt", addressed_to=to,
        signed_by=signed_by, number="{mark}政复" + number + "〔{year}〕{serial}号",
    )  # fmt: skip


DOCUMENTS = [
    _document("acceptance", "行政复议受理通知书", "受", APPLICANT),
    _document("refusal", "不予受理行政复议申请决定书", "不受", APPLICANT),
    _document("redirection", "行政复议告知书", "告", APPLICANT),
    _document("transfer", "行政复议申请转送函", "转", COMPETENT),
    _document("correction", "补正行政复议申请通知书", "补", APPLICANT, INSTITUTION),
    _document("reply_notice", "行政复议答复通知书", "答", RESPONDENT, INSTITUTION),
    _document("hearing", "行政复议听证通知书", "听", BOTH, INSTITUTION),
    _document("extension", "延长行政复议审理期限通知书", "延", BOTH, INSTITUTION),
    _document("suspension", "行政复议中止通知书", "中", BOTH),
    _document("document_suspension", "行政复议中止通知书", "规中", BOTH),
    _document("resumption", "恢复行政复议审理通知书", "恢", BOTH),
    _document("document_notice", "规范性文件审查答复通知书", "规", "制定机关", INSTITUTION),
    _document("document_transfer", "规范性文件审查转送函", "规转", COMPETENT),
    _document("basis_transfer", "行政行为依据审查转送函", "依转", COMPETENT),
    _document("decision", "行政复议决定书", "决", BOTH),
    _document("dismissal", "驳回行政复议申请决定书", "驳", BOTH),
    _document("mediation", "行政复议调解书", "调", BOTH),
    _document("termination", "行政复议终止决定书", "终", BOTH),
    _document("order", "责令限期履行通知书", "责", RESPONDENT),
    _document("interview", "行政复议约谈通知书", "约", RESPONDENT),
    _document("criticism", "关于未履行行政复议决定的通报", "通", RESPONDENT),
    _document("letter", "行政复议意见书", "意", "{{ entry.answers.addressed_to }}"),
    _document("suggestion", "行政复议建议书", "建", "{{ entry.answers.addressed_to }}", INSTITUTION),
]
