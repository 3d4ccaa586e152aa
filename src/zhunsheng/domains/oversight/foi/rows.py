"""The rows of the national table of requests: groups of results, and the replies that each row counts.

国办公开办函〔2021〕30号, table of part three. A request counts in one row only.
"""

from dataclasses import dataclass

from zhunsheng.domains.oversight.foi.models import Reply


@dataclass(frozen=True)
class Group:
    """A numbered group of results; its lines, where it has any, carry the labels of the form."""

    sign: str
    title: str
    lines: dict[str, tuple[Reply, ...]]

    @property
    def replies(self) -> tuple[str, ...]:
        return tuple(reply.value for line in self.lines.values() for reply in line)


GROUPS = {
    "disclosed": Group("（一）", "予以公开", {"": (Reply.PROVIDED, Reply.ALREADY_PUBLIC)}),
    "partly_disclosed": Group("（二）", "部分公开", {"": (Reply.PARTIAL,)}),
    "refused": Group(
        "（三）", "不予公开",
        {
            "1.属于国家秘密": (Reply.REFUSED_SECRET,),
            "2.其他法律行政法规禁止公开": (Reply.REFUSED_LAW,),
            "3.危及“三安全一稳定”": (Reply.REFUSED_SECURITY,),
            "4.保护第三方合法权益": (Reply.REFUSED_THIRD,),
            "5.属于三类内部事务信息": (Reply.REFUSED_INTERNAL,),
            "6.属于四类过程性信息": (Reply.REFUSED_PROCESS,),
            "7.属于行政执法案卷": (Reply.REFUSED_FILE,),
            "8.属于行政查询事项": (Reply.REFUSED_QUERY,),
        },
    ),
    "unable": Group(
        "（四）", "无法提供",
        {
            "1.本机关不掌握相关政府信息": (Reply.NOT_EXIST, Reply.NOT_OURS),
            "2.没有现成信息需要另行制作": (Reply.NO_READY_MADE,),
            "3.补正后申请内容仍不明确": (Reply.STILL_UNCLEAR,),
        },
    ),
    "not_processed": Group(
        "（五）", "不予处理",
        {
            "1.信访举报投诉类申请": (Reply.PETITION_LIKE,),
            "2.重复申请": (Reply.REPEAT,),
            "3.要求提供公开出版物": (Reply.PUBLICATION,),
            "4.无正当理由大量反复申请": (Reply.EXCESSIVE,),
            "5.要求行政机关确认或重新出具已获取信息": (Reply.CONFIRM,),
        },
    ),
    "otherwise": Group(
        "（六）", "其他处理",
        {
            "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请": (Reply.ABANDONED,),
            "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请": (Reply.UNPAID,),
            "3.其他": (Reply.OTHER,),
        },
    ),
}  # fmt: skip
"""By the last part of the code of the figure that counts the group."""
PARTLY_NOTE = "（区分处理的，只计这一情形，不计其他情形）"
