"""The bulk door writes what the single door writes: every scenario of every system is told through both."""

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import product
from typing import Any

import pytest
import time_machine
from django.apps import apps
from django.db import transaction
from django.utils import timezone

from zhunsheng.kernel import registry
from zhunsheng.kernel.bulk import BulkStep, BulkStory, bulk_open
from zhunsheng.kernel.matters.actions import open_matter, take_step
from zhunsheng.kernel.models import DirtyMonth, Matter, NumberSeries, Person
from zhunsheng.kernel.procedures import Role
from zhunsheng.kernel.registry import Domain
from zhunsheng.kernel.testing import scenarios
from zhunsheng.kernel.testing.world import World

MOMENT = timezone.now()
KEYED = {Matter, NumberSeries}


def _cases() -> Iterator[Any]:
    for domain in registry.domains().values():
        for story in scenarios.stories(domain):
            yield pytest.param(domain, story, id=f"{domain.code}: {story['name']}")


@pytest.mark.parametrize(("system", "story"), list(_cases()))
def test_a_story_leaves_the_same_rows_through_both_doors(
    system: Domain, story: Mapping[str, Any], world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = {key: value for key, value in story.items() if key != "refused"}
    for unit, role in product(world.unit, Role):
        if role is not Role.SYSTEM:
            world.person(unit, role)
    with time_machine.travel(MOMENT, tick=False):
        before, calls = transaction.savepoint(), _listen(monkeypatch)
        scenarios.play(system, told, world)
        single, months = _rows(), _months()
        transaction.savepoint_rollback(before)
        (kind, by, fields), *steps = calls
        bulk_open(kind, [BulkStory(by=by, fields=fields, steps=steps)], recorded_at=lambda day: MOMENT)
        assert _rows() == single
        assert _months() <= months


def _listen(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """What the story asks of the single door, in the words of the bulk door."""
    heard: list[Any] = []

    def opened(kind: str, *, by: Person | None, **fields: Any) -> Any:
        heard.append((kind, by, fields))
        return open_matter(kind, by=by, **fields)

    def taken(matter: Matter, step: str, *, by: Person | None, on: date, **rest: Any) -> Any:
        named = {name: rest[name] for name in ("outcome", "row", "note") if name in rest}
        answers = {name: value for name, value in rest.items() if name not in named}
        heard.append(BulkStep(step=step, on=on, by=by, answers=answers, **named))
        return take_step(matter, step, by=by, on=on, **rest)

    monkeypatch.setattr(scenarios, "open_matter", opened)
    monkeypatch.setattr(scenarios, "take_step", taken)
    return heard


def _rows() -> dict[str, list[Any]]:
    """Every row of every table in which something was written; keys only where other tables point to them."""
    found = {}
    for model in apps.get_models():
        names = [each.attname for each in model._meta.concrete_fields if model in KEYED or not each.primary_key]
        if model is not DirtyMonth and model._default_manager.exists():
            found[model._meta.label] = sorted(map(repr, model._default_manager.values_list(*names)))
    return found


def _months() -> set[tuple[str, int]]:
    """A matter stepped one by one also marks months its clocks only pointed to in passing."""
    return set(DirtyMonth.objects.values_list("domain", "month"))
