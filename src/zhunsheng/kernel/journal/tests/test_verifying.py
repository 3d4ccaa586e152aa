"""One byte changed, one line gone, one put in, one page replaced: each is found and named."""

import pytest
from django.db import DatabaseError, connection, transaction

from zhunsheng.kernel.journal import sealing
from zhunsheng.kernel.journal.sealing import seal_journal
from zhunsheng.kernel.journal.tests.conftest import NOW, write_lines
from zhunsheng.kernel.journal.verifying import (
    ChainBroken,
    LineChanged,
    LineMissing,
    PageChanged,
    verify_journal,
)
from zhunsheng.kernel.journal.walls import AppendedOnly, missing_walls, walls_lowered
from zhunsheng.kernel.models import JournalEntry, SealedPage


def tamper(sql, *values):
    with walls_lowered(), connection.cursor() as cursor:
        cursor.execute(sql, values)
        assert cursor.rowcount == 1


def test_a_changed_byte_is_named_with_its_page_its_matter_and_its_line(sealed):
    line = JournalEntry.objects.select_related("matter").order_by("pk")[5]
    tamper("UPDATE kernel_journalentry SET note = %s WHERE id = %s", "。", line.pk)
    (problem,) = verify_journal()
    assert isinstance(problem, LineChanged)
    assert problem.values == {"page": 2, "entry": line.pk, "number": line.matter.number, "line": line.sequence}
    assert line.matter.number in problem.text("en")


@pytest.mark.parametrize(
    ("column", "value"),
    [("step", "heard"), ("day", "2023-03-03"), ("answers", '{"third_party": "乙公司"}'), ("by_id", None)],
)
def test_every_column_counts(sealed, column, value):
    line = JournalEntry.objects.order_by("pk")[1]
    tamper(f"UPDATE kernel_journalentry SET {column} = %s WHERE id = %s", value, line.pk)  # noqa: S608
    assert [type(problem) for problem in verify_journal()] == [LineChanged]


def test_the_order_of_keys_in_an_answer_does_not_matter(sealed):
    line = JournalEntry.objects.order_by("pk")[0]
    turned = dict(reversed(line.answers.items()))
    with walls_lowered(), connection.cursor() as cursor:
        field = JournalEntry._meta.get_field("answers")
        cursor.execute(
            "UPDATE kernel_journalentry SET answers = %s WHERE id = %s",
            [field.get_db_prep_save(turned, connection), line.pk],
        )
    assert verify_journal() == []


def test_a_removed_line_is_named(sealed):
    key = JournalEntry.objects.order_by("pk")[7].pk
    tamper("DELETE FROM kernel_journalentry WHERE id = %s", key)
    (problem,) = verify_journal()
    assert isinstance(problem, LineMissing)
    assert problem.values == {"page": 3, "entry": key}


def test_a_page_changed_to_cover_up_a_line_is_named(sealed):
    page = SealedPage.objects.get(sequence=2)
    rows = bytearray(bytes(page.rows))
    rows[20] ^= 1
    tamper("UPDATE kernel_sealedpage SET rows = %s WHERE sequence = 2", bytes(rows))
    assert [type(problem) for problem in verify_journal()] == [PageChanged, LineChanged]


def test_a_page_sealed_anew_breaks_the_chain_at_the_next(sealed):
    page = SealedPage.objects.get(sequence=2)
    rows = bytes(page.rows)[:40]
    digest = sealing.sm3_hex(page.previous.encode(), rows)
    tamper(
        "UPDATE kernel_sealedpage SET rows = %s, digest = %s, count = 1, last_pk = first_pk WHERE sequence = 2",
        rows,
        digest,
    )
    (problem,) = (each for each in verify_journal() if isinstance(each, ChainBroken))
    assert problem.values["page"] == 3


def test_a_removed_page_breaks_the_chain(sealed):
    tamper("DELETE FROM kernel_sealedpage WHERE sequence = %s", 2)
    (problem,) = verify_journal()
    assert isinstance(problem, ChainBroken)
    assert problem.values["page"] == 3


def test_progress_is_told_page_by_page(sealed):
    seen = []
    verify_journal(lambda done, total: seen.append((done, total)))
    assert seen == [(1, 4), (2, 4), (3, 4), (4, 4)]


def test_python_refuses_to_change_or_remove_a_line(world):
    write_lines(world, 1)
    line = JournalEntry.objects.first()
    line.note = "改"
    for attempt in (
        line.save,
        line.delete,
        JournalEntry.objects.all().delete,
        line.matter.journal.all().delete,
        lambda: JournalEntry.objects.update(note="改"),
        lambda: JournalEntry.objects.bulk_update([line], ["note"]),
    ):
        with pytest.raises(AppendedOnly):
            attempt()
    line.refresh_from_db()
    assert line.note == ""


@pytest.mark.parametrize(
    "sql",
    ["UPDATE kernel_journalentry SET note = 'x'", "DELETE FROM kernel_journalentry", "DELETE FROM kernel_sealedpage"],
)
def test_the_database_refuses_too(world, sql):
    write_lines(world, 1)
    seal_journal(NOW)
    with pytest.raises(DatabaseError, match="added and never changed"), transaction.atomic():
        connection.cursor().execute(sql)
    assert JournalEntry.objects.filter(note="").count() == 2


def test_a_missing_wall_is_named(world):
    assert missing_walls() == []
    connection.cursor().execute(
        "DROP TRIGGER kernel_look_stands ON kernel_look"
        if connection.vendor == "postgresql"
        else "DROP TRIGGER kernel_look_no_delete"
    )
    assert [wall.values["table"] for wall in missing_walls()] == ["kernel_look"]
