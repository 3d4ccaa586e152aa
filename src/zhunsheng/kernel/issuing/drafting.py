"""Drafts: the text of a document filled from the record, for a person to read, complete and change."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.db.models import Model
from django.utils import timezone

from zhunsheng.kernel import registry
from zhunsheng.kernel.documents import OfficialDocument
from zhunsheng.kernel.issuing.declare import Template
from zhunsheng.kernel.issuing.frozen import blocks
from zhunsheng.kernel.issuing.refusals import EditUnknown, NothingToAnnounce, UnknownDocument
from zhunsheng.kernel.issuing.texts import GAP, gap, read, text_of
from zhunsheng.kernel.journal.models import JournalEntry, revoked
from zhunsheng.kernel.matters.actions import load_story
from zhunsheng.kernel.matters.models import Matter
from zhunsheng.kernel.matters.moves import Story
from zhunsheng.kernel.matters.moves import read as read_clocks
from zhunsheng.kernel.procedures import Step
from zhunsheng.kernel.shown import shown

EDITABLE = ("title", "addressed_to", "text")


@dataclass(frozen=True)
class Draft:
    """A document before it is issued; ``text`` is marked up as in the templates. Gaps read 【待填：…】."""

    template: Template
    entry: JournalEntry
    step: Step
    title: str
    addressed_to: str
    text: str
    dated_on: date
    signed_by: str

    @property
    def gaps(self) -> list[str]:
        """What is still to be filled in, each once."""
        return list(dict.fromkeys(GAP.findall(f"{self.title}{self.addressed_to}{self.text}")))

    def edited(self, edits: Mapping[str, str]) -> "Draft":
        """The draft with what a person changed in title, addressed_to and text."""
        if unknown := [part for part in edits if part not in EDITABLE]:
            raise EditUnknown(part=unknown[0], known="、".join(EDITABLE))
        words: dict[str, Any] = dict(edits)
        return replace(self, **words)

    def document(self, number: str = "") -> OfficialDocument:
        return OfficialDocument(
            title=self.title,
            body=blocks(self.text),
            signed_by=self.signed_by,
            dated_on=self.dated_on,
            organ=self.signed_by,
            number=number,
            addressed_to=self.addressed_to,
        )


def template_of(matter: Matter, code: str) -> Template:
    """The declared document; refused with those that the kind of matter has."""
    named = {name for each in matter.declared.procedures for step in each.steps.values() for name in step.documents}
    known: dict[str, Template] = {each.code: each for each in registry.domain_of(matter.kind).documents}
    if code not in named & known.keys():
        raise UnknownDocument(code=code, known="、".join(sorted(named & known.keys())) or "—")
    return known[code]


def draft(matter: Matter, code: str, on: date | None = None) -> Draft:
    """The draft of document ``code``, dated ``on`` (today); refused before a step that issues it has been taken."""
    story, template = load_story(matter), template_of(matter, code)
    entry, step = announced(story, template)
    day = on or timezone.localdate()
    values = _values(story, entry, step, day)
    names = _names(story, step)
    return Draft(
        template,
        entry,
        step,
        template.title,
        _filled(text_of(template.addressed_to).written(values), names).strip(),
        _filled(read(registry.domain_of(matter.kind).home / template.file).written(values), names),
        day,
        _filled(text_of(template.signed_by).written(values), names).strip() or entry.unit.name,
    )


def preview(matter: Matter, code: str, on: date | None = None) -> OfficialDocument:
    """The document as it would look now, with its gaps and without a number. Nothing is written."""
    return draft(matter, code, on).document()


def announced(story: Story, template: Template) -> tuple[JournalEntry, Step]:
    """The last step that stands and issues the document."""
    steps = {code: step for code, step in story.matter.procedure.steps.items() if template.code in step.documents}
    gone = revoked(story.entries)
    for entry in reversed(story.entries):
        if entry.step in steps and entry.sequence not in gone:
            return entry, steps[entry.step]
    titles = shown(*(step.title for step in steps.values())) or "—"
    raise NothingToAnnounce(number=story.name, title=shown(template.title), steps=titles)


def _values(story: Story, entry: JournalEntry, step: Step, day: date) -> dict[str, Any]:
    matter = story.matter
    models = [type(matter), *([step.adds] if step.adds else [])]
    answers = {name: _worded(models, name, value) for name, value in entry.answers.items()}
    return {
        "matter": matter,
        "unit": entry.unit,
        "jurisdiction": entry.unit.jurisdiction,
        "parties": _party_names(matter),
        "entry": {"day": entry.day, "note": entry.note, "by": entry.by, "answers": answers},
        "outcome": matter.outcome_title,
        "clocks": read_clocks(story),
        "day": day,
    }


def _party_names(matter: Matter) -> dict[str, str]:
    """The full names by role: an official document names its addressee."""
    names: dict[str, list[str]] = {role: [] for role in matter.declared.parties}
    for party in matter.parties.all():
        names.setdefault(party.role, []).append(party.name)
    return {role: "、".join(given) for role, given in names.items()}


def _worded(models: list[type[Model]], name: str, value: Any) -> Any:
    """An answer as a text prints it: dates as dates, choices by their titles."""
    for model in models:
        try:
            field: Any = model._meta.get_field(name)
        except FieldDoesNotExist:
            continue
        if field.is_relation:
            return field.related_model._default_manager.filter(pk=value).first()
        kept = field.to_python(value)
        return dict(field.flatchoices).get(kept, kept) if field.choices else kept
    return value


def _names(story: Story, step: Step) -> dict[str, str]:
    """What people call the places a text looks at, for naming gaps."""
    matter = story.matter
    titles = {field.name: str(field.verbose_name) for field in matter._meta.concrete_fields}
    rows = {field.name: str(field.verbose_name) for field in step.adds._meta.concrete_fields} if step.adds else {}  # type: ignore[attr-defined]
    return {
        **{f"matter.{name}": title for name, title in titles.items()},
        **{f"matter.get_{name}_display": title for name, title in titles.items()},
        **{f"entry.answers.{name}": title for name, title in (titles | rows).items()},
        **{f"clocks.{clock.code}.due_on": clock.title for clock in matter.procedure.clocks.values()},
        **{f"parties.{role}": title for role, title in matter.declared.parties.items()},
        "entry.note": f"“{step.title}”的说明",
    }


def _filled(text: str, names: Mapping[str, str]) -> str:
    return GAP.sub(lambda match: gap(names.get(match[1], match[1])), text)
