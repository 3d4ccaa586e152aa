"""Runs a scenario: a story in days and steps goes in, states and dates come out. A lawyer reads and signs the story.

    - name: 征求第三方意见的时间不计入答复期限
      kind: foi                 # only where the system has several kinds
      given: {channel: web}     # fields at the opening; what is left out is filled in
      steps:
        - {day: 2025-06-02, step: open}
        - {day: 2025-06-04, step: consult, third_party: 甲公司, to: consulting}
        - {day: 2025-06-18, step: heard}
      clocks: {answer: {due: 2025-07-14, standing: running}}
      closed: 2025-07-01        # optional; also outcome:, edition:, late: [clock, …]
      refused: {day: 2025-06-19, step: heard, because: StepOutOfOrder}

``row:`` holds the fields of the satellite that a step adds, ``outcome:`` the outcome it chooses. Units are named by
their short names in the world of the tests.
"""

from collections.abc import Iterator, Mapping
from typing import Any

import yaml
from django.db.models import BooleanField, DateField, Field, ForeignKey, IntegerField
from django.utils import timezone

from zhunsheng.kernel import refusals
from zhunsheng.kernel.matters.actions import load_story, open_matter, take_step
from zhunsheng.kernel.matters.moves import read
from zhunsheng.kernel.procedures import Reading, Role
from zhunsheng.kernel.registry import Domain, MatterKind
from zhunsheng.kernel.testing.world import World
from zhunsheng.kernel.units.models import Unit

KEYS = {"name", "kind", "given", "steps", "clocks", "closed", "outcome", "edition", "late", "refused", "note", "unit"}
STEP_KEYS = {"day", "step", "to", "outcome", "row"}


def stories(domain: Domain) -> Iterator[dict[str, Any]]:
    """The scenarios of a system; an unknown key is an error, so that no expectation is silently skipped."""
    path = domain.home / "tests" / "scenarios.yaml"
    for story in yaml.safe_load(path.read_text(encoding="utf-8")) if path.exists() else ():
        if unknown := set(story) - KEYS:
            raise ValueError(f"{path.name}: story “{story.get('name')}” has unknown keys {sorted(unknown)}")
        yield story


def play(domain: Domain, story: Mapping[str, Any], world: World) -> None:
    """Play the story through the one way to write, and assert everything it says."""
    kind = next(k for k in domain.matters if k.code == story.get("kind", domain.matters[0].code))
    matter = _open(kind, story, world)
    for line in story["steps"][1:]:
        _take(matter, line, world)
        assert line.get("to", matter.state) == matter.state, (line, matter.state)
    _check(matter, story)
    if refused := story.get("refused"):
        _check_refused(matter, refused, world)


def _open(kind: MatterKind, story: Mapping[str, Any], world: World) -> Any:
    first = story["steps"][0]
    assert first["step"] == "open", "the first step of a story opens the matter"
    unit = world.unit[story.get("unit", "justice")]
    fields = {"title": story["name"], "unit": unit, "opened_on": first["day"]}
    for name in kind.fields:
        fields[name] = _any_value(kind.model._meta.get_field(name), unit)  # type: ignore[arg-type]
    fields |= _units(kind.model, story.get("given", {}), world)
    return open_matter(kind.code, by=world.person(unit.code, kind.opened_by), **fields)


def _any_value(field: "Field[Any, Any]", unit: Unit) -> Any:
    """A plausible answer to a question the story does not care about."""
    if field.blank:
        return field.get_default()
    if field.choices:
        return field.flatchoices[0][0]
    if isinstance(field, ForeignKey):
        return unit
    if isinstance(field, DateField):
        return timezone.localdate()
    if isinstance(field, BooleanField):
        return False
    return 1 if isinstance(field, IntegerField) else "样例"


def _units(model: Any, given: Mapping[str, Any], world: World) -> dict[str, Any]:
    """Short names of units turned into units."""
    found = dict(given)
    for name, value in given.items():
        if model._meta.get_field(name).related_model is Unit:
            found[name] = world.unit[value]
    return found


def _take(matter: Any, line: Mapping[str, Any], world: World) -> None:
    step = matter.procedure.steps[line["step"]]
    by = None if step.by is Role.SYSTEM else world.person(matter.unit.code, step.by)
    answers = {name: value for name, value in line.items() if name not in STEP_KEYS}
    row = dict(line.get("row", {}))
    if step.adds:
        row = _units(step.adds, row, world)
    take_step(
        matter,
        step.code,
        by=by,
        on=line["day"],
        outcome=line.get("outcome", ""),
        row=row,
        **_units(type(matter), answers, world),
    )


def _check(matter: Any, story: Mapping[str, Any]) -> None:
    readings = read(load_story(matter))
    for clock, expected in story.get("clocks", {}).items():
        assert clock in readings, f"clock {clock} has not started"
        assert {key: _shown(readings[clock], key) for key in expected} == expected, clock
    for name in ("outcome", "edition"):
        assert story.get(name, getattr(matter, name)) == getattr(matter, name)
    if "closed" in story:
        assert matter.closed_on == story["closed"]
    if "late" in story:
        late = sorted(code for code, reading in readings.items() if reading.is_late(timezone.localdate()))
        assert late == sorted(story["late"])


def _shown(reading: Reading, key: str) -> Any:
    shown = {
        "due": reading.due_on,
        "met": reading.met_on,
        "started": reading.started_on,
        "standing": reading.standing.value,
        "problem": type(reading.problem).__name__ if reading.problem else None,
    }
    return shown[key]


def _check_refused(matter: Any, line: Mapping[str, Any], world: World) -> None:
    expected = getattr(refusals, line["because"])
    before = (matter.state, matter.version)
    try:
        _take(matter, {name: value for name, value in line.items() if name != "because"}, world)
    except expected:
        assert (matter.state, matter.version) == before
        return
    raise AssertionError(f"{line['step']} on {line['day']} should have been refused: {line['because']}")
