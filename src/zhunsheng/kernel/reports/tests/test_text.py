"""References in a text: what they print, and which are refused."""

from decimal import Decimal

import pytest

from zhunsheng.kernel.indicators import Kind
from zhunsheng.kernel.reports.refusals import BrokenReference, UnknownFigure
from zhunsheng.kernel.reports.text import ReportFigure, check_text, references, rendered


def figure(value, last=None, change=None, unit="件", kind=Kind.COUNT):
    values = (None if each is None else Decimal(each) for each in (value, last, change))
    return ReportFigure("foi.answered", "办理申请", unit, kind, "办理的申请。", *values)


def text(template, *given, **options):
    (paragraph,) = rendered(template, {"foi.answered": figure(*given, **options)})
    return "".join(run.text for run in paragraph.runs)


def test_a_value_is_printed_with_its_unit_once():
    assert text("办理{foi.answered}，", 13719) == "办理13719件，"
    assert text("办理{foi.answered}件，", 13719) == "办理13719件，"
    assert text("答复率{foi.answered}。", 100, unit="%", kind=Kind.RATE) == "答复率100%。"
    assert text("答复率{foi.answered}%。", "98.7", unit="%", kind=Kind.RATE) == "答复率98.7%。"


def test_the_year_before_and_the_change_are_words():
    assert text("上年{foi.answered:last}", 20, 10) == "上年10件"
    assert text("同比{foi.answered:change}", 20, 10, "119.4") == "同比增长119.4%"
    assert text("同比{foi.answered:change}", 20, 10, "-3.2") == "同比下降3.2%"
    assert text("同比{foi.answered:change}", 20, 20, 0) == "同比持平"
    assert text("{foi.answered:change}", 20) == "无上年可比数"
    assert text("{foi.answered:change}", 98, 97, "1.5", kind=Kind.RATE) == "提高1.5个百分点"


def test_a_rate_without_a_base_is_a_dash():
    assert text("答复率{foi.answered}。", None, unit="%", kind=Kind.RATE) == "答复率—。"


def test_each_figure_is_a_run_that_carries_its_code():
    (paragraph,) = rendered("办理{foi.answered}件。", {"foi.answered": figure(7)})
    assert [(run.text, run.figure) for run in paragraph.runs] == [("办理", ""), ("7", "foi.answered"), ("件。", "")]


def test_blank_lines_part_paragraphs():
    assert len(rendered("甲。\n\n乙。\n \n\n丙。", {})) == 3


def test_references_are_found_in_every_form():
    assert references("{foi.answered}{foi.received:last}{foi.answered:change}") == {"foi.answered", "foi.received"}


def test_an_unknown_figure_is_refused_with_similar_ones():
    with pytest.raises(UnknownFigure, match="foi.answered") as found:
        check_text("一.1", "办理{foi.answerd}件。")
    assert "foi.answerd" in found.value.text("en")


@pytest.mark.parametrize(
    "broken", ["{foi}", "{foi.answered", "foi.answered}", "{foi.answered:next}", "{ foi.answered}"]
)
def test_braces_that_are_no_reference_are_refused(broken):
    with pytest.raises(BrokenReference):
        check_text("一.1", f"办理{broken}件。")
