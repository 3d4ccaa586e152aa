"""Parties as somebody gives them: checked, their numbers encrypted, unsaved. Both doors of matters use this."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, cast

from django.db.models import CharField

from zhunsheng.kernel.journal.models import JournalEntry
from zhunsheng.kernel.matters.models import Matter
from zhunsheng.kernel.parties.models import Party
from zhunsheng.kernel.parties.numbers import credit_code, identity_number, phone_number
from zhunsheng.kernel.parties.refusals import (
    PartyNameMissing,
    PartyTextTooLong,
    UnknownPartyField,
    UnknownPartyKind,
    UnknownPartyRole,
)
from zhunsheng.kernel.parties.secrecy import blind_index, encrypt
from zhunsheng.kernel.registry import MatterKind
from zhunsheng.kernel.shown import shown

FIELDS = ("role", "name", "kind", "id_number", "phone", "address")


def prepare_parties(kind: MatterKind, matter: Any, rows: Sequence[Mapping[str, Any]]) -> list[Party]:
    """The parties of ``rows`` (role and name; optionally kind, id_number, phone, address), checked and unsaved.

    A party is a natural person unless its kind says otherwise; the number of an organisation is its credit code.
    """
    return [_prepared(kind, matter, row) for row in rows]


def join_parties(matter: Matter, entry: JournalEntry, rows: Sequence[Mapping[str, Any]]) -> list[Party]:
    """Bring parties in with the step that ``entry`` records. Call it in the transaction of the step."""
    joining = prepare_parties(matter.declared, matter, rows)
    for party in joining:
        party.sequence = entry.sequence
    return write_parties(matter, joining)


def write_parties(matter: Any, parties: Sequence[Party]) -> list[Party]:
    """Save prepared parties of a matter that has been saved meanwhile."""
    for party in parties:
        party.matter_id = matter.pk
    return Party.objects.bulk_create(parties)


def _prepared(kind: MatterKind, matter: Matter, row: Mapping[str, Any]) -> Party:
    _check_words(kind, row)
    party = Party(
        matter=matter,
        role=row["role"],
        kind=row.get("kind") or Party.Kind.PERSON,
        name=_words(row, "name"),
        address=_words(row, "address"),
    )
    number = identity_number if party.kind == Party.Kind.PERSON else credit_code
    _protect(party, kind.code, "id_number", row.get("id_number"), number)
    _protect(party, kind.code, "phone", row.get("phone"), phone_number)
    return party


def _check_words(kind: MatterKind, row: Mapping[str, Any]) -> None:
    if unknown := [name for name in row if name not in FIELDS]:
        raise UnknownPartyField(field=unknown[0], known="、".join(FIELDS))
    if row.get("role") not in kind.parties:
        raise UnknownPartyRole(kind=shown(kind.title), role=row.get("role", ""), known="、".join(kind.parties) or "—")
    if row.get("kind") and row["kind"] not in Party.Kind.values:
        raise UnknownPartyKind(kind=row["kind"], known="、".join(Party.Kind.values))
    if not _words(row, "name"):
        raise PartyNameMissing(role=shown(kind.parties[row["role"]]))


def _words(row: Mapping[str, Any], name: str) -> str:
    words, field = str(row.get(name) or "").strip(), cast("CharField[str, str]", Party._meta.get_field(name))
    if len(words) > (most := field.max_length or 0):
        raise PartyTextTooLong(field=shown(field.verbose_name), count=len(words), most=most)
    return words


def _protect(party: Party, kind: str, field: str, value: Any, check: Callable[[Any], str]) -> None:
    """Set the two columns of a protected field; an empty value leaves them empty."""
    if value in (None, ""):
        return
    exact = check(value)
    setattr(party, f"{field}_secret", encrypt(exact, field))
    setattr(party, f"{field}_index", blind_index(exact, scope(kind, field)))


def scope(kind: str, field: str) -> str:
    """Within what an index leads from a number to a party: never from one kind of matter to another."""
    return f"{kind} {field}"
