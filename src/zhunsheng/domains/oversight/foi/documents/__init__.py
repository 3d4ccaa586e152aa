"""The official documents of a request; their texts lie beside this file."""

from zhunsheng.kernel.issuing import Template


def _document(name: str, title: str, mark: str, basis: str, to: str = "{{ parties.applicant }}") -> Template:
    return Template(
        code=f"foi.{name}", title=title, file=f"documents/{name}.txt", basis=basis, addressed_to=to,
        number="{mark}公开" + mark + "〔{year}〕{serial}号",
    )  # fmt: skip


DOCUMENTS = [
    _document("correction", "政府信息公开申请补正告知书", "补", "FOI19 第三十条"),
    _document("consultation", "政府信息公开第三方意见征询书", "征", "FOI19 第三十二条", "{{ matter.third_party }}"),
    _document("extension", "政府信息公开申请延长答复期限告知书", "延", "FOI19 第三十三条第二款"),
    _document("reply", "政府信息公开申请答复书", "答", "FOI19 第三十六条"),
]
