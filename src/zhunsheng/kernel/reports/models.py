"""Report, its sections and confirmed figures while it is drafted, and what is kept of it once it is sealed."""

from typing import Any, ClassVar

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils import timezone

from zhunsheng.kernel.journal.walls import AppendOnly
from zhunsheng.kernel.periods import Period
from zhunsheng.kernel.reports.declare import ReportForm
from zhunsheng.kernel.reports.forms import form_of
from zhunsheng.kernel.reports.refusals import SealedAlready
from zhunsheng.kernel.shown import to_the_minute
from zhunsheng.kernel.units.models import Jurisdiction, Person, Unit


class Report(models.Model):
    """The report of one form and year of a place: drafted until a Seal exists, then unchangeable."""

    jurisdiction = models.ForeignKey(Jurisdiction, models.PROTECT, verbose_name="地区")
    form = models.CharField("报告", max_length=40)
    year = models.PositiveSmallIntegerField("年度")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name="起草单位")
    created_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+", verbose_name="建立人")
    created_at = models.DateTimeField("建立时间", default=timezone.now)

    class Meta:
        verbose_name = "报告"
        ordering: ClassVar = ["-year", "form"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["jurisdiction", "form", "year"], name="report_once_a_year")
        ]

    def __str__(self) -> str:
        return self.title

    def save(self, *args: Any, **options: Any) -> None:
        self.refuse_if_sealed()
        super().save(*args, **options)

    def delete(self, *args: Any, **options: Any) -> tuple[int, dict[str, int]]:
        self.refuse_if_sealed()
        return super().delete(*args, **options)

    @property
    def declared(self) -> ReportForm:
        return form_of(self.form)

    @property
    def title(self) -> str:
        return f"{self.jurisdiction.name}{self.year}年{self.declared.title}"

    @property
    def period(self) -> Period:
        return Period.year(self.year)

    @property
    def sealed(self) -> "Seal | None":
        """Its seal, or None while it is drafted."""
        return Seal.objects.filter(report=self).first() if self.pk else None

    @property
    def address(self) -> str:
        """Where anyone reads it once it is sealed."""
        return f"{settings.ZHUNSHENG.address}/public/reports/{self.form}/{self.year}/"

    def refuse_if_sealed(self) -> None:
        if seal := self.sealed:
            raise SealedAlready(report=self.title, at=to_the_minute(seal.sealed_at))


class Drafted(models.Model):
    """Abstract: something that belongs to a draft, and stands still once the report is sealed."""

    report: models.ForeignKey[Report, Report]

    class Meta:
        abstract = True

    def save(self, *args: Any, **options: Any) -> None:
        self.report.refuse_if_sealed()
        super().save(*args, **options)

    def delete(self, *args: Any, **options: Any) -> tuple[int, dict[str, int]]:
        self.report.refuse_if_sealed()
        return super().delete(*args, **options)


class ReportSection(Drafted):
    """A section as it is drafted. ``at`` is its place, such as 二.五.4; ``version`` grows with every writing."""

    report = models.ForeignKey(Report, models.PROTECT, related_name="sections")
    at = models.CharField("位置", max_length=20)
    order = models.PositiveIntegerField(editable=False)
    title = models.CharField("标题", max_length=120)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name="撰写单位")
    text = models.TextField("正文", blank=True)
    updated_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+", verbose_name="撰写人")
    updated_at = models.DateTimeField("撰写时间", default=timezone.now)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        verbose_name = "报告章节"
        ordering: ClassVar = ["report_id", "order"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["report", "at"], name="section_place_once")]

    def __str__(self) -> str:
        return f"{self.at} {self.title}"


class FigureConfirmation(Drafted):
    """That a head of the unit confirmed a figure; good as long as the figure still has this value."""

    report = models.ForeignKey(Report, models.PROTECT, related_name="confirmations")
    code = models.CharField("指标", max_length=80)
    value = models.CharField("确认时的值", max_length=30)
    by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+", verbose_name="确认人")
    at = models.DateTimeField("确认时间", default=timezone.now)

    class Meta:
        verbose_name = "数据确认"
        ordering: ClassVar = ["pk"]
        indexes: ClassVar = [models.Index(fields=["report", "code"], name="confirmed_figure")]

    def __str__(self) -> str:
        return f"{self.code} {self.value}"


class Seal(AppendOnly):
    """The seal of a report: what it covers, by digest, and its place in the chain of all seals.

    ``digest`` (``reports.stating.seal_digest``) is SM3 over the report, the moment, the digests of text, of figures,
    the head of the journal, the seal before, and the moments at which the figures were confirmed.
    """

    report = models.OneToOneField(Report, models.PROTECT, related_name="seal")
    sequence = models.PositiveIntegerField(unique=True)
    sealed_at = models.DateTimeField("封存时间")
    sealed_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+", verbose_name="封存人")
    text_digest = models.CharField("正文摘要", max_length=64)
    figures_digest = models.CharField("数据摘要", max_length=64)
    journal_digest = models.CharField("日志摘要", max_length=64)
    journal_sequence = models.PositiveIntegerField("日志封存页")
    previous = models.CharField("前一封存摘要", max_length=64)
    digest = models.CharField("封存摘要", max_length=64)

    class Meta:
        verbose_name = "报告封存"
        ordering: ClassVar = ["sequence"]

    def __str__(self) -> str:
        return f"{self.sequence} {self.digest}"


class SealedSection(AppendOnly):
    """A section as it was sealed: ``blocks`` are its headings, paragraphs, tables and charts (reports.freezing)."""

    report = models.ForeignKey(Report, models.PROTECT, related_name="sealed_sections")
    at = models.CharField("位置", max_length=20)
    order = models.PositiveIntegerField()
    title = models.CharField("标题", max_length=120)
    unit = models.CharField("撰写单位", max_length=60)
    text = models.TextField("正文")
    blocks = models.JSONField(default=list, encoder=DjangoJSONEncoder)
    digest = models.CharField("摘要", max_length=64)

    class Meta:
        verbose_name = "封存章节"
        ordering: ClassVar = ["report_id", "order"]

    def __str__(self) -> str:
        return f"{self.at} {self.title}"


class SealedFigure(AppendOnly):
    """A figure as it was sealed, with the list of the records behind it (indicators.records).

    Values are plain decimal text, empty where there is none. ``digest`` covers everything but the
    moments, which the seal covers, and ``packed_digest``, which covers the packed list itself.
    """

    report = models.ForeignKey(Report, models.PROTECT, related_name="sealed_figures")
    code = models.CharField("指标", max_length=80)
    title = models.CharField("名称", max_length=200)
    unit = models.CharField("单位", max_length=20)
    definition = models.TextField("定义")
    condition = models.TextField("条件", blank=True)
    kind = models.CharField("种类", max_length=10)
    value = models.CharField("值", max_length=30, blank=True)
    last = models.CharField("上年值", max_length=30, blank=True)
    change = models.CharField("同比", max_length=30, blank=True)
    period = models.CharField("期间", max_length=40)
    as_of = models.DateTimeField("统计时点")
    hits = models.CharField("计数", max_length=30)
    base = models.BigIntegerField("分母", null=True)
    by_place = models.JSONField("按地点", default=list, encoder=DjangoJSONEncoder)
    by_month = models.JSONField("按月份", default=list, encoder=DjangoJSONEncoder)
    listed = models.PositiveIntegerField("记录数")
    records = models.BinaryField("记录清单")
    packed_digest = models.CharField(max_length=64)
    list_digest = models.CharField("清单摘要", max_length=64)
    confirmed_by = models.CharField("确认人", max_length=120, blank=True)
    confirmed_at = models.DateTimeField("确认时间", null=True)
    digest = models.CharField("摘要", max_length=64)

    class Meta:
        verbose_name = "封存数据"
        ordering: ClassVar = ["report_id", "code"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["report", "code"], name="sealed_figure_once")]

    def __str__(self) -> str:
        return f"{self.code} {self.value}"
