"""The official documents of a suit; their texts stand beside this file."""

from zhunsheng.kernel.issuing import Template


def _paper(name: str, title: str, mark: str, addressed_to: str, signed_by: str = "") -> Template:
    return Template(
        code=f"litigation.{name}",
        title=title,
        file=f"documents/{name}.txt",
        number=f"{{mark}}{mark}〔{{year}}〕{{serial}}号",
        addressed_to=addressed_to,
        signed_by=signed_by,
    )


COURT = "{{ matter.court }}"
APPEAL_COURT = "{{ matter.appeal_court }}"

DEFENDANT = (
    '{% if matter.defendant_level == "district" %}{{ jurisdiction.name }}人民政府{% else %}{{ unit.name }}{% endif %}'
)
"""The papers of a suit go out in the name of the defendant, not of the unit that organises the defence."""

DOCUMENTS = [
    _paper("task", "行政应诉任务交办单", "应诉交", "{{ matter.department }}"),
    _paper("answer", "行政答辩状", "应诉答", COURT, DEFENDANT),
    _paper("evidence", "证据目录", "应诉证", COURT, DEFENDANT),
    _paper("proxy", "授权委托书", "应诉委", COURT, DEFENDANT),
    _paper("jurisdiction_objection", "管辖异议申请书", "应诉管", COURT, DEFENDANT),
    _paper("postponement", "延期提供证据申请书", "应诉延", COURT, DEFENDANT),
    _paper("identity", "行政机关负责人身份证明", "应诉身", COURT, DEFENDANT),
    _paper("absence_statement", "行政机关负责人不能出庭情况说明", "应诉说", COURT, DEFENDANT),
    _paper("changed_act", "改变行政行为告知书", "应诉告", COURT, DEFENDANT),
    _paper("appeal", "行政上诉状", "应诉上", APPEAL_COURT, DEFENDANT),
    _paper("appeal_answer", "行政上诉答辩状", "应诉上答", APPEAL_COURT, DEFENDANT),
    _paper("retrial_opinion", "再审申请书面意见", "应诉再", "{{ matter.retrial_court }}", DEFENDANT),
    _paper("performance", "履行生效裁判情况报告", "应诉履", COURT, DEFENDANT),
    _paper("suggestion_reply", "司法建议回复函", "应诉复", COURT, DEFENDANT),
    _paper("demand", "履行行政决定催告书", "非执催", "{{ parties.obligor }}"),
    _paper("enforcement_application", "强制执行申请书", "非执申", COURT),
]
