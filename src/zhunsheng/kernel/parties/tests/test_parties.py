"""Parties of matters: encrypted at rest, found by exact value among visible matters, each look written down."""

from dataclasses import replace
from datetime import date

import pytest
from django.db import connection

from zhunsheng.kernel import registry
from zhunsheng.kernel.audit.models import Look
from zhunsheng.kernel.bulk.matters import bulk_open
from zhunsheng.kernel.bulk.stories import BadStory, BulkStory
from zhunsheng.kernel.journal.walls import AppendedOnly
from zhunsheng.kernel.matters.actions import open_matter, revoke_step, take_step
from zhunsheng.kernel.models import Matter, Party
from zhunsheng.kernel.numbering import NumberSeries
from zhunsheng.kernel.parties.actions import correct_party, find_by_identity, find_by_phone, reveal
from zhunsheng.kernel.parties.preparing import join_parties, prepare_parties
from zhunsheng.kernel.parties.refusals import (
    FieldKeyTooShort,
    IdentityCheckDigit,
    NotEncryptedByUs,
    PartyNameMissing,
    PartyTextTooLong,
    UnknownPartyField,
    UnknownPartyKind,
    UnknownPartyRole,
)
from zhunsheng.kernel.parties.secrecy import decrypt, encrypt
from zhunsheng.kernel.refusals import MatterNotFound, NotYourStep, ReasonMissing
from zhunsheng.kernel.roles import Role

NUMBER, PHONE = "11010519491231002X", "13800001234"
ZHANG = {"role": "applicant", "name": "张三丰", "id_number": NUMBER, "phone": PHONE, "address": "样例路1号"}
FIRM = {"role": "agent", "kind": "organisation", "name": "样例律师事务所", "id_number": "91350100M000100Y43"}
FIELDS = {"title": "样例申请", "opened_on": date(2023, 3, 1), "applicant": "person", "channel": "web", "wanted": "样例"}


def a_request(world, *parties, unit="justice"):
    return open_matter("foi", by=world.person(unit), unit=world.unit[unit], parties=parties, **FIELDS)


def test_a_matter_is_opened_with_its_parties_and_shows_them_masked(world):
    matter = a_request(world, ZHANG, FIRM)
    person, firm = Party.objects.filter(matter=matter)
    assert (person.role_title, person.shown_name, person.shown_id_number) == ("申请人", "张**", "110***********002X")
    assert (person.shown_phone, person.address) == ("138****1234", "样例路1号")
    assert (firm.shown_name, firm.shown_id_number, firm.shown_phone) == ("样例律师事务所", "91350100M000100Y43", "")


def test_no_number_stands_in_the_database_in_clear(world):
    a_request(world, ZHANG)
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM kernel_party")
        row = b"|".join(bytes(v) if isinstance(v, bytes | memoryview) else str(v).encode() for v in cursor.fetchone())
    assert NUMBER.encode() not in row
    assert PHONE.encode() not in row


@pytest.mark.parametrize(
    ("party", "refusal"),
    [
        ({"role": "victim", "name": "张三丰"}, UnknownPartyRole),
        ({"name": "张三丰"}, UnknownPartyRole),
        ({"role": "applicant", "name": "  "}, PartyNameMissing),
        ({"role": "applicant", "name": "长" * 101}, PartyTextTooLong),
        ({"role": "applicant", "name": "张三丰", "address": "长" * 201}, PartyTextTooLong),
        ({"role": "applicant", "name": "张三丰", "age": 80}, UnknownPartyField),
        ({"role": "applicant", "name": "张三丰", "kind": "robot"}, UnknownPartyKind),
        ({"role": "applicant", "name": "张三丰", "id_number": "110105194912310021"}, IdentityCheckDigit),
    ],
)
def test_a_wrong_party_leaves_no_matter_and_uses_up_no_number(world, party, refusal):
    with pytest.raises(refusal):
        a_request(world, party)
    assert not Matter.objects.exists()
    assert not NumberSeries.objects.exists()


def test_the_bulk_door_writes_the_same_parties(world):
    a_request(world, ZHANG, FIRM)
    story = BulkStory(
        by=world.person("justice"), fields={**FIELDS, "unit": world.unit["justice"]}, parties=[ZHANG, FIRM]
    )
    bulk_open("foi", [story], recorded_at=lambda day: Matter.objects.first().recorded_at)
    plain = [f.attname for f in Party._meta.fields if f.name not in ("id", "matter") and not f.name.endswith("_secret")]
    first, second = (list(m.parties.values(*plain)) for m in Matter.objects.order_by("pk"))
    assert first == second
    assert Matter.objects.last().parties.first().clear("id_number") == NUMBER
    wrong = replace(story, parties=[{**ZHANG, "role": "victim"}])
    with pytest.raises(BadStory, match="victim"):
        bulk_open("foi", [wrong], recorded_at=lambda day: Matter.objects.first().recorded_at)


def test_a_party_joins_with_a_step_and_leaves_when_it_is_revoked(world):
    matter = a_request(world, ZHANG)
    entry = take_step(matter, "consult", by=world.person("justice"), on=date(2023, 3, 2), third_party="甲公司")
    join_parties(matter, entry, [FIRM])
    assert matter.parties.count() == 2
    revoke_step(matter, by=world.person("justice", Role.HEAD), reason="登记有误")
    assert [party.role for party in matter.parties.all()] == ["applicant"]


def test_an_exact_number_finds_the_party_and_the_look_is_written_down(world):
    matter = a_request(world, ZHANG, FIRM)
    clerk = world.person("justice")
    assert [p.matter_id for p in find_by_identity(clerk, "foi", NUMBER.lower(), "核对是否重复申请")] == [matter.pk]
    assert [p.role for p in find_by_identity(clerk, "foi", FIRM["id_number"], "核对代理人")] == ["agent"]
    assert [p.role for p in find_by_phone(clerk, "foi", "138-0000-1234", "来电核对")] == ["applicant"]
    looks = list(Look.objects.order_by("pk").values_list("what", "reason", "by"))
    assert looks[0] == ("find", "核对是否重复申请", clerk.pk)
    assert len(looks) == 3
    assert not any(NUMBER in look.subject or PHONE in look.subject for look in Look.objects.all())


def test_a_search_ends_at_the_posts_and_the_kind_of_the_searcher(world):
    a_request(world, ZHANG)
    assert find_by_identity(world.person("housing"), "foi", NUMBER, "核对") == []
    assert find_by_identity(world.person("government"), "foi", NUMBER, "核对") != []
    others = [code for code, kind in registry.kinds().items() if code != "foi" and kind.parties]
    for code in others:
        assert find_by_identity(world.person("government"), code, NUMBER, "核对") == []


def test_the_same_person_has_unlike_indexes_in_unlike_kinds_of_matter(world):
    matter = a_request(world, ZHANG)
    kind = registry.kind_of("foi")
    (here,) = prepare_parties(kind, matter, [ZHANG])
    (elsewhere,) = prepare_parties(replace(kind, code="other"), matter, [ZHANG])
    assert here.id_number_index == matter.parties.get().id_number_index
    assert here.id_number_index != elsewhere.id_number_index


def test_without_a_reason_nothing_is_found_or_shown(world):
    party = a_request(world, ZHANG).parties.get()
    clerk = world.person("justice")
    for look in (
        lambda: find_by_identity(clerk, "foi", NUMBER, " "),
        lambda: find_by_phone(clerk, "foi", PHONE, ""),
        lambda: reveal(party, "phone", clerk, ""),
    ):
        with pytest.raises(ReasonMissing):
            look()
    assert not Look.objects.exists()


def test_a_number_is_shown_whole_to_whom_the_matter_is_open_and_to_nobody_else(world):
    party = a_request(world, ZHANG).parties.get()
    assert reveal(party, "id_number", world.person("justice"), "制作文书") == NUMBER
    (look,) = Look.objects.all()
    assert (look.what, look.matter_id, look.reason) == ("reveal", party.matter_id, "制作文书")
    with pytest.raises(MatterNotFound):
        reveal(party, "id_number", world.person("housing"), "好奇")
    with pytest.raises(UnknownPartyField):
        reveal(party, "name", world.person("justice"), "制作文书")
    assert Look.objects.count() == 1


def test_a_mistyped_number_is_corrected_with_a_reason_and_without_showing_it(world):
    party = a_request(world, ZHANG).parties.get()
    head = world.person("justice", Role.HEAD)
    entry = correct_party(party, by=head, reason="录入错误", phone="13900001234", name="张四丰")
    assert (party.shown_phone, party.name, party.clear("id_number")) == ("139****1234", "张四丰", NUMBER)
    assert entry.step == "correct"
    assert entry.note == "申请人 张**（电话、姓名或者名称）：录入错误"
    assert find_by_phone(head, "foi", PHONE, "核对") == []
    assert find_by_phone(head, "foi", "13900001234", "核对") == [party]
    for by, reason, refusal in ((head, " ", ReasonMissing), (world.person("justice"), "录入错误", NotYourStep)):
        with pytest.raises(refusal):
            correct_party(party, by=by, reason=reason, name="张五丰")
    with pytest.raises(IdentityCheckDigit):
        correct_party(party, by=head, reason="录入错误", id_number="110105194912310021")
    with pytest.raises(UnknownPartyField):
        correct_party(party, by=head, reason="录入错误", age=80)
    party.refresh_from_db()
    assert party.name == "张四丰"


def test_nobody_takes_a_look_back(world):
    party = a_request(world, ZHANG).parties.get()
    reveal(party, "phone", world.person("justice"), "联系申请人")
    with pytest.raises(AppendedOnly):
        Look.objects.all().delete()


def with_keys(settings, *keys):
    settings.ZHUNSHENG = replace(settings.ZHUNSHENG, field_key=",".join(keys))


def test_after_a_new_key_the_old_numbers_are_still_read_and_found(world, settings):
    old, new = "o" * 32, "n" * 32
    with_keys(settings, old)
    matter = a_request(world, ZHANG)
    with_keys(settings, old, new)
    a_request(world, ZHANG)
    assert matter.parties.get().clear("id_number") == NUMBER
    assert len(find_by_identity(world.person("justice"), "foi", NUMBER, "核对")) == 2
    with_keys(settings, new)
    with pytest.raises(NotEncryptedByUs):
        matter.parties.get().clear("id_number")


def test_a_changed_byte_another_field_or_a_lost_key_is_refused(settings):
    stored = bytearray(encrypt(NUMBER, "id_number"))
    assert decrypt(bytes(stored), "id_number") == NUMBER
    assert encrypt(NUMBER, "id_number") != bytes(stored)
    with pytest.raises(NotEncryptedByUs):
        decrypt(bytes(stored), "phone")
    stored[15] ^= 1
    with pytest.raises(NotEncryptedByUs):
        decrypt(bytes(stored), "id_number")
    with_keys(settings, "short")
    with pytest.raises(FieldKeyTooShort):
        encrypt(NUMBER, "id_number")
