"""A journal with lines to seal."""

from datetime import date, timedelta

import pytest

from zhunsheng.kernel.bulk.rows import reserve_keys
from zhunsheng.kernel.journal import sealing
from zhunsheng.kernel.matters.actions import open_matter, take_step
from zhunsheng.kernel.models import JournalEntry

NOW = timedelta(0)


def write_lines(district, count):
    """Open ``count`` matters of two lines each."""
    person = district.person("justice")
    for number in range(count):
        matter = open_matter(
            "foi", by=person, title=f"申请{number}", unit=district.unit["justice"], opened_on=date(2023, 3, 1),
            applicant="person", channel="web", wanted="样例",
        )  # fmt: skip
        take_step(matter, "consult", by=person, on=date(2023, 3, 2), third_party="甲公司")


@pytest.fixture
def small_pages(monkeypatch):
    """Three lines a page, so that a few lines make a chain."""
    monkeypatch.setattr(sealing, "PAGE", 3)


@pytest.fixture
def sealed(world, small_pages):
    """Ten lines on four pages, with some keys before them taken by transactions not yet ended."""
    reserve_keys(JournalEntry, 10)
    write_lines(world, 5)
    sealing.seal_journal(NOW)
    return world
