"""What the desk itself keeps: failed sign-ins, so that guessing passwords is slow."""

from typing import ClassVar

from django.db import models


class FailedSignIn(models.Model):
    """Failures in a row for one account name, known or not; removed by a sign-in that succeeds."""

    username = models.CharField(max_length=40, unique=True)
    failures = models.PositiveSmallIntegerField(default=0)
    last_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["username"]

    def __str__(self) -> str:
        return f"{self.username} {self.failures}"
