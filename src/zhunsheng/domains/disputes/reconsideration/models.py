"""An application for reconsideration (行政复议), and the rows its steps add."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from zhunsheng.domains.disputes.reconsideration.choices import (
    REVIEW_FIRST_2017,
    Act,
    Applicant,
    Approver,
    Area,
    Ending,
    Respondent,
    ReviewFirst,
    Service,
    SimplifiedGround,
    StayGround,
    Suspension,
    Withdrawal,
)
from zhunsheng.kernel.models import Matter, Satellite, Unit

LONGEST_EXTENSION = 30  # days, ARL23 第六十二条; ARL17 第三十一条


class Reconsideration(Matter):
    """An application by somebody who holds an administrative act to have infringed their rights."""

    class Channel(models.TextChoices):
        COUNTER = "counter", "当面提交"
        POST = "post", "邮寄"
        WEB = "web", "互联网"
        ORAL = "oral", "口头申请"

    applicant = models.CharField("申请人类型", max_length=14, choices=Applicant)
    applicants = models.PositiveIntegerField("申请人数", default=1, validators=[MinValueValidator(1)])
    channel = models.CharField("申请方式", max_length=10, choices=Channel)
    respondent = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="被申请人（本区单位）"
    )
    respondent_name = models.CharField("被申请人名称", max_length=100, blank=True)
    respondent_kind = models.CharField("被申请人类型", max_length=20, choices=Respondent)
    act = models.CharField("申请复议事项", max_length=14, choices=Act)
    area = models.CharField("行政管理类型", max_length=14, choices=Area)
    contested = models.CharField("被申请复议的行政行为", max_length=200)
    request = models.TextField("行政复议请求")
    review_first = models.CharField("复议前置情形", max_length=12, choices=ReviewFirst, blank=True)
    third_party = models.CharField("第三人", max_length=100, blank=True)
    claims_compensation = models.BooleanField("一并请求行政赔偿", default=False)
    discretionary = models.BooleanField("属于自由裁量或者赔偿、补偿纠纷", default=False)

    correction_received_on = models.DateField("补正通知送达日期", null=True, blank=True)
    correct_by = models.DateField("补正截止日期", null=True, blank=True)
    refused_for = models.CharField("不予受理的理由", max_length=200, blank=True)
    competent_organ = models.CharField("有管辖权的机关", max_length=100, blank=True)

    simplified_ground = models.CharField("适用简易程序的情形", max_length=12, choices=SimplifiedGround, blank=True)
    switched_for = models.CharField("转为普通程序的理由", max_length=200, blank=True)
    copy_received_on = models.DateField("申请书副本送达日期", null=True, blank=True)
    hearing_on = models.DateField("听证日期", null=True, blank=True)
    decide_by = models.DateField("其他法律规定的审理届满日期", null=True, blank=True)
    suspension = models.CharField("中止情形", max_length=14, choices=Suspension, blank=True)
    document = models.CharField("附带审查的规范性文件", max_length=200, blank=True)
    maker_notified_on = models.DateField("书面通知送达制定机关日期", null=True, blank=True)
    transfer_received_on = models.DateField("有权机关收到转送日期", null=True, blank=True)
    document_found = models.CharField("规范性文件处理结论", max_length=200, blank=True)
    stay_ground = models.CharField("停止执行的理由", max_length=10, choices=StayGround, blank=True)
    approver = models.CharField("延期批准人", max_length=12, choices=Approver, blank=True)
    extension_days = models.PositiveSmallIntegerField(
        "延长日数", null=True, blank=True, validators=[MinValueValidator(1), MaxValueValidator(LONGEST_EXTENSION)]
    )

    findings = models.TextField("查明的事实和理由", blank=True)
    redo_ordered = models.BooleanField("责令重新作出行政行为", default=False)
    compensation_ordered = models.BooleanField("责令赔偿", default=False)
    compensation_refused = models.BooleanField("驳回赔偿请求", default=False)
    compensation_amount = models.DecimalField("赔偿数额（元）", max_digits=14, decimal_places=2, null=True, blank=True)
    withdrawal = models.CharField("撤回原因", max_length=16, choices=Withdrawal, blank=True)
    ending = models.CharField("终止原因", max_length=16, choices=Ending, blank=True)
    agreed = models.TextField("调解协议内容", blank=True)

    service = models.CharField("送达方式", max_length=12, choices=Service, blank=True)
    served_on = models.DateField("送达日期", null=True, blank=True)
    letter_received_on = models.DateField("意见书送达日期", null=True, blank=True)
    perform_by = models.DateField("履行期限", null=True, blank=True)
    sued_on = models.DateField("起诉日期", null=True, blank=True)

    class Meta:
        verbose_name = "行政复议申请"

    @property
    def had_to_be_reviewed(self) -> bool:
        """Whether the act could not go to court before reconsideration, under the law this case is under."""
        return self.review_first in REVIEW_FIRST_2017 if self.edition == "2017" else bool(self.review_first)


class OpinionHeard(Satellite):
    """听取意见: what a party said, by any means, and that it was put on record (ARL23 第四十九条)."""

    class Way(models.TextChoices):
        IN_PERSON = "in_person", "当面"
        PHONE = "phone", "电话"
        WEB = "web", "互联网"

    heard_on = models.DateField("听取意见日期")
    way = models.CharField("方式", max_length=10, choices=Way)
    opinion = models.TextField("意见要点")

    class Meta(Satellite.Meta):
        verbose_name = "听取意见记录"


class Hearing(Satellite):
    """听证: held by one host with at least two hearing officers and a clerk (ARL23 第五十条)."""

    held_on = models.DateField("举行日期")
    place = models.CharField("地点", max_length=100, blank=True)
    officers = models.PositiveSmallIntegerField("听证员人数", default=2, validators=[MinValueValidator(2)])
    head_attended = models.BooleanField("被申请人负责人参加", default=False)
    absence = models.CharField("负责人未参加的理由", max_length=200, blank=True)

    class Meta(Satellite.Meta):
        verbose_name = "听证笔录"


class Consultation(Satellite):
    """The opinion of the reconsideration committee (ARL23 第五十二条), an important reference for the decision."""

    consulted_on = models.DateField("咨询日期")
    opinion = models.TextField("咨询意见")
    followed = models.BooleanField("采纳", default=True)

    class Meta(Satellite.Meta):
        verbose_name = "行政复议委员会咨询意见"


class Evidence(Satellite):
    """调查取证: by at least two of the staff (ARL23 第四十五条; ARR07 第三十二条)."""

    taken_on = models.DateField("取证日期")
    staff = models.PositiveSmallIntegerField("办案人员人数", default=2, validators=[MinValueValidator(2)])
    taken = models.TextField("取证内容")

    class Meta(Satellite.Meta):
        verbose_name = "调查取证记录"


class Letter(Satellite):
    """A letter about defects seen in a case: 意见书 (answered in 60 days), or 建议书 under the rules of 2007."""

    class Form(models.TextChoices):
        OPINION = "opinion", "行政复议意见书"
        SUGGESTION = "suggestion", "行政复议建议书"

    form = models.CharField("文书", max_length=12, choices=Form, editable=False)
    issued_on = models.DateField("制发日期")
    addressed_to = models.CharField("收文单位", max_length=100)
    subject = models.TextField("发现的问题和建议")

    class Meta(Satellite.Meta):
        verbose_name = "行政复议意见书、建议书"


class LetterAnswer(Satellite):
    """What the addressee of an opinion letter reported on putting things right."""

    answered_on = models.DateField("报告日期")
    report = models.TextField("整改情况")

    class Meta(Satellite.Meta):
        verbose_name = "意见书整改报告"
