"""The sample's disputes as journals: found, mediated, sometimes whistled for, agreed, visited, confirmed, filed."""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import Any

from zhunsheng.domains.disputes.dispute.models import Dispute, Report, Ruling, Visit
from zhunsheng.domains.disputes.dispute.sample_words import (
    agreement_of,
    facts_of,
    mediator_of,
    pick,
    title_of,
    type_of,
    words,
)
from zhunsheng.domains.disputes.dispute.taxonomy import GRID_SOURCES, Body, DisputeType, Result, Source
from zhunsheng.kernel.bulk import BulkStep, BulkStory
from zhunsheng.kernel.models import Person, Unit
from zhunsheng.kernel.roles import Role
from zhunsheng.kernel.sampling import District
from zhunsheng.kernel.units.models import UnitKind

LABELS = {kind.value: kind.label for kind in DisputeType}
BODIES = ((Body.RESIDENTS, Body.VILLAGE), (Body.STREET, Body.TOWN))
COURT = "区人民法院"
POLICE = "公安分局"
LEFT_FOR_SURE = 31
"""Days after which the parties can no longer apply for confirmation: only then is a file closed for good."""


def after(day: date, days: float) -> date:
    return day + timedelta(days=int(days))


@dataclass(frozen=True, slots=True)
class Fate:
    """How one dispute runs, decided before it is told."""

    source: Source
    result: Result
    petition_prone: bool
    township: Unit
    opened_on: date
    closed_on: date


class Telling:
    """One dispute while it is told: who acts, and the steps so far."""

    def __init__(self, unit: Unit, kind: str, grid: Person, clerk: Person) -> None:
        self.unit, self.kind, self.grid, self.clerk = unit, kind, grid, clerk
        self.steps: list[BulkStep] = []

    def take(
        self, step: str, on: date, by: Person | None = None, *, outcome: str = "", row: dict[str, Any] | None = None,
        **answers: Any,
    ) -> None:  # fmt: skip
        self.steps.append(
            BulkStep(step=step, on=on, by=by or self.clerk, outcome=outcome, row=row or {}, answers=answers)
        )


class Teller:
    """Tells disputes of a district with one generator; the same people act each time."""

    def __init__(self, rng: Random, district: District) -> None:
        self.rng, self.district = rng, district
        self.endings = {
            Result.ORAL: self._oral,
            Result.WRITTEN: self._written,
            Result.FAILED: self._failed,
            Result.REFUSED: self._refused,
            Result.WITHDRAWN: self._withdrawn,
        }
        self.communities = {unit.code: district.communities(unit) for unit in district.townships}

    def tell(self, fate: Fate) -> BulkStory:
        """A dispute from its opening to the filing of its papers."""
        telling, fields = self.begin(fate)
        if fate.result is not Result.REFUSED:
            self.accept(telling, fate)
            self._between(telling, fate)
        self.endings[fate.result](telling, fate.closed_on)
        return BulkStory(by=telling.grid, fields=fields, steps=telling.steps)

    def begin(self, fate: Fate) -> tuple[Telling, dict[str, Any]]:
        """Who deals with a dispute, and the fields with which it is opened."""
        rng, township, by_grid = self.rng, fate.township, fate.source in GRID_SOURCES
        communities = self.communities[township.code]
        unit = communities[int(rng.random() * len(communities))] if by_grid else township
        kind = type_of(rng, fate.petition_prone)
        title = title_of(rng, kind, LABELS[kind])
        crowd = rng.random() < 0.008
        fields = {
            "title": title, "unit": unit, "place": township, "opened_on": fate.opened_on, "source": fate.source.value,
            "type": kind, "scale": Dispute.Scale.GROUP.value if crowd else Dispute.Scale.SINGLE.value,
            "persons": int(rng.random() * 24) + 8 if crowd else int(rng.random() ** 3 * 5) + 2,
            "petition_prone": fate.petition_prone, "facts": facts_of(rng, kind, title.removesuffix(LABELS[kind])),
        }  # fmt: skip
        clerks = self.district.people(township)
        clerk = clerks[int(rng.random() * len(clerks))]
        return Telling(unit, kind, self.district.people(unit, Role.GRID)[0], clerk), fields

    def accept(self, telling: Telling, fate: Fate) -> None:
        """The committee takes the dispute; what a court delegates comes with its papers."""
        bodies = BODIES[telling.unit.kind == UnitKind.TOWNSHIP]
        body = bodies[telling.unit.name.endswith(("村", "镇"))]
        asked = {"body": body.value, "mediators": mediator_of(self.rng)}
        if fate.source is Source.COURT:
            telling.take("receive_delegated", fate.opened_on, **asked)
        else:
            telling.take("accept", fate.opened_on, difficult=self.rng.random() < 0.03, **asked)

    def _between(self, telling: Telling, fate: Fate) -> None:
        rng, days = self.rng, (fate.closed_on - fate.opened_on).days
        if rng.random() < 0.008:
            self.escalate(telling, fate.opened_on)
        if days > 3 and rng.random() < 0.25:
            self.whistle(telling, fate.opened_on)
            self.report_back(telling, after(fate.opened_on, 1 + rng.random() * (days - 1)))
        if days and rng.random() < 0.4:
            day = telling.steps[-1].on
            row = {"place": pick(rng, "places"), "content": pick(rng, "sessions")}
            telling.take("mediate", day, row=row)

    def escalate(self, telling: Telling, day: date) -> None:
        row = {"reported_to": POLICE, "risk": pick(self.rng, "risks")}
        telling.take("report_escalation", day, row=row)

    def whistle(self, telling: Telling, day: date, days: int = 7) -> None:
        """The grid calls a department, and the township sends it the order the same day."""
        called = self.district.unit[words()["departments"].get(telling.kind, "xfj")]
        row = {"called": called, "asked_for": pick(self.rng, "calls")}
        telling.take("whistle", day, telling.grid, row=row)
        telling.take("dispatch", day, called_unit=called, report_by=after(day, days))

    def report_back(self, telling: Telling, day: date) -> None:
        called = telling.steps[-1].answers["called_unit"]
        done = Report.Done.SETTLED if self.rng.random() < 0.7 else Report.Done.EXPLAINED
        row = {"done": done.value, "content": pick(self.rng, "answers")}
        telling.take("report_back", day, self.district.people(called)[0], row=row, return_to=telling.unit)

    def _oral(self, telling: Telling, day: date) -> None:
        agreement, amount = agreement_of(self.rng, telling.kind)
        telling.take("agree_oral", day, agreement=agreement, amount=amount)
        self._file(telling, after(day, LEFT_FOR_SURE + self.rng.random() * 20))

    def _written(self, telling: Telling, day: date) -> None:
        rng = self.rng
        agreement, amount = agreement_of(rng, telling.kind)
        perform_by = after(day, 10 + rng.random() * 40) if rng.random() < 0.4 else None
        telling.take("agree_written", day, agreement=agreement, amount=amount, perform_by=perform_by)
        if rng.random() < 0.02:
            self._confirm(telling, after(day, 3 + rng.random() * 20))
        elif rng.random() < 0.3:
            self._visit(telling, after(day, 5 + rng.random() * 15))
        self._file(telling, after(day, LEFT_FOR_SURE + 20 + rng.random() * 30))

    def _visit(self, telling: Telling, day: date) -> None:
        row = {"performance": Visit.Performance.WHOLE.value, "content": "双方均表示已按协议办理。"}
        telling.take("visit", day, row=row)
        telling.take("perform", day)

    def _confirm(self, telling: Telling, day: date) -> None:
        telling.take("apply_confirmation", day, row={"court": COURT})
        telling.take("court_accepts", after(day, 2))
        confirmed = self.rng.random() < 0.95
        answer = Ruling.Answer.CONFIRMED if confirmed else Ruling.Answer.DISMISSED
        ruled_on = after(day, 5 + self.rng.random() * 20)
        row = {"ruled_on": ruled_on, "answer": answer.value}
        telling.take("court_confirms" if confirmed else "court_dismisses", ruled_on, row=row)

    def _failed(self, telling: Telling, day: date) -> None:
        telling.take("fail", day, ways_told=pick(self.rng, "ways"))
        self._file(telling, after(day, 1 + self.rng.random() * 10))

    def _refused(self, telling: Telling, day: date) -> None:
        telling.take("refuse", day, ways_told=pick(self.rng, "ways"))
        self._file(telling, after(day, 1 + self.rng.random() * 10))

    def _withdrawn(self, telling: Telling, day: date) -> None:
        telling.take("withdraw", day)
        self._file(telling, after(day, 1 + self.rng.random() * 10))

    def _file(self, telling: Telling, day: date) -> None:
        telling.take("archive", day)
