"""The reconsiderations of the sample years, and a few open ones of today. Names and cases are invented."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import yaml

from zhunsheng.domains.disputes.reconsideration.choices import Act, Applicant, Outcome, Respondent
from zhunsheng.domains.disputes.reconsideration.courses import accepted_course, open_courses, turned_away_course
from zhunsheng.domains.disputes.reconsideration.models import Reconsideration
from zhunsheng.kernel.bulk import BulkStory
from zhunsheng.kernel.models import Person, Unit
from zhunsheng.kernel.sampling import Batch, District, Names, Tale, days, draw, quota, seeded

RECIPE = Path(__file__).with_name("sample.yaml")
KIND = "reconsideration"
JUSTICE_BUREAU = "sfj"
LAST_OPENING = (12, 22)
"""Whoever applies later is accepted in the next year."""
COMPANY_SHARE = 0.25


@cache
def recipe() -> Mapping[str, Any]:
    """sample.yaml, read once."""
    found: Mapping[str, Any] = yaml.safe_load(RECIPE.read_text(encoding="utf-8"))
    return found


@dataclass
class Plan:
    """What happens to one application: its day, how it ends, when, and what comes between."""

    opened_on: date
    outcome: str
    pending: bool = False
    marks: set[str] = field(default_factory=set)
    against: str = ""


def sample(district: District, year: int) -> Iterator[Batch]:
    """The applications received in ``year``; a year without a recipe has none."""
    if year not in recipe()["years"]:
        return
    rng = seeded(KIND, year)
    stories = [_story(rng, district, plan) for plan in plans(rng, year)]
    yield Batch(KIND, stories)


def lively(district: District, today: date) -> Iterator[Batch]:
    """Open applications dated relative to ``today``, one in each usual state."""
    rng = seeded(KIND, "lively")
    clerk = district.clerk(rng, district.unit[JUSTICE_BUREAU])
    stories = [
        _told(clerk, _fields(rng, district, opened_on, Outcome.UPHOLD, who), who, tale)
        for opened_on, tale in open_courses(today, clerk)
        for who in [_applicant(rng)]
    ]
    yield Batch(KIND, stories)


def plans(rng: Random, year: int) -> list[Plan]:
    """The year's applications in order: the latest accepted ones are still pending at its end."""
    wanted = recipe()["years"][year]
    ended, pending = quota(rng, wanted["ended"]), quota(rng, wanted["pending"])
    away = quota(rng, wanted["turned_away"])
    total = len(ended) + len(pending) + len(away)
    dates = days(rng, total, date(year, 1, 3), date(year, *LAST_OPENING))
    turned = set(rng.sample(range(total - len(pending)), len(away)))
    early = [day for number, day in enumerate(dates[: -len(pending)]) if number not in turned]
    found = [Plan(day, outcome) for day, outcome in zip(early, ended, strict=True)]
    _mark(rng, found, wanted)
    found += [Plan(dates[number], outcome) for number, outcome in zip(sorted(turned), away, strict=True)]
    found += [Plan(day, outcome, pending=True) for day, outcome in zip(dates[-len(pending) :], pending, strict=True)]
    return sorted(found, key=lambda plan: plan.opened_on)


def _mark(rng: Random, found: Sequence[Plan], wanted: Mapping[str, Any]) -> None:
    """Choose the cases with something out of the usual: those that take longer began before August."""
    for mark in ("interrupted", "extended", "late"):
        usual = [plan for plan in found if plan.opened_on.month < 8 and not plan.marks & LENGTHENED]
        slow = [plan for plan in usual if plan.outcome in (Outcome.UPHOLD, Outcome.ANNUL, Outcome.CONFIRM_UNLAWFUL)]
        for plan in rng.sample(slow, wanted[mark]):
            plan.marks.add(mark)
    for mark in ("corrected", "hearings"):
        for plan in rng.sample([plan for plan in found if plan.outcome != Outcome.WITHDRAWN], wanted[mark]):
            plan.marks.add(mark)


LENGTHENED = {"interrupted", "extended", "late"}


def _story(rng: Random, district: District, plan: Plan) -> BulkStory:
    bureau = district.unit[JUSTICE_BUREAU]
    clerk, head = district.clerk(rng, bureau), district.head(district.government)
    who = _applicant(rng)
    fields = _fields(rng, district, plan.opened_on, plan.outcome, who)
    plan.against = _name_of_respondent(fields)
    if plan.outcome in recipe()["years"][plan.opened_on.year]["turned_away"]:
        tale = turned_away_course(rng, plan.opened_on, plan.outcome, clerk, head)
    else:
        withdrawal = draw(rng, recipe()["withdrawals"]) if plan.outcome == Outcome.WITHDRAWN else ""
        tale = accepted_course(rng, plan, clerk, head, withdrawal)
    return _told(clerk, fields, who, tale)


def _told(clerk: Person, fields: Mapping[str, Any], who: Mapping[str, str], tale: Tale) -> BulkStory:
    return BulkStory(by=clerk, fields={**fields, "handler": clerk}, parties=[who], steps=tale.steps)


def _applicant(rng: Random) -> dict[str, str]:
    names, company = Names(rng), rng.random() < COMPANY_SHARE
    name, kind = (names.company(), "organisation") if company else (names.person(), "person")
    return {"role": "applicant", "kind": kind, "name": name, "address": names.address()}


def _fields(rng: Random, district: District, opened_on: date, outcome: str, who: Mapping[str, str]) -> dict[str, Any]:
    """What is asked at the opening; the title names a person by the surname only."""
    subject, place = _subject(rng, outcome), district.place(rng)
    company = who["kind"] == "organisation"
    shown = who["name"] if company else f"{who['name'][0]}某"
    fields = _respondent(district, subject, place)
    return fields | {
        "title": f"{shown}不服{_name_of_respondent(fields)}{subject['contested']}",
        "unit": district.unit[JUSTICE_BUREAU],
        "place": place,
        "opened_on": opened_on,
        "applicant": Applicant.LEGAL_PERSON if company else Applicant.CITIZEN,
        "applicants": 1 if company or rng.random() < 0.9 else rng.randint(2, 6),
        "channel": draw(rng, CHANNELS),
        "act": subject["act"],
        "area": subject["area"],
        "contested": subject["contested"],
        "request": REQUESTS.get(Act(subject["act"]), "请求撤销被申请的行政行为。"),
        "review_first": subject.get("review_first", "") if opened_on.year > 2023 else "",
        "discretionary": subject.get("discretionary", False),
    }


def _name_of_respondent(fields: Mapping[str, Any]) -> str:
    return str(fields["respondent"] or fields["respondent_name"])


CHANNELS = {
    Reconsideration.Channel.COUNTER: 6, Reconsideration.Channel.POST: 5,
    Reconsideration.Channel.WEB: 2, Reconsideration.Channel.ORAL: 1,
}  # fmt: skip
REQUESTS = {
    Act.INACTION: "请求责令被申请人履行法定职责。",
    Act.REPORT: "请求撤销告知，责令被申请人重新处理。",
    Act.DISCLOSURE: "请求撤销答复，责令被申请人重新答复。",
}


def _subject(rng: Random, outcome: str) -> Mapping[str, Any]:
    """What the case is about, fitting its end: only some disputes could be mediated under the law of 2017."""
    subjects: list[Mapping[str, Any]] = recipe()["subjects"]
    if outcome == Outcome.MEDIATION:
        subjects = [subject for subject in subjects if subject.get("discretionary")]
    if outcome == Outcome.PERFORM:
        subjects = [subject for subject in subjects if subject["act"] in (Act.INACTION, Act.REPORT)]
    return subjects[draw(rng, {number: subject["weight"] for number, subject in enumerate(subjects)})]


def _respondent(district: District, subject: Mapping[str, Any], place: Unit) -> dict[str, Any]:
    if "name" in subject:
        return {
            "respondent": None, "respondent_name": subject["name"], "respondent_kind": Respondent.COUNTY_DEPARTMENT,
        }  # fmt: skip
    if subject["respondent"] == "township":
        town = place.name.endswith("镇")
        return {"respondent": place, "respondent_kind": Respondent.TOWNSHIP if town else Respondent.OTHER}
    return {"respondent": district.unit[subject["respondent"]], "respondent_kind": Respondent.COUNTY_DEPARTMENT}
