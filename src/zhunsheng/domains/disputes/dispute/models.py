"""A dispute between people, and what happens to it: 人民调解法（2010）. It follows the dispute, never its parties."""

from django.db import models

from zhunsheng.domains.disputes.dispute.taxonomy import Body, DisputeType, Source
from zhunsheng.kernel.matters.satellites import Satellite
from zhunsheng.kernel.models import Matter, Unit


class Dispute(Matter):
    """A dispute that people's mediation may settle (第二条); the number of people is recorded, not who they are."""

    class Scale(models.TextChoices):
        SINGLE = "single", "个体性事件"
        GROUP = "group", "一般群体性事件"
        MAJOR_GROUP = "major_group", "重大群体性事件"

    class Level(models.TextChoices):
        EXTREME = "1", "特别重大"
        MAJOR = "2", "重大"
        LARGE = "3", "较大"
        ORDINARY = "4", "一般"

    source = models.CharField("来源", max_length=16, choices=Source)
    type = models.CharField("纠纷类型", max_length=16, choices=DisputeType)
    scale = models.CharField("规模", max_length=16, choices=Scale, default=Scale.SINGLE)
    level = models.CharField("级别", max_length=1, choices=Level, default=Level.ORDINARY)
    persons = models.PositiveIntegerField("涉及人数")
    petition_prone = models.BooleanField("有信访苗头", default=False)
    facts = models.TextField("纠纷概况")
    body = models.CharField("调解组织", max_length=16, choices=Body, blank=True)
    mediators = models.CharField("人民调解员", max_length=100, blank=True)
    difficult = models.BooleanField("疑难复杂", default=False)
    amount = models.DecimalField("涉及金额（元）", max_digits=14, decimal_places=2, null=True, blank=True)
    agreement = models.TextField("协议内容", blank=True)
    perform_by = models.DateField("履行期限", null=True, blank=True)
    ways_told = models.TextField("已告知的其他解决途径", blank=True)
    called_unit = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="派往单位"
    )
    report_by = models.DateField("要求反馈日期", null=True, blank=True)
    return_to = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="反馈单位"
    )
    mediate_until = models.DateField("约定的调解期限", null=True, blank=True)
    ruling_by = models.DateField("延长后的裁定期限", null=True, blank=True)

    class Meta:
        verbose_name = "矛盾纠纷"


class Session(Satellite):
    """One meeting with the parties."""

    held_on = models.DateField("调解日期")
    place = models.CharField("调解地点", max_length=100)
    content = models.TextField("调解记录")

    class Meta(Satellite.Meta):
        verbose_name = "调解会"


class Whistle(Satellite):
    """A call for a department (吹哨): what the grid cannot settle alone."""

    blown_on = models.DateField("吹哨日期")
    called = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name="需要的部门")
    asked_for = models.TextField("需要解决的事项")

    class Meta(Satellite.Meta):
        verbose_name = "吹哨"


class Report(Satellite):
    """What the department reports back after a whistle."""

    class Done(models.TextChoices):
        SETTLED = "settled", "已解决"
        PARTLY = "partly", "部分解决"
        EXPLAINED = "explained", "已作解释说明"

    reported_on = models.DateField("反馈日期")
    done = models.CharField("处置结果", max_length=10, choices=Done)
    content = models.TextField("处置情况")

    class Meta(Satellite.Meta):
        verbose_name = "部门反馈"


class Escalation(Satellite):
    """A report that the dispute may become a public security or criminal case (第二十五条)."""

    reported_on = models.DateField("报告日期")
    reported_to = models.CharField("报告的机关", max_length=60)
    risk = models.TextField("激化风险和已采取的预防措施")

    class Meta(Satellite.Meta):
        verbose_name = "激化风险报告"


class Visit(Satellite):
    """A follow-up visit: is the agreement performed (第三十一条)?"""

    class Performance(models.TextChoices):
        WHOLE = "whole", "全部履行"
        PARTLY = "partly", "部分履行"
        NOT_YET = "not_yet", "尚未履行"

    visited_on = models.DateField("回访日期")
    performance = models.CharField("履行情况", max_length=10, choices=Performance)
    content = models.TextField("回访记录")

    class Meta(Satellite.Meta):
        verbose_name = "回访"


class Confirmation(Satellite):
    """A joint application of both parties that a court confirm the agreement (第三十三条)."""

    applied_on = models.DateField("申请日期")
    court = models.CharField("受理法院", max_length=60)

    class Meta(Satellite.Meta):
        verbose_name = "司法确认申请"


class Ruling(Satellite):
    """What the court answered to the application."""

    class Answer(models.TextChoices):
        CONFIRMED = "confirmed", "裁定协议有效"
        DISMISSED = "dismissed", "裁定驳回申请"
        NOT_ACCEPTED = "not_accepted", "不予受理"

    ruled_on = models.DateField("裁定日期")
    answer = models.CharField("裁定结果", max_length=12, choices=Answer)
    number = models.CharField("裁定书文号", max_length=60, blank=True)

    class Meta(Satellite.Meta):
        verbose_name = "司法确认结果"
