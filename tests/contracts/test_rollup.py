"""The roll-up gives what counting the records gives, whatever was written, corrected and revoked meanwhile."""

from contextlib import suppress
from datetime import date, timedelta
from random import Random

import pytest
from django.db.models import Exists, OuterRef, Q

from zhunsheng.domains.oversight.foi.models import FoiRequest
from zhunsheng.kernel import registry
from zhunsheng.kernel.indicators import Indicator, Kind
from zhunsheng.kernel.indicators.count import count_by
from zhunsheng.kernel.indicators.rollup import (
    MonthFigure,
    bring_up_to_date,
    exact,
    figures,
    figures_by,
    keeps_months,
    keeps_years,
)
from zhunsheng.kernel.matters.actions import correct, open_matter, revoke_step, take_step
from zhunsheng.kernel.models import Deadline, DirtyMonth, Matter
from zhunsheng.kernel.periods import Period
from zhunsheng.kernel.roles import Role
from zhunsheng.law import Refusal

OPEN_AT_THE_END = Indicator(
    code="foi.open", title="未办结", unit="件", of=FoiRequest, on="opened_on", definition="截至期末未办结。",
    hit=lambda period: Q(closed_on=None) | Q(closed_on__gt=period.until), kind=Kind.STOCK,
)  # fmt: skip
PERIODS = [
    Period(date(2022, 1, 1), date(2023, 12, 31)),
    Period.year(2023),
    Period.year(2022),
    Period.month(2023, 3),
    Period(date(2023, 2, 1), date(2023, 6, 30)),
]


@pytest.fixture
def with_a_stock(monkeypatch):
    every = registry.indicators() | {OPEN_AT_THE_END.code: OPEN_AT_THE_END}
    monkeypatch.setattr(registry, "indicators", lambda: every)
    foi = registry.domains()["foi"]
    monkeypatch.setattr(
        registry,
        "domains",
        lambda: {"foi": type(foi)(**{**foi.__dict__, "indicators": [*foi.indicators, OPEN_AT_THE_END]})},
    )


def opened(world, day, place="east"):
    return open_matter(
        "foi", by=world.person("housing"), title="申请公开征收补偿方案", unit=world.unit["housing"], opened_on=day,
        place=world.unit[place], applicant="person", channel="web", wanted="征收补偿方案",
    )  # fmt: skip


def replied(matter, world, day):
    return take_step(matter, "reply", by=world.person("housing"), on=day, outcome="provided")


def same():
    for period in PERIODS:
        assert figures(period) == exact(period)


def act_at_random(rng, world, matters):
    """One write of any kind on a random day; what the procedure refuses changes nothing."""
    head, day = world.person("housing", Role.HEAD), date(2022, 11, 1) + timedelta(days=rng.randrange(300))
    act = rng.choice(["open", "open", "reply", "ask", "day", "place", "revoke"]) if matters else "open"
    chosen = rng.choice(matters) if matters else None
    if act == "open":
        matters.append(opened(world, day, rng.choice(["east", "west1"])))
    elif act == "reply":
        replied(chosen, world, day)
    elif act == "ask":
        take_step(chosen, "ask_to_correct", by=world.person("housing"), on=day, correct_by=day)
    elif act == "revoke":
        revoke_step(chosen, by=head, reason="误操作")
    else:
        wrong = {"opened_on": day} if act == "day" else {"place": world.unit["west"]}
        correct(chosen, by=head, reason="登记有误", **wrong)


@pytest.mark.parametrize("seed", range(4))
def test_the_roll_up_equals_the_records_after_any_sequence_of_writes(world, with_a_stock, seed):
    rng, matters = Random(seed), []
    for _ in range(30):
        with suppress(Refusal):
            act_at_random(rng, world, matters)
        if rng.random() < 0.3:
            same()
    same()
    assert len(matters) > 3


def test_what_was_written_into_one_month_is_seen_at_once(world):
    matter = opened(world, date(2023, 3, 6))
    assert figures(Period.month(2023, 3))["foi.received"].hits == 1
    replied(matter, world, date(2023, 4, 3))
    assert figures(Period.year(2023))["foi.answered"].hits == 1
    correct(matter, by=world.person("housing", Role.HEAD), reason="日期有误", opened_on=date(2022, 12, 30))
    assert figures(Period.year(2023))["foi.received"].hits == 0
    assert figures(Period.year(2022))["foi.received"].hits == 1


def test_a_revoked_step_takes_its_met_clock_out_of_the_month(world, monkeypatch):
    met = Indicator(
        code="foi.told", title="按期告知补正", unit="件", of=Deadline, on="met_on", definition="按期告知补正的。",
        hit=Q(matter__kind="foi", clock="correction_notice"),
    )  # fmt: skip
    foi = registry.domains()["foi"]
    monkeypatch.setattr(registry, "domains", lambda: {"foi": type(foi)(**{**foi.__dict__, "indicators": [met]})})
    matter = opened(world, date(2023, 3, 6))
    take_step(matter, "ask_to_correct", by=world.person("housing"), on=date(2023, 4, 3), correct_by=date(2023, 4, 20))
    before = figures(Period.year(2023), [met])
    assert before["foi.told"].hits == exact(Period.year(2023), [met])["foi.told"].hits == 1
    revoke_step(matter, by=world.person("housing", Role.HEAD), reason="误操作")
    assert figures(Period.year(2023), [met])["foi.told"].hits == 0


def test_reading_twice_writes_once(world, django_assert_num_queries):
    opened(world, date(2023, 3, 6))
    bring_up_to_date()
    kept = list(MonthFigure.objects.order_by("pk").values_list())
    assert kept
    with django_assert_num_queries(1):
        bring_up_to_date()
    assert list(MonthFigure.objects.order_by("pk").values_list()) == kept


def test_interrupted_half_way_nothing_is_half_counted(world, monkeypatch):
    opened(world, date(2023, 3, 6))
    marks = list(DirtyMonth.objects.values_list("domain", "month"))
    with monkeypatch.context() as patch:
        patch.setattr(MonthFigure.objects, "bulk_create", lambda *_, **__: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            bring_up_to_date()
    assert list(DirtyMonth.objects.values_list("domain", "month")) == marks
    same()


def test_places_units_and_months_add_up_to_the_whole(world):
    for month, place in ((1, "east"), (1, "west"), (5, "east")):
        opened(world, date(2023, month, 9), place)
    received = [registry.indicator("foi.received")]
    for dimension in ("month", "place", "unit"):
        expected = count_by(received, Period.year(2023), dimension)
        assert figures_by(Period.year(2023), received, dimension) == expected
    assert figures_by(Period.year(2023), received, "place")["foi.received"][world.unit["east"].pk].hits == 2


def test_what_looks_into_other_tables_is_never_kept():
    first = Matter.objects.filter(origin=OuterRef("pk"))
    for hit in (Q(unit__kind="township"), Q(Exists(first)), Q(origin__state="done")):
        told = Indicator(
            code="foi.x", title="甲", unit="件", of=FoiRequest, on="opened_on", definition="甲。", hit=hit
        )  # fmt: skip
        assert not keeps_months(told)
        assert not keeps_years(told)
    assert keeps_months(registry.indicator("foi.answered"))
    assert keeps_months(registry.indicator("foi.answered_rate"))
    assert keeps_years(OPEN_AT_THE_END)


def test_a_year_counted_once_is_not_counted_again(world, with_a_stock, django_assert_max_num_queries):
    opened(world, date(2023, 3, 6))
    assert figures(Period.year(2023), [OPEN_AT_THE_END])["foi.open"].hits == 1
    with django_assert_max_num_queries(2):
        assert figures(Period.year(2023), [OPEN_AT_THE_END])["foi.open"].hits == 1
    opened(world, date(2023, 4, 6))
    assert figures(Period.year(2023), [OPEN_AT_THE_END])["foi.open"].hits == 2
