"""A request for government information: 政府信息公开条例（2019年修订）."""

from datetime import date
from typing import ClassVar

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from zhunsheng.kernel.models import Matter, Unit


class Applicant(models.TextChoices):
    """The columns of the national annual table (国办公开办函〔2021〕30号)."""

    PERSON = "person", "自然人"
    BUSINESS = "business", "商业企业"
    RESEARCH = "research", "科研机构"
    WELFARE = "welfare", "社会公益组织"
    LEGAL = "legal", "法律服务机构"
    OTHER = "other", "其他"


class Reply(models.TextChoices):
    """How a request ended; ``rows`` maps each to its row of the national annual table."""

    ALREADY_PUBLIC = "already_public", "已主动公开，告知获取方式"
    PROVIDED = "provided", "予以公开"
    PARTIAL = "partial", "部分公开"
    REFUSED_SECRET = "refused_secret", "不予公开：属于国家秘密"
    REFUSED_LAW = "refused_law", "不予公开：其他法律行政法规禁止公开"
    REFUSED_SECURITY = "refused_security", "不予公开：危及“三安全一稳定”"
    REFUSED_THIRD = "refused_third", "不予公开：保护第三方合法权益"
    REFUSED_INTERNAL = "refused_internal", "不予公开：属于三类内部事务信息"
    REFUSED_PROCESS = "refused_process", "不予公开：属于四类过程性信息"
    REFUSED_FILE = "refused_file", "不予公开：属于行政执法案卷"
    REFUSED_QUERY = "refused_query", "不予公开：属于行政查询事项"
    NOT_EXIST = "not_exist", "无法提供：政府信息不存在"
    NOT_OURS = "not_ours", "无法提供：不属于本机关公开"
    NO_READY_MADE = "no_ready_made", "无法提供：没有现成信息需要另行制作"
    STILL_UNCLEAR = "still_unclear", "无法提供：补正后申请内容仍不明确"
    PETITION_LIKE = "petition_like", "不予处理：信访举报投诉类申请"
    REPEAT = "repeat", "不予处理：重复申请"
    PUBLICATION = "publication", "不予处理：要求提供公开出版物"
    EXCESSIVE = "excessive", "不予处理：无正当理由大量反复申请"
    CONFIRM = "confirm", "不予处理：要求确认或重新出具已获取信息"
    ABANDONED = "abandoned", "其他处理：逾期不补正"
    UNPAID = "unpaid", "其他处理：逾期未缴费"
    OTHER = "other", "其他处理：其他"


REVIEW_LAW_OF_2023 = date(2024, 1, 1)
"""ARL23 第二十三条第一款第四项: a refusal to disclose goes to reconsideration before it goes to court."""
INTERPRETATION_OF_2025 = date(2025, 6, 1)
"""FOII25 第一条: from then on only a refusal under 第十四条, 第十五条 or 第十六条 of FOI19."""

ARTICLES = {
    Reply.ALREADY_PUBLIC: "第三十六条第一项",
    Reply.PROVIDED: "第三十六条第二项",
    Reply.PARTIAL: "第三十七条",
    Reply.REFUSED_SECRET: "第十四条、第三十六条第三项",
    Reply.REFUSED_LAW: "第十四条、第三十六条第三项",
    Reply.REFUSED_SECURITY: "第十四条、第三十六条第三项",
    Reply.REFUSED_THIRD: "第十五条、第三十六条第三项",
    Reply.REFUSED_INTERNAL: "第十六条第一款、第三十六条第三项",
    Reply.REFUSED_PROCESS: "第十六条第二款、第三十六条第三项",
    Reply.REFUSED_FILE: "第十六条第二款、第三十六条第三项",
    Reply.REFUSED_QUERY: "第三十六条第七项",
    Reply.NOT_EXIST: "第三十六条第四项",
    Reply.NOT_OURS: "第三十六条第五项",
    Reply.NO_READY_MADE: "第三十八条",
    Reply.STILL_UNCLEAR: "第三十条",
    Reply.PETITION_LIKE: "第三十九条第一款",
    Reply.REPEAT: "第三十六条第六项",
    Reply.PUBLICATION: "第三十九条第二款",
    Reply.EXCESSIVE: "第三十五条",
}
"""The place in FOI19 on which a reply rests; the row for confirming what was already given is one of the form only."""
LONGEST_EXTENSION = 20  # working days, FOI19 第三十三条第二款

REFUSALS = tuple(reply.value for reply in Reply if reply.value.startswith("refused_"))

UNDER_14_TO_16 = tuple(reply for reply in REFUSALS if reply != Reply.REFUSED_QUERY)


class FoiRequest(Matter):
    """A request by anyone for information that a unit of the district made or keeps (第二十七条)."""

    class Channel(models.TextChoices):
        """How it came, which tells the day of receipt (FOI19 第三十一条): the day it was handed in; the day the
        post was signed for; for mail without signature, the internet and fax the day both sides confirmed."""

        COUNTER = "counter", "当面提交"
        POST = "post", "邮寄"
        LETTER = "letter", "平常信函"
        WEB = "web", "互联网"
        FAX = "fax", "传真"

    applicant = models.CharField("申请人类型", max_length=10, choices=Applicant)
    channel = models.CharField(
        "提交方式",
        max_length=10,
        choices=Channel,
        help_text="收到日期：当面提交的为提交之日，邮寄的为签收之日，平常信函、互联网、传真提交的为双方确认之日。",
    )
    wanted = models.TextField("所需信息")
    correct_by = models.DateField("补正期限", null=True, blank=True)
    third_party = models.CharField("第三方", max_length=100, blank=True)
    joint_organ = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="共同制作机关"
    )
    request_received_on = models.DateField("征求意见书送达日期", null=True, blank=True)
    extension_days = models.PositiveSmallIntegerField(
        "延长工作日数", null=True, blank=True, validators=[MinValueValidator(1), MaxValueValidator(LONGEST_EXTENSION)]
    )
    reply_by = models.DateField("约定答复日期", null=True, blank=True)
    fee = models.DecimalField("信息处理费（元）", max_digits=10, decimal_places=2, null=True, blank=True)
    pay_by = models.DateField("缴费期限", null=True, blank=True)
    review_first = models.BooleanField("须先申请行政复议", default=False)
    reply_text = models.TextField("答复内容", blank=True)

    class Meta:
        verbose_name = "政府信息公开申请"
        indexes: ClassVar = []

    @property
    def article(self) -> str:
        """The article on which the reply rests, empty where the regulation names none."""
        return ARTICLES.get(Reply(self.outcome), "") if self.outcome else ""

    @property
    def replied_under_review_law_of_2023(self) -> bool:
        return self.closed_on is not None and self.closed_on >= REVIEW_LAW_OF_2023

    @property
    def replied_under_interpretation_of_2025(self) -> bool:
        return self.closed_on is not None and self.closed_on >= INTERPRETATION_OF_2025

    @property
    def needs_review_first(self) -> bool:
        """Whether the reply goes to court only after reconsideration; a partial refusal is ticked when replying."""
        refused = UNDER_14_TO_16 if self.replied_under_interpretation_of_2025 else REFUSALS
        return self.replied_under_review_law_of_2023 and (self.review_first or self.outcome in refused)
