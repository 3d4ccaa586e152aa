"""Registers on the desk: what is expected and has not happened, and entries withdrawn that should never have been."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from zhunsheng.kernel.activities.actions import record_activity
from zhunsheng.kernel.registers.actions import add_entry
from zhunsheng.kernel.roles import Role

CONTRACT = {"title": "第一社区法律顾问", "valid_from": date(2023, 1, 1), "adviser": "林一", "practice": "lawyer"}
ADDRESS = "/registers/adviser.contract/"


@pytest.fixture
def entry(world):
    places = {"unit": world.unit["justice"], "place": world.unit["east1"], "firm": "样例律师事务所"}
    return add_entry("adviser.contract", by=world.person("justice"), **places, **CONTRACT)


def rows(answer):
    return [row["title"] for row in answer.context["rows"]]


def visit(world, entry, day):
    given = {"title": "入村服务", "happened_on": day, "consultations": 3, "entry": entry}
    return record_activity("adviser.visit", by=world.person("justice"), **given)


def test_entries_without_their_visit_are_listed_with_the_last_one(desk, entry, world):
    answer = desk.get(f"{ADDRESS}?show=quiet")
    assert rows(answer) == [entry.title]
    assert "登记以来没有" in answer.content.decode()
    visit(world, entry, date(2023, 5, 6))
    assert "2023-05-06" in desk.get(f"{ADDRESS}?show=quiet").content.decode()
    visit(world, entry, timezone.localdate() - timedelta(days=3))
    assert rows(desk.get(f"{ADDRESS}?show=quiet")) == []


def test_an_entry_is_withdrawn_by_the_head_with_a_reason_and_stays_visible(client, entry, world):
    client.force_login(world.person("justice", Role.HEAD))
    address = f"/entries/{entry.pk}/withdraw/"
    assert client.post(address, {"reason": "", "version": 1}).status_code == 422
    assert client.post(address, {"reason": "重复登记", "version": 1}).status_code == 302
    shown = client.get(f"/entries/{entry.pk}/").content.decode()
    assert "已作废" in shown
    assert f"/entries/{entry.pk}/change/" not in shown
    assert rows(client.get(ADDRESS)) == rows(client.get(f"{ADDRESS}?show=all")) == []
    assert rows(client.get(f"{ADDRESS}?show=withdrawn")) == [entry.title]


def test_an_entry_under_which_something_stands_is_not_withdrawn(client, entry, world):
    visit(world, entry, date(2023, 5, 6))
    client.force_login(world.person("justice", Role.HEAD))
    answer = client.post(f"/entries/{entry.pk}/withdraw/", {"reason": "重复登记", "version": 1})
    assert answer.status_code == 422


def test_withdrawing_is_not_offered_to_a_handler(desk, entry):
    assert f"/entries/{entry.pk}/withdraw/" not in desk.get(f"/entries/{entry.pk}/").content.decode()
    answer = desk.post(f"/entries/{entry.pk}/withdraw/", {"reason": "重复登记", "version": 1})
    assert answer.status_code == 422
