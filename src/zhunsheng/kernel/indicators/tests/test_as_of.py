"""A figure that counts as of the last day of its period."""

from datetime import date

from django.db.models import Q

from zhunsheng.kernel.indicators import Indicator
from zhunsheng.kernel.models import Matter
from zhunsheng.kernel.periods import Period

OPEN_AT_THE_END = Indicator(
    code="toy.open", title="未办结", unit="件", of=Matter, on="opened_on", definition="截至期末未办结。",
    hit=lambda period: Q(closed_on=None) | Q(closed_on__gt=period.until),
)  # fmt: skip


def test_the_condition_is_asked_for_each_period():
    condition = OPEN_AT_THE_END.hit_in(Period.year(2023))
    assert condition == Q(closed_on=None) | Q(closed_on__gt=date(2023, 12, 31))
    assert condition != OPEN_AT_THE_END.hit_in(Period.year(2024))


def test_months_of_such_a_figure_do_not_add_up():
    assert not OPEN_AT_THE_END.adds_up
