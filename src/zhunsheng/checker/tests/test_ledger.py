"""Matching figures with the indicators of a ledger."""

from decimal import Decimal

from zhunsheng.checker import Entry, check, match

ENTRIES = [
    Entry("reconsideration.accepted", "受理行政复议案件", Decimal(80), "件", 2023),
    Entry("reconsideration.concluded", "办结行政复议案件", Decimal(67), "件", 2023),
    Entry("education.messages", "发布法律知识消息", Decimal(1734), "条", 2023),
    Entry("litigation.rate", "行政机关负责人出庭应诉率", Decimal(100), "%", 2023),
    Entry("aid.rate", "法律援助结案率", None, "%", 2023),
]


def matched(text):
    return {m.entry.code if m.entry else m.figure.phrase: m.status for m in match(check(text).figures, ENTRIES)}


def test_a_figure_is_matched_by_meaning_and_compared():
    assert matched("受理行政复议案件80件，已办结行政复议案件66件。") == {
        "reconsideration.accepted": "same", "reconsideration.concluded": "different"
    }  # fmt: skip


def test_more_than_is_the_same_when_the_ledger_has_more():
    assert matched("发布各类法律知识消息1700余条。") == {"education.messages": "same"}


def test_what_no_indicator_means_is_not_matched():
    assert matched("发放普法读本80件。") == {"80件": "no indicator"}


def test_a_rate_is_not_matched_with_a_count():
    assert matched("行政机关负责人出庭应诉率100%。") == {"litigation.rate": "same"}
    assert matched("行政机关负责人出庭应诉100件。") == {"100件": "no indicator"}


def test_another_year_is_another_fact():
    text = "2022年受理行政复议案件80件。"
    figures = check(text).figures
    assert [m.status for m in match(figures, ENTRIES, [text])] == ["no indicator"]


def test_an_entry_is_given_once():
    found = match(check("受理行政复议案件80件。受理行政复议案件80件。").figures, ENTRIES)
    assert sorted(m.status for m in found) == ["no indicator", "same"]
