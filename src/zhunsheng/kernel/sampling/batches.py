"""What a system's ``sample.py`` yields, and how its records enter: through the bulk door, like any others."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeVar

from zhunsheng.kernel import registry
from zhunsheng.kernel.bulk import BulkRow, BulkStory, bulk_enter, bulk_open, bulk_record
from zhunsheng.kernel.refusals import UnknownKind

T = TypeVar("T")


@dataclass(frozen=True)
class Batch:
    """Records of one matter kind (stories by opening day), register or activity kind (rows), by its code."""

    code: str
    records: Sequence[BulkStory] | Sequence[BulkRow]

    def write(self, recorded_at: Callable[[date], datetime], seen: Callable[[int], None]) -> int:
        """Write them all and return how many; ``seen`` is told now and then how many have been read."""
        for known, door in (
            (registry.kinds(), bulk_open),
            (registry.registers(), bulk_enter),
            (registry.activity_kinds(), bulk_record),
        ):
            if self.code in known:
                return door(self.code, _counted(self.records, seen), recorded_at=recorded_at)  # type: ignore[operator]
        raise UnknownKind(code=self.code, known="、".join([*registry.kinds(), *registry.registers()]))


def _counted(records: Sequence[T], seen: Callable[[int], None], step: int = 250) -> Iterator[T]:
    for number, record in enumerate(records, start=1):
        yield record
        if number % step == 0 or number == len(records):
            seen(number)
