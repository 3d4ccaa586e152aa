"""The annual report on disclosure: its tables come from records, obey every identity, and refuse when one fails."""

from datetime import date

import pytest

from zhunsheng.domains.oversight.foi import sample
from zhunsheng.domains.oversight.foi.models import FoiRequest, Reply
from zhunsheng.domains.oversight.foi.remedies import RemediesDoNotAddUp, proactive_table, remedy_table
from zhunsheng.domains.oversight.foi.rows import GROUPS
from zhunsheng.domains.oversight.foi.sections import FORM, SECTIONS
from zhunsheng.domains.oversight.foi.tables import (
    CARRIED_IN,
    CARRIED_OUT,
    COLUMNS,
    ENDED,
    RECEIVED,
    TOTAL,
    TableDoesNotAddUp,
    carried_over,
    check,
    counted,
    request_table,
)
from zhunsheng.kernel.bulk import bulk_open
from zhunsheng.kernel.indicators.count import Tally
from zhunsheng.kernel.models import Seal, SealedFigure
from zhunsheng.kernel.periods import Period
from zhunsheng.kernel.reports.actions import codes_to_confirm, confirm_figures, start_report
from zhunsheng.kernel.reports.sealing import seal_report
from zhunsheng.kernel.reports.verify import verify_reports
from zhunsheng.kernel.sampling.district import build_district
from zhunsheng.kernel.sampling.spread import office_hours, seeded

YEAR = Period.year(2023)


@pytest.fixture
def loaded(db):
    district = build_district()
    for year in (2022, 2023):
        for batch in sample.sample(district, year):
            bulk_open(batch.code, batch.records, recorded_at=office_hours(seeded("test")))
    return district


def test_every_reply_stands_in_exactly_one_row():
    listed = [reply for group in GROUPS.values() for reply in group.replies]
    assert sorted(listed) == sorted(Reply.values)


def test_the_form_has_its_six_parts_and_a_text_for_each():
    written = {section.at.split(".")[0] for section in SECTIONS if section.form == FORM.code}
    assert [part.at for part in FORM.parts] == list("一二三四五六")
    assert written == set("一二三四五六")


def test_the_table_has_the_25_rows_and_seven_columns_of_the_form(loaded):
    table = request_table(YEAR)
    assert len(table.rows) == 25
    assert len(table.columns) == 3 + len(COLUMNS) == 10
    assert [cell.cell.text for cell in table.placed_head() if cell.row == 2] == [
        "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"
    ]  # fmt: skip


def test_the_sample_year_obeys_every_identity_of_the_form(loaded):
    lines = counted(YEAR)
    check(YEAR, lines, carried_over(YEAR.before()))
    assert {code: lines[code][TOTAL] for code in (RECEIVED, CARRIED_IN, ENDED, CARRIED_OUT)} == {
        RECEIVED: 26, CARRIED_IN: 2, ENDED: 25, CARRIED_OUT: 3,
    }  # fmt: skip
    assert lines["refused 5.属于三类内部事务信息"][TOTAL] == 1
    assert lines["unable 1.本机关不掌握相关政府信息"][TOTAL] == 3


def test_a_request_without_a_result_breaks_the_total_and_is_named(loaded):
    chosen = FoiRequest.objects.filter(closed_on__year=2023, outcome="provided").first()
    FoiRequest.objects.filter(pk=chosen.pk).update(outcome="")
    with pytest.raises(TableDoesNotAddUp) as refused:
        request_table(YEAR)
    assert f"（七）总计×{chosen.get_applicant_display()}" in str(refused.value)
    assert "各种办理结果之和" in str(refused.value)


def test_an_unknown_kind_of_applicant_breaks_the_column_of_totals(loaded):
    chosen = FoiRequest.objects.filter(opened_on__year=2023).first()
    FoiRequest.objects.filter(pk=chosen.pk).update(applicant="ghost")
    with pytest.raises(TableDoesNotAddUp, match="各类申请人之和为25"):
        request_table(YEAR)


def test_a_request_closed_before_it_came_breaks_the_balance(loaded):
    chosen = FoiRequest.objects.filter(opened_on__year=2023, closed_on__year=2023).first()
    FoiRequest.objects.filter(pk=chosen.pk).update(closed_on=date(2022, 5, 5))
    with pytest.raises(TableDoesNotAddUp, match="第一项加第二项"):
        request_table(YEAR)


def test_what_came_over_is_what_the_year_before_left(loaded):
    lines = counted(YEAR)
    before = carried_over(YEAR.before())
    assert lines[CARRIED_IN] == before
    with pytest.raises(TableDoesNotAddUp, match="上年度表中的结转下年度"):
        check(YEAR, lines, before | {"自然人": before["自然人"] + 1})


def test_what_no_system_records_is_a_dash_and_not_zero(loaded):
    rows = {row[0].text: [cell.text for cell in row[1:]] for row in proactive_table(YEAR).rows}
    assert rows["行政规范性文件"] == ["—"] * 3
    for name in ("行政许可", "行政处罚", "行政强制", "行政事业性收费"):
        assert rows[name] == ["—"]


def test_the_remedies_are_fifteen_cells_that_open_on_their_records(loaded):
    (row,) = remedy_table(YEAR).rows
    assert len(row) == 15
    assert row[0].figure == "reconsideration.disclosure_upheld"
    assert row[-1].figure == "litigation.disclosure_reviewed_all"


def test_remedies_that_do_not_add_up_are_refused(loaded, monkeypatch):
    broken = {"reconsideration.disclosure_all": Tally(1)}
    monkeypatch.setattr(
        "zhunsheng.domains.oversight.foi.remedies.count",
        lambda chosen, period: {each.code: broken.get(each.code, Tally(0)) for each in chosen},
    )
    with pytest.raises(RemediesDoNotAddUp, match="行政复议"):
        remedy_table(YEAR)


@pytest.fixture
def confirmed(loaded):
    """The report of 2023 with every figure confirmed by the head of the district, and that head."""
    head = loaded.head(loaded.government)
    report = start_report(FORM.code, 2023, by=head)
    confirm_figures(report, codes_to_confirm(report, head), by=head)
    return report, head


def test_the_whole_report_is_sealed_with_the_figures_of_its_tables(confirmed):
    report, head = confirmed
    seal_report(report, by=head)
    values = dict(SealedFigure.objects.filter(report=report).values_list("code", "value"))
    assert (values["foi.received"], values["foi.carried_in"]) == ("26", "2")
    assert (values["foi.answered"], values["foi.carried_out"]) == ("25", "3")
    assert "reconsideration.disclosure_all" in values
    assert verify_reports() == []


def test_a_report_whose_identities_do_not_hold_is_not_sealed_and_names_the_cell(confirmed):
    report, head = confirmed
    chosen = FoiRequest.objects.filter(closed_on__year=2023, outcome="provided").first()
    FoiRequest.objects.filter(pk=chosen.pk).update(applicant="ghost")
    with pytest.raises(TableDoesNotAddUp, match=f"×{TOTAL}”不平"):
        seal_report(report, by=head)
    assert not Seal.objects.exists()
