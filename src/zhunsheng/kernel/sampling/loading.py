"""Load the sample: the district once, then each system's years, each part in one transaction with its mark."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType

from django.utils import timezone
from django.utils.translation import gettext

from zhunsheng.kernel import registry
from zhunsheng.kernel.bulk.stories import undisturbed
from zhunsheng.kernel.matters.actions import correct
from zhunsheng.kernel.registry import Domain
from zhunsheng.kernel.sampling.batches import Batch, Correction
from zhunsheng.kernel.sampling.district import District, build_district, read_district, recipe
from zhunsheng.kernel.sampling.models import SampleLoad
from zhunsheng.kernel.sampling.spread import office_hours, seeded
from zhunsheng.kernel.units.models import Jurisdiction
from zhunsheng.kernel.writing import write_transaction
from zhunsheng.law import Refusal

YEARS = (2022, 2023)
DISTRICT = "district"
LIVELY = "lively"
AFTERWARDS = "afterwards"
Progress = Callable[[str, int, int], None]


class RealRecordsPresent(Refusal):
    zh = "数据库中已有{place}的正式数据，样例数据不能混入。请另用一个空数据库（环境变量DATABASE_URL）载入样例。"
    en = (
        "The database holds real records of {place}; sample records must not be mixed with them. "
        "Load the sample into an empty database of its own (DATABASE_URL)."
    )


@dataclass(frozen=True)
class Summary:
    """What one call wrote: the parts it completed, and how many records; nothing the second time."""

    parts: tuple[str, ...]
    records: int


def load_sample(years: Sequence[int] = YEARS, progress: Progress | None = None, lively: bool = False) -> Summary:
    """Bring the sample year into the database and return what was written; parts already there are left alone.

    Each part (the district, a system's year) is one transaction together with its mark: interrupted at any moment,
    nothing half is there and the next call goes on where it stopped. ``lively`` adds a few open matters dated
    relative to today. Raises RealRecordsPresent where the database holds records that are no sample.
    """
    refuse_real_records()
    tell, done, records = progress or _silent, [], 0
    for part, write in _parts(years, lively):
        written = _load(part, write, tell)
        if written is not None:
            done.append(part)
            records += written
    return Summary(tuple(done), records)


def correct_afterwards(year: int) -> int:
    """Make the corrections that the sample's people made after the report of ``year`` was sealed; return how many.

    Once: each system's corrections are one transaction with their mark. Nothing is done where the sample is not loaded.
    """
    if not SampleLoad.objects.filter(part=DISTRICT).exists():
        return 0
    made = 0
    for domain, module in _samples():
        if hasattr(module, AFTERWARDS):
            corrections = partial(module.afterwards, read_district(), year)
            made += _load(f"{domain.code} {year} {AFTERWARDS}", partial(_correct, corrections), _silent) or 0
    return made


def _correct(corrections: Callable[[], Iterator[Correction]], tell: Progress) -> int:
    wanted = list(corrections())
    for each in wanted:
        correct(each.matter, by=each.by, reason=each.reason, **each.fields)
    return len(wanted)


def refuse_real_records() -> None:
    """Raise RealRecordsPresent where any unit's place, person or record is no sample."""
    if place := Jurisdiction.objects.filter(is_sample=False).first():
        raise RealRecordsPresent(place=place.name)


def _silent(system: str, done: int, total: int) -> None:
    """Tell nobody."""


Write = Callable[[Progress], int]


def _parts(years: Iterable[int], lively: bool) -> Iterator[tuple[str, Write]]:
    """Name and writer of each part, in the order in which they build on each other."""
    yield DISTRICT, _write_district
    district = None
    for year in sorted(years):
        for domain, module in _samples():
            district = district or read_district()
            yield f"{domain.code} {year}", _Year(domain, module, district, year)
    if lively:
        for domain, module in _samples():
            if hasattr(module, LIVELY):
                yield f"{domain.code} {LIVELY}", _Today(domain, module, district or read_district())


def _samples() -> Iterator[tuple[Domain, ModuleType]]:
    """Every system that has a ``sample.py`` beside its ``domain.py``."""
    for domain in registry.domains().values():
        if find_spec(f"{domain.package}.sample"):
            yield domain, import_module(f"{domain.package}.sample")


def _load(part: str, write: Write, tell: Progress) -> int | None:
    """Write one part with its mark; None when it is there already."""
    if SampleLoad.objects.filter(part=part).exists():
        return None
    with undisturbed(), write_transaction():
        if SampleLoad.objects.filter(part=part).exists():
            return None
        written = write(tell)
        SampleLoad.objects.create(part=part)
    return written


def _write_district(tell: Progress) -> int:
    title = recipe()["place"]["name"]
    tell(title, 0, 1)
    district = build_district()
    tell(title, 1, 1)
    return len(district.unit)


@dataclass(frozen=True)
class _Year:
    """Writes one year of one system. Each batch is in the database before the next is asked for."""

    domain: Domain
    module: ModuleType
    district: District
    year: int

    def __call__(self, tell: Progress) -> int:
        batches = self.module.sample(self.district, self.year)
        return _write(batches, str(self.year), f"{self.domain.code}-{self.year}", tell)


@dataclass(frozen=True)
class _Today:
    """Writes a system's open matters of today."""

    domain: Domain
    module: ModuleType
    district: District

    def __call__(self, tell: Progress) -> int:
        batches = self.module.lively(self.district, timezone.localdate())
        return _write(batches, gettext("今天"), f"{self.domain.code}-{LIVELY}", tell)


def _tell(tell: Progress, title: str, total: int, done: int) -> None:
    tell(title, done, total)


def _write(batches: Iterator[Batch], when: str, seed: str, tell: Progress) -> int:
    recorded_at, written = office_hours(seeded(seed, "moments")), 0
    for batch in batches:
        title = f"{gettext(batch.title)} {when}"
        written += batch.write(recorded_at, partial(_tell, tell, title, len(batch.records)))
    return written
