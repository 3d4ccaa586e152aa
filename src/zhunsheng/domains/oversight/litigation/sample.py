"""The sample: the suits of 2022 and 2023 by quota, decisions to enforce, and a few open suits of today."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import yaml

from zhunsheng.domains.oversight.litigation.choices import JUDGMENTS
from zhunsheng.domains.oversight.litigation.tales import FIRST, answered, carried_over, decided, finished, heard
from zhunsheng.kernel.bulk import BulkStory
from zhunsheng.kernel.sampling import Batch, District, Names, Tale, days, days_of, quota, seeded, workdays_after
from zhunsheng.law import default_calendar

RECIPE = Path(__file__).with_name("sample.yaml")
ENFORCEMENTS = 18
PENDING = "pending"


@cache
def recipe() -> Mapping[Any, Any]:
    """sample.yaml, read once."""
    found: Mapping[Any, Any] = yaml.safe_load(RECIPE.read_text(encoding="utf-8"))
    return found


def sample(district: District, year: int) -> Iterator[Batch]:
    """The suits served in ``year``, each to its end; 2022 and 2023 have quotas, other years have none."""
    if year not in recipe():
        return
    rng = seeded("litigation", year)
    counts = recipe()[year]
    subjects = quota(rng, counts["subjects"])
    opened = days_of(rng, len(subjects), year)
    outcomes = _outcomes(rng, counts["outcomes"])
    stories = [
        _story(rng, district, opened_on, serial, subject, outcome)
        for serial, (opened_on, subject, outcome) in enumerate(zip(opened, subjects, outcomes, strict=True), start=1)
    ]
    yield Batch("litigation", stories)
    yield Batch("litigation.enforcement", [_enforcement(rng, district, day) for day in _in_time(rng, year)])


def lively(district: District, today: date) -> Iterator[Batch]:
    """Open suits as a worklist shows them: new, to be answered, late, before a hearing, heard, and on appeal."""
    rng, stories = seeded("litigation", "lively"), []
    for ago, stage in (
        (150, "appealed"),
        (70, "heard"),
        (40, "set"),
        (18, "assigned"),
        (13, "assigned"),
        (2, "served"),
    ):
        opened_on = _worked(today - timedelta(days=ago))
        clerk, department, fields = _opening(rng, district, opened_on, ago, "compensation")
        tale = _so_far(Tale(opened_on, clerk), rng, today, stage, department)
        stories.append(BulkStory(by=clerk, fields=fields, steps=tale.steps))
    yield Batch("litigation", stories)


def _worked(day: date) -> date:
    """``day``, or the last working day before it: courts serve no papers on rest days."""
    return day if default_calendar().is_workday(day) else _worked(day - timedelta(days=1))


def _outcomes(rng: Random, counts: Mapping[str, int]) -> list[str]:
    """The outcomes by order of opening: what was decided within the year came early enough for its procedure."""
    total = sum(counts.values())
    found = [PENDING] * total
    for kinds, until in ((_judged(counts), total // 2), (_ruled(counts), total * 3 // 4)):
        free = [place for place in range(until) if found[place] == PENDING]
        for place, outcome in zip(rng.sample(free, sum(kinds.values())), quota(rng, kinds), strict=True):
            found[place] = outcome
    return found


def _judged(counts: Mapping[str, int]) -> dict[str, int]:
    return {outcome: count for outcome, count in counts.items() if outcome in JUDGMENTS}


def _ruled(counts: Mapping[str, int]) -> dict[str, int]:
    return {outcome: count for outcome, count in counts.items() if outcome not in JUDGMENTS and outcome != PENDING}


def _opening(
    rng: Random, district: District, opened_on: date, serial: int, subject: str
) -> tuple[Any, Any, dict[str, Any]]:
    """The clerk who registers the suit, the department that defends it, and what is asked at the opening."""
    unit, names = district.unit["sfj"], Names(rng)
    cause, case_class, administration, department = rng.choice(recipe()["causes"][subject])
    clerk = district.clerk(rng, unit)
    fields = {
        "title": names.masked() + cause,
        "unit": unit,
        "opened_on": opened_on,
        "place": district.place(rng),
        "handler": clerk,
        "case_number": f"（{opened_on.year}）样01行初{serial}号",
        "court": recipe()["court"],
        "filed_on": opened_on - timedelta(days=rng.randint(3, 5)),
        "plaintiff": rng.choices(["citizen", "legal_person"], [9, 1])[0],
        "plaintiff_count": 1,
        "defendant_level": "district",
        "defendant_role": rng.choice(["co_review", "review_alone"]) if subject == "reconsideration" else "sole",
        "subject": subject,
        "case_class": case_class,
        "administration": administration,
        "compensation_joined": "赔偿" in cause,
    }
    return clerk, district.unit[department], fields


def _story(rng: Random, district: District, opened_on: date, serial: int, subject: str, outcome: str) -> BulkStory:
    clerk, department, fields = _opening(rng, district, opened_on, serial, subject)
    tale, names, number = Tale(opened_on, clerk), Names(rng), fields["case_number"]
    if outcome == "not_filed":
        decided(tale, outcome, number, workdays_after(opened_on, 5))
        return BulkStory(by=clerk, fields=fields, steps=tale.steps)
    answered(tale, rng, department)
    if outcome == PENDING:
        _, outcome = carried_over(tale, rng, names, number, recipe()["later"])
    elif outcome in JUDGMENTS:
        heard(tale, rng, names, FIRST)
        decided(tale, outcome, number, workdays_after(tale.day, rng.randint(18, 35)))
    else:
        decided(tale, outcome, number, workdays_after(tale.day, rng.randint(8, 20)))
    finished(tale, rng, names, outcome, number, recipe()["appeal_court"])
    return BulkStory(by=clerk, fields=fields, steps=tale.steps)


def _so_far(tale: Tale, rng: Random, today: date, stage: str, department: Any) -> Tale:
    """An open suit up to ``stage``, dated back from ``today``."""
    if stage == "served":
        return tale
    tale.on(tale.day + timedelta(days=1), "assign", department=department)
    if stage == "assigned":
        return tale
    tale.on(tale.day + timedelta(days=10), "answer", answered_on=tale.day + timedelta(days=10))
    held_on = today + timedelta(days=9) if stage == "set" else tale.day + timedelta(days=30)
    tale.on(tale.day + timedelta(days=15), "set_hearing", hearing_on=held_on)
    if stage == "set":
        return tale
    row = {"name": Names(rng).person(), "post": "副区长", "staff": True}
    tale.on(held_on, "head_appeared", row=row)
    if stage == "heard":
        return tale
    row = {"number": "样例一审行政判决书", "decided_on": today - timedelta(days=40)}
    tale.on(today - timedelta(days=36), "judge", outcome="claims_dismissed", row=row)
    return tale.on(
        today - timedelta(days=11), "receive_appeal", appellant="plaintiff", appeal_filed_on=today - timedelta(days=22),
        appeal_court=recipe()["appeal_court"],
    )  # fmt: skip


def _in_time(rng: Random, year: int) -> list[date]:
    return days(rng, ENFORCEMENTS, date(year, 1, 1), date(year, 10, 31))


def _enforcement(rng: Random, district: District, opened_on: date) -> BulkStory:
    """A decision unchallenged and unperformed: demanded, then brought to the court or performed after all."""
    title, obligation, code, mark = rng.choice(recipe()["enforcement"])
    unit, decided_on = district.unit[code], opened_on - timedelta(days=rng.randint(185, 200))
    clerk = district.clerk(rng, unit)
    fields = {
        "title": Names(rng).masked() + title,
        "unit": unit,
        "opened_on": opened_on,
        "place": district.place(rng),
        "handler": clerk,
        "act_number": f"样例{mark}〔{decided_on.year}〕{rng.randint(1, 300)}号",
        "decided_on": decided_on,
        "sue_until": opened_on - timedelta(days=1),
        "obligation": obligation,
        "amount": rng.randint(5, 300) * 100 if obligation == "money" else None,
    }
    tale = Tale(opened_on, clerk).after(3, "demand")
    if rng.random() < 0.3:
        tale.after(rng.randint(4, 9), "performed")
    else:
        applied_on = workdays_after(tale.day, 12)
        tale.on(applied_on, "apply", applied_on=applied_on, court=recipe()["enforcement_court"])
        tale.after(3, "accept", case_number=f"（{applied_on.year}）样0101行审{rng.randint(1, 90)}号").after(3, "allow")
        tale.after(rng.randint(15, 30), "carry_out")
    return BulkStory(by=clerk, fields=fields, steps=tale.steps)
