"""What the bulk door is given: a matter from its opening to wherever it stands, as plain declarations."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from zhunsheng.kernel.units.models import Person
from zhunsheng.law import Refusal


class BadStory(Refusal):
    """One story of many cannot be told; none is written."""

    zh = "第{position}条“{title}”：{reason}整批未写入，改正后请重新提交。"
    en = 'Story {position} "{title}": {reason} Nothing was written; correct it and submit all of them again.'


@dataclass(frozen=True, kw_only=True, slots=True)
class BulkStep:
    """One step as ``take_step`` is given it; ``by=None`` is the system."""

    step: str
    on: date
    by: Person | None
    outcome: str = ""
    row: Mapping[str, Any] = field(default_factory=dict)
    answers: Mapping[str, Any] = field(default_factory=dict)
    note: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class BulkStory:
    """One matter: ``fields`` and ``by`` as ``open_matter`` is given them, then its steps in order.

    Hand in units (with their jurisdiction) and people as instances, the same one each time: their rights are read once.
    """

    by: Person | None
    fields: Mapping[str, Any]
    steps: Sequence[BulkStep] = ()
