"""The official documents of a suit; their texts stand beside this file."""

from zhunsheng.kernel.issuing import Template


def _paper(name: str, title: str, mark: str, basis: str, addressed_to: str) -> Template:
    return Template(
        code=f"litigation.{name}",
        title=title,
        file=f"documents/{name}.txt",
        number=f"{{mark}}{mark}〔{{year}}〕{{serial}}号",
        basis=basis,
        addressed_to=addressed_to,
    )


COURT = "{{ matter.court }}"
APPEAL_COURT = "{{ matter.appeal_court }}"

DOCUMENTS = [
    _paper("task", "行政应诉任务交办单", "应诉交", "ARL23 第四条第二款", "{{ matter.department }}"),
    _paper("answer", "行政答辩状", "应诉答", "ALL17 第六十七条", COURT),
    _paper("evidence", "证据目录", "应诉证", "ALL17 第六十七条", COURT),
    _paper("jurisdiction_objection", "管辖异议申请书", "应诉管", "ALI18 第十条", COURT),
    _paper("postponement", "延期提供证据申请书", "应诉延", "ALI18 第三十四条", COURT),
    _paper("absence_statement", "行政机关负责人不能出庭情况说明", "应诉说", "HEAD20 第九条", COURT),
    _paper("changed_act", "改变行政行为告知书", "应诉告", "ALI18 第八十一条", COURT),
    _paper("appeal", "行政上诉状", "应诉上", "ALL17 第八十五条", APPEAL_COURT),
    _paper("appeal_answer", "行政上诉答辩状", "应诉上答", "ALI18 第一百零八条", APPEAL_COURT),
    _paper("performance", "履行生效裁判情况报告", "应诉履", "ALL17 第九十四条", COURT),
    _paper("suggestion_reply", "司法建议回复函", "应诉复", "ALI18 第一百四十九条", COURT),
    _paper("demand", "履行行政决定催告书", "非执催", "AEL11 第五十四条", "{{ parties.obligor }}"),
    _paper("enforcement_application", "强制执行申请书", "非执申", "AEL11 第五十五条", COURT),
]
