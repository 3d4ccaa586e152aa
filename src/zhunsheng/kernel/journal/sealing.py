"""Sealing: one job chains the lines of the journal by SM3, so that a later change cannot pass unnoticed."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Max, Sum
from django.utils import timezone

from zhunsheng.kernel.digests import sm3_hex
from zhunsheng.kernel.journal.canonical import digests_of, packed, unpacked
from zhunsheng.kernel.journal.models import JournalEntry, SealedPage
from zhunsheng.kernel.writing import write_transaction

PAGE = 1000
GENESIS = "0" * 64
"""The digest before the first page."""
IN_FLIGHT = timedelta(hours=1)
"""No transaction is open longer. What becomes visible later than this after its neighbours were sealed was inserted."""
MINUTE = timedelta(seconds=60)


@dataclass(frozen=True)
class Head:
    """The end of the chain: the digest of the last page, its number, and how many lines are sealed in all."""

    digest: str
    sequence: int
    rows: int


class _Overtaken(Exception):
    """Another sealing job wrote a page meanwhile."""


def head() -> Head | None:
    """Where the chain ends; None before the first page."""
    last = SealedPage.objects.order_by("-sequence").values_list("digest", "sequence").first()
    if last is None:
        return None
    total = SealedPage.objects.aggregate(rows=Sum("count"))["rows"]
    return Head(last[0], last[1], total)


def was_head(sequence: int, digest: str) -> bool:
    """Whether page ``sequence`` of the chain still has the digest that was printed somewhere, as in a report."""
    return SealedPage.objects.filter(sequence=sequence, digest=digest).exists()


def seal_journal(lag: timedelta = MINUTE) -> Head:
    """Chain every line not yet sealed that was recorded before now − ``lag``, and return the end of the chain.

    Page by page, each in a short transaction of its own: killed at any moment, it goes on where it was. Lines whose
    transaction ended late stand on a later page. Several jobs at once share the work.
    """
    limit = timezone.now() - lag
    while not _sealed_all(limit):
        pass
    return head() or Head(GENESIS, 0, 0)


def settled_up_to() -> int:
    """Key up to which the journal can gain no line any more: sealed before the last job's transactions could linger."""
    newest = SealedPage.objects.aggregate(at=Max("sealed_at"))["at"]
    if newest is None:
        return 0
    return SealedPage.objects.filter(sealed_at__lt=newest - IN_FLIGHT).aggregate(last=Max("last_pk"))["last"] or 0


def unlisted(after: int, up_to: int, limit: datetime | None = None) -> Iterator[int]:
    """Keys in (after, up_to] of lines that stand on no page, in order; of those recorded before ``limit`` if given."""
    while keys := _next_keys(after, limit, up_to):
        listed = _listed(keys[0], keys[-1])
        yield from (key for key in keys if key not in listed)
        after = keys[-1]


def _sealed_all(limit: datetime) -> bool:
    """Seal whatever is left; False when another job came between, so that both must look again."""
    start, known = settled_up_to(), head()
    at = known.sequence if known else 0
    high = SealedPage.objects.aggregate(last=Max("last_pk"))["last"] or 0
    late = unlisted(start, high, limit)
    try:
        while keys := _take(late, PAGE):
            at = _write_page(at, keys)
        while keys := _next_keys(high, limit):
            at = _write_page(at, keys)
            high = keys[-1]
    except _Overtaken:
        return False
    return True


def _take(keys: Iterator[int], count: int) -> list[int]:
    return [key for key, _ in zip(keys, range(count), strict=False)]


def _next_keys(after: int, limit: datetime | None, up_to: int | None = None) -> list[int]:
    found = JournalEntry.objects.filter(pk__gt=after)
    if limit is not None:
        found = found.filter(recorded_at__lte=limit)
    if up_to is not None:
        found = found.filter(pk__lte=up_to)
    return list(found.order_by("pk").values_list("pk", flat=True)[:PAGE])


def _listed(first: int, last: int) -> set[int]:
    pages = SealedPage.objects.filter(last_pk__gte=first, first_pk__lte=last).values_list("rows", flat=True)
    return {key for rows in pages for key, _ in unpacked(bytes(rows))}


def _write_page(at: int, keys: list[int]) -> int:
    """Append the page after page ``at`` and return its number."""
    digests = digests_of(keys)
    rows = packed((key, digests[key]) for key in keys)
    with write_transaction():
        last = SealedPage.objects.select_for_update().order_by("-sequence").first()
        if (last.sequence if last else 0) != at:
            raise _Overtaken
        previous = last.digest if last else GENESIS
        _, made = SealedPage.objects.get_or_create(
            sequence=at + 1,
            defaults={
                "first_pk": keys[0],
                "last_pk": keys[-1],
                "count": len(keys),
                "rows": rows,
                "previous": previous,
                "digest": sm3_hex(previous.encode(), rows),
            },
        )
        if not made:
            raise _Overtaken
    return at + 1
