"""Lists show what the person may see, narrow by address, page by key, and cost few queries."""

from datetime import date

import pytest

from zhunsheng.desk.paging import Order, take
from zhunsheng.kernel.matters.actions import take_step
from zhunsheng.kernel.models import Matter
from zhunsheng.kernel.roles import Role


def titles(answer):
    return [row["title"] for row in answer.context["rows"]]


def test_a_list_shows_open_matters_by_their_deadline(desk, opened):
    opened(title="后", opened_on=date(2023, 4, 1))
    opened(title="先")
    assert titles(desk.get("/foi/")) == ["先", "后"]


def test_a_stranger_sees_an_empty_list(client, opened, world):
    opened()
    client.force_login(world.person("housing"))
    assert titles(client.get("/foi/")) == titles(client.get("/work/")) == []


def test_a_matter_without_a_deadline_comes_last(desk, opened, clerk):
    stopped = opened(title="停")
    take_step(stopped, "consult", by=clerk, on=date(2023, 3, 2), third_party="甲")
    opened(title="走", opened_on=date(2023, 5, 1))
    assert titles(desk.get("/foi/")) == ["走", "停"]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("applicant=legal", ["律所"]),
        ("channel=post", []),
        ("q=律", ["律所"]),
        ("q=2023〕2号", ["律所"]),
        ("opened=2022", []),
        ("opened=abc", []),
        ("state=consulting", []),
        ("show=closed", []),
        ("show=late", ["个人", "律所"]),
        ("unit=x", []),
        ("sort=-due_on&show=all", ["律所", "个人"]),
        ("sort=password", ["个人", "律所"]),
        ("after=zz", ["个人", "律所"]),
    ],
)
def test_an_address_narrows_and_sorts_the_list(desk, opened, query, found):
    opened(title="个人")
    opened(title="律所", applicant="legal", opened_on=date(2023, 3, 2))
    assert titles(desk.get(f"/foi/?{query}")) == found


def test_the_unit_filter_takes_the_units_below(client, opened, world):
    opened(title="局")
    client.force_login(world.person("government", Role.HEAD))
    assert titles(client.get(f"/foi/?unit={world.unit['government'].pk}")) == ["局"]
    assert titles(client.get(f"/foi/?unit={world.unit['east'].pk}")) == []


@pytest.mark.parametrize("descending", [False, True])
def test_pages_go_forward_and_back_without_losing_or_repeating_rows(opened, clerk, descending):
    for n in range(7):
        matter = opened(title=str(n), opened_on=date(2023, 3, 1 + n // 2))
        if n in (2, 5):
            take_step(matter, "consult", by=clerk, on=date(2023, 3, 10), third_party="甲")
    order, rows = Order("due_on", descending), Matter.objects.visible_to(clerk)
    whole = [row.pk for row in take(rows, order, size=10).rows]
    first = take(rows, order, size=3)
    second = take(rows, order, after=first.following, size=3)
    third = take(rows, order, after=second.following, size=3)
    assert [row.pk for part in (first, second, third) for row in part.rows] == whole
    assert (first.preceding, third.following) == (None, None)
    back = take(rows, order, before=third.preceding, size=3)
    assert [row.pk for row in back.rows] == [row.pk for row in second.rows]
    start = take(rows, order, before=back.preceding, size=3)
    assert [row.pk for row in start.rows] == whole[:3]
    assert start.preceding is None


@pytest.mark.parametrize("address", ["/foi/", "/work/"])
def test_fifty_rows_cost_at_most_eight_queries(desk, opened, address, django_assert_max_num_queries):
    for n in range(55):
        opened(title=str(n))
    desk.get(address)
    with django_assert_max_num_queries(8):
        assert len(desk.get(address).context["rows"]) == 50


def test_an_unknown_kind_is_not_found_in_words(desk):
    answer = desk.get("/nonsense/")
    assert answer.status_code == 404
    assert "nonsense" in answer.content.decode()


def test_a_term_whose_first_day_nobody_recorded_says_so(desk, opened, clerk):
    take_step(opened(), "consult", by=clerk, on=date(2023, 3, 2), third_party="甲公司")
    shown = desk.get("/deadlines/?show=unknown").content.decode()
    assert "等待 登记起算日期" in shown
