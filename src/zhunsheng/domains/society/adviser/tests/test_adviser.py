"""Villages with and without an adviser, villages left alone for a month, and the table of the report."""

from datetime import date
from decimal import Decimal

import pytest

from zhunsheng.domains.society.adviser.indicators import INDICATORS
from zhunsheng.domains.society.adviser.tables import township_table
from zhunsheng.kernel.activities.actions import record_activity, withdraw_activity
from zhunsheng.kernel.activities.refusals import EntryNotValidThen, NotYourActivity
from zhunsheng.kernel.indicators.count import count
from zhunsheng.kernel.periods import Period
from zhunsheng.kernel.registers.actions import add_entry, end_entry
from zhunsheng.kernel.registers.expecting import overdue_entries
from zhunsheng.kernel.registers.refusals import EntryOverlaps
from zhunsheng.kernel.registry import register_of
from zhunsheng.kernel.roles import Role

MAY = Period.month(2023, 5)


@pytest.fixture
def contract(world):
    def contract(place, **fields):
        given = {"title": f"{place}法律顾问", "unit": world.unit["justice"], "place": world.unit[place]}
        given |= {"adviser": "甲某", "practice": "lawyer", "firm": "某某律师事务所", "valid_from": date(2023, 1, 1)}
        return add_entry("adviser.contract", by=world.person("justice"), **given | fields)

    return contract


@pytest.fixture
def visit(world):
    def visit(entry, day, by="justice", **fields):
        given = {"title": "入村服务", "entry": entry, "happened_on": day} | fields
        return record_activity("adviser.visit", by=world.person(by), **given)

    return visit


def figures(period):
    return {code.removeprefix("adviser."): tally.value for code, tally in count(INDICATORS, period).items()}


def test_coverage_is_a_share_of_the_villages_on_the_last_day(contract, world):
    entry = contract("east1")
    assert figures(MAY)["coverage"] == Decimal(50)
    contract("west1", valid_from=date(2023, 5, 31))
    assert figures(MAY)["coverage"] == Decimal(100)
    assert figures(Period.month(2023, 4))["coverage"] == Decimal(50)
    end_entry(entry, by=world.person("justice"), on=date(2023, 5, 30), reason="解除合同")
    assert (figures(MAY)["coverage"], figures(MAY)["villages_covered"]) == (Decimal(50), 1)


def test_a_village_has_one_adviser_at_a_time(contract):
    contract("east1", valid_until=date(2023, 6, 30))
    with pytest.raises(EntryOverlaps):
        contract("east1", valid_from=date(2023, 6, 1))
    contract("east1", valid_from=date(2023, 7, 1))


def test_the_township_records_visits_to_its_own_villages_under_a_contract_in_force(contract, visit):
    entry = contract("east1", valid_until=date(2023, 6, 30))
    assert visit(entry, date(2023, 5, 4), by="east").place == entry.place
    with pytest.raises(NotYourActivity):
        visit(entry, date(2023, 5, 4), by="west")
    with pytest.raises(EntryNotValidThen):
        visit(entry, date(2023, 7, 1), by="east")


def test_people_advised_are_summed_and_withdrawn_visits_left_out(contract, visit, world):
    entry = contract("east1")
    visit(entry, date(2023, 5, 4), consultations=3, mediations=1)
    visit(entry, date(2023, 5, 31), consultations=4)
    visit(entry, date(2023, 6, 1), consultations=50)
    wrong = visit(entry, date(2023, 5, 5), consultations=9)
    withdraw_activity(wrong, by=world.person("justice", Role.HEAD), reason="误录")
    found = figures(MAY)
    assert (found["visits"], found["consultations"], found["mediations"]) == (2, 7, 1)


def test_a_talk_is_an_event_and_no_visit(contract, world):
    entry = contract("east1")
    record_activity(
        "adviser.talk", by=world.person("east"), title="宣讲", entry=entry, theme="民法典", happened_on=date(2023, 5, 4)
    )
    assert (figures(MAY)["education_events"], figures(MAY)["visits"]) == (1, 0)


@pytest.mark.parametrize(("last", "unvisited"), [(date(2023, 4, 29), 1), (date(2023, 4, 30), 0), (None, 1)])
def test_the_worklist_and_the_figure_agree_on_who_was_left_alone(contract, visit, last, unvisited):
    entry = contract("east1")
    if last:
        visit(entry, last)
    listed = overdue_entries(register_of("adviser.contract"), MAY.until)
    assert (figures(MAY)["unvisited"], len(listed)) == (unvisited, unvisited)


def test_the_table_adds_townships_up_to_the_figures(contract, visit):
    visit(contract("east1"), date(2023, 5, 4), consultations=3)
    contract("west1")
    head, rows = township_table(MAY).head[0], township_table(MAY).rows
    assert head[0] == "镇（街道）"
    assert rows[0] == ("东街道", "1", "1", "1", "3", "0", "0")
    assert rows[1] == ("西镇", "1", "1", "0", "0", "0", "1")
    assert [getattr(cell, "text", cell) for cell in rows[2]] == ["合计", "2", "2", "1", "3", "0", "1"]
