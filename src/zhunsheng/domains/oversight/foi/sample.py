"""The sample: requests of 2022 and 2023 by quota, and a few open ones of today."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import yaml

from zhunsheng.kernel.bulk import BulkStory
from zhunsheng.kernel.sampling import Batch, District, Names, Tale, days, draw, seeded, workdays_after

RECIPE = Path(__file__).with_name("sample.yaml")


@cache
def recipe() -> Mapping[Any, Any]:
    """sample.yaml, read once."""
    found: Mapping[Any, Any] = yaml.safe_load(RECIPE.read_text(encoding="utf-8"))
    return found


def sample(district: District, year: int) -> Iterator[Batch]:
    """The requests opened in ``year``: 2022 and 2023 have quotas, other years have none."""
    rng = seeded("foi", year)
    stories = [
        _story(rng, district, day, flow, outcome)
        for flow, outcome, count in recipe().get(year, ())
        for day in _opening_days(rng, flow, count, year)
    ]
    yield Batch("foi", sorted(stories, key=lambda story: story.fields["opened_on"]))


def lively(district: District, today: date) -> Iterator[Batch]:
    """Open requests as a worklist shows them: new, nearly due, late, and standing still."""
    rng = seeded("foi", "lively")
    told: list[tuple[int, Callable[[Tale, District], Tale]]] = [
        (45, lambda tale, _: tale),
        (26, lambda tale, _: tale),
        (20, lambda tale, _: _served(tale.on(today - timedelta(days=15), "consult", third_party=Names(rng).company()))),
        (9, lambda tale, _: tale.on(today - timedelta(days=4), "ask_to_correct", correct_by=today + timedelta(days=6))),
        (2, lambda tale, _: tale),
    ]
    stories = []
    for ago, go_on in told:
        opened_on = today - timedelta(days=ago)
        unit, fields = _opening(rng, district, opened_on)
        clerk = district.clerk(rng, unit)
        tale = go_on(Tale(opened_on, clerk), district)
        stories.append(BulkStory(by=clerk, fields=fields | {"handler": clerk}, steps=tale.steps))
    yield Batch("foi", stories)


def _opening_days(rng: Random, flow: str, count: int, year: int) -> list[date]:
    """Late enough in December to be carried over, or early enough to end within the year."""
    if flow == "carried_over":
        return days(rng, count, date(year, 12, 15), date(year, 12, 26))
    return days(rng, count, date(year, 1, 1), date(year, 11, 25) if flow == "plain" else date(year, 9, 30))


def _story(rng: Random, district: District, opened_on: date, flow: str, outcome: str) -> BulkStory:
    unit, fields = _opening(rng, district, opened_on)
    clerk, head = district.clerk(rng, unit), district.head(unit)
    tale = Tale(opened_on, clerk)
    if flow == "carried_over":
        tale.on(workdays_after(date(opened_on.year + 1, 1, 3), rng.randint(1, 4)), "reply", outcome=outcome)
    elif flow == "refused":
        tale.after(rng.randint(6, 16), "refuse", by=head, outcome=outcome)
    elif flow == "asked_for_reasons":
        tale.after(3, "ask_reasons").after(rng.randint(5, 10), "refuse_excessive")
    elif outcome == "abandoned":
        _ask_to_correct(tale, rng).on(workdays_after(tale.steps[-1].answers["correct_by"], 1), "abandon")
    else:
        _interrupt(rng, district, tale, flow, head)
        tale.after(rng.randint(4, 12), "reply", outcome=outcome, reply_text="已按申请人要求的形式答复。")
    return BulkStory(by=clerk, fields=fields | {"handler": clerk}, steps=tale.steps)


def _interrupt(rng: Random, district: District, tale: Tale, flow: str, head: Any) -> None:
    """What happens before the reply."""
    if flow == "corrected":
        _ask_to_correct(tale, rng).after(rng.randint(3, 8), "corrected")
    elif flow == "consulted":
        tale.after(3, "consult", third_party=Names(rng).company())
        _served(tale).after(rng.randint(4, 12), "heard")
    elif flow == "consulted_jointly":
        organ = district.unit["fgj"]
        tale.after(4, "co_consult", joint_organ=organ)
        _served(tale).after(rng.randint(4, 12), "co_heard")
    elif flow == "extended":
        tale.after(rng.randint(15, 18), "extend", by=head, extension_days=20)


def _served(tale: Tale) -> Tale:
    """The day on which whoever is asked received the letter: from it their fifteen working days run."""
    on = workdays_after(tale.day, 1)
    return tale.on(on, "request_served", request_received_on=on)


def _ask_to_correct(tale: Tale, rng: Random) -> Tale:
    told_on = workdays_after(tale.day, rng.randint(2, 6))
    return tale.on(told_on, "ask_to_correct", correct_by=workdays_after(told_on, 10))


def _opening(rng: Random, district: District, opened_on: date) -> tuple[Any, dict[str, Any]]:
    """The unit asked, and the fields of the opening."""
    names = Names(rng)
    code, topic = rng.choice(recipe()["topics"])
    wanted = topic.format(
        estate=names.estate(), street=names.street(), company=names.company(), year=opened_on.year - 1
    )
    fields = {
        "title": f"{names.masked()}申请公开{wanted}",
        "unit": district.unit[code],
        "place": district.place(rng),
        "opened_on": opened_on,
        "applicant": draw(rng, recipe()["applicants"]),
        "channel": draw(rng, recipe()["channels"]),
        "wanted": wanted,
    }
    return district.unit[code], fields
