"""Contracts with legal advisers, and what an adviser did in a village (司法部2018年村（居）法律顾问工作意见)."""

from typing import ClassVar

from django.db import models

from zhunsheng.kernel.models import Activity, RegisterEntry


class Practice(models.TextChoices):
    LAWYER = "lawyer", "律师"
    LEGAL_WORKER = "legal_worker", "基层法律服务工作者"


class AdviserContract(RegisterEntry):
    """One village or community (the place of the entry) has one adviser from one day to another."""

    adviser = models.CharField("法律顾问", max_length=40)
    practice = models.CharField("执业类别", max_length=12, choices=Practice)
    firm = models.CharField("所在机构", max_length=80)

    class Meta:
        verbose_name = "村（社区）法律顾问聘用合同"
        indexes: ClassVar = []


class AdviserVisit(Activity):
    """A visit to the village: who was advised is not recorded, only how many."""

    consultations = models.PositiveIntegerField("解答咨询（人次）", default=0)
    mediations = models.PositiveIntegerField("参与调解（件）", default=0)
    papers_reviewed = models.PositiveIntegerField("审查合同、村规民约等（件）", default=0)
    summary = models.TextField("服务内容", blank=True)

    class Meta:
        verbose_name = "入村（社区）服务"


class AdviserTalk(Activity):
    """A talk or campaign by which the adviser spreads knowledge of the law."""

    theme = models.CharField("宣讲主题", max_length=100)

    class Meta:
        verbose_name = "普法宣传活动"
