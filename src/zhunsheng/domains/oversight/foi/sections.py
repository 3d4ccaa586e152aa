"""The annual report on disclosure (六部分), and what disclosure contributes to the report on rule-of-law government.

The drafts are neutral words of our own, without any number that is not counted.
"""

from zhunsheng.domains.oversight.foi.remedies import proactive_table, remedy_table
from zhunsheng.domains.oversight.foi.tables import request_table
from zhunsheng.kernel.reports.declare import Part, ReportForm, Section

RULE = "FOI19 第五十条"
OFFICE = "zfb"
"""The district government's office answers for disclosure (第四十九条第二款)."""

FORM = ReportForm(
    code="foi",
    title="政府信息公开工作年度报告",
    basis=RULE,
    parts=(
        Part(at="一", title="总体情况", basis=RULE),
        Part(at="二", title="主动公开政府信息情况", basis=RULE),
        Part(at="三", title="收到和处理政府信息公开申请情况", basis=RULE),
        Part(at="四", title="政府信息公开行政复议、行政诉讼情况", basis=RULE),
        Part(at="五", title="存在的主要问题及改进情况", basis=RULE),
        Part(at="六", title="其他需要报告的事项", basis=RULE),
    ),
    due="03-31",
)
"""FOI19 第四十九条第二款: the government's report is published by the last day of March."""


def _own(at: str, title: str, text: str, **given: object) -> Section:
    return Section(form=FORM.code, at=at, title=title, by=OFFICE, text=text, **given)  # type: ignore[arg-type]


SECTIONS = [
    _own(
        "一.一", "主动公开",
        "围绕群众关心的重点领域及时公开政府信息，公开前依法审查，属于规范性文件的同步发布解读，"
        "对已公开的信息实行动态调整，失效和废止的及时标注。",
    ),
    _own(
        "一.二", "依申请公开",
        "畅通当面、邮寄、互联网等申请渠道，依法规范办理政府信息公开申请。"
        "全年新收申请{foi.received}件，同比{foi.received:change}；上年结转{foi.carried_in}件；"
        "办结{foi.answered}件，同比{foi.answered:change}；结转下年度继续办理{foi.carried_out}件。"
        "办结的申请中，予以公开{foi.disclosed}件，部分公开{foi.partly_disclosed}件，不予公开{foi.refused}件，"
        "无法提供{foi.unable}件，不予处理{foi.not_processed}件，其他处理{foi.otherwise}件；"
        "法定期限内答复率{foi.answered_rate}。",
        chart=["foi.received", "foi.answered", "foi.carried_out"],
    ),
    _own(
        "一.三", "政府信息管理",
        "落实政府信息公开属性源头认定，公文拟制时同步确定公开属性，发布前进行保密审查，并做好已公开信息的日常维护。",
    ),
    _own(
        "一.四", "政府信息公开平台建设",
        "以政府门户网站为主要平台公开政府信息，做好栏目内容保障和安全管理，便于群众查阅和获取。",
    ),
    _own(
        "一.五", "监督保障",
        "明确政府信息公开工作机构和人员，开展业务培训，对各单位公开工作定期检查，接受社会监督。",
    ),
    _own(
        "二", "主动公开政府信息情况",
        "主动公开的规章和行政规范性文件、行政许可、行政处罚、行政强制以及行政事业性收费情况见下表；"
        "表中以“—”表示的项目尚未纳入登记，不以零代替。",
        tables=[proactive_table],
    ),
    _own(
        "三", "收到和处理政府信息公开申请情况",
        "本年度收到和处理政府信息公开申请的情况按申请人类型和处理结果统计如下。",
        tables=[request_table],
    ),
    _own(
        "四", "政府信息公开行政复议、行政诉讼情况",
        "因政府信息公开引起的行政复议和行政诉讼情况统计如下。结果按本年度审结的案件计，含以前年度收到的案件；"
        "行政诉讼按一审裁判计。",
        tables=[remedy_table],
    ),
    _own(
        "五.一", "存在的主要问题",
        "个别单位主动公开的及时性有待提高，对申请内容复杂、涉及多个部门的申请，会商和答复的规范性还需加强。",
    ),
    _own(
        "五.二", "改进情况",
        "加强对各单位的业务指导和培训，统一答复文书和办理流程，遇有疑难申请及时会商，提高办理质量和效率。",
    ),
    _own("六", "其他需要报告的事项", "本年度收取信息处理费{foi.fees}元。没有其他需要报告的事项。"),
    Section(
        form="annual",
        at="二.五.1",
        title="推进政务公开",
        by=OFFICE,
        text=(
            "坚持以公开为常态、不公开为例外，规范办理政府信息公开申请。全年新收政府信息公开申请{foi.received}件，"
            "同比{foi.received:change}；办结{foi.answered}件，同比{foi.answered:change}；"
            "结转下年度继续办理{foi.carried_out}件。办结的申请中，予以公开{foi.disclosed}件、"
            "部分公开{foi.partly_disclosed}件、不予公开{foi.refused}件、无法提供{foi.unable}件、不予处理{foi.not_processed}件、其他处理{foi.otherwise}件，"
            "法定期限内答复率{foi.answered_rate}。"
        ),
        chart=["foi.received", "foi.answered"],
    ),
]  # fmt: skip
