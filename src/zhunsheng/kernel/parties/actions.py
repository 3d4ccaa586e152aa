"""Parties corrected, shown in clear, and found by an exact number: each is written down."""

from collections.abc import Iterable
from typing import Any

from zhunsheng.kernel import registry
from zhunsheng.kernel.audit.models import Look, log_look
from zhunsheng.kernel.journal.models import JournalEntry
from zhunsheng.kernel.matters.access import access_matter_by_key
from zhunsheng.kernel.matters.actions import correct
from zhunsheng.kernel.matters.models import Matter
from zhunsheng.kernel.parties.models import PROTECTED, Party
from zhunsheng.kernel.parties.numbers import credit_code, identity_number, mask_number, phone_number
from zhunsheng.kernel.parties.preparing import FIELDS, prepare_parties, scope
from zhunsheng.kernel.parties.refusals import PartyRefused, UnknownPartyField
from zhunsheng.kernel.parties.secrecy import blind_indexes
from zhunsheng.kernel.units.models import Person
from zhunsheng.kernel.writing import write_transaction


def correct_party(party: Party, *, by: Person, reason: str, **fields: Any) -> JournalEntry:
    """Change what was recorded wrongly of a party (see ``FIELDS``), for the head of the unit and with a reason.

    The journal says which fields and why; the values, being protected, do not stand there.
    """
    given = {name: getattr(party, name) for name in FIELDS if name not in PROTECTED}
    given |= {name: party.clear(name) for name in PROTECTED}
    with write_transaction():
        (corrected,) = prepare_parties(party.matter.declared, party.matter, [given | fields])
        corrected.pk, corrected.sequence = party.pk, party.sequence
        entry = correct(party.matter, by=by, reason=_said(party, fields, reason))
        corrected.save(force_update=True)
    party.refresh_from_db()
    return entry


def reveal(party: Party, field: str, by: Person, reason: str) -> str:
    """``id_number`` or ``phone`` in clear, for somebody who may see the matter and says why. It is written down."""
    if field not in PROTECTED:
        raise UnknownPartyField(field=field, known="、".join(PROTECTED))
    matter = access_matter_by_key(by, party.matter_id)
    with write_transaction():
        log_look(by, Look.What.REVEAL, f"{party} {PROTECTED[field]}", reason, matter)
    return party.clear(field)


def find_by_identity(by: Person, kind: str, value: str, reason: str) -> list[Party]:
    """Parties of one kind of matter, among the matters that ``by`` may see, with exactly this identity number or
    credit code. It is written down, found or not."""
    return _find(by, kind, "id_number", _identity_or_code(value), reason)


def find_by_phone(by: Person, kind: str, value: str, reason: str) -> list[Party]:
    """As ``find_by_identity``, by telephone number."""
    return _find(by, kind, "phone", phone_number(value), reason)


def _find(by: Person, kind: str, field: str, value: str, reason: str) -> list[Party]:
    declared = registry.kind_of(kind)
    with write_transaction():
        log_look(by, Look.What.FIND, f"{declared.title} {PROTECTED[field]} {mask_number(value)}", reason)
    indexes = blind_indexes(value, scope(kind, field))
    visible = Matter.objects.visible_to(by).filter(kind=kind)
    found = Party.objects.filter(**{f"{field}_index__in": indexes}, matter__in=visible)
    return list(found.select_related("matter"))


def _said(party: Party, fields: Iterable[str], reason: str) -> str:
    """The reason as the journal keeps it; an empty one stays empty, to be refused."""
    meta = Party._meta
    titles = [PROTECTED.get(name) or str(meta.get_field(name).verbose_name) for name in fields]  # type: ignore[union-attr]
    return f"{party}（{'、'.join(titles)}）：{reason}" if reason.strip() else ""


def _identity_or_code(value: str) -> str:
    try:
        return identity_number(value)
    except PartyRefused as refusal:
        try:
            return credit_code(value)
        except PartyRefused:
            raise refusal from None
