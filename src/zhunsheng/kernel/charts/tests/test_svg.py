"""What every chart promises: accessible, legible without colour, safe under a strict content policy, repeatable."""

import re
from decimal import Decimal
from xml.etree import ElementTree

import pytest

from zhunsheng.kernel.charts import ChartKind, ChartSpec, Series, bar_chart, grouped_bars, line_months, to_svg
from zhunsheng.kernel.charts.spec import EmptyChart, SeriesMismatch, TooManySeries, ValueNotDrawable
from zhunsheng.kernel.charts.svg import _ticks

SVG = "{http://www.w3.org/2000/svg}"
MONTHS = (3, 4, None, 2, 8, 1, 0, 5, 6, 7, 9, 2)
CHARTS = (
    bar_chart("各镇街办件", ("东关街道", "石井镇"), (12, 1345), unit="件", note="按受理日期"),
    grouped_bars("两年对比", ("复议", "诉讼"), (Series("2023年", (80, 67)), Series("2022年", (71, None))), unit="件"),
    line_months("每月受理", (Series("2023年", MONTHS), Series("2022年", MONTHS[::-1]))),
    bar_chart("增减", ("甲", "乙"), (-5, Decimal("2.50"))),
)


def drawn(spec: ChartSpec) -> ElementTree.Element:
    return ElementTree.fromstring(to_svg(spec))  # noqa: S314


def texts(spec: ChartSpec) -> list[str]:
    return [one.text or "" for one in drawn(spec).iter(f"{SVG}text")]


@pytest.mark.parametrize("spec", CHARTS, ids=lambda spec: spec.title)
def test_a_screen_reader_hears_the_title_and_every_value(spec):
    root = drawn(spec)
    title, desc = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
    assert root.get("role") == "img"
    assert root.get("aria-labelledby") == f"{title.get('id')} {desc.get('id')}"
    assert title.text == spec.title
    assert all(name in desc.text for name in spec.categories)


@pytest.mark.parametrize("spec", CHARTS, ids=lambda spec: spec.title)
def test_nothing_in_a_chart_needs_a_looser_content_policy(spec):
    assert not re.search(r"style|<script|\son\w+=|href", to_svg(spec))


@pytest.mark.parametrize("spec", CHARTS, ids=lambda spec: spec.title)
def test_the_same_facts_give_the_same_picture(spec):
    assert to_svg(spec) == to_svg(spec)


def test_every_bar_carries_its_value_and_an_unknown_one_a_dash():
    assert {"80", "67", "71", "—"} <= set(texts(CHARTS[1]))
    assert len(drawn(CHARTS[1]).findall(f"{SVG}rect[@class='bar series-2']")) == 1


def test_two_series_differ_without_colour():
    root = drawn(CHARTS[1])
    pattern = root.find(f"{SVG}defs/{SVG}pattern").get("id")
    assert root.find(f"{SVG}rect[@class='bar series-1']").get("fill").startswith("#")
    assert root.find(f"{SVG}rect[@class='bar series-2']").get("fill") == f"url(#{pattern})"


def test_two_charts_on_one_page_do_not_share_a_pattern():
    other = grouped_bars("另一图", ("复议",), (Series("甲", (1,)), Series("乙", (2,))))
    names = [drawn(spec).find(f"{SVG}defs/{SVG}pattern").get("id") for spec in (CHARTS[1], other)]
    assert len(set(names)) == 2


def test_a_month_that_is_not_known_breaks_the_line():
    path = drawn(CHARTS[2]).findall(f"{SVG}path[@class='line series-1']")[-1].get("d")
    assert path.count("M") == 2
    assert path.count("L") == 9


def test_a_bar_below_zero_ends_where_the_others_begin():
    below, above = drawn(CHARTS[3]).findall(f"{SVG}rect[@class='bar series-1']")
    assert float(below.get("x")) + float(below.get("width")) == pytest.approx(float(above.get("x")), abs=0.02)
    assert "2.5" in texts(CHARTS[3])


def test_names_are_text_and_never_markup():
    spec = bar_chart("<script>alert(1)</script>", ('"><b>&',), (1,), unit="<i>")
    assert drawn(spec).find(f"{SVG}title").text == spec.title
    assert '"><b>&' in texts(spec)


def test_a_very_long_name_is_shortened_but_still_read_aloud():
    name = "关于进一步规范行政执法行为加强行政执法监督的实施意见贯彻落实情况"
    spec = bar_chart("图", (name,), (1,))
    assert any(text.endswith("…") for text in texts(spec))
    assert name in drawn(spec).find(f"{SVG}desc").text


@pytest.mark.parametrize(
    ("known", "ticks"),
    [((9, 3), (0, 2, 4, 6, 8, 10)), ((1,), (0, 1)), ((), (0, 1)), ((-3, 4), (-4, -2, 0, 2, 4)), ((0.0,), (0, 1))],
)
def test_an_axis_counts_whole_things_in_whole_steps(known, ticks):
    assert _ticks(tuple(map(float, known))) == ticks


@pytest.mark.parametrize(
    ("categories", "series", "refusal"),
    [
        ((), (Series("甲", ()),), EmptyChart),
        (("一",), (), EmptyChart),
        (("一", "二"), (Series("甲", (1,)),), SeriesMismatch),
        (("一",), (Series("甲", (float("nan"),)),), ValueNotDrawable),
        (("一",), tuple(Series(str(n), (n,)) for n in range(5)), TooManySeries),
    ],
)
def test_what_cannot_be_drawn_is_refused_with_its_title(categories, series, refusal):
    with pytest.raises(refusal, match="办件"):
        ChartSpec(ChartKind.GROUPED_BARS, "办件", categories, series)
