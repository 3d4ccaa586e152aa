"""The official documents of a reconsideration; their texts lie beside this file."""

from zhunsheng.kernel.issuing import Template


def _document(name: str, title: str, number: str, basis: str, to: str = "{{ parties.applicant }}") -> Template:
    return Template(
        code=f"reconsideration.{name}", title=title, file=f"documents/{name}.txt", basis=basis, addressed_to=to,
        number="{mark}政复" + number + "〔{year}〕{serial}号",
    )  # fmt: skip


RESPONDENT = "{% firstof matter.respondent.name matter.respondent_name %}"
BOTH = "{{ parties.applicant }}、" + RESPONDENT

DOCUMENTS = [
    _document("acceptance", "行政复议受理通知书", "受", "ARL23 第三十条"),
    _document("refusal", "不予受理行政复议申请决定书", "不受", "ARL23 第三十条"),
    _document("correction", "补正行政复议申请通知书", "补", "ARL23 第三十一条"),
    _document("reply_notice", "行政复议答复通知书", "答", "ARL23 第四十八条", RESPONDENT),
    _document("hearing", "行政复议听证通知书", "听", "ARL23 第五十一条", BOTH),
    _document("extension", "延长行政复议审理期限通知书", "延", "ARL23 第六十二条", BOTH),
    _document("suspension", "行政复议中止通知书", "中", "ARL23 第三十九条", BOTH),
    _document("resumption", "恢复行政复议审理通知书", "恢", "ARL23 第三十九条", BOTH),
    _document("decision", "行政复议决定书", "决", "ARL23 第六十一条", BOTH),
    _document("mediation", "行政复议调解书", "调", "ARL23 第七十三条", BOTH),
    _document("termination", "行政复议终止决定书", "终", "ARL23 第四十一条", BOTH),
    _document("letter", "行政复议意见书", "意", "ARL23 第七十六条", "{{ entry.answers.addressed_to }}"),
]
