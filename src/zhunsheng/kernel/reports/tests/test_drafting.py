"""Drafting: who may start, write and confirm, and what is refused."""

import re
from dataclasses import replace
from datetime import date

import pytest

from zhunsheng.kernel import registry
from zhunsheng.kernel.documents.model import Chart, Heading, Paragraph, Table
from zhunsheng.kernel.periods import Period
from zhunsheng.kernel.refusals import UnknownYear
from zhunsheng.kernel.reports.actions import (
    codes_to_confirm,
    confirm_figure,
    confirm_figures,
    report_of,
    start_report,
    write_section,
)
from zhunsheng.kernel.reports.annual import ANNUAL
from zhunsheng.kernel.reports.declare import place_order
from zhunsheng.kernel.reports.drafting import body_of, report_figures
from zhunsheng.kernel.reports.forms import form_of, forms, sections_of
from zhunsheng.kernel.reports.refusals import (
    BrokenReference,
    FigureNotInReport,
    NotYourReport,
    ReportNotFound,
    SectionEmpty,
    SectionWrittenMeanwhile,
    StartedAlready,
    UnknownForm,
    UnknownSection,
    YearNotBegun,
)
from zhunsheng.kernel.roles import Role


def test_a_started_report_has_every_declared_section_with_its_unit(toy):
    report = toy.started()
    assert [(row.at, row.unit.code) for row in report.sections.all()] == [
        ("一.五.1", "housing"),
        ("二.1", "government"),
    ]
    assert report_of("toy_report", 2023) == report
    assert report.title == "试验市样例区2023年试验报告"


def test_a_draft_of_the_form_gives_way_to_a_system(toy):
    assert list(sections_of("toy_report")) == ["一.五.1", "二.1"]


@pytest.mark.parametrize(
    ("form", "year", "refusal"),
    [("nonsense", 2023, UnknownForm), ("toy_report", 1850, UnknownYear), ("toy_report", 2099, YearNotBegun)],
)
def test_unknown_forms_and_years_are_refused(toy, form, year, refusal):
    with pytest.raises(refusal) as found:
        start_report(form, year, by=toy.leader)
    assert str(year) in str(found.value) or form in str(found.value)


def test_a_report_is_started_once_and_by_those_who_draft_it(toy):
    with pytest.raises(NotYourReport):
        start_report("toy_report", 2023, by=toy.head)
    with pytest.raises(ReportNotFound):
        report_of("toy_report", 2023)
    toy.started()
    with pytest.raises(StartedAlready):
        toy.started()


def test_the_unit_of_a_section_writes_it_and_a_stranger_does_not(toy):
    report = toy.started()
    row = write_section(report, "一.五.1", "全年办理{foi.answered}件。", by=toy.clerk, version=1)
    assert (row.version, row.updated_by) == (2, toy.clerk)
    for stranger in (toy.world.person("justice"), toy.world.person("east", Role.HEAD)):
        with pytest.raises(NotYourReport):
            write_section(report, "一.五.1", "改动。", by=stranger)
    write_section(report, "一.五.1", "由法治工作机构统稿。", by=toy.world.person("government", Role.LAW_OFFICE))


def test_the_second_of_two_writers_is_told_who_was_first(toy):
    report = toy.started()
    write_section(report, "一.五.1", "甲。", by=toy.clerk, version=1)
    with pytest.raises(SectionWrittenMeanwhile, match=str(toy.clerk)):
        write_section(report, "一.五.1", "乙。", by=toy.head, version=1)
    assert report.sections.get(at="一.五.1").text == "甲。"


@pytest.mark.parametrize(
    ("at", "text", "refusal"),
    [("九.9", "甲。", UnknownSection), ("二.1", " \n", SectionEmpty), ("二.1", "甲{乙}。", BrokenReference)],
)
def test_what_cannot_be_written_is_refused(toy, at, text, refusal):
    report = toy.started()
    with pytest.raises(refusal):
        write_section(report, at, text, by=toy.leader)
    assert report.sections.get(at="二.1").version == 1


def test_headings_text_tables_and_charts_stand_in_order(three_answered):
    blocks = body_of(three_answered.started())
    assert [block.text for block in blocks if isinstance(block, Heading)] == [
        "一、工作开展情况",
        "（五）政务公开",
        "1.办理公开申请",
        "二、不足",
        "（一）存在的不足",
    ]
    assert [type(block) for block in blocks[3:7]] == [Paragraph, Paragraph, Table, Chart]
    assert "".join(run.text for run in blocks[3].runs) == "全年办理2件，上年1件，同比增长100%。"


def test_a_section_draws_one_chart_of_the_figures_that_share_a_unit(three_answered):
    charts = [block for block in body_of(three_answered.started()) if isinstance(block, Chart)]
    assert [(chart.spec.unit, chart.spec.categories) for chart in charts] == [
        ("件", ("办理信息公开申请", "新收政府信息公开申请"))
    ]


def test_one_figure_alone_is_not_drawn(three_answered, monkeypatch):
    section = replace(sections_of("toy_report")["一.五.1"], chart=["foi.answered", "foi.answered_rate"])
    monkeypatch.setitem(sections_of("toy_report"), "一.五.1", section)
    assert not any(isinstance(block, Chart) for block in body_of(three_answered.started()))


def test_figures_are_live_while_drafting(three_answered):
    report = three_answered.started()
    assert report_figures(report)["foi.answered"].value == 2
    three_answered.answered(date(2023, 9, 5))
    assert report_figures(report)["foi.answered"].value == 3


def test_a_confirmation_holds_until_the_value_changes(three_answered):
    report, head = three_answered.started(), three_answered.head
    assert codes_to_confirm(report, head) == {"foi.answered", "foi.answered_rate", "foi.received"}
    confirm_figures(report, ["foi.answered", "foi.received"], by=head)
    shown = report_figures(report)
    assert shown["foi.answered"].confirmed_by == str(head)
    assert shown["foi.answered_rate"].confirmed_by == ""
    three_answered.answered(date(2023, 9, 5))
    assert report_figures(report)["foi.answered"].confirmed_by == ""


def test_only_heads_confirm_and_only_figures_of_the_report(three_answered):
    report = three_answered.started()
    for person in (three_answered.clerk, three_answered.world.person("justice", Role.HEAD)):
        with pytest.raises(NotYourReport):
            confirm_figure(report, "foi.answered", by=person)
    with pytest.raises(FigureNotInReport):
        confirm_figure(report, "foi.nonsense", by=three_answered.head)
    assert not report.confirmations.exists()


def test_the_annual_report_has_the_five_parts_and_a_draft_for_each_chapter():
    places = list(sections_of("annual"))
    assert [part.at for part in ANNUAL.parts] == ["一", "二", "三", "四", "五"]
    assert places == sorted(places, key=lambda at: place_order(ANNUAL, at))
    for start in [*"一三四五", *ANNUAL.chapters]:
        assert any(at == start or at.startswith(f"{start}.") for at in places), start
    for draft in ANNUAL.drafts:
        assert draft.text
        assert not re.search(r"[0-9０-９%]", draft.text), draft.at


def test_every_section_has_a_place_of_its_own_in_a_form_that_exists():
    places = [(section.form, section.at) for domain in registry.domains().values() for section in domain.sections]
    assert len(set(places)) == len(places)
    for form, at in places:
        assert place_order(form_of(form), at) > 0
    assert "annual" in forms()


def test_the_period_of_a_report_is_its_year(toy):
    assert toy.started().period == Period.year(2023)
