"""Facts and history of register entries and activities in the words of the screen."""

from collections.abc import Iterable, Mapping
from datetime import timedelta
from typing import Any

from django.db.models import Model
from django.utils import timezone
from django.utils.translation import gettext

from zhunsheng.desk.words import shown
from zhunsheng.kernel.roles import Role


def facts_of(row: Model, names: Iterable[str], units: Mapping[int, str]) -> list[dict[str, Any]]:
    """The named fields that hold something; long texts take the whole width."""
    found = []
    for name in names:
        field: Any = row._meta.get_field(name)
        if text := shown(field, getattr(row, field.attname), units):
            wide = field.get_internal_type() == "TextField"
            found.append({"title": str(field.verbose_name), "value": text, "wide": wide})
    return found


def changes(row: Model, lines: Iterable[Any], units: Mapping[int, str]) -> list[dict[str, Any]]:
    """The lines of a history as a timeline, the latest first."""
    return [_line(row, line, units) for line in reversed(list(lines))]


def _line(row: Model, line: Any, units: Mapping[int, str]) -> dict[str, Any]:
    at = timezone.localtime(line.recorded_at)
    day = getattr(line, "day", at.date())
    answers = [_answer(row, name, value, line.before, units) for name, value in line.values.items()]
    if line.reason:
        answers.append({"title": "理由", "value": line.reason})
    return {
        "title": line.get_what_display(),
        "happened_on": day,
        "by": str(line.by) if line.by_id else gettext(Role.SYSTEM.label),
        "tone": "" if line.what == "added" else "fix",
        "late_record": at.date() > day + timedelta(days=1),
        "recorded_at": at,
        "answers": [answer for answer in answers if answer["value"]],
    }


def _answer(row: Model, name: str, value: Any, before: Mapping[str, Any], units: Mapping[int, str]) -> dict[str, Any]:
    field: Any = row._meta.get_field(name)
    now = shown(field, value, units)
    if name in before:
        now = f"{shown(field, before[name], units) or '—'} → {now or '—'}"
    return {"title": str(field.verbose_name), "value": now}
