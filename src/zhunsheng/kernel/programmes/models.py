"""Programme, its items and assignments, and the append-only rows about them."""

from datetime import date, timedelta
from typing import ClassVar, Self

from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import F, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone

from zhunsheng.kernel import registry
from zhunsheng.kernel.activities.models import Activity
from zhunsheng.kernel.journal.walls import AppendOnly
from zhunsheng.kernel.matters.models import Matter
from zhunsheng.kernel.programmes.declare import ProgrammeKind
from zhunsheng.kernel.registers.models import RegisterEntry
from zhunsheng.kernel.units.models import Jurisdiction, Person, Unit
from zhunsheng.kernel.units.tree import reach_of


class ProgrammeQuerySet(models.QuerySet["Programme"]):
    def visible_to(self, person: Person) -> Self:
        """Keep the programmes of the units that ``person`` reaches, and those in which such a unit has a task."""
        reach = reach_of(person)
        if reach.everything:
            return self
        served = Service.objects.filter(assignment__unit__in=reach.units).values("item__programme")
        return self.filter(Q(unit__in=reach.units) | Q(pk__in=served))


class Programme(models.Model):
    """A plan: who leads it, on which paper it rests, and the days it covers."""

    jurisdiction = models.ForeignKey(Jurisdiction, models.PROTECT, verbose_name="地区", editable=False)
    kind = models.CharField("类型", max_length=40, editable=False)
    title = models.CharField("名称", max_length=200)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="programmes", verbose_name="牵头单位")
    basis = models.CharField("依据文件", max_length=200, blank=True)
    since = models.DateField("起始日期")
    until = models.DateField("截止日期", null=True, blank=True)
    recorded_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+", editable=False)
    recorded_at = models.DateTimeField("登记时间", default=timezone.now, editable=False)

    objects = ProgrammeQuerySet.as_manager()

    class Meta:
        verbose_name = "计划"
        indexes: ClassVar = [models.Index(fields=["kind", "since"], name="programme_kind_since")]

    def __str__(self) -> str:
        return self.title

    @property
    def declared(self) -> ProgrammeKind:
        return registry.programme_kind_of(self.kind)


class Item(models.Model):
    """A part of a plan at some level of its tree. ``path`` sorts the tree and begins with the path of the parent."""

    programme = models.ForeignKey(Programme, models.PROTECT, related_name="items", verbose_name="计划")
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="children", verbose_name="上级项"
    )
    path = models.CharField(max_length=60, editable=False)
    number = models.CharField("序号", max_length=20, blank=True)
    title = models.CharField("内容", max_length=300)
    recorded_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+", editable=False)
    recorded_at = models.DateTimeField("登记时间", default=timezone.now, editable=False)

    STRIDE: ClassVar = 5

    class Meta:
        verbose_name = "计划项"
        ordering: ClassVar = ["programme_id", "path"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["programme", "path"], name="item_path_once")]

    def __str__(self) -> str:
        return f"{self.number} {self.title}".strip()

    @property
    def level(self) -> int:
        """Depth in the tree, from 0; ``ProgrammeKind.levels[level]`` is its name."""
        return len(self.path) // self.STRIDE - 1


class AssignmentQuerySet(models.QuerySet["Assignment"]):
    def visible_to(self, person: Person) -> Self:
        """Keep the tasks of the units that ``person`` reaches, and those of the plans these units lead."""
        reach = reach_of(person)
        if reach.everything:
            return self
        led = Service.objects.filter(item__programme__unit__in=reach.units).values("assignment")
        return self.filter(Q(unit__in=reach.units) | Q(pk__in=led))

    def open(self, day: date) -> Self:
        """Those given by ``day`` and not confirmed by then."""
        return self.filter(Q(confirmed_on=None) | Q(confirmed_on__gt=day), assigned_on__lte=day)

    def late(self, day: date) -> Self:
        return self.open(day).filter(due_on__lt=day)

    def silent(self, day: date, for_days: int) -> Self:
        """Open ones without progress in the ``for_days`` days up to ``day``; ``quiet_since``: the last or the start."""
        last = Progress.objects.filter(assignment=OuterRef("pk"), day__lte=day).order_by("-day").values("day")[:1]
        rows = self.open(day).annotate(quiet_since=Coalesce(Subquery(last), F("assigned_on")))
        return rows.filter(quiet_since__lte=day - timedelta(days=for_days))


class Assignment(models.Model):
    """A task given to one unit, due on a day. It may serve items of several plans and is reported on once."""

    programme = models.ForeignKey(
        Programme, models.PROTECT, related_name="assignments", verbose_name="计划", editable=False
    )
    items = models.ManyToManyField(Item, through="Service", related_name="assignments", verbose_name="服务的计划项")
    title = models.CharField("任务", max_length=200)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="assignments", verbose_name="承办单位")
    demands = models.TextField("要求", blank=True)
    assigned_on = models.DateField("下达日期")
    due_on = models.DateField("完成期限")
    confirmed_on = models.DateField("确认日期", null=True, editable=False)
    recorded_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+", editable=False)
    recorded_at = models.DateTimeField("登记时间", default=timezone.now, editable=False)

    objects = AssignmentQuerySet.as_manager()

    class Meta:
        verbose_name = "任务"
        indexes: ClassVar = [
            models.Index(fields=["unit", "due_on"], name="assigned_open", condition=Q(confirmed_on=None)),
            models.Index(fields=["programme", "due_on"], name="assigned_programme"),
        ]

    def __str__(self) -> str:
        return self.title


class Service(models.Model):
    """That an assignment serves an item of a plan."""

    assignment = models.ForeignKey(Assignment, models.PROTECT, related_name="services")
    item = models.ForeignKey(Item, models.PROTECT, related_name="services")
    by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+", verbose_name="经办人")
    recorded_at = models.DateTimeField("登记时间", default=timezone.now)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["assignment", "item"], name="serves_once")]

    def __str__(self) -> str:
        return f"{self.assignment_id} {self.item_id}"


class Line(AppendOnly):
    """Abstract: something said or shown about an assignment on a day. Appended, never changed."""

    assignment = models.ForeignKey(Assignment, models.PROTECT, related_name="%(class)s_lines", editable=False)
    day = models.DateField("日期")
    by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+", verbose_name="经办人", editable=False)
    recorded_at = models.DateTimeField("登记时间", default=timezone.now, editable=False)

    class Meta:
        abstract = True
        ordering: ClassVar = ["pk"]

    def __str__(self) -> str:
        return f"{self.assignment_id} {self.day}"


class Progress(Line):
    """How far an assignment has come: a percentage, words, or both."""

    percent = models.PositiveSmallIntegerField(
        "完成比例（%）", null=True, blank=True, validators=[MaxValueValidator(100)]
    )
    words = models.TextField("进展情况", blank=True)

    class Meta(Line.Meta):
        verbose_name = "进展"
        indexes: ClassVar = [models.Index(fields=["assignment", "day"], name="progress_day")]


class Evidence(Line):
    """What shows that an assignment was done: a record of the house, or the number of a paper."""

    title = models.CharField("佐证", max_length=200)
    matter = models.ForeignKey(Matter, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="事项")
    activity = models.ForeignKey(Activity, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="活动")
    entry = models.ForeignKey(
        RegisterEntry, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="登记项"
    )
    reference = models.CharField("文号或网址", max_length=200, blank=True)

    class Meta(Line.Meta):
        verbose_name = "佐证"


class Ruling(models.TextChoices):
    CONFIRMED = "confirmed", "确认完成"
    RETURNED = "returned", "退回"
    REOPENED = "reopened", "重新打开"
    POSTPONED = "postponed", "延期"


class Confirmation(Line):
    """What the side of the plan decided about an assignment: confirmed, returned, reopened or postponed."""

    ruling = models.CharField("决定", max_length=10, choices=Ruling)
    reason = models.TextField("说明", blank=True)
    due_before = models.DateField("原期限", null=True, blank=True)
    due_on = models.DateField("新期限", null=True, blank=True)

    class Meta(Line.Meta):
        verbose_name = "确认"
