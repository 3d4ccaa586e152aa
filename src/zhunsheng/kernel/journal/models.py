"""JournalEntry, one line of what happened to a matter, and the sealed pages that chain them."""

from collections.abc import Iterable
from typing import ClassVar

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils import timezone

from zhunsheng.kernel.journal.walls import AppendOnly
from zhunsheng.kernel.matters.models import Matter
from zhunsheng.kernel.procedures import OPENING
from zhunsheng.kernel.units.models import Person

REVOKE, CORRECT, EDITION = "revoke", "correct", "edition"
"""Codes of entries that are no steps: a step revoked, a field corrected, another edition chosen with its reason."""

MARK_TITLES = {OPENING: "登记", CORRECT: "更正登记", REVOKE: "撤回步骤", EDITION: "选择程序版本"}
"""What entries that are no steps are called."""


class JournalEntry(AppendOnly):
    """One line of the journal. Rows are added and never changed.

    ``day`` is when it happened, ``recorded_at`` when it was written down. ``answers`` holds what was answered and
    ``before`` what it replaced, so that a step can be revoked and a change can be shown.
    """

    matter = models.ForeignKey(Matter, models.PROTECT, related_name="journal", db_index=False)
    sequence = models.PositiveIntegerField()
    step = models.CharField(max_length=40)
    state = models.CharField(max_length=40)
    day = models.DateField("发生日期")
    by = models.ForeignKey(
        Person, models.PROTECT, null=True, related_name="+", verbose_name="经办人", db_index=False
    )  # nobody's lines are ever looked up: it follows matters, not people
    unit = models.ForeignKey("kernel.Unit", models.PROTECT, related_name="+", verbose_name="单位", db_index=False)
    recorded_at = models.DateTimeField("登记时间", default=timezone.now)
    answers = models.JSONField(default=dict, encoder=DjangoJSONEncoder)
    before = models.JSONField(default=dict, encoder=DjangoJSONEncoder)
    note = models.TextField("说明", blank=True)

    class Meta:
        verbose_name = "日志"
        ordering: ClassVar = ["matter_id", "sequence"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["matter", "sequence"], name="sequence_once")]
        indexes: ClassVar = [models.Index(fields=["recorded_at"], name="journal_recorded")]

    def __str__(self) -> str:
        return f"{self.matter_id}/{self.sequence} {self.step}"


def revoked(entries: Iterable[JournalEntry]) -> set[int]:
    """The sequences of those of ``entries``, a whole journal, that were revoked."""
    return {entry.answers["revokes"] for entry in entries if entry.step == REVOKE}


class SealedPage(AppendOnly):
    """Up to a thousand lines of the journal, chained to the page before.

    ``rows`` holds for each line its key (8 bytes, big-endian) and the SM3 of its canonical text (32 bytes);
    ``digest`` is SM3 over the digest before (as 64 digits) and ``rows``. A line that became visible late stands on a
    later page.
    """

    sequence = models.PositiveIntegerField(unique=True)
    first_pk = models.BigIntegerField()
    last_pk = models.BigIntegerField(db_index=True)
    count = models.PositiveIntegerField()
    rows = models.BinaryField()
    previous = models.CharField(max_length=64)
    digest = models.CharField(max_length=64)
    sealed_at = models.DateTimeField("封存时间", default=timezone.now)

    class Meta:
        verbose_name = "日志封存页"
        ordering: ClassVar = ["sequence"]

    def __str__(self) -> str:
        return f"{self.sequence} {self.digest}"
