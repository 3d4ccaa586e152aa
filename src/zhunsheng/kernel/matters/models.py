"""Matter, the thin base of every case; who else takes part in it; and what a person may see."""

from datetime import date
from typing import Any, ClassVar, Self

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.functional import cached_property

from zhunsheng.kernel import registry
from zhunsheng.kernel.procedures import Procedure
from zhunsheng.kernel.units.models import Jurisdiction, Person, Unit
from zhunsheng.kernel.units.tree import reach_of


class MatterQuerySet(models.QuerySet["Matter"]):
    def visible_to(self, person: Person) -> Self:
        """Keep the matters that the posts of ``person`` reach: by the unit that handles them or one that takes part."""
        reach = reach_of(person)
        if reach.everything:
            return self
        shared = Participation.objects.filter(unit__in=reach.units).values("matter")
        return self.filter(Q(unit__in=reach.units) | Q(pk__in=shared))

    def open(self) -> Self:
        return self.filter(closed_on=None)

    def open_to(self, person: Person) -> Self:
        """``open`` and ``visible_to``, by what is open alone: however many matters a unit has ever taken part in."""
        reach = reach_of(person)
        if reach.everything:
            return self.open()
        shared = Participation.objects.filter(unit__in=reach.units, closed_on=None).values("matter")
        return self.open().filter(Q(unit__in=reach.units) | Q(pk__in=shared))

    def overdue(self, day: date) -> Self:
        return self.open().filter(due_on__lt=day)


class Matter(models.Model):
    """Something a unit must deal with by a declared procedure.

    Only ``kernel.matters.actions`` writes here. ``due_on`` is the earliest running limit of the handling unit itself;
    all clocks stand in Deadline. ``law_on`` is the day whose law governs: acceptance, before that the opening.
    """

    jurisdiction = models.ForeignKey(
        Jurisdiction, models.PROTECT, verbose_name="地区", editable=False, db_index=False
    )  # ``number_once`` serves; so do other named indexes where ``db_index=False`` stands below
    kind = models.CharField("类型", max_length=40, editable=False)
    edition = models.CharField("程序版本", max_length=20, editable=False)
    number = models.CharField("编号", max_length=60, editable=False)
    title = models.CharField("标题", max_length=200)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="matters", verbose_name="承办单位", db_index=False)
    place = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="matters_arising", verbose_name="所在镇（街道）"
    )
    handler = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, verbose_name="经办人", db_index=False)
    state = models.CharField("状态", max_length=40, editable=False)
    outcome = models.CharField("结果", max_length=40, blank=True, editable=False)
    opened_on = models.DateField("收到日期")
    accepted_on = models.DateField("受理日期", null=True, editable=False)
    closed_on = models.DateField("办结日期", null=True, editable=False)
    due_on = models.DateField("期限", null=True, editable=False)
    law_on = models.DateField("适用法律日期", editable=False)
    origin = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="followed_by",
        verbose_name="来源事项",
        db_index=False,
    )
    version = models.PositiveIntegerField(default=1, editable=False)
    recorded_at = models.DateTimeField("登记时间", default=timezone.now, editable=False)

    objects = MatterQuerySet.as_manager()

    class Meta:
        verbose_name = "事项"
        constraints: ClassVar = [models.UniqueConstraint(fields=["jurisdiction", "number"], name="number_once")]
        indexes: ClassVar = [
            models.Index(fields=["unit", "due_on", "id"], name="open_by_unit", condition=Q(closed_on=None)),
            models.Index(fields=["due_on", "id", "unit"], name="open_by_due", condition=Q(closed_on=None)),
            models.Index(fields=["kind", "unit", "due_on"], name="open_by_kind", condition=Q(closed_on=None)),
            models.Index(fields=["kind", "opened_on"], name="kind_opened"),
            models.Index(fields=["kind", "closed_on"], name="kind_closed", condition=Q(closed_on__isnull=False)),
            models.Index(fields=["unit", "opened_on"], name="unit_opened"),
            models.Index(fields=["handler"], name="by_handler", condition=Q(handler__isnull=False)),
            models.Index(fields=["origin"], name="by_origin", condition=Q(origin__isnull=False)),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.title}"

    @property
    def declared(self) -> registry.MatterKind:
        return registry.kind_of(self.kind)

    @property
    def procedure(self) -> type[Procedure]:
        return self.declared.edition(self.edition)

    @property
    def state_title(self) -> str:
        return self.procedure.states[self.state].title

    @property
    def outcome_title(self) -> str:
        return str(self.declared.outcomes(self.outcome).label) if self.outcome else ""

    @cached_property
    def specific(self) -> Any:
        """This matter as an instance of its own kind's model. For one matter, never for a list."""
        return self if type(self) is self.declared.model else self.declared.model.objects.get(pk=self.pk)  # type: ignore[attr-defined]


class Participation(models.Model):
    """A unit that takes part in a matter it does not lead: it sees the matter and may be asked to act.

    ``closed_on`` repeats that of the matter, so that lists of open matters need not look at all the others.
    """

    matter = models.ForeignKey(Matter, models.CASCADE, related_name="participations", db_index=False)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="participations", verbose_name="参与单位")
    since = models.DateField("自")
    closed_on = models.DateField(null=True)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["matter", "unit"], name="takes_part_once")]
        indexes: ClassVar = [
            models.Index(fields=["unit", "matter"], name="takes_part_in_open", condition=Q(closed_on=None)),
        ]

    def __str__(self) -> str:
        return f"{self.matter_id} {self.unit_id}"


class DeadlineQuerySet(models.QuerySet["Deadline"]):
    def visible_to(self, person: Person) -> Self:
        """Keep the clocks of the matters that ``person`` may see."""
        reach = reach_of(person)
        if reach.everything:
            return self
        shared = Participation.objects.filter(unit__in=reach.units).values("matter")
        return self.filter(Q(unit__in=reach.units) | Q(matter__in=shared))


class Deadline(models.Model):
    """One started clock of a matter, kept so that supervision can list and count it.

    Computed by ``kernel.procedures.clocks`` and never edited. ``due_on`` is null while the clock stands still, or
    where ``standing`` is unknown: ``awaits`` then names what is missing, such as the holidays of a year.
    """

    matter = models.ForeignKey(Matter, models.CASCADE, related_name="deadlines", db_index=False)
    clock = models.CharField(max_length=40)
    kind = models.CharField(max_length=10)
    holder = models.CharField("计时主体", max_length=16)
    standing = models.CharField("状态", max_length=10)
    started_on = models.DateField("起算日期")
    due_on = models.DateField("期限", null=True)
    met_on = models.DateField("完成日期", null=True)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name="承办单位", db_index=False)
    awaits = models.CharField("等待", max_length=60, blank=True)

    LATE: ClassVar = Q(kind__in=("limit", "lead"), met_on__gt=F("due_on"))
    ON_TIME: ClassVar = Q(met_on__lte=F("due_on"))

    objects = DeadlineQuerySet.as_manager()

    class Meta:
        verbose_name = "期限"
        constraints: ClassVar = [models.UniqueConstraint(fields=["matter", "clock"], name="clock_once")]
        indexes: ClassVar = [
            models.Index(fields=["unit", "due_on"], name="running_by_unit", condition=Q(standing="running")),
            models.Index(fields=["due_on", "unit"], name="running_by_due", condition=Q(standing="running")),
            models.Index(fields=["unit", "standing", "due_on"], name="unmet_by_unit", condition=Q(met_on=None)),
            models.Index(fields=["awaits"], name="awaiting", condition=~Q(awaits="")),
        ]

    def __str__(self) -> str:
        return f"{self.matter_id} {self.clock}"
