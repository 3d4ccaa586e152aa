"""Several writers at once, on a database file: no number lost or doubled, no step taken twice."""

from collections import Counter
from datetime import date

import pytest
from django.db import transaction

from zhunsheng.kernel import refusals
from zhunsheng.kernel.matters.actions import open_matter, take_step
from zhunsheng.kernel.models import JournalEntry, Matter
from zhunsheng.kernel.numbering import take_serials
from zhunsheng.kernel.testing.together import together
from zhunsheng.kernel.testing.world import build

WRITERS, EACH = 4, 6


@pytest.fixture
def district(transactional_db):
    return build()


def a_request(district, person):
    return open_matter(
        "foi",
        by=person,
        title="并发",
        unit=district.unit["justice"],
        opened_on=date(2023, 3, 1),
        applicant="person",
        channel="web",
        wanted="x",
    )


def test_numbers_are_gapless_and_unique_under_concurrent_writers(district):
    person = district.person("justice")
    assert together(*[lambda: [a_request(district, person) for _ in range(EACH)]] * WRITERS) == []
    serials = sorted(int(n.split("〕")[1][:-1]) for n in Matter.objects.values_list("number", flat=True))
    assert serials == list(range(1, WRITERS * EACH + 1))


def test_of_several_who_answer_at_once_one_succeeds_and_the_others_are_told(district):
    person = district.person("justice")
    matter = a_request(district, person)

    def answer():
        take_step(
            Matter.objects.get(pk=matter.pk), "reply", by=person, on=date(2023, 3, 2), outcome="provided", version=1
        )

    raised = together(*[answer] * WRITERS)
    assert Counter(type(error) for error in raised) == {refusals.SomeoneElseWasFirst: WRITERS - 1}
    assert JournalEntry.objects.filter(matter=matter, step="reply").count() == 1


def test_serials_are_refused_outside_the_transaction_that_uses_them(district):
    with pytest.raises(RuntimeError, match="inside the transaction"):
        take_serials(district.jurisdiction, "x", 2023)
    with transaction.atomic():
        assert list(take_serials(district.jurisdiction, "x", 2023, 3)) == [1, 2, 3]
