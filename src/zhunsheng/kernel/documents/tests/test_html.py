"""The web page: semantic, escaped, fit for a strict content policy."""

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from zhunsheng.kernel.documents import Cell, Column, Heading, Paragraph, Run, Table, to_html
from zhunsheng.kernel.documents.tests import samples

VOID = {"br", "hr"}


class Balance(HTMLParser):
    """Checks that every element is closed in order, and keeps the words."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open, self.words, self.tags = [], "", []
        self.feed(page)
        assert not self.open

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.words += data


@pytest.mark.parametrize("name", ["notice", "decision", "annual_report", "report_with_annexes", "foi_table"])
def test_the_page_is_well_formed_and_has_no_inline_style_or_script(name):
    page = to_html(getattr(samples, name)())
    Balance(page)
    assert not re.search(r"\sstyle=|<style|<script|\son\w+=", page)


def test_hostile_text_is_shown_and_never_run(hostile, plain):
    body = (Paragraph.of(Run(hostile, figure=hostile)), Table(hostile, (Column(),), ((hostile,),), ((hostile,),)))
    read = Balance(to_html(replace(plain, title=hostile, body=body), lambda figure: f"/{figure}"))
    assert read.words.count(hostile) == 5
    assert "script" not in {tag for tag, _ in read.tags}


def test_a_figure_links_to_its_passport_only_when_there_is_an_address(plain):
    document = replace(plain, body=(Paragraph.of("受理", Run("80", figure="reconsideration.accepted"), "件"),))
    assert '<span class="figure" data-figure="reconsideration.accepted">80</span>' in to_html(document)
    linked = to_html(document, lambda figure: f"/figures/{figure}/")
    assert 'href="/figures/reconsideration.accepted/">80</a>' in linked


def test_head_cells_say_what_they_head():
    tags = Balance(to_html(samples.foi_table())).tags
    scopes = [attrs["scope"] for tag, attrs in tags if tag == "th"]
    assert scopes.count("colgroup") == 3
    assert scopes.count("rowgroup") == 5
    assert {"col", "row"} <= set(scopes)


def test_headings_make_an_outline_below_the_title():
    tags = [tag for tag, _ in Balance(to_html(samples.decision())).tags]
    assert [tag for tag in tags if re.fullmatch(r"h\d", tag)] == ["h2", "h3", "h4", "h5", "h6", "h3"]
    assert tags.count("section") == 3


def test_text_before_the_first_heading_has_its_section(plain):
    document = replace(plain, body=(Paragraph.of("前言"), Heading("一、"), Paragraph.of("文")))
    assert to_html(document).count("<section>") == 2


def test_the_text_and_the_list_of_attachments_lead_to_the_annexes():
    page = to_html(samples.report_with_annexes())
    anchors = re.findall(r'<section class="annex" id="([^"]+)">', page)
    assert anchors == ["annex-1", "annex-2"]
    assert re.findall(r'href="#([^"]+)"', page) == ["annex-1", *anchors]
    assert page.index("</footer>") < page.index('id="annex-1"')


def test_the_digests_of_a_sealed_document_stand_below_the_signature():
    page = to_html(samples.report_with_annexes())
    assert page.index("</footer>") < page.index(f"<dt>封存摘要</dt><dd><code>{'5a' * 32}</code></dd>")


def test_line_ends_in_a_cell_are_kept(plain):
    table = Table("", (Column(),), (), ((Cell("上\n下"),),))
    assert "上<br>下" in to_html(replace(plain, body=(table,)))
