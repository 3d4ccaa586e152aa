"""The roll-up while several people write and read at once."""

from datetime import date

import pytest

from zhunsheng.kernel.indicators.rollup import exact, figures
from zhunsheng.kernel.matters.actions import open_matter, take_step
from zhunsheng.kernel.models import DirtyMonth, Matter
from zhunsheng.kernel.periods import Period
from zhunsheng.kernel.testing.together import together
from zhunsheng.kernel.testing.world import build

WRITERS, READERS, EACH = 3, 2, 6
YEAR = Period.year(2023)


@pytest.fixture
def district(transactional_db):
    return build()


def write(world, clerk, month):
    for day in range(1, EACH + 1):
        matter = open_matter(
            "foi", by=clerk, title="申请公开方案", unit=world.unit["housing"], opened_on=date(2023, month, day),
            applicant="person", channel="web", wanted="方案",
        )  # fmt: skip
        take_step(matter, "reply", by=clerk, on=date(2023, month, day), outcome="provided")


def test_nothing_written_while_others_read_is_lost_or_counted_twice(district):
    clerk = district.person("housing")
    writers = [lambda month=month: write(district, clerk, month) for month in (3, 3, 5)]
    readers = [lambda: [figures(YEAR) for _ in range(EACH)]] * READERS
    assert together(*writers, *readers) == []
    assert Matter.objects.count() == WRITERS * EACH
    assert figures(YEAR) == exact(YEAR)
    assert figures(YEAR)["foi.answered"].hits == WRITERS * EACH
    assert not DirtyMonth.objects.exists()
