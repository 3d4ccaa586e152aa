"""The list, the JSON and the annotated page."""

import json
import re

from zhunsheng.checker import as_html, as_json, check, listing

TEXT = "受理100件，其中民事62件、刑事30件、其他9件。\n宣传<b>1700余次</b>。\n合格率100%，立案57起，其中移送6起。"


def test_json_has_the_agreed_shape():
    found = json.loads(json.dumps(as_json(check(TEXT)), ensure_ascii=False))
    assert found.keys() == {"figures", "checks", "findings"}
    assert {"phrase", "at", "value", "unit", "kind", "precision", "what"} <= found["figures"][0].keys()
    assert found["checks"][0].keys() == {"kind", "holds", "phrases", "at", "why"}
    assert found["findings"][0].keys() == {"kind", "phrase", "at", "why", "severity"}
    assert found["figures"][0]["value"] == 100


def test_the_page_fetches_nothing_and_runs_nothing():
    page = as_html(TEXT, check(TEXT), "报告<script>alert(1)</script>")
    assert "default-src 'none'" in page
    assert "<script" not in page
    assert not re.search(r"(?:src|href)=\"(?!#)", page)
    assert "url(" not in page


def test_the_page_holds_the_whole_text_and_colours_every_figure():
    checked = check(TEXT)
    page = as_html(TEXT, checked, "报告")
    body = re.sub(r'<span class="why".*?</span>', "", page.split("<h2>正文</h2>")[1])
    assert re.sub(r"<[^>]+>", "", body).strip() == TEXT.replace("<b>", "&lt;b&gt;").replace("</b>", "&lt;/b&gt;")
    assert page.count('tabindex="0"') == len(checked.figures)
    classes = re.findall(r'class="figure (\w+)" tabindex', page)
    assert classes.count("contradicted") == 4
    assert classes.count("confirmed") == 2
    assert classes.count("unverifiable") == len(checked.figures) - 6


def test_every_reason_is_reachable_by_keyboard_and_named_for_it():
    page = as_html(TEXT, check(TEXT), "报告")
    described = re.findall(r'aria-describedby="(\w+)"', page)
    assert described
    assert all(f'id="{name}"' in page for name in described)
    assert ".figure:focus .why" in page


def test_the_list_puts_faults_first_and_speaks_both_languages():
    checked = check("查处1326件，较上年上升48.6%。立案57起，其中移送61起。")
    chinese = list(listing(checked))
    assert chinese[1].startswith("[错误] 第1段 61起 部分大于总体：")
    assert chinese[2].startswith("[提示] 第1段 48.6%")
    english = list(listing(checked, language="en"))
    assert english[1].startswith("[fault] ¶ 1 61起 part exceeds whole: ")
