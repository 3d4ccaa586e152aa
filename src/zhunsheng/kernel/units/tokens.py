"""Tokens by which other systems act as a person: only their digests are kept."""

import secrets
from datetime import date
from hashlib import sha256
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils import timezone

from zhunsheng.kernel.units.models import Person
from zhunsheng.kernel.writing import write_transaction


class ApiToken(models.Model):
    """Permission for a program to act as ``person`` until ``expires_on``, that day included."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="tokens", verbose_name="人员")
    label = models.CharField("用途", max_length=60)
    digest = models.CharField(max_length=64, unique=True, editable=False)
    created_at = models.DateTimeField("签发时间", default=timezone.now, editable=False)
    expires_on = models.DateField("有效至", null=True, blank=True)

    class Meta:
        verbose_name = "接口令牌"
        ordering: ClassVar = ["pk"]

    def __str__(self) -> str:
        return f"{self.person} {self.label}"


def issue_token(person: Person, label: str, expires_on: date | None = None) -> str:
    """A new token in clear: shown once, never again."""
    token = secrets.token_urlsafe(32)
    with write_transaction():
        ApiToken.objects.create(person=person, label=label, digest=_digest(token), expires_on=expires_on)
    return token


def revoke_tokens(person: Person, label: str) -> int:
    """End every token of that label at once; how many there were."""
    with write_transaction():
        return ApiToken.objects.filter(person=person, label=label).delete()[0]


def person_of(token: str) -> Person | None:
    """Whom a token acts as; None for one that is unknown, expired or revoked, or whose person is no longer active."""
    standing = Q(expires_on=None) | Q(expires_on__gte=timezone.localdate())
    found = ApiToken.objects.filter(standing, digest=_digest(token), person__is_active=True).select_related("person")
    row = found.first()
    return row.person if row else None


def _digest(token: str) -> str:
    return sha256(token.encode()).hexdigest()
