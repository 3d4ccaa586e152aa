"""The sample's open disputes of today: what a worklist shows on an ordinary morning."""

from collections.abc import Iterator
from datetime import date

from zhunsheng.domains.disputes.dispute.sample_stories import Fate, Teller, Telling, after
from zhunsheng.domains.disputes.dispute.sample_words import agreement_of, pick
from zhunsheng.domains.disputes.dispute.taxonomy import Result, Source
from zhunsheng.kernel.bulk import BulkStory

STAGES = ("found", "mediating", "mediating", "whistled", "late", "court", "agreed")
ROUNDS = 7


def open_stories(teller: Teller, today: date) -> list[BulkStory]:
    """Some disputes at each stage, by opening day; the same for the same day."""
    fates = sorted(_fates(teller, today), key=lambda told: told[1].opened_on)
    return [_told(teller, stage, fate) for stage, fate in fates]


def _fates(teller: Teller, today: date) -> Iterator[tuple[str, Fate]]:
    for i in range(ROUNDS * len(STAGES)):
        stage = STAGES[i % len(STAGES)]
        days = {"found": 1, "late": 12, "court": 18}.get(stage, 4) + teller.rng.randrange(3)
        source = Source.COURT if stage == "court" else Source.PATROL if i % 2 else Source.STATION
        yield (
            stage,
            Fate(source, Result.ORAL, i % 8 == 3, teller.district.place(teller.rng), after(today, -days), today),
        )


def _told(teller: Teller, stage: str, fate: Fate) -> BulkStory:
    telling, fields = teller.begin(fate)
    if stage != "found":
        teller.accept(telling, fate)
        _go_on(teller, telling, stage, fate.opened_on)
    return BulkStory(by=telling.grid, fields=fields, steps=telling.steps)


def _go_on(teller: Teller, telling: Telling, stage: str, day: date) -> None:
    """Bring an accepted dispute to where it stands today."""
    rng = teller.rng
    if stage in ("whistled", "late"):
        teller.whistle(telling, after(day, 1))
    elif stage == "mediating":
        row = {"place": pick(rng, "places"), "content": pick(rng, "sessions")}
        telling.take("mediate", after(day, 2), row=row)
    elif stage == "agreed":
        agreement, amount = agreement_of(rng, telling.kind)
        telling.take("agree_written", after(day, 3), agreement=agreement, amount=amount)
