"""Issuing: a draft without gaps gets its number and is frozen.

No journal line is written: issuing moves neither the matter nor a clock. The row itself is append-only and points to
the journal line of the step that it announces.
"""

from collections.abc import Callable, Mapping
from datetime import date

from django.utils import timezone

from zhunsheng.kernel.digests import json_bytes, sm3_hex
from zhunsheng.kernel.documents import OfficialDocument
from zhunsheng.kernel.issuing.drafting import Draft, draft
from zhunsheng.kernel.issuing.frozen import frozen, thawed
from zhunsheng.kernel.issuing.models import IssuedDocument
from zhunsheng.kernel.issuing.refusals import DocumentChanged, GapsLeft, IssuedAlready, IssuedBeforeTheStep
from zhunsheng.kernel.matters.access import access_matter_by_key
from zhunsheng.kernel.matters.actions import load_story
from zhunsheng.kernel.matters.models import Matter
from zhunsheng.kernel.numbering import take_serials, written
from zhunsheng.kernel.procedures import Role
from zhunsheng.kernel.refusals import DayInTheFuture, NotYourStep
from zhunsheng.kernel.shown import beside, shown
from zhunsheng.kernel.units.models import Person
from zhunsheng.kernel.units.tree import reach_of
from zhunsheng.kernel.writing import write_transaction


def issue_document(
    matter: Matter, code: str, *, by: Person, on: date | None = None, edits: Mapping[str, str] | None = None
) -> IssuedDocument:
    """Number document ``code`` and freeze it, dated ``on`` (today), with a person's ``edits`` (see Draft.edited).

    For the role of the step that it announces. Refused while gaps are left, twice for one step, and for a day before
    the step or after today; no number is used up then.
    """
    access_matter_by_key(by, matter.pk)
    with write_transaction():
        load_story(matter, lock=True)
        ready = draft(matter, code, on).edited(edits or {})
        _check(matter, ready, by)
        place, day = ready.entry.unit.jurisdiction, ready.dated_on
        (serial,) = take_serials(place, code, day.year)
        number = written(ready.template.number, place, day.year, serial)
        kept = frozen(ready.document(number))
        return IssuedDocument.objects.create(
            matter_id=matter.pk,
            jurisdiction=place,
            sequence=ready.entry.sequence,
            code=code,
            number=number,
            title=shown(ready.title),
            issued_on=day,
            issued_by=by,
            frozen=kept,
            digest=sm3_hex(json_bytes(kept)),
        )


def document_of(issued: IssuedDocument) -> OfficialDocument:
    """The document as it was issued, for printing; DocumentChanged where it is no longer the same."""
    if not issued.is_intact:
        raise DocumentChanged(document=issued.number, title=shown(issued.title))
    return thawed(issued.frozen)


def verify_documents(progress: Callable[[int, int], None] | None = None) -> list[DocumentChanged]:
    """Name every issued document whose text is not what was frozen. ``progress(done, total)`` after each."""
    total, changed = IssuedDocument.objects.count(), []
    for done, issued in enumerate(IssuedDocument.objects.order_by("pk").iterator(chunk_size=200), start=1):
        if not issued.is_intact:
            changed.append(DocumentChanged(document=issued.number, title=shown(issued.title)))
        if progress:
            progress(done, total)
    return changed


def _check(matter: Matter, ready: Draft, by: Person) -> None:
    role = Role.HANDLER if ready.step.by is Role.SYSTEM else ready.step.by
    if not reach_of(by).may(role, ready.entry.unit_id):
        raise NotYourStep(number=matter.number, step=shown(ready.title), unit=ready.entry.unit, role=shown(role.label))
    earlier = IssuedDocument.objects.filter(
        matter_id=matter.pk, code=ready.template.code, sequence=ready.entry.sequence
    ).first()
    if earlier:
        raise IssuedAlready(
            number=matter.number, title=shown(earlier.title), day=earlier.issued_on, document=earlier.number
        )
    _check_day(matter, ready)
    if ready.gaps:
        raise GapsLeft(
            number=matter.number, title=shown(ready.title), count=len(ready.gaps), gaps="、".join(ready.gaps)
        )


def _check_day(matter: Matter, ready: Draft) -> None:
    today = timezone.localdate()
    if ready.dated_on > today:
        raise DayInTheFuture(where=beside(matter.number, ready.title), day=ready.dated_on, today=today)
    if ready.dated_on < ready.entry.day:
        raise IssuedBeforeTheStep(
            number=matter.number, title=shown(ready.title), day=ready.dated_on, step=ready.entry.day
        )
