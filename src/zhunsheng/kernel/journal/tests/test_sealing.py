"""Every line comes onto exactly one page, whenever it became visible and whoever seals at the same time."""

import threading
from collections import Counter
from datetime import timedelta
from functools import partial

import pytest
from django.utils import timezone

from zhunsheng.kernel.digests import sm3_hex
from zhunsheng.kernel.journal import sealing
from zhunsheng.kernel.journal.canonical import unpacked
from zhunsheng.kernel.journal.sealing import Head, head, seal_journal, was_head
from zhunsheng.kernel.journal.tests.conftest import NOW, write_lines
from zhunsheng.kernel.journal.verifying import verify_journal
from zhunsheng.kernel.models import JournalEntry, SealedPage
from zhunsheng.kernel.testing.together import together
from zhunsheng.kernel.testing.world import build


def sealed_keys():
    pages = SealedPage.objects.order_by("sequence").values_list("rows", flat=True)
    return [key for rows in pages for key, _ in unpacked(bytes(rows))]


def all_keys():
    return list(JournalEntry.objects.order_by("pk").values_list("pk", flat=True))


def test_sm3_gives_the_value_of_the_standards_first_example():
    assert sm3_hex(b"abc") == "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"
    assert sm3_hex(b"a", b"bc") == sm3_hex(b"abc")


def test_an_empty_journal_has_no_page(db):
    assert head() is None
    assert seal_journal() == Head("0" * 64, 0, 0)
    assert verify_journal() == []


def test_every_line_stands_on_one_page_and_the_pages_form_a_chain(sealed):
    pages = list(SealedPage.objects.order_by("sequence"))
    assert [page.count for page in pages] == [3, 3, 3, 1]
    assert sealed_keys() == all_keys()
    assert [page.previous for page in pages] == ["0" * 64, *(page.digest for page in pages[:-1])]
    assert head() == Head(pages[-1].digest, 4, 10)
    assert was_head(2, pages[1].digest)
    assert not was_head(2, pages[2].digest)
    assert verify_journal() == []


def test_sealing_again_without_new_lines_changes_nothing(sealed):
    before = head()
    assert seal_journal(NOW) == before


def test_the_newest_lines_wait_for_the_next_time(world):
    write_lines(world, 1)
    assert seal_journal(timedelta(minutes=1)).rows == 0
    assert seal_journal(NOW).rows == 2


def insert_copy(of, key, recorded_at=None):
    """A line as a transaction that ended late leaves it: with a key below those already sealed."""
    line = JournalEntry.objects.get(pk=of)
    line.pk, line.sequence, line._state.adding = key, line.sequence + 50, True
    line.recorded_at = recorded_at or timezone.now()
    line.save(force_insert=True)


def test_a_line_that_became_visible_late_comes_onto_a_later_page(sealed):
    first = min(all_keys())
    insert_copy(first, first - 5)
    insert_copy(first + 1, first - 4)
    assert seal_journal(NOW).rows == 12
    assert sealed_keys()[-2:] == [first - 5, first - 4]
    write_lines(sealed, 2)
    seal_journal(NOW)
    assert Counter(sealed_keys()) == Counter(all_keys())
    assert verify_journal() == []


def test_what_is_sealed_long_ago_is_not_read_again_and_takes_no_late_line(sealed, monkeypatch):
    monkeypatch.setattr(sealing, "IN_FLIGHT", -timedelta(seconds=1))
    first = min(all_keys())
    insert_copy(first, first - 5)
    assert seal_journal(NOW).rows == 10
    (problem,) = verify_journal()
    assert problem.values["entry"] == first - 5


class Killed(BaseException):
    pass


def test_a_job_killed_between_pages_goes_on_where_it_was(world, small_pages, monkeypatch):
    write_lines(world, 5)
    write_page = sealing._write_page

    def killed_after_two(at, keys):
        if at == 2:
            raise Killed
        return write_page(at, keys)

    with monkeypatch.context() as patch, pytest.raises(Killed):
        patch.setattr(sealing, "_write_page", killed_after_two)
        seal_journal(NOW)
    assert head().rows == 6
    assert seal_journal(NOW).rows == 10
    assert sealed_keys() == all_keys()


@pytest.mark.django_db(transaction=True)
def test_two_writers_and_two_sealing_jobs_at_once_lose_and_double_nothing(small_pages):
    district = build()
    district.person("justice")
    writing = [threading.Event(), threading.Event()]

    def write(done):
        try:
            write_lines(district, 8)
        finally:
            done.set()

    def seal():
        while not all(done.is_set() for done in writing):
            seal_journal(NOW)

    assert together(partial(write, writing[0]), partial(write, writing[1]), seal, seal) == []
    assert seal_journal(NOW).rows == 32
    assert Counter(sealed_keys()) == Counter(all_keys())
    assert verify_journal() == []
