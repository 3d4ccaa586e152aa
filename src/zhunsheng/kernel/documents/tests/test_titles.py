"""Titles of more than one line: balanced, words whole, nothing lost."""

import pytest

from zhunsheng.kernel.documents.titles import ROOM, title_lines
from zhunsheng.kernel.documents.wording import em_width


@pytest.mark.parametrize(
    "lines",
    [
        ("行政复议受理通知书",),
        ("太原市杏花岭区2023年", "法治政府建设年度报告"),
        ("太原市杏花岭区2023年", "政府信息公开工作年度报告"),
        ("云溪区人民政府关于张某某不服区自然资源局", "不予公开政府信息行为的行政复议决定"),
        ("区人民政府办公室关于印发", "《云溪区行政执法公示办法》的通知"),
    ],
)
def test_a_title_breaks_into_lines_of_like_length_at_the_end_of_a_word(lines):
    assert title_lines("".join(lines)) == lines


def test_line_ends_of_the_title_itself_are_kept():
    assert title_lines("上行\n下行") == ("上行", "下行")


def test_a_title_without_words_to_break_at_is_still_balanced():
    lines = title_lines("某" * 50)
    assert [len(line) for line in lines] in ([16, 17, 17], [17, 16, 17], [17, 17, 16])


def test_no_line_is_too_long_and_no_character_is_lost():
    title = "关于2023年第4季度某某街道、某某镇（含3个社区）安全生产行政执法检查情况和整改落实情况的通报"
    lines = title_lines(title)
    assert "".join(lines) == title
    assert all(em_width(line) <= ROOM for line in lines)


def test_a_word_longer_than_a_line_is_left_to_the_typesetter():
    assert title_lines("a" * 100) == ("a" * 100,)
