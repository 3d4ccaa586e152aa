"""Jurisdictions, units in a tree, people, and the posts that give people their rights."""

from datetime import date
from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Q

from zhunsheng.kernel.roles import Role


class Jurisdiction(models.Model):
    """A place governed by one installation: its GB/T 2260 code, its name, and the mark in its document numbers."""

    code = models.CharField("区划代码", max_length=12, unique=True)
    name = models.CharField("名称", max_length=60)
    short_name = models.CharField("简称", max_length=30)
    mark = models.CharField("文号代字", max_length=20)
    is_sample = models.BooleanField("样例", default=False, editable=False)

    class Meta:
        verbose_name = "地区"

    def __str__(self) -> str:
        return self.name


class UnitKind(models.TextChoices):
    GOVERNMENT = "government", "人民政府"
    DEPARTMENT = "department", "部门"
    TOWNSHIP = "township", "镇（街道）"
    COMMUNITY = "community", "村（社区）"
    OFFICE = "office", "内设机构"
    OTHER = "other", "其他"


def existing_on(day: date) -> Q:
    """The condition that a unit had been set up and had not been closed before ``day``."""
    return (Q(since=None) | Q(since__lte=day)) & (Q(until=None) | Q(until__gte=day))


class Unit(models.Model):
    """An organ or an office within it; units of a jurisdiction form one tree."""

    jurisdiction = models.ForeignKey(Jurisdiction, models.PROTECT, related_name="units", verbose_name="地区")
    code = models.CharField("单位代码", max_length=30)
    name = models.CharField("名称", max_length=60)
    kind = models.CharField("类别", max_length=12, choices=UnitKind)
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="children", verbose_name="上级"
    )
    since = models.DateField("设立日期", null=True, blank=True)
    until = models.DateField("撤销日期", null=True, blank=True)

    class Meta:
        verbose_name = "单位"
        constraints: ClassVar = [models.UniqueConstraint(fields=["jurisdiction", "code"], name="unit_code_once")]
        ordering: ClassVar = ["code"]

    def __str__(self) -> str:
        return self.name


class PersonManager(BaseUserManager["Person"]):
    def create_user(self, username: str, password: str | None = None, **fields: object) -> "Person":
        """Create a person who can sign in with ``password``; without one, signing in is impossible."""
        person = self.model(username=username, **fields)
        person.set_password(password)
        person.save(using=self._db)
        return person


class Person(AbstractBaseUser):
    """Somebody who works with the system. Rights come from posts alone."""

    username = models.CharField("账号", max_length=40, unique=True)
    name = models.CharField("姓名", max_length=40)
    is_active = models.BooleanField("在用", default=True)
    is_sample = models.BooleanField("样例", default=False, editable=False)

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS: ClassVar = ["name"]
    objects = PersonManager()

    class Meta:
        verbose_name = "人员"

    def __str__(self) -> str:
        return self.name or self.username


def role_choices() -> list[tuple[str, str]]:
    return [(role.value, role.label) for role in Role if role is not Role.SYSTEM]


class PostQuerySet(models.QuerySet["Post"]):
    def held_on(self, day: date) -> "PostQuerySet":
        """Posts that had begun and had not ended on ``day``."""
        return self.filter(Q(since=None) | Q(since__lte=day), Q(until=None) | Q(until__gte=day))


class Post(models.Model):
    """A person's role in a unit for a time. A person may hold several."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="posts", verbose_name="人员")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="posts", verbose_name="单位")
    role = models.CharField("岗位", max_length=16, choices=role_choices)
    title = models.CharField("职务", max_length=40, blank=True)
    since = models.DateField("任职日期", null=True, blank=True)
    until = models.DateField("离任日期", null=True, blank=True)

    objects = PostQuerySet.as_manager()

    class Meta:
        verbose_name = "岗位"
        constraints: ClassVar = [models.UniqueConstraint(fields=["person", "unit", "role", "since"], name="post_once")]

    def __str__(self) -> str:
        return f"{self.unit} {self.title or Role(self.role).label}"
