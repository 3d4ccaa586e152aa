"""The national table counts every settled dispute once, and refuses sums that differ from their parts."""

from datetime import date

import pytest

from zhunsheng.domains.disputes.dispute.tables import CODES, DoesNotAddUp, check, mediation_table
from zhunsheng.kernel.matters.actions import open_matter, take_step
from zhunsheng.kernel.periods import Period
from zhunsheng.kernel.roles import Role

YEAR = Period.year(2023)


def _settle(world, unit, place, kind):
    day, by = date(2023, 3, 6), world.person(unit, Role.HEAD)
    fields = {"source": "patrol", "type": kind, "scale": "single", "persons": 2, "facts": "样例"}
    dispute = open_matter(
        "dispute",
        by=by,
        title="样例",
        unit=world.unit[unit],
        place=place and world.unit[place],
        opened_on=day,
        **fields,
    )
    take_step(dispute, "accept", by=by, on=day, body="residents", mediators="甲调解员")
    return take_step(dispute, "agree_oral", by=by, on=day, agreement="和好")


def test_rows_are_townships_and_columns_types(world):
    for unit, place, kind in (("east1", "east", "neighbour"), ("east1", "east", "family"), ("west1", "west", "family")):
        _settle(world, unit, place, kind)
    table = mediation_table(YEAR)
    assert table.head[0][:4] == ("镇（街道）", "合计", "婚姻家庭", "邻里")
    assert [row[:4] for row in table.rows] == [
        ("东街道", "2", "1", "1"),
        ("西镇", "1", "1", "0"),
        ("合计", "3", "2", "1"),
    ]


def test_a_dispute_without_a_township_stands_in_its_own_row(world):
    _settle(world, "justice", None, "wages")
    assert [row[:2] for row in mediation_table(YEAR).rows] == [("未指明", "1"), ("合计", "1")]


def test_a_dispute_of_a_community_counts_in_its_township(world):
    _settle(world, "east1", None, "wages")
    assert [row[:2] for row in mediation_table(YEAR).rows] == [("东街道", "1"), ("合计", "1")]


def test_an_empty_year_has_a_row_of_zeros(db):
    assert mediation_table(YEAR).rows == (("合计", *["0"] * (len(CODES) + 1)),)


@pytest.mark.parametrize(
    ("row", "whole", "line"),
    [
        ([2, 1, 0], [2, 2, 0], "东街道"),
        ([2, 2, 0], [3, 3, 0], "合计"),
        ([2, 1, 1], [2, 2, 0], "婚姻家庭纠纷"),
    ],
)
def test_a_sum_that_differs_from_its_parts_is_refused_by_name(row, whole, line):
    with pytest.raises(DoesNotAddUp) as refused:
        check(YEAR, {"东街道": row}, whole)
    assert refused.value.values["line"] == line
    assert "2023年" in str(refused.value)
