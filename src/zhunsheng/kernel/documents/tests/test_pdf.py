"""The PDF: repeatable, archival, literal, complete."""

import re
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from shutil import which

import pytest

from zhunsheng.kernel.charts import bar_chart
from zhunsheng.kernel.documents import Cell, Column, NoChineseFont, Paragraph, Run, Table, load_fonts, to_pdf, to_png
from zhunsheng.kernel.documents.fonts import FontFolderMissing
from zhunsheng.kernel.documents.tests import samples
from zhunsheng.kernel.documents.typesetting import NotTypeset, TextNotDrawable, typeset_pdf

RARE = "垚喆燊堃玥珺㎡"
SAMPLES = {
    "notice": samples.notice,
    "decision": samples.decision,
    "report": samples.annual_report,
    "annexes": samples.report_with_annexes,
    "foi": samples.foi_table,
    "foi lying": lambda: samples.foi_table(landscape=True),
}


@pytest.fixture
def read(tmp_path: Path) -> Callable[..., str]:
    if which("pdftotext") is None:
        pytest.skip("pdftotext (Debian package poppler-utils) is not installed")

    def reader(pdf: bytes, program: str = "pdftotext", *options: str) -> str:
        path = tmp_path / "read.pdf"
        path.write_bytes(pdf)
        tail = ["-"] if program == "pdftotext" else []
        done = subprocess.run([program, *options, str(path), *tail], capture_output=True, check=True)
        return done.stdout.decode()

    return reader


@pytest.mark.parametrize("name", SAMPLES)
def test_the_same_document_gives_the_same_bytes(name, fonts):
    assert to_pdf(SAMPLES[name](), fonts) == to_pdf(SAMPLES[name](), fonts)


def test_the_pdf_declares_itself_archival_and_accessible(fonts):
    pdf = to_pdf(samples.annual_report(), fonts)
    assert b"<pdfaid:part>2</pdfaid:part>" in pdf
    assert b"<pdfaid:conformance>A</pdfaid:conformance>" in pdf
    assert b"<pdfuaid:part>1</pdfuaid:part>" in pdf


def test_the_pdf_is_dated_by_the_document_and_not_by_the_clock(fonts):
    assert b"2023-06-09" in to_pdf(samples.notice(), fonts)


def test_words_that_look_like_commands_are_printed_as_they_are(fonts, hostile, plain, read):
    table = Table(hostile, (Column(),), ((Cell(hostile),),), ((hostile,),))
    document = replace(
        plain, body=(Paragraph.of(hostile, Run(hostile, strong=True)), table), signed_by=hostile, title=hostile
    )
    text = "".join(read(to_pdf(document, fonts)).split())
    assert text.count("".join(hostile.split())) >= 5


def test_rare_names_are_printed_by_the_fallback_font(fonts, plain, read):
    pdf = to_pdf(replace(plain, body=(Paragraph.of(RARE),)), fonts)
    assert RARE in read(pdf)


def test_a_character_no_font_has_is_refused_and_never_an_empty_box(fonts, plain):
    with pytest.raises(TextNotDrawable, match="关于某事的通知.*10fffd"):
        to_pdf(replace(plain, body=(Paragraph.of("\U0010fffd"),)), fonts)
    with pytest.raises(TextNotDrawable, match="10fffd"):
        to_png(bar_chart("图", ("\U0010fffd",), (1,)), fonts)


def test_control_characters_do_no_harm(fonts, plain, read):
    assert "前后" in read(to_pdf(replace(plain, body=(Paragraph.of("前\x0b\x00后"),)), fonts))


@pytest.mark.parametrize(("name", "pages"), [("notice", 1), ("decision", 2), ("foi", 1)])
def test_the_samples_keep_to_their_pages(name, pages, fonts, read):
    assert f"Pages:           {pages}\n" in read(to_pdf(SAMPLES[name](), fonts), "pdfinfo")


def test_the_red_head_is_one_line(fonts, read):
    text = read(to_pdf(samples.decision(), fonts), "pdftotext", "-layout")
    assert samples.decision().mark in [line.strip() for line in text.splitlines()]


def test_a_full_page_has_22_lines_of_28_characters(fonts, plain, read):
    text = read(
        to_pdf(replace(plain, body=(Paragraph.of("法" * 28 * 60),)), fonts),
        "pdftotext",
        "-layout",
        "-f",
        "2",
        "-l",
        "2",
    )
    lines = [line.strip() for line in text.splitlines() if "法" in line]
    assert [len(line) for line in lines] == [28] * 22


def test_annexes_stand_behind_the_signature_each_on_its_page_and_are_listed_before_it(fonts, read):
    pages = "".join(read(to_pdf(samples.report_with_annexes(), fonts)).split(" ")).split("\f")
    assert pages[0].index("附件：1.证据目录") < pages[0].index("2.各镇街案件统计表") < pages[0].index("2024年3月29日")
    assert "5a" * 32 in pages[0]
    assert [page.split()[0] for page in pages[1:3]] == ["附件2", "附件3"]
    assert "单位：件。" in pages[1]


def test_a_table_of_less_than_half_a_page_is_not_cut_in_two(fonts, plain, read):
    table = Table("", (Column(),), (("序号",),), tuple((f"第{n}项",) for n in range(12)))
    text = read(to_pdf(replace(plain, body=(Paragraph.of("法" * 28 * 14), table)), fonts))
    first, second, *_ = ("".join(page.split()) for page in text.split("\f"))
    assert "序号" not in first
    assert "第0项" in second
    assert "第11项" in second


def test_a_letter_prints_no_number_on_its_first_page(fonts, read):
    assert not re.search(r"—\s*1\s*—", read(to_pdf(samples.notice(), fonts)))
    assert re.search(r"—\s*1\s*—", read(to_pdf(samples.decision(), fonts)))


def test_the_head_of_a_long_table_is_repeated(fonts, plain, read):
    table = Table("长表", (Column(), Column()), (("序号", "名称"),), tuple((str(n), f"第{n}项") for n in range(120)))
    text = read(to_pdf(replace(plain, body=(table,)), fonts))
    assert text.count("名称") >= 3


def test_without_a_chinese_font_the_package_to_install_is_named(tmp_path, monkeypatch):
    monkeypatch.delenv("ZHUNSHENG_FONTS", raising=False)
    with pytest.raises(NoChineseFont, match="fonts-noto-cjk") as refused:
        load_fonts([tmp_path], with_system=False)
    assert "fonts-noto-cjk" in refused.value.text("en")


def test_a_font_folder_that_is_not_there_is_named(tmp_path, monkeypatch):
    monkeypatch.setenv("ZHUNSHENG_FONTS", str(tmp_path / "none"))
    with pytest.raises(FontFolderMissing, match="none"):
        load_fonts()


def test_a_warning_of_the_typesetter_is_an_error(fonts, tmp_path):
    template = tmp_path / "warns.typ"
    template.write_text('#set document(title: "t")\n#set text(font: "No Such Font")\nx')
    with pytest.raises(NotTypeset, match="unknown font family"):
        typeset_pdf(str(template), {}, title="试", day=samples.notice().dated_on, fonts=fonts)


def test_a_chart_becomes_the_same_picture_twice(fonts):
    spec = samples.annual_report().body[2].spec
    picture = to_png(spec, fonts)
    assert picture.startswith(b"\x89PNG")
    assert picture == to_png(spec, fonts)
