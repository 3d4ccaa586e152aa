"""Four invented documents that together use every element of the layout."""

from dataclasses import replace
from datetime import date

from zhunsheng.kernel.charts import Series, bar_chart, grouped_bars, line_months
from zhunsheng.kernel.documents import (
    Align,
    Cell,
    Chart,
    Column,
    Heading,
    Note,
    OfficialDocument,
    Paragraph,
    Proof,
    Run,
    Table,
)

ORGAN = "云溪区人民政府"
PLACES = ("东关街道", "西桥街道", "南坪街道", "北林街道", "柳巷街道", "河湾街道", "石井镇")


def notice() -> OfficialDocument:
    """A notice that a request for reconsideration is accepted: a letter of one page."""
    return OfficialDocument(
        title="行政复议受理通知书",
        organ=ORGAN,
        number="云政复受〔2023〕12号",
        addressed_to="张某某",
        signed_by=ORGAN,
        dated_on=date(2023, 6, 9),
        copied_to=("区自然资源局",),
        body=(
            Paragraph.of(
                "你不服被申请人云溪区自然资源局2023年5月11日作出的《不予公开告知书》（云自然资告〔2023〕7号），"
                "于2023年6月5日向本机关提出的行政复议申请，经审查，符合《中华人民共和国行政复议法》规定的受理条件，"
                "本机关决定予以受理。"
            ),
            Paragraph.of("自受理之日起六十日内，本机关将依法作出行政复议决定。你可以委托一至二名代理人参加行政复议。"),
            Paragraph.of("特此通知。"),
        ),
    )


def decision() -> OfficialDocument:
    """A decision with a red head, secrecy marks, attachments and an imprint: two pages or more."""
    reason = (
        "经审理查明：申请人于2023年4月3日以邮寄方式向被申请人提出政府信息公开申请，要求公开南坪街道片区征收补偿方案。"
        "被申请人于同年4月6日收到该申请，5月11日作出答复。本机关认为，被申请人作出答复超过法定期限，且未说明延长理由。"
    )
    return OfficialDocument(
        title="云溪区人民政府关于张某某不服区自然资源局不予公开政府信息行为的行政复议决定",
        organ=ORGAN,
        mark="云溪区人民政府行政复议办公室文件",
        number="云政复决〔2023〕12号",
        addressed_to="张某某、区自然资源局",
        signed_by="云溪区人民政府行政复议办公室",
        dated_on=date(2023, 8, 14),
        urgency="特急",
        copy_number="000007",
        attachments=("证据目录。", "送达回证（一式两份）"),
        remark="此件公开发布",
        copied_to=("区司法局", "区人民法院", "南坪街道办事处"),
        printed_by="云溪区人民政府办公室",
        printed_on=date(2023, 8, 15),
        body=(
            Heading("一、审理情况"),
            Heading("（一）申请人请求", 2),
            Paragraph.of(reason),
            Heading("1．关于期限。", 3),
            Paragraph.of(reason),
            Heading("（1）关于送达。", 4),
            Paragraph.of(reason),
            Heading("二、决定"),
            Paragraph.of(
                "根据《中华人民共和国行政复议法》第二十八条第一款第三项的规定，本机关决定：",
                Run("确认被申请人逾期答复的行为违法。", strong=True),
            ),
        ),
    )


def annual_report() -> OfficialDocument:
    """A yearly report without a head: figures, charts, a table and the address of its page."""
    this_year, last_year = (80, 67, 25, 41, 18, 9, 33), (71, 70, 19, None, 22, 7, 30)
    rows = tuple(
        (place, f"{now:,}", "—" if then is None else f"{then:,}")
        for place, now, then in zip(PLACES, this_year, last_year, strict=True)
    )
    return OfficialDocument(
        title="云溪区2023年法治政府建设年度报告",
        signed_by=ORGAN,
        dated_on=date(2024, 3, 29),
        address="https://yunxi.example/reports/2023/",
        body=(
            Heading("一、主要举措和成效"),
            Paragraph.of(
                "全年受理行政复议申请",
                Run("80", figure="reconsideration.accepted"),
                "件，审结",
                Run("67", figure="reconsideration.concluded"),
                "件。",
            ),
            Chart(
                grouped_bars(
                    "各镇街矛盾纠纷排查数",
                    PLACES,
                    (Series("2023年", this_year), Series("2022年", last_year)),
                    unit="件",
                    note="北林街道2022年未报送。",
                ),
                "各镇街矛盾纠纷排查数",
            ),
            Table(
                "各镇街矛盾纠纷排查数",
                (Column(2, Align.LEFT), Column(), Column()),
                (("镇街", "2023年", "2022年"),),
                rows,
            ),
            Note("注：数据由各镇街逐件登记后汇总。"),
            Chart(
                line_months(
                    "每月受理复议申请",
                    (
                        Series("2023年", (5, 6, 8, 7, 9, 4, 6, 8, 7, 5, 9, 6)),
                        Series("2022年", (4, 5, 6, 5, None, None, 7, 7, 6, 5, 8, 6)),
                    ),
                    unit="件",
                ),
                "每月受理复议申请",
            ),
            Chart(
                bar_chart(
                    "复议结论", ("维持", "撤销、变更或者确认违法", "责令履行", "终止"), (31, 14, 2, 20), unit="件"
                ),
                "复议结论",
            ),
            Heading("二、存在的不足和原因"),
            Paragraph.of("个别单位答复不及时。"),
        ),
    )


def report_with_annexes() -> OfficialDocument:
    """A sealed report with two wide tables behind its signature, proof and address."""
    wide = Table("各镇街案件统计表", (Column(2, Align.LEFT), *(Column() for _ in range(40))), (), (("甲", *"0" * 40),))
    return replace(
        annual_report(),
        body=(Heading("一、主要举措和成效"), Paragraph.of("各镇街办理情况见", Run("附件2", annex=1), "。")),
        attachments=("证据目录",),
        annexes=(replace(wide, landscape=True, note="单位：件。"), replace(wide, caption="第二张统计表")),
        proof=Proof("本报告已封存。", (("封存摘要", "5a" * 32), ("正文摘要", "c3" * 32))),
    )


def foi_table(*, landscape: bool = False) -> OfficialDocument:
    """The national table of FOI requests: three rows of head, 25 rows of figures, merged on both sides."""
    kinds = ("商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他")
    head = (
        (
            Cell("（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", rows=3, columns=3),
            Cell("申请人情况", columns=7),
        ),
        (Cell("自然人", rows=2), Cell("法人或其他组织", columns=5), Cell("总计", rows=2)),
        kinds,
    )
    return OfficialDocument(
        title="收到和处理政府信息公开申请情况",
        signed_by=ORGAN,
        dated_on=date(2024, 1, 20),
        body=(Table("", _foi_columns(), head, tuple(_foi_rows()), 9, 3, landscape),),
    )


def _foi_columns() -> tuple[Column, ...]:
    return (
        Column(1.2, Align.LEFT),
        Column(1.6, Align.LEFT),
        Column(5.2, Align.LEFT),
        *(Column(1.05) for _ in range(7)),
    )


FOI_GROUPS = (
    (
        "（三）不予公开",
        (
            "1．属于国家秘密",
            "2．其他法律行政法规禁止公开",
            "3．危及“三安全一稳定”",
            "4．保护第三方合法权益",
            "5．属于三类内部事务信息",
            "6．属于四类过程性信息",
            "7．属于行政执法案卷",
            "8．属于行政查询事项",
        ),
    ),
    ("（四）无法提供", ("1．本机关不掌握相关政府信息", "2．没有现成信息需要另行制作", "3．补正后申请内容仍不明确")),
    (
        "（五）不予处理",
        (
            "1．信访举报投诉类申请",
            "2．重复申请",
            "3．要求提供公开出版物",
            "4．无正当理由大量反复申请",
            "5．要求行政机关确认或重新出具已获取信息",
        ),
    ),
    (
        "（六）其他处理",
        (
            "1．申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
            "2．申请人逾期未按收费通知要求缴纳费用",
            "3．其他",
        ),
    ),
)


def _foi_rows() -> list[tuple[str | Cell, ...]]:
    figures = ("25", "0", "0", "0", "0", "0", "25")
    rows: list[tuple[str | Cell, ...]] = [
        (Cell("一、本年新收政府信息公开申请数量", columns=3), *figures),
        (Cell("二、上年结转政府信息公开申请数量", columns=3), *figures),
        (Cell("三、本年度办理结果", rows=22, align=Align.CENTER), Cell("（一）予以公开", columns=2), *figures),
        (Cell("（二）部分公开（区分处理的，只计这一情形，不计其他情形）", columns=2), *figures),
    ]
    for name, leaves in FOI_GROUPS:
        rows.append((Cell(name, rows=len(leaves)), leaves[0], *figures))
        rows.extend((leaf, *figures) for leaf in leaves[1:])
    rows.append((Cell("（七）总计", columns=2), *figures))
    rows.append((Cell("四、结转下年度继续办理", columns=3), *figures))
    return rows
