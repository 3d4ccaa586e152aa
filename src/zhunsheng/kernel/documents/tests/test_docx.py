"""The .docx: repeatable, and with the numbers of GB/T 9704-2012."""

import io
import zipfile
from dataclasses import replace

import docx
import pytest
from docx.document import Document as Word
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.shared import Pt

from zhunsheng.kernel.documents import OfficialDocument, Paragraph, to_docx
from zhunsheng.kernel.documents.docx_parts import PARAGRAPH_ORDER
from zhunsheng.kernel.documents.tests import samples
from zhunsheng.kernel.documents.titles import title_lines


def opened(document: OfficialDocument) -> Word:
    return docx.Document(io.BytesIO(to_docx(document)))


def faces(word: Word) -> dict[str, str]:
    runs = [run for paragraph in word.paragraphs for run in paragraph.runs if run.text.strip()]
    return {run.text: run._r.rPr.find(qn("w:rFonts")).get(qn("w:eastAsia")) for run in runs}


@pytest.mark.parametrize("name", ["notice", "decision", "foi_table", "report_with_annexes"])
def test_the_same_document_gives_the_same_bytes(name):
    assert to_docx(getattr(samples, name)()) == to_docx(getattr(samples, name)())


def test_a_document_with_charts_gives_the_same_bytes(fonts):
    assert to_docx(samples.annual_report(), fonts) == to_docx(samples.annual_report(), fonts)


def test_no_part_of_the_package_carries_the_moment_of_writing():
    with zipfile.ZipFile(io.BytesIO(to_docx(samples.notice()))) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    about = opened(samples.notice()).core_properties
    assert about.created == about.modified
    assert about.created.date() == samples.notice().dated_on


def test_the_sheet_has_the_margins_and_the_grid_of_the_standard():
    section = opened(samples.decision()).sections[0]
    sheet = (section.page_width, section.page_height, section.top_margin, section.bottom_margin, section.left_margin)
    assert [round(length.mm, 1) for length in sheet] == [210, 297, 37, 35, 28]
    grid = section._sectPr.find(qn("w:docGrid"))
    assert (grid.get(qn("w:type")), grid.get(qn("w:linePitch"))) == ("lines", "579")
    room = section.page_height - section.top_margin - section.bottom_margin
    assert 22 * Pt(28.95) - Pt(12.95) <= room < 23 * Pt(28.95) - Pt(12.95)


def test_each_part_is_set_in_its_face():
    found, document = faces(opened(samples.decision())), samples.decision()
    assert {found[text] for text in (document.mark, *title_lines(document.title))} == {"方正小标宋简体"}
    assert found["一、审理情况"] == found["特急"] == "黑体"
    assert found["（一）申请人请求"] == "楷体_GB2312"
    assert found["1．关于期限。"] == found["张某某、区自然资源局："] == "仿宋_GB2312"


def test_a_paragraph_is_16_points_indented_by_two_characters():
    paragraph = next(one for one in opened(samples.decision()).paragraphs if one.text.startswith("经审理"))
    assert paragraph.runs[0].font.size == Pt(16)
    assert paragraph.paragraph_format.line_spacing == Pt(28.95)
    assert paragraph._p.pPr.find(qn("w:ind")).get(qn("w:firstLineChars")) == "200"


def test_pages_are_numbered_right_on_odd_and_left_on_even_pages():
    word = opened(samples.decision())
    assert word.settings.odd_and_even_pages_header_footer
    footers = [word.sections[0].footer, word.sections[0].even_page_footer]
    assert [footer.paragraphs[0].alignment.name for footer in footers] == ["RIGHT", "LEFT"]
    assert all("PAGE" in footer._element.xml for footer in footers)


def test_a_letter_has_its_head_and_no_number_on_the_first_page():
    section = opened(samples.notice()).sections[0]
    assert section.different_first_page_header_footer
    assert section.first_page_header.paragraphs[0].text == samples.ORGAN
    assert "PAGE" not in section.first_page_footer._element.xml


def test_the_date_keeps_four_characters_at_the_right():
    day = next(one for one in opened(samples.notice()).paragraphs if one.text == "2023年6月9日")
    assert day._p.pPr.find(qn("w:ind")).get(qn("w:rightChars")) == "400"


def test_the_imprint_is_the_last_table_and_hangs_at_the_foot():
    table = opened(samples.decision()).tables[-1]
    assert [row.cells[0].text.split("\t")[0][:3] for row in table.rows] == ["抄送：", "云溪区"]
    assert table._tbl.tblPr.find(qn("w:tblpPr")).get(qn("w:tblpYSpec")) == "bottom"


def test_the_head_of_a_table_is_repeated_and_its_cells_are_merged():
    table = opened(samples.foi_table()).tables[0]
    assert [row._tr.trPr.find(qn("w:tblHeader")) is not None for row in table.rows][:4] == [True, True, True, False]
    assert table.cell(0, 0).text == table.cell(2, 2).text
    assert table.cell(1, 3).text == "自然人"


def test_a_lying_table_has_a_section_of_its_own():
    sections = opened(samples.foi_table(landscape=True)).sections
    assert [one.orientation for one in sections] == [WD_ORIENT.PORTRAIT, WD_ORIENT.LANDSCAPE, WD_ORIENT.PORTRAIT]


def test_annexes_follow_the_signature_and_lie_where_they_are_wide():
    word = opened(samples.report_with_annexes())
    texts = [one.text for one in word.paragraphs if one.text]
    assert texts[3:7] == ["附件：1. 证据目录", "　　　2. 各镇街案件统计表", "　　　3. 第二张统计表", samples.ORGAN]
    assert texts[8:] == ["附件2", "各镇街案件统计表", "单位：件。", "附件3", "第二张统计表"]
    assert [one.orientation for one in word.sections] == [
        WD_ORIENT.PORTRAIT, WD_ORIENT.LANDSCAPE, WD_ORIENT.PORTRAIT
    ]  # fmt: skip


def test_the_digests_of_the_proof_stand_in_one_line_each_beside_the_code():
    left, right = opened(samples.report_with_annexes()).tables[0].rows[0].cells
    assert left.text.strip() == "扫码查看网页版"
    assert right.text.split("\n")[-2:] == [f"封存摘要　{'5a' * 32}", f"正文摘要　{'c3' * 32}"]


def test_a_long_title_has_lines_of_its_own():
    title = next(one for one in opened(samples.decision()).paragraphs if "行政复议决定" in one.text)
    assert title.text == "云溪区人民政府关于张某某不服区自然资源局\n不予公开政府信息行为的行政复议决定"


def test_every_picture_has_words(fonts):
    word = docx.Document(io.BytesIO(to_docx(samples.annual_report(), fonts)))
    words = [shape._inline.docPr.get("descr") for shape in word.inline_shapes]
    assert len(words) == 4
    assert words[0].startswith("各镇街矛盾纠纷排查数")
    assert "yunxi.example" in words[-1]


def test_paragraph_properties_keep_the_order_of_the_schema():
    for paragraph in opened(samples.decision()).paragraphs:
        places = [PARAGRAPH_ORDER.index(child.tag.split("}")[1]) for child in paragraph._p.get_or_add_pPr()]
        assert places == sorted(places)


def test_hostile_text_and_control_characters_stay_text(hostile, plain):
    word = opened(replace(plain, title=hostile, body=(Paragraph.of(hostile + "\x00\x0b"),)))
    assert [one.text.replace("\n", "") for one in word.paragraphs].count(hostile) == 2
