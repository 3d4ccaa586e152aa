"""What a document refuses before it is printed, and the wording every format shares."""

from dataclasses import replace
from datetime import date

import pytest

from zhunsheng.kernel.documents import Cell, Column, Heading, OfficialDocument, Paragraph, Table, wording
from zhunsheng.kernel.documents.model import (
    CellSpanUnknown,
    EmptyDocument,
    Head,
    HeadingLevelUnknown,
    TableEmpty,
    TableUneven,
    UntitledDocument,
)
from zhunsheng.kernel.documents.tests.samples import annual_report, decision, foi_table, notice


def test_a_document_without_a_body_is_refused_by_its_title():
    with pytest.raises(EmptyDocument, match="关于某事的通知") as refused:
        OfficialDocument("关于某事的通知", (), "某局", date(2023, 1, 1))
    assert "no body" in refused.value.text("en")


def test_a_document_without_a_title_is_refused():
    with pytest.raises(UntitledDocument, match="某局"):
        OfficialDocument(" ", (Paragraph.of("文"),), "某局", date(2023, 1, 1))


def test_a_fifth_level_of_heading_is_refused():
    with pytest.raises(HeadingLevelUnknown, match="5"):
        Heading("太深", 5)


def test_the_head_follows_from_mark_and_organ():
    assert [one.head for one in (decision(), notice(), annual_report())] == [Head.DOCUMENT, Head.LETTER, Head.PLAIN]


TWO = (Column(), Column())


@pytest.mark.parametrize(
    ("rows", "row"),
    [
        ((("a",),), 1),
        ((("a", "b", "c"),), 1),
        ((("a", "b"), (Cell("x", columns=3),)), 2),
        (((Cell("x", rows=2), "b"), ("c", "d")), 2),
        (((Cell("x", rows=2), "b"),), 2),
    ],
)
def test_a_table_whose_cells_do_not_fill_the_grid_is_refused_by_row(rows, row):
    with pytest.raises(TableUneven, match=f"第{row}行"):
        Table("表", TWO, (), rows)


def test_an_empty_table_and_an_empty_span_are_refused():
    with pytest.raises(TableEmpty):
        Table("表", TWO, (), ())
    with pytest.raises(CellSpanUnknown):
        Cell("x", rows=0)


def test_merged_cells_push_their_neighbours_aside():
    table = Table("表", (*TWO, Column()), (), ((Cell("a", rows=2, columns=2), "b"), ("c",)))
    assert [(one.row, one.column) for one in table.placed_rows()] == [(0, 0), (0, 2), (1, 2)]


def test_the_national_table_has_25_rows_of_seven_figures():
    table = foi_table().body[0]
    assert len(table.rows) == 25
    assert sum(one.column >= 3 for one in table.placed_rows()) == 25 * 7


def test_captions_count_tables_and_charts_apart():
    assert [text[:2] for text in wording.captions(annual_report().body) if text] == ["图1", "表1", "图2", "图3"]


def test_the_outline_has_no_gaps_even_if_levels_are_skipped():
    body = (Heading("（一）", 2), Paragraph.of("文"), Heading("（1）", 4), Heading("一、", 1), Heading("1．", 3))
    assert wording.depths(body) == (1, 0, 2, 1, 2)


@pytest.mark.parametrize(
    "mark", ["区政府文件", "云溪区人民政府办公室文件", "云溪区全面推进法治政府建设工作领导小组办公室文件" * 2]
)
def test_a_red_head_of_any_length_stays_on_one_line(mark):
    size, scale = wording.mark_shape(mark)
    assert len(mark) * size * scale <= wording.LINE_OF_28 + 0.01
    assert size <= wording.TALLEST_MARK


def test_a_short_red_head_is_not_narrowed():
    assert wording.mark_shape("区政府文件") == (44, 1)


def test_the_date_keeps_four_characters_and_the_signature_is_centred_over_it():
    document = notice()
    signature, day = wording.signature_indents(document)
    middle = [wording.em_width(document.signed_by) / 2, wording.em_width("2023年6月9日") / 2]
    assert day == 4
    assert signature + middle[0] == day + middle[1]
    assert wording.signature_indents(replace(document, signed_by="某" * 26)) == (0, 4)


def test_punctuation_is_set_once():
    document = replace(decision(), addressed_to="某局：", remark="（公开）", copied_to=("甲。", "乙"))
    assert wording.salutation(document) == "某局："
    assert wording.remark(document) == "（公开）"
    assert wording.copied_to(document) == "抄送：甲，乙。"
    assert wording.attachment_lines(document) == (("附件：1. ", "证据目录"), ("2. ", "送达回证（一式两份）"))
    assert wording.attachment_lines(replace(document, attachments=("目录。",))) == (("附件：", "目录"),)


def test_control_characters_and_broken_surrogates_are_dropped_and_line_ends_kept():
    assert wording.printable("a\x00b\x0bc\ud800d\ufffee\r\nf\rg\th") == "abcde\nf\ng h"
