"""The text of a journal line over which its digest is taken: the same on every database."""

from collections.abc import Iterable, Iterator, Sequence
from struct import Struct
from typing import Any

from zhunsheng.kernel.digests import SM3_BYTES, in_utc, json_bytes, sm3
from zhunsheng.kernel.journal.models import JournalEntry

COLUMNS = (
    "pk", "matter_id", "sequence", "step", "state", "day", "by_id", "unit_id", "recorded_at", "answers", "before",
    "note",
)  # fmt: skip
RECORDED_AT = COLUMNS.index("recorded_at")
ROW = Struct(f">Q{SM3_BYTES}s")
"""A row of a page: the key of the line and its digest."""


def digests_of(keys: Sequence[int]) -> dict[int, bytes]:
    """The digest of each of these journal lines that exists, as they stand now."""
    lines = JournalEntry.objects.filter(pk__in=keys).order_by("pk").values_list(*COLUMNS)
    return {line[0]: sm3(canonical(line)) for line in lines}


def canonical(line: Sequence[Any]) -> bytes:
    """``COLUMNS`` as one JSON list; the instant in UTC to the microsecond."""
    values = list(line)
    values[RECORDED_AT] = in_utc(values[RECORDED_AT])
    return json_bytes(values)


def packed(rows: Iterable[tuple[int, bytes]]) -> bytes:
    return b"".join(ROW.pack(key, digest) for key, digest in rows)


def unpacked(rows: bytes) -> Iterator[tuple[int, bytes]]:
    """Keys and digests of a page; a torn last row is left out, which its count then shows."""
    whole = len(rows) - len(rows) % ROW.size
    return ROW.iter_unpack(rows[:whole])
