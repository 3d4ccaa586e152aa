"""The files of a report: whole, alike for alike reports, and left alone while nothing changed."""

import re

from zhunsheng.kernel.reports.files import page, write_report_files
from zhunsheng.kernel.reports.render import document_of

NAMES = ["toy_report-2023.html", "toy_report-2023.docx", "toy_report-2023.pdf"]


def test_the_files_hold_the_same_bytes_twice_and_nothing_is_left_beside(three_answered, tmp_path):
    report = three_answered.sealed().report
    once = [path.read_bytes() for path in write_report_files(report, tmp_path / "a")]
    twice = [path.read_bytes() for path in write_report_files(report, tmp_path / "b")]
    assert once == twice
    assert {path.name for path in (tmp_path / "a").iterdir()} == {*NAMES, ".toy_report-2023.json"}
    assert [content[:5] for content in once] == [b"<!doc", b"PK\x03\x04\x14", b"%PDF-"]


def test_files_that_are_current_are_left_alone(three_answered, tmp_path):
    report = three_answered.sealed().report
    before = [path.stat().st_ino for path in write_report_files(report, tmp_path)]
    after = [path.stat().st_ino for path in write_report_files(report, tmp_path)]
    assert before == after


def test_a_file_that_somebody_changed_or_removed_is_written_again(three_answered, tmp_path):
    report = three_answered.sealed().report
    html, docx, pdf = write_report_files(report, tmp_path)
    whole = docx.read_bytes()
    html.unlink()
    docx.write_bytes(whole[:-1] + b"?")
    write_report_files(report, tmp_path)
    assert html.exists()
    assert docx.read_bytes() == whole


def test_a_draft_is_written_again_when_its_records_change(three_answered, tmp_path):
    report = three_answered.started()
    html, *_ = write_report_files(report, tmp_path)
    assert "2件" in html.read_text()
    three_answered.answered(report.period.until)
    write_report_files(report, tmp_path)
    assert "3件" in html.read_text()


def test_the_page_needs_nothing_from_anywhere(three_answered):
    report = three_answered.sealed().report
    written = page(document_of(report))
    assert not re.search(r"<script|<link|<img|url\((?!#)|@import|src=", written)
    assert written.count("<svg") == 2
    assert report.title in written
    assert 'data-figure="foi.answered"' in written
