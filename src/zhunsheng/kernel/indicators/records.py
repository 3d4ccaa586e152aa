"""The records behind a figure as a list that can be kept, compared and recomputed: a key and a digest each."""

import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.db.models import Field, Model, QuerySet

from zhunsheng.kernel.digests import sm3, sm3_hex
from zhunsheng.kernel.indicators.count import counted_rows, records, within
from zhunsheng.kernel.indicators.declare import Indicator
from zhunsheng.kernel.matters.models import Matter
from zhunsheng.kernel.periods import Period
from zhunsheng.kernel.units.models import Unit

KEPT_BYTES = 12
"""Bytes of a record's digest that a list keeps: enough to see that a record changed, and that nobody made it fit."""
TECHNICAL = frozenset({"id", "version", "recorded_at", "recorded_by", "handler", "is_sample", "sequence"})
"""Fields that say nothing about what the record records."""
SEPARATOR, ESCAPED = "\x1f", "\\u001f"

HIT = b"hit"
Digests = dict[int, tuple[str, bytes]]
"""Key and digest of records, by primary key."""
Known = dict[type[Model], Digests]


@dataclass(frozen=True)
class RecordList:
    """Records by key, in the order of the keys, each with the first bytes of its digest."""

    rows: Sequence[tuple[str, bytes]]

    @property
    def digest(self) -> str:
        """SM3 over every name and digest; the same in every copy of the data, whatever its primary keys."""
        named = sorted((_name(key), row) for key, row in self.rows)
        return sm3_hex(*(part for name, row in named for part in (name.encode(), b"\0", row)))

    def packed(self) -> bytes:
        """The list made small: keys and the first bytes of their digests, compressed."""
        keys = "\n".join(key for key, _ in self.rows).encode()
        body = len(keys).to_bytes(4, "big") + keys + b"".join(row[:KEPT_BYTES] for _, row in self.rows)
        return zlib.compress(body, 9)


@dataclass(frozen=True)
class Difference:
    """Keys of records that came, went or changed since a list was kept."""

    came: list[str]
    went: list[str]
    changed: list[str]

    def __bool__(self) -> bool:
        return bool(self.came or self.went or self.changed)


def unpacked(blob: bytes) -> dict[str, bytes]:
    """The keys and digests of a kept list. A damaged one raises ValueError."""
    try:
        body = zlib.decompress(blob)
    except zlib.error as error:
        raise ValueError(f"damaged record list: {error}") from error
    length = int.from_bytes(body[:4], "big")
    keys = body[4 : 4 + length].decode().split("\n") if length else []
    tail = body[4 + length :]
    if len(tail) != len(keys) * KEPT_BYTES:
        raise ValueError(f"damaged record list: {len(keys)} keys, {len(tail)} bytes of digests")
    return {key: tail[i * KEPT_BYTES : (i + 1) * KEPT_BYTES] for i, key in enumerate(keys)}


def compare(kept: bytes, now: RecordList) -> Difference:
    """What came, went and changed between a kept list and the records of now."""
    then = unpacked(kept)
    current = {key: row[:KEPT_BYTES] for key, row in now.rows}
    return Difference(
        came=sorted(current.keys() - then.keys()),
        went=sorted(then.keys() - current.keys()),
        changed=sorted(key for key in then.keys() & current.keys() if then[key] != current[key]),
    )


def record_list(indicator: Indicator, period: Period) -> RecordList:
    """The records behind the figure of ``period``."""
    rows = _digests(indicator.of, records(indicator, period))
    return RecordList(sorted((key, digest) for _, key, digest in rows))


def kept_list(indicator: Indicator, period: Period, known: Known | None = None) -> RecordList:
    """What a sealed report keeps: the records behind the figure; of a rate its base, with a mark on what hit.

    ``known`` remembers the digests of records between calls; the longest list should come first.
    """
    remembered: Digests = {} if known is None else known.setdefault(indicator.of, {})
    if indicator.over is None:
        return RecordList(sorted(_looked_up(indicator.of, records(indicator, period), remembered).values()))
    rows = counted_rows(indicator).filter(within(indicator, period) & indicator.over).order_by("pk")
    base = _looked_up(indicator.of, rows, remembered)
    for pk in records(indicator, period).values_list("pk", flat=True):
        key, digest = base[pk]
        base[pk] = (key, sm3(digest, HIT)[:KEPT_BYTES])
    return RecordList(sorted(base.values()))


def _looked_up(model: type[Model], rows: "QuerySet[Any]", remembered: Digests) -> Digests:
    keys = list(rows.values_list("pk", flat=True))
    if any(pk not in remembered for pk in keys):
        remembered.update((pk, (key, digest)) for pk, key, digest in _digests(model, rows))
    return {pk: remembered[pk] for pk in keys}


def keyed(indicator: Indicator, period: Period) -> Iterator[tuple[str, int]]:
    """Key and primary key of every record behind the figure."""
    naming = _naming(indicator.of)
    for pk, *name in records(indicator, period).values_list("pk", *naming).iterator(chunk_size=2000):
        yield _key(indicator.of, name, pk), pk


def find(model: type[Model], keys: Sequence[str]) -> "QuerySet[Any]":
    """The records of these keys that exist still."""
    rows = model._default_manager.all()
    if issubclass(model, Matter):
        return rows.filter(number__in=keys)
    return rows.filter(pk__in=[int(key.rpartition("#")[2]) for key in keys])


def _digests(model: type[Model], rows: "QuerySet[Any]") -> Iterator[tuple[int, str, bytes]]:
    naming, paths = _naming(model), _paths(model)
    for pk, *values in rows.values_list("pk", *naming, *paths).iterator(chunk_size=2000):
        name, judged = values[: len(naming)], values[len(naming) :]
        line = SEPARATOR.join("" if v is None else str(v).replace(SEPARATOR, ESCAPED) for v in judged)
        yield pk, _key(model, name, pk), sm3(line.encode())[:KEPT_BYTES]


def _name(key: str) -> str:
    """A key without the primary key it may end with."""
    return key.rpartition("#")[0] or key


def _key(model: type[Model], name: Sequence[Any], pk: int) -> str:
    """A matter by its number, what belongs to one by number and key, anything else by its model and key."""
    if issubclass(model, Matter):
        return str(name[0])
    return f"{name[0] if name else model._meta.model_name}#{pk}"


@lru_cache(maxsize=256)
def _naming(model: type[Model]) -> tuple[str, ...]:
    if issubclass(model, Matter):
        return ("number",)
    return ("matter__number",) if any(each.name == "matter" for each in model._meta.fields) else ()


@lru_cache(maxsize=256)
def _paths(model: type[Model]) -> tuple[str, ...]:
    """Every field that a record is judged by; other rows by names that every copy of the data shares."""
    return tuple(path for each in model._meta.fields for path in _path(each))


def _path(each: "Field[Any, Any]") -> Iterator[str]:
    if each.primary_key or each.name in TECHNICAL or each.name.endswith("_ptr"):
        return
    related = each.related_model
    if related is None:
        yield each.name
    elif isinstance(related, type) and issubclass(related, Unit):
        yield f"{each.name}__code"
    elif isinstance(related, type) and issubclass(related, Matter):
        yield f"{each.name}__number"
