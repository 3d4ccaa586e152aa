"""What a system's ``sample.py`` yields, and how its records enter: through the bulk door, like any others."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from zhunsheng.kernel import registry
from zhunsheng.kernel.bulk import BulkRow, BulkStory, bulk_enter, bulk_open, bulk_record
from zhunsheng.kernel.matters.models import Matter
from zhunsheng.kernel.refusals import UnknownKind
from zhunsheng.kernel.units.models import Person


@dataclass(frozen=True)
class Batch:
    """Records of one matter kind (stories by opening day), register or activity kind (rows), by its code."""

    code: str
    records: Sequence[BulkStory | BulkRow]

    @property
    def title(self) -> str:
        """What the records are called."""
        declared: dict[str, Any] = {**registry.kinds(), **registry.registers(), **registry.activity_kinds()}
        return str(declared[self.code].title) if self.code in declared else self.code

    def write(self, recorded_at: Callable[[date], datetime], seen: Callable[[int], None]) -> int:
        """Write them all and return how many; ``seen`` is told now and then how many have been read."""
        return self._door()(self.code, self._read(seen), recorded_at=recorded_at)

    def _door(self) -> Callable[..., int]:
        if self.code in registry.kinds():
            return bulk_open
        if self.code in registry.registers():
            return bulk_enter
        if self.code in registry.activity_kinds():
            return bulk_record
        known = [*registry.kinds(), *registry.registers(), *registry.activity_kinds()]
        raise UnknownKind(code=self.code, known="、".join(known))

    def _read(self, seen: Callable[[int], None], step: int = 250) -> Iterator[BulkStory | BulkRow]:
        for number, record in enumerate(self.records, start=1):
            yield record
            if number % step == 0 or number == len(self.records):
                seen(number)


@dataclass(frozen=True)
class Correction:
    """A field of a matter put right by the head of its unit, with the reason that the journal keeps."""

    matter: Matter
    by: Person
    reason: str
    fields: Mapping[str, Any]
