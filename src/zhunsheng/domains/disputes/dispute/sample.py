"""The sample's disputes of 2022 and 2023, and the open ones of today.

The report of 2023 says 13,719 disputes mediated by the grid, 119.4 % more than the year before: 6,253 is the whole
number with that growth. It says 1,775 petition-prone ones, 189.3 % more: no whole number gives that growth; 614, the
nearest, gives 189.1 %.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import TypeVar

from zhunsheng.domains.disputes.dispute.models import Dispute
from zhunsheng.domains.disputes.dispute.sample_open import open_stories
from zhunsheng.domains.disputes.dispute.sample_stories import Fate, Teller
from zhunsheng.domains.disputes.dispute.taxonomy import SETTLED, Result, Source
from zhunsheng.kernel.sampling import Batch, Correction, District, days_of, quota, seeded, shares

T = TypeVar("T")


@dataclass(frozen=True)
class Recipe:
    """What must come out by counting, and what happens around it: refused, withdrawn, sent by others."""

    mediated: int
    petition_prone: int
    refused: int
    withdrawn: int
    sent: int
    outcomes: Mapping[Result, int]


OUTCOMES = {
    2022: {Result.WRITTEN: 33, Result.ORAL: 58, Result.FAILED: 9},
    2023: {Result.WRITTEN: 37, Result.ORAL: 57, Result.FAILED: 6},
}
RECIPES = {
    2022: Recipe(mediated=6253, petition_prone=614, refused=74, withdrawn=48, sent=212, outcomes=OUTCOMES[2022]),
    2023: Recipe(mediated=13719, petition_prone=1775, refused=131, withdrawn=86, sent=388, outcomes=OUTCOMES[2023]),
}
GRID = {Source.PATROL: 58, Source.STATION: 42}
SENT = {Source.APPLIED: 34, Source.COURT: 24, Source.POLICE: 22, Source.PETITION: 12, Source.DEPARTMENT: 8}
LAGS = {Result.ORAL: 2, Result.WRITTEN: 12, Result.FAILED: 24, Result.REFUSED: 3, Result.WITHDRAWN: 9}


def sample(district: District, year: int) -> Iterator[Batch]:
    """The disputes of a year, in the order in which they were opened; none for a year without a recipe."""
    if year in RECIPES:
        rng = seeded("dispute", year)
        teller = Teller(rng, district)
        fates = sorted(_fates(rng, RECIPES[year], district, year), key=lambda fate: fate.opened_on)
        yield Batch("dispute", [teller.tell(fate) for fate in fates])


def lively(district: District, today: date) -> Iterator[Batch]:
    """A few dozen open disputes around ``today``, some with a whistle, a term of the court, a late department."""
    yield Batch("dispute", open_stories(Teller(seeded("dispute", "lively"), district), today))


def afterwards(district: District, year: int) -> Iterator[Correction]:
    """A wrong township noticed after the report of 2023 was sealed: the dispute counts as it did before."""
    if year != max(RECIPES):
        return
    kept = Dispute.objects.filter(source__in=GRID, closed_on__year=year, outcome=Result.ORAL)
    kept = kept.filter(place__in=district.townships).select_related("place")
    dispute = kept.order_by("closed_on", "pk").first()
    if dispute is not None and dispute.place is not None:
        meant = next(each for each in district.townships if each != dispute.place)
        reason = f"登记时误选了所在地，经与网格台账核对，纠纷发生在{meant}"
        yield Correction(dispute, district.head(district.unit[dispute.place.code]), reason, {"place": meant})


def _fates(rng: Random, recipe: Recipe, district: District, year: int) -> Iterator[Fate]:
    """How each dispute of the year ends, where and when, in no order."""
    endings = _endings(rng, recipe)
    places = quota(rng, district.places(len(endings)))
    closing = days_of(rng, len(endings), year, workdays=False)
    rng.shuffle(endings)
    for (source, result, prone), place, closed_on in zip(endings, places, closing, strict=True):
        lag = int(rng.random() ** 2 * LAGS[result])
        opened_on = max(closed_on - timedelta(days=lag), date(year, 1, 1))
        yield Fate(source, result, prone, place, opened_on, closed_on)


def _endings(rng: Random, recipe: Recipe) -> list[tuple[Source, Result, bool]]:
    """Source, result and petition-proneness of every dispute: exactly what the recipe says must be counted."""
    results = [result for result, n in _divided(recipe.mediated, recipe.outcomes).items() for _ in range(n)]
    settled = [i for i, result in enumerate(results) if result in SETTLED]
    prone = set(rng.sample(settled, recipe.petition_prone))
    unsettled = {i for i, result in enumerate(results) if result not in SETTLED and rng.random() < 0.1}
    sources = quota(rng, _divided(recipe.mediated, GRID))
    found = [
        (source, result, i in prone | unsettled)
        for i, (source, result) in enumerate(zip(sources, results, strict=True))
    ]
    found += [(Source.PATROL, Result.REFUSED, False)] * recipe.refused
    found += [(Source.STATION, Result.WITHDRAWN, False)] * recipe.withdrawn
    sent = zip(quota(rng, _divided(recipe.sent, SENT)), quota(rng, _divided(recipe.sent, recipe.outcomes)), strict=True)
    return [*found, *((source, result, rng.random() < 0.05) for source, result in sent)]


def _divided(total: int, weights: Mapping[T, int]) -> dict[T, int]:
    return dict(zip(weights, shares(total, list(weights.values())), strict=True))
