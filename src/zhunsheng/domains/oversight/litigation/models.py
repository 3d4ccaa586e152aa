"""A suit against the government (行政诉讼法), its instances, hearings and the court's suggestions."""

from typing import ClassVar

from django.db import models

from zhunsheng.domains.oversight.litigation import choices
from zhunsheng.kernel.matters.satellites import Satellite
from zhunsheng.kernel.models import Matter, Unit


class Suit(Matter):
    """One dispute before the courts, from the first papers served on us through all its instances.

    ``opened_on`` is the day the papers were served. A reconsideration it follows upon is ``origin``. ``outcome`` is
    that of the instance decided last; what each instance decided stands in ``Instance`` and never changes.
    """

    case_number = models.CharField("人民法院案号", max_length=60)
    court = models.CharField("受理法院", max_length=60)
    filed_on = models.DateField("立案日期", null=True, blank=True)
    plaintiff = models.CharField("原告类型", max_length=12, choices=choices.Plaintiff)
    plaintiff_count = models.PositiveSmallIntegerField("原告人数", default=1)
    defendant_level = models.CharField("被告级别", max_length=10, choices=choices.DefendantLevel)
    defendant_role = models.CharField("诉讼地位", max_length=12, choices=choices.DefendantRole)
    subject = models.CharField("涉诉事由", max_length=15, choices=choices.Subject)
    case_class = models.CharField("案件类别", max_length=10, choices=choices.CaseClass)
    administration = models.CharField("行政管理类别", max_length=12, choices=choices.Administration)
    compensation_joined = models.BooleanField("一并提起行政赔偿", default=False)
    document_challenged = models.BooleanField("一并请求审查规范性文件", default=False)
    power_item = models.CharField("权责事项编码", max_length=40, blank=True)
    department = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="应诉承办部门"
    )
    agent = models.CharField("委托代理人", max_length=60, blank=True)
    answered_on = models.DateField("提交答辩状、证据日期", null=True, blank=True)
    obstacle = models.CharField("不能按期举证的正当事由", max_length=200, blank=True)
    trial_until = models.DateField("延长后的审理期限", null=True, blank=True)
    hearing_on = models.DateField("开庭日期", null=True, blank=True)
    changed_act = models.TextField("改变后的行政行为", blank=True)
    withdrawal_reason = models.CharField("撤诉原因", max_length=12, choices=choices.WithdrawalReason, blank=True)
    appellant = models.CharField("上诉人", max_length=12, choices=choices.Appellant, blank=True)
    appeal_filed_on = models.DateField("二审法院收到上诉状日期", null=True, blank=True)
    appeal_court = models.CharField("二审法院", max_length=60, blank=True)
    appeal_number = models.CharField("二审案号", max_length=60, blank=True)
    retrial_filed_on = models.DateField("再审申请立案日期", null=True, blank=True)
    retrial_court = models.CharField("再审法院", max_length=60, blank=True)
    retrial_number = models.CharField("再审案号", max_length=60, blank=True)
    duty = models.TextField("裁判确定的义务", blank=True)
    perform_by = models.DateField("裁判确定的履行期限", null=True, blank=True)
    performance = models.TextField("履行情况", blank=True)
    new_act = models.CharField("重新作出的行政行为文号", max_length=60, blank=True)
    differs = models.BooleanField("未以同一事实和理由作出基本相同的行为", default=False)
    annulled_for_procedure = models.BooleanField("原行为系因违反法定程序被撤销", default=False)
    measure = models.CharField("强制执行措施", max_length=12, choices=choices.Measure, blank=True)
    suggestion_reply_by = models.DateField("司法建议要求的回复日期", null=True, blank=True)

    class Meta:
        verbose_name = "行政应诉案件"
        indexes: ClassVar = []


class Instance(Satellite):
    """What one instance decided. Rows are added, never changed: figures of past years rest on them."""

    level = models.CharField("审级", max_length=10, choices=choices.Level, editable=False)
    outcome = models.CharField("裁判结果", max_length=20, choices=choices.Outcome, editable=False)
    court = models.CharField("审理法院", max_length=60, blank=True)
    number = models.CharField("裁判文书号", max_length=60)
    decided_on = models.DateField("裁判日期")
    note = models.TextField("裁判要旨", blank=True)

    class Meta(Satellite.Meta):
        verbose_name = "审级"
        indexes: ClassVar = [
            models.Index(fields=["decided_on"], name="instance_decided"),
            models.Index(fields=["matter", "level", "decided_on"], name="instance_of_suit"),
        ]

    def __str__(self) -> str:
        return f"{self.get_level_display()} {self.number}"


class Appearance(Satellite):
    """One hearing and who came for the defendant. Name and post stand for the office; they are no record of a person.

    ``due``: at this hearing a head had to appear. Once a head has appeared in an instance, that instance needs no
    more (HEAD20 第七条), unless the court calls again.
    """

    level = models.CharField("审级", max_length=10, choices=choices.Level, editable=False)
    due = models.BooleanField("负责人应当出庭", default=True, editable=False)
    appeared = models.BooleanField("负责人出庭", default=False, editable=False)
    held_on = models.DateField("开庭日期")
    called = models.BooleanField("人民法院通知负责人出庭", default=False)
    district_head = models.BooleanField("行政机关正职出庭", default=False)
    name = models.CharField("出庭负责人", max_length=40, blank=True)
    post = models.CharField("职务", max_length=60, blank=True)
    staff = models.BooleanField("工作人员出庭", default=False)
    absence = models.CharField("不能出庭的事由", max_length=15, choices=choices.Absence, blank=True)
    proof = models.CharField("证明材料", max_length=200, blank=True)
    earlier_on = models.DateField("本审级负责人此前出庭日期", null=True, blank=True)
    breach = models.CharField("违反出庭义务的情形", max_length=12, choices=choices.Breach, blank=True)

    class Meta(Satellite.Meta):
        verbose_name = "开庭和出庭应诉"
        indexes: ClassVar = [models.Index(fields=["held_on"], name="appearance_held")]

    def __str__(self) -> str:
        return f"{self.get_level_display()} {self.held_on}"


class CourtSuggestion(Satellite):
    """A suggestion of the court that came with a suit."""

    about = models.CharField("建议事由", max_length=12, choices=choices.Suggestion)
    received_on = models.DateField("收到日期")
    number = models.CharField("司法建议书文号", max_length=60)
    text = models.TextField("建议内容", blank=True)

    class Meta(Satellite.Meta):
        verbose_name = "司法建议"

    def __str__(self) -> str:
        return self.number


class Enforcement(Matter):
    """A decision not performed in time (行政强制法第五十三条). ``opened_on``: the day the organ took it up."""

    act_number = models.CharField("行政决定文号", max_length=60)
    decided_on = models.DateField("行政决定日期")
    sue_until = models.DateField("起诉期限届满日期")
    obligation = models.CharField("义务种类", max_length=10, choices=choices.Obligation)
    amount = models.DecimalField("申请执行金额（元）", max_digits=14, decimal_places=2, null=True, blank=True)
    power_item = models.CharField("权责事项编码", max_length=40, blank=True)
    applied_on = models.DateField("申请日期", null=True, blank=True)
    court = models.CharField("执行法院", max_length=60, blank=True)
    case_number = models.CharField("人民法院案号", max_length=60, blank=True)

    class Meta:
        verbose_name = "非诉执行申请"
        indexes: ClassVar = []
