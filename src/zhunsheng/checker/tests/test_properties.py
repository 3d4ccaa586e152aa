"""A consistent passage never gives a fault; one changed number does, or the change is provably hidden by rounding."""

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from zhunsheng.checker import check

NAMES = ("民事", "刑事", "行政", "劳动争议", "婚姻家庭", "邻里")
patient = settings(deadline=None)
COUNT = st.integers(min_value=1, max_value=60_000)


def rounded(value, places=2):
    exact = Decimal(value.numerator) / Decimal(value.denominator)
    return exact.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


def written(value):
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


@st.composite
def listed(draw):
    """A total with all its parts, each perhaps with its share."""
    parts = draw(st.lists(COUNT, min_size=2, max_size=6))
    with_shares = draw(st.booleans())
    total = sum(parts)
    items = []
    for name, part in zip([*NAMES[: len(parts) - 1], "其他"], parts, strict=True):
        share = f"，占{rounded(Fraction(part * 100, total))}%" if with_shares else ""
        items.append((name, part, share))
    return total, items


def sentence(total, items):
    joint = "；" if any(share for _, _, share in items) else "、"
    return f"全年受理案件{total}件，其中" + joint.join(f"{name}{part}件{share}" for name, part, share in items) + "。"


@patient
@given(listed())
def test_a_consistent_list_gives_no_fault(passage):
    assert check(sentence(*passage)).faults == []


@patient
@given(listed(), st.data())
def test_one_changed_part_or_total_gives_a_fault(passage, data):
    total, items = passage
    at = data.draw(st.integers(min_value=-1, max_value=len(items) - 1))
    wrong = data.draw(COUNT)
    if at < 0:
        assume(wrong != total)
        text = sentence(wrong, items)
    else:
        name, part, share = items[at]
        assume(wrong != part)
        text = sentence(total, [*items[:at], (name, wrong, share), *items[at + 1 :]])
    assert check(text).faults


@patient
@given(listed(), st.data())
def test_one_changed_share_gives_a_fault(passage, data):
    total, items = passage
    assume(items[0][2])
    at = data.draw(st.integers(min_value=0, max_value=len(items) - 1))
    name, part, _ = items[at]
    right = rounded(Fraction(part * 100, total))
    wrong = data.draw(st.decimals(min_value=Decimal("0.01"), max_value=Decimal("100"), places=2))
    assume(wrong != right)
    # A share may be one of a larger part before it: the text allows that reading, so the change is hidden.
    others = [p for _, p, _ in items[:at] if p >= part]
    assume(all(rounded(Fraction(part * 100, other)) != wrong for other in others))
    text = sentence(total, [*items[:at], (name, part, f"，占{wrong}%"), *items[at + 1 :]])
    assert check(text).findings


@patient
@given(COUNT, COUNT)
def test_growth_between_two_printed_values_gives_no_fault(then, now):
    assert check(growth(then, now, printed_growth(then, now))).findings == []


@patient
@given(COUNT, COUNT, COUNT)
def test_a_changed_value_is_found_unless_rounding_hides_it(then, now, wrong):
    printed = printed_growth(then, now)
    assume(wrong != now and printed)
    found = check(growth(then, wrong, printed)).findings
    down = now < then
    hidden = (wrong < then) == down and printed_growth(then, wrong) == printed
    on_the_edge = abs(abs(Fraction((wrong - then) * 100, then)) - Fraction(printed)) <= Fraction(5, 1000)
    assert bool(found) != hidden or on_the_edge


def printed_growth(then, now):
    return rounded(abs(Fraction((now - then) * 100, then)))


def growth(then, now, printed):
    return f"全年受理案件{now}件，比上年的{then}件{'下降' if now < then else '增长'}{printed}%。"


@patient
@given(COUNT, COUNT)
def test_growth_alone_on_a_whole_base_gives_no_fault(then, now):
    verb = "下降" if now < then else "增长"
    assume(now != then)
    assert check(f"全年受理案件{now}件，同比{verb}{written(printed_growth(then, now))}%。").faults == []


@patient
@given(st.integers(min_value=1, max_value=5_000), st.data())
def test_a_rate_of_two_printed_numbers_gives_no_fault(whole, data):
    part = data.draw(st.integers(min_value=1, max_value=whole))
    rate = rounded(Fraction(part * 100, whole))
    assert check(f"受理案件{whole}件，办结{part}件，办结率{written(rate)}%。").faults == []


@patient
@given(
    st.text(
        alphabet="0123456789.,，、。；%（）()一二三十百万亿件人元其中占同比增长下降率的为｜\n年月日第“”+", max_size=400
    )
)
def test_no_text_breaks_the_checker(text):
    checked = check(text)
    assert all(text[f.at : f.at + len(f.phrase)] == f.phrase for f in checked.figures)
