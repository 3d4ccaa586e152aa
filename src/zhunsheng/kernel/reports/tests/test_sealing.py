"""A sealed report: it never changes, its digests depend on the records alone, and one changed byte is found."""

from datetime import date, timedelta

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from zhunsheng.kernel.journal.walls import AppendedOnly, walls_lowered
from zhunsheng.kernel.matters.actions import correct
from zhunsheng.kernel.models import Seal, SealedFigure, SealedSection
from zhunsheng.kernel.reports.actions import codes_to_confirm, confirm_figures, start_report, write_section
from zhunsheng.kernel.reports.drafting import body_of, report_figures
from zhunsheng.kernel.reports.freezing import frozen, thawed
from zhunsheng.kernel.reports.refusals import (
    FiguresUnconfirmed,
    NotYourReport,
    PartMissing,
    SealedAlready,
    YearNotOver,
)
from zhunsheng.kernel.reports.render import document_of
from zhunsheng.kernel.reports.sealing import seal_report
from zhunsheng.kernel.reports.verify import (
    FigureChanged,
    JournalHeadGone,
    RecordListChanged,
    RowsAddedOrRemoved,
    SealChanged,
    SectionChanged,
    verify_reports,
)
from zhunsheng.kernel.roles import Role


def test_a_sealed_report_says_what_it_said(three_answered):
    report = three_answered.started()
    drafted = body_of(report)
    three_answered.sealed(report)
    assert body_of(report) == drafted
    three_answered.answered(date(2023, 9, 5))
    assert body_of(report) == drafted
    figure = report_figures(report)["foi.answered"]
    assert (figure.value, figure.last, figure.change) == (2, 1, 100)
    assert figure.confirmed_by == str(three_answered.leader)


def test_blocks_come_back_from_the_ice_as_they_were(three_answered):
    blocks = body_of(three_answered.started())
    assert thawed(frozen(blocks)) == blocks


def test_nothing_of_a_sealed_report_can_be_written(three_answered):
    report = three_answered.sealed().report
    with pytest.raises(SealedAlready):
        write_section(report, "二.1", "改动。", by=three_answered.leader)
    with pytest.raises(SealedAlready):
        confirm_figures(report, ["foi.answered"], by=three_answered.leader)
    with pytest.raises(SealedAlready):
        seal_report(report, by=three_answered.leader)
    for row in (report, report.sections.get(at="二.1")):
        with pytest.raises(SealedAlready):
            row.save()
        with pytest.raises(SealedAlready):
            row.delete()
    for model in (Seal, SealedFigure, SealedSection):
        row = model.objects.filter(report=report).first()
        for write in (row.save, row.delete, model.objects.all().delete):
            with pytest.raises(AppendedOnly):
                write()


@pytest.mark.parametrize("table", ["kernel_seal", "kernel_sealedfigure", "kernel_sealedsection"])
def test_the_database_itself_refuses_to_change_what_is_sealed(three_answered, table):
    three_answered.sealed()
    for statement in (f"UPDATE {table} SET report_id = 0", f"DELETE FROM {table}"):  # noqa: S608
        with pytest.raises(DatabaseError, match="never changed"), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)


def test_unconfirmed_figures_are_listed_and_nothing_is_sealed(three_answered):
    report = three_answered.started()
    confirm_figures(report, ["foi.answered", "foi.received"], by=three_answered.head)
    with pytest.raises(FiguresUnconfirmed, match="foi.answered_rate"):
        seal_report(report, by=three_answered.leader)
    assert report.sealed is None
    assert not SealedFigure.objects.exists()


def test_a_figure_changed_after_its_confirmation_is_not_sealed(three_answered):
    report = three_answered.started()
    confirm_figures(report, codes_to_confirm(report, three_answered.head), by=three_answered.head)
    three_answered.answered(date(2023, 9, 5))
    with pytest.raises(FiguresUnconfirmed, match=r"foi\.answered、foi\.received"):
        seal_report(report, by=three_answered.leader)


def test_a_missing_part_a_running_year_and_a_stranger_are_refused(toy):
    report = toy.started()
    with pytest.raises(NotYourReport):
        seal_report(report, by=toy.head)
    report.sections.filter(at="二.1").update(text="")
    with pytest.raises(PartMissing, match="不足"):
        seal_report(report, by=toy.leader)
    running = start_report("toy_report", timezone.localdate().year, by=toy.leader)
    with pytest.raises(YearNotOver):
        seal_report(running, by=toy.leader)


def test_seals_are_chained_and_verify(three_answered):
    first = three_answered.sealed().seal
    second = three_answered.sealed(start_report("toy_report", 2022, by=three_answered.leader)).seal
    assert (first.sequence, second.sequence) == (1, 2)
    assert second.previous == first.digest
    assert first.journal_sequence > 0
    assert verify_reports() == []


def flipped(blob, place):
    return blob[:place] + bytes([blob[place] ^ 1]) + blob[place + 1 :]


def overwrite(row, **values):
    with walls_lowered(), connection.cursor() as cursor:
        for column, value in values.items():
            cursor.execute(f"UPDATE {row._meta.db_table} SET {column} = %s WHERE id = %s", [value, row.pk])  # noqa: S608


def test_every_flipped_byte_of_a_record_list_is_found_and_named(three_answered):
    three_answered.sealed()
    row = SealedFigure.objects.get(code="foi.answered")
    packed = bytes(row.records)
    for place in range(len(packed)):
        overwrite(row, records=flipped(packed, place))
        (problem,) = verify_reports()
        assert isinstance(problem, RecordListChanged)
        assert "foi.answered" in str(problem)
    overwrite(row, records=packed)
    assert verify_reports() == []


def test_a_list_made_to_fit_its_own_digest_is_found_too(three_answered):
    three_answered.sealed()
    mine, other = SealedFigure.objects.get(code="foi.answered"), SealedFigure.objects.get(code="foi.answered_rate")
    overwrite(mine, records=bytes(other.records), packed_digest=other.packed_digest)
    assert [type(problem) for problem in verify_reports()] == [RecordListChanged]
    overwrite(mine, list_digest=other.list_digest)
    assert [type(problem) for problem in verify_reports()] == [FigureChanged]
    overwrite(mine, digest=other.digest)
    assert {type(problem) for problem in verify_reports()} == {FigureChanged, RowsAddedOrRemoved}


def test_changed_text_values_seals_and_journals_are_named(three_answered):
    seal = three_answered.sealed().seal
    section, figure = SealedSection.objects.get(at="二.1"), SealedFigure.objects.get(code="foi.received")
    overwrite(section, text="没有任何不足。")
    overwrite(figure, value="9")
    assert [type(problem) for problem in verify_reports()] == [SectionChanged, FigureChanged]
    overwrite(section, text=section.text)
    overwrite(figure, value=figure.value)
    overwrite(figure, as_of=figure.as_of - timedelta(days=1))
    assert [type(problem) for problem in verify_reports()] == [FigureChanged]
    overwrite(figure, as_of=figure.as_of, confirmed_at=figure.confirmed_at - timedelta(days=1))
    assert [type(problem) for problem in verify_reports()] == [SealChanged]
    overwrite(figure, confirmed_at=figure.confirmed_at)
    overwrite(seal, journal_sequence=77)
    assert [type(problem) for problem in verify_reports()] == [SealChanged, JournalHeadGone]
    overwrite(seal, journal_sequence=seal.journal_sequence)
    with walls_lowered(), connection.cursor() as cursor:
        cursor.execute("DELETE FROM kernel_sealedfigure WHERE code = 'foi.received'")
    assert [type(problem) for problem in verify_reports()] == [SealChanged, RowsAddedOrRemoved]


def test_digests_depend_on_the_records_and_not_on_their_keys_or_the_hour(three_answered):
    first = three_answered.sealed().seal
    digests = (first.text_digest, first.figures_digest)
    with walls_lowered(), connection.cursor() as cursor:
        for table in ("kernel_seal", "kernel_sealedfigure", "kernel_sealedsection"):
            cursor.execute(f"DELETE FROM {table}")  # noqa: S608
    first.report.confirmations.all().delete()
    first.report.sections.all().delete()
    first.report.delete()
    again = three_answered.sealed().seal
    assert (again.text_digest, again.figures_digest) == digests
    assert again.digest != first.digest


def test_another_record_gives_other_digests(three_answered):
    seal = three_answered.sealed().seal
    report = start_report("toy_report", 2022, by=three_answered.leader)
    other = three_answered.sealed(report).seal
    assert other.figures_digest != seal.figures_digest
    assert other.text_digest != seal.text_digest


def test_a_document_names_its_address_and_seal_and_a_draft_says_that_it_is_one(three_answered):
    report = three_answered.started()
    assert "草稿" in document_of(report).remark
    seal = three_answered.sealed(report).seal
    document = document_of(report)
    assert document.remark == ""
    assert document.address.endswith("/public/reports/toy_report/2023/")
    assert document.signed_by == "样例区人民政府"
    assert dict(document.proof.digests)["封存摘要"] == seal.digest


def test_a_correction_that_changes_nothing_counted_leaves_the_seal_alone(three_answered):
    sealed = three_answered.sealed()
    matter = three_answered.request(date(2023, 5, 5) - timedelta(days=1))
    correct(matter, by=three_answered.world.person("housing", Role.HEAD), reason="错字", title="申请公开方案")
    assert verify_reports() == []
    assert sealed.report.sealed == sealed.seal


@pytest.mark.django_db(transaction=True)
def test_a_report_is_sealed_in_a_transaction_of_its_own(three_answered):
    sealed = three_answered.sealed()
    assert sealed.report.sealed == sealed.seal
    assert verify_reports() == []
