"""What the bulk door is given: matters from opening to wherever they stand, entries, activities, in batches."""

import gc
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from itertools import islice
from typing import Any, TypeVar

from zhunsheng.kernel.units.models import Person
from zhunsheng.law import Refusal

BATCH = 2000
T = TypeVar("T")


class BadStory(Refusal):
    """One story of many cannot be told; none is written."""

    zh = "第{position}条“{title}”：{reason}整批未写入，改正后请重新提交。"
    en = 'Story {position} "{title}": {reason} Nothing was written; correct it and submit all of them again.'


@dataclass(frozen=True, kw_only=True, slots=True)
class BulkStep:
    """One step as ``take_step`` is given it; ``by=None`` is the system."""

    step: str
    on: date
    by: Person | None
    outcome: str = ""
    row: Mapping[str, Any] = field(default_factory=dict)
    answers: Mapping[str, Any] = field(default_factory=dict)
    note: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class BulkStory:
    """One matter: ``fields``, ``parties`` and ``by`` as ``open_matter`` is given them, then its steps in order.

    Hand in units (with their jurisdiction) and people as instances, the same one each time: their rights are read once.
    """

    by: Person | None
    fields: Mapping[str, Any]
    steps: Sequence[BulkStep] = ()
    parties: Sequence[Mapping[str, Any]] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class BulkRow:
    """One register entry or activity: ``fields`` and ``by`` as ``add_entry`` or ``record_activity`` is given them."""

    by: Person | None
    fields: Mapping[str, Any]


@contextmanager
def undisturbed() -> Iterator[None]:
    """No search for cyclic garbage while a batch is in memory: it finds none and takes an eighth of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def batches(items: Iterable[T], size: int) -> Iterator[list[T]]:
    """``items`` in lists of at most ``size``, read as they are needed."""
    source = iter(items)
    while batch := list(islice(source, size)):
        yield batch
