"""The sample: contracts, visits and talks of 2022 and 2023 by quota, and the last two months of today."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import yaml

from zhunsheng.domains.society.adviser.models import AdviserContract, Practice
from zhunsheng.kernel.bulk import BulkRow
from zhunsheng.kernel.models import Unit
from zhunsheng.kernel.periods import Period
from zhunsheng.kernel.sampling import Batch, District, Names, days, draw, seeded, shares

RECIPE = Path(__file__).with_name("sample.yaml")
VILLAGES_OF_AN_ADVISER = 3
PRACTICES = {Practice.LAWYER: 4, Practice.LEGAL_WORKER: 1}
QUIET = 9
"""Villages that today have not been visited for more than a month."""


@cache
def recipe() -> Mapping[str, Any]:
    """sample.yaml, read once."""
    found: Mapping[str, Any] = yaml.safe_load(RECIPE.read_text(encoding="utf-8"))
    return found


def sample(district: District, year: int) -> Iterator[Batch]:
    """The contracts that begin in ``year``, then its visits and talks: 2022 and 2023 have quotas, others none."""
    rng = seeded("adviser", year)
    yield Batch("adviser.contract", _contracts(rng, district, year))
    if quota := recipe()["quotas"].get(year):
        contracts = Contracts(district, Period.year(year))
        yield Batch("adviser.visit", _visits(rng, contracts, quota))
        yield Batch("adviser.talk", _talks(rng, contracts, quota["talks"]))


def lively(district: District, today: date) -> Iterator[Batch]:
    """Contracts that run today, and the visits of the last weeks: a few villages have waited for more than a month."""
    rng = seeded("adviser", "lively")
    covered = set(AdviserContract.objects.valid_on(today).values_list("place", flat=True))
    bare = [village for village in district.communities() if village.pk not in covered]
    until = date(today.year + 1, 12, 31)
    last = dict(AdviserContract.objects.order_by("valid_until").values_list("place", "valid_until"))
    after = {v: last[v.pk] + timedelta(days=1) if last.get(v.pk) else date(today.year - 1, 1, 1) for v in bare}
    groups = ((after[village], until, [village]) for village in bare)
    yield Batch("adviser.contract", [row for group in groups for row in _given(rng, district, *group)])
    contracts = Contracts(district, Period(today - timedelta(days=60), today))
    quiet = set(rng.sample(sorted(contracts.of), QUIET))
    visits = []
    for village in contracts.of:
        ago = rng.randint(35, 58) if village in quiet else rng.randint(1, 26)
        if contract := contracts.on(village, today - timedelta(days=ago)):
            visits.append(_visit(rng, contracts, contract, today - timedelta(days=ago), rng.randint(0, 4)))
    yield Batch("adviser.visit", visits)


class Contracts:
    """The contracts in force at some time of a period, by village."""

    def __init__(self, district: District, period: Period) -> None:
        self.district, self.period = district, period
        self.units = {unit.pk: unit for unit in district.unit.values()}
        self.of: dict[int, list[AdviserContract]] = {}
        for contract in AdviserContract.objects.select_related("unit").order_by("place", "valid_from"):
            if contract.valid_from <= period.until and contract.valid_until >= period.since:
                self.of.setdefault(contract.place_id, []).append(contract)

    def since(self, village: int) -> date:
        return max(self.period.since, self.of[village][0].valid_from)

    def on(self, village: int, day: date) -> AdviserContract | None:
        return next((each for each in self.of[village] if each.valid_from <= day <= each.valid_until), None)


def _contracts(rng: Random, district: District, year: int) -> list[BulkRow]:
    """Everybody's in the first year; in the second the late villages', and those that changed their adviser."""
    terms, late = recipe()["contracts"], _late(district)
    early = [village for village in district.communities() if village not in late]
    changing = early[:: len(early) // terms["renewed"]][: terms["renewed"]]
    keeping = [village for village in early if village not in changing]
    before_change = terms["renewed_since"] - timedelta(days=1)
    groups = {
        2022: [(terms["since"], terms["until"], keeping), (terms["since"], before_change, changing)],
        2023: [(date(2023, 1, 1), terms["until"], late), (terms["renewed_since"], terms["until"], changing)],
    }
    return [row for group in groups.get(year, ()) for row in _given(rng, district, *group)]


def _late(district: District) -> list[Unit]:
    return [v for code, n in recipe()["late_villages"].items() for v in district.communities(district.unit[code])[-n:]]


def _given(rng: Random, district: District, since: date, until: date, villages: Sequence[Unit]) -> Iterator[BulkRow]:
    """Contracts of ``villages``, a few neighbours sharing an adviser."""
    bureau = district.unit["sfj"]
    for start in range(0, len(villages), VILLAGES_OF_AN_ADVISER):
        adviser = _adviser(rng)
        for village in villages[start : start + VILLAGES_OF_AN_ADVISER]:
            fields = {"title": f"{village.name}法律顾问", "unit": bureau, "place": village}
            fields |= {"valid_from": since, "valid_until": until} | adviser
            yield BulkRow(by=district.clerk(rng, bureau), fields=fields)


def _adviser(rng: Random) -> dict[str, Any]:
    names, practice = Names(rng), draw(rng, PRACTICES)
    firm = f"山西{names.word()}律师事务所" if practice == Practice.LAWYER else f"杏花岭区{names.word()}法律服务所"
    return {"adviser": names.person(), "practice": practice, "firm": firm}


def _visits(rng: Random, contracts: Contracts, quota: Mapping[str, int]) -> list[BulkRow]:
    """The year's visits: about one a month in each village, some busier than others."""
    villages = list(contracts.of)
    counts = shares(quota["visits"], [rng.uniform(0.85, 1.15) for _ in villages])
    planned = [
        (day, village)
        for village, count in zip(villages, counts, strict=True)
        for day in _monthly(rng, contracts.since(village), contracts.period.until, count)
    ]
    asked = shares(quota["consultations"], [rng.triangular(0, 5, 1.5) for _ in planned])
    return [
        _visit(rng, contracts, contracts.on(village, day), day, people)
        for (day, village), people in zip(sorted(planned), asked, strict=True)
    ]


def _monthly(rng: Random, since: date, until: date, count: int) -> Iterable[date]:
    """``count`` days, at most one in a month before every month has one."""
    months = [Period.month(number // 100, number % 100) for number in Period(since, until).months()]
    chosen = [month for _ in range(count // len(months)) for month in months]
    chosen += rng.sample(months, count % len(months))
    return [days(rng, 1, max(month.since, since), min(month.until, until))[0] for month in chosen]


def _visit(rng: Random, contracts: Contracts, contract: Any, day: date, people: int) -> BulkRow:
    fields = {"title": "法律顾问入村（社区）服务", "consultations": people, "summary": rng.choice(recipe()["services"])}
    fields |= {"mediations": int(rng.random() < 0.08), "papers_reviewed": int(rng.random() < 0.1)}
    return _done(rng, contracts, contract, day, fields)


def _talks(rng: Random, contracts: Contracts, count: int) -> list[BulkRow]:
    """Talks: one in each village in turn, in drawn order."""
    villages = sorted(contracts.of)
    rng.shuffle(villages)
    rows = []
    for number, day in enumerate(days(rng, count, contracts.period.since, contracts.period.until)):
        contract = contracts.on(villages[number % len(villages)], day)
        theme = rng.choice(recipe()["themes"])
        fields = {"title": f"“{theme}”普法宣传", "theme": theme, "participants": rng.randint(18, 90)}
        rows.append(_done(rng, contracts, contract, day, fields))
    return rows


def _done(rng: Random, contracts: Contracts, contract: Any, day: date, fields: Mapping[str, Any]) -> BulkRow:
    """An activity under a contract, recorded by a clerk of the township."""
    village = contracts.units[contract.place_id]
    clerk = contracts.district.clerk(rng, contracts.units[village.parent_id])
    given = {"entry": contract, "place": village, "unit": contracts.units[contract.unit_id], "happened_on": day}
    return BulkRow(by=clerk, fields={**given, **fields})
