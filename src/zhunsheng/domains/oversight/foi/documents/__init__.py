"""The official documents of a request; their texts lie beside this file."""

from zhunsheng.kernel.issuing import Template


def _document(name: str, title: str, mark: str, to: str = "{{ parties.applicant }}") -> Template:
    return Template(
        code=f"foi.{name}", title=title, file=f"documents/{name}.txt", addressed_to=to,
        number="{mark}公开" + mark + "〔{year}〕{serial}号",
    )  # fmt: skip


DOCUMENTS = [
    _document("correction", "政府信息公开申请补正告知书", "补"),
    _document("consultation", "政府信息公开第三方意见征询书", "征", "{{ matter.third_party }}"),
    _document("joint_consultation", "政府信息公开征求意见函", "函", "{{ matter.joint_organ.name }}"),
    _document("reasons", "政府信息公开申请说明理由通知书", "理"),
    _document("delay", "政府信息公开申请延迟答复告知书", "迟"),
    _document("not_handled", "政府信息公开申请不予处理告知书", "不"),
    _document("fee", "政府信息公开信息处理费收费通知书", "费"),
    _document("extension", "政府信息公开申请延长答复期限告知书", "延"),
    _document("reply", "政府信息公开申请答复书", "答"),
]
