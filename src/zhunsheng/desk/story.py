"""A matter as its page shows it: facts, clocks with their reasons, the journal, and what may be done next."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from django.db.models import Field
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext

from zhunsheng.desk import tones
from zhunsheng.desk.forms import row_fields
from zhunsheng.desk.words import article, language, plain, said, shown, title_of
from zhunsheng.kernel.journal.models import CORRECT, EDITION, MARK_TITLES, REVOKE, JournalEntry
from zhunsheng.kernel.matters.moves import Story, may_take, read
from zhunsheng.kernel.models import Matter, Person
from zhunsheng.kernel.procedures import OPENING, ClockKind, Reading, Role, Standing, Step
from zhunsheng.kernel.refusals import FirstDayUnknown

BASE = ("unit", "place", "handler", "opened_on", "accepted_on", "closed_on")
TONES = {CORRECT: "fix", REVOKE: "fix", EDITION: "fix"}


class Told:
    """One matter, typed and with its journal, in the words of the screen."""

    def __init__(self, story: Story, person: Person, names: Mapping[int, str]) -> None:
        self.story, self.person, self.names = story, person, names
        self.matter: Matter = story.matter
        self.procedure = self.matter.procedure
        self.today = timezone.localdate()
        self.near = tones.near_until(self.today)

    def field(self, name: str) -> "Field[Any, Any]":
        return self.matter._meta.get_field(name)  # type: ignore[return-value]

    def facts(self) -> list[dict[str, Any]]:
        """The fields of the base and of the kind that hold something; long texts take the whole width."""
        found = [fact for name in BASE if (fact := self._fact(name))]
        if self.matter.outcome:
            found.append({"title": "结果", "value": gettext(self.matter.outcome_title)})
        own = [each.name for each in type(self.matter)._meta.local_fields if not each.primary_key]
        return found + [fact for name in own if (fact := self._fact(name))]

    def _fact(self, name: str) -> dict[str, Any] | None:
        field = self.field(name)
        value = getattr(self.matter, field.attname if field.is_relation else name)
        if value in (None, "") or (value is False and name not in self.matter.declared.fields):
            return None
        wide = field.get_internal_type() == "TextField"
        return {"title": str(field.verbose_name), "value": shown(field, value, self.names), "wide": wide}

    # clocks
    def clocks(self, listed: str = "") -> list[dict[str, Any]]:
        """Running clocks first; ``listed`` is the code of the clock whose days are written out."""
        readings = read(self.story)
        order = {Standing.RUNNING: 0, Standing.UNKNOWN: 1, Standing.STOPPED: 2, Standing.MET: 3, Standing.VOID: 4}
        ranked = sorted(readings.items(), key=lambda pair: (order[pair[1].standing], pair[1].due_on or date.max))
        return [self._clock(code, reading, code == listed) for code, reading in ranked]

    def _clock(self, code: str, reading: Reading, listed: bool) -> dict[str, Any]:
        clock = {
            "code": code,
            "title": reading.clock.title,
            "deadline": tones.clock_deadline(reading, self.today, self.near),
            "standing": reading.standing,
            "ended": reading.standing in (Standing.MET, Standing.VOID),
            "holder": reading.clock.holder.label,
            "due_on": reading.due_on,
            "start": None if isinstance(reading.problem, FirstDayUnknown) else reading.started_on,
            "article": article(reading.clock.basis),
        }
        if reading.problem:
            return clock | {"paragraph": said(reading.problem)}
        if reckoning := reading.reckoning:
            return clock | self._reasons(code, reckoning, listed)
        return clock | {"paragraph": self._given(reading), "term": "—"}

    def _reasons(self, code: str, reckoning: Any, listed: bool) -> dict[str, Any]:
        return {
            "paragraph": reckoning.paragraph(language()),
            "article": reckoning.article,
            "term": reckoning.term.text(language()),
            "rule": reckoning.term.counting.sentence(language()),
            "stops": reckoning.stops,
            "extensions": [
                {
                    "on": e.on,
                    "term": e.term.text(language()),
                    "mode": e.mode,
                    "why": e.why,
                    "by": e.by,
                    "basis": e.basis,
                }
                for e in reckoning.extensions
            ],
            "rolled": [
                {"on": day.on, "name": reckoning.calendar.why_rest(day.on, language())} for day in reckoning.rolled
            ],
            "days": reckoning.days(language()) if listed else None,
            "days_href": f"{reverse('desk:matter', args=[self.matter.pk])}?days={code}#clock-{code}",
        }

    def _given(self, reading: Reading) -> str:
        day = plain(reading.due_on) or "—"
        if reading.clock.kind is ClockKind.MINIMUM:
            return gettext("最早可在 %(day)s 进行下一步。") % {"day": day}
        if reading.clock.kind is ClockKind.LEAD:
            return gettext("须在事件之前留出法定时间，最迟为 %(day)s。") % {"day": day}
        return gettext("日期由文书写明：%(day)s。") % {"day": day}

    # journal
    def timeline(self) -> list[dict[str, Any]]:
        """The journal, the latest line first."""
        gone = {entry.answers.get("revokes") for entry in self.story.entries if entry.step == REVOKE}
        return [self._line(entry, entry.sequence in gone) for entry in reversed(self.story.entries)]

    def since(self, version: int) -> list[dict[str, Any]]:
        """The lines written after the matter had that version: each write adds one line and one to the version."""
        newer = [entry for entry in self.story.entries if entry.sequence > version]
        return [self._line(entry, False) for entry in reversed(newer)]

    def _line(self, entry: JournalEntry, withdrawn: bool) -> dict[str, Any]:
        step = self.procedure.steps.get(entry.step)
        at = timezone.localtime(entry.recorded_at)
        last = entry is self.story.entries[-1]
        return {
            "title": step.title if step else MARK_TITLES.get(entry.step, entry.step),
            "ident": f"line-{entry.sequence}",
            "happened_on": entry.day,
            "by": str(entry.by) if entry.by_id else gettext(Role.SYSTEM.label),
            "basis": article(step.basis) if step else "",
            "to_state": tones.state(self.procedure.states[entry.state])
            if entry.state in self.procedure.states
            else None,
            "tone": "stop" if withdrawn else TONES.get(entry.step, "now" if last else ""),
            "withdrawn": withdrawn,
            "late_record": at.date() > entry.day + timedelta(days=1),
            "recorded_at": at,
            "answers": list(self._answers(entry, step)),
        }

    def _answers(self, entry: JournalEntry, step: Step | None) -> Iterator[dict[str, Any]]:
        row = row_fields(step.adds) if step and step.adds else {}
        for name, value in entry.answers.items():
            if name == "outcome" and self.matter.declared.outcomes:
                yield {"title": "结果", "value": gettext(str(self.matter.declared.outcomes(value).label))}
            elif name == "revokes":
                yield {"title": gettext("撤回的步骤"), "value": self._title_at(value)}
            elif (field := self._known(name, row)) is not None and value not in (None, "", False):
                yield {"title": str(field.verbose_name), "value": self._changed(entry, field, name, value)}
        if entry.note:
            yield {"title": "理由" if entry.step in TONES else "说明", "value": entry.note}

    def _known(self, name: str, row: "Mapping[str, Field[Any, Any]]") -> "Field[Any, Any] | None":
        if name in row:
            return row[name]
        return self.field(name) if name in {each.name for each in self.matter._meta.fields} else None

    def _changed(self, entry: JournalEntry, field: "Field[Any, Any]", name: str, value: Any) -> str:
        now = shown(field, value, self.names)
        if entry.step in (CORRECT, EDITION) and name in entry.before:
            return f"{shown(field, entry.before[name], self.names) or '—'} → {now}"
        return now

    def _title_at(self, sequence: Any) -> str:
        entry = next((each for each in self.story.entries if each.sequence == sequence), None)
        step = self.procedure.steps.get(entry.step) if entry else None
        return gettext(step.title) if step else plain(sequence)

    # next steps
    def steps(self) -> list[dict[str, Any]]:
        """The steps possible in this state; those the person may not take say who may."""
        taken = {entry.step for entry in self.story.standing()}
        possible = [s for s in self.procedure.steps_from(self.matter.state) if not (s.once and s.code in taken)]
        return [self._offer(step) for step in possible if step.by is not Role.SYSTEM]

    def _offer(self, step: Step) -> dict[str, Any]:
        allowed = may_take(self.matter, step, self.person)
        href = reverse("desk:step", args=[self.matter.pk, step.code]) if allowed else ""
        who = "" if allowed else f"{self.matter.unit} {gettext(step.by.label)}"
        return {"title": step.title, "basis": article(step.basis), "href": href, "who": who}

    def taken(self) -> list[str]:
        return [entry.step for entry in self.story.standing() if entry.step != OPENING]

    # rows that steps added
    def satellites(self) -> list[dict[str, Any]]:
        tables = []
        for model in self.matter.declared.satellites:
            rows = list(model._default_manager.filter(matter=self.matter).order_by("sequence"))
            if rows:
                fields = [
                    f for f in model._meta.local_fields if not f.primary_key and f.name not in ("matter", "sequence")
                ]
                cells = [[{"title": title_of(f), "value": self._cell(f, row)} for f in fields] for row in rows]
                headings = [title_of(field) for field in fields]
                tables.append({"title": str(model._meta.verbose_name), "headings": headings, "rows": cells})
        return tables

    def _cell(self, field: "Field[Any, Any]", row: Any) -> str:
        value = getattr(row, field.attname if field.is_relation else field.name)
        outcomes = self.matter.declared.outcomes
        if field.name == "outcome" and value and not field.flatchoices and outcomes:
            return gettext(str(outcomes(value).label))
        return shown(field, value, self.names)
