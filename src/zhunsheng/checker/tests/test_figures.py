"""Which numbers of a text are figures, and what is said of each."""

import pytest

from zhunsheng.checker import check


def figures(text):
    return [(f.phrase, float(f.value), f.unit, f.kind) for f in check(text).figures]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("全年受理案件1,234件。", ("1,234件", 1234, "件", "count")),
        ("带队调研３０余次，", ("３０余次", 30, "次", "count")),
        ("浏览7万余人次。", ("7万余人次", 7, "万人次", "persons")),
        ("罚没款2,000多万元。", ("2,000多万元", 2000, "万元", "money")),
        ("先后召开三次会议。", ("三次", 3, "次", "count")),
        ("自收到之日起十五日内答复。", ("十五日", 15, "日", "count")),
        ("完成率达到百分之九十以上。", ("百分之九十以上", 90, "%", "rate")),
        ("覆盖三分之二的村。", ("三分之二", 0.6667, "", "share")),
        ("较上年提高4.4个百分点。", ("4.4个百分点", 4.4, "百分点", "points")),
        ("拆除违建1.28万平方米。", ("1.28万平方米", 1.28, "万平方米", "area")),
        ("PM2.5浓度30微克/立方米。", ("30微克/立方米", 30, "微克/立方米", "count")),
        ("合格率９８％。", ("９８％", 98, "%", "rate")),
        ("占总数的28.5%。", ("28.5%", 28.5, "%", "share")),
        ("案件100件，同比增长25%。", ("25%", 25, "%", "change")),
        ("新增市场主体数为18750。", ("18750", 18750, "", "count")),
        ("查获违法行为两万余起。", ("两万余起", 2, "万起", "count")),
    ],
)
def test_a_number_is_read_with_its_unit_and_kind(text, expected):
    assert expected in figures(text)


@pytest.mark.parametrize(
    "text",
    [
        "2023年1—12月，截至10月19日。",
        "印发方案（某政发〔2024〕3号）。",
        "依照第33条第2款办理。",
        "1.学习培训。2.窗口服务。（3）监督。",
        "按照“1+11+N”和“5125”的模式推进。",
        "拨打12345热线或者0351-1234567咨询。",
        "排名升至第10位，位列前三名。",
        "平台4.0版上线，服务中心为5A级。",
        "深化三项制度，做到两个维护，办好一件事。",
        "《纲要（2021—2025年）》和2020、2021、2022年的报告。",
        "推行1村1顾问，建设15分钟法律服务圈。",
        "六部门联合印发，上午9:30开会。",
    ],
)
def test_dates_names_and_slogans_are_no_figures(text):
    assert figures(text) == []


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("50余件，", "over"), ("近50件，", "nearly"), ("约50件，", "about"),
        ("50件以上，", "over"), ("不足50件，", "under"), ("50件，", "exact"),
    ],
)  # fmt: skip
def test_words_of_precision_are_kept(text, precision):
    assert check(f"全年办理案件{text}").figures[0].precision == precision


def test_places_refer_to_the_text_as_it_was_given():
    text = "某区：\n（一）全年１２件，\r\n其中A类5件。\n类别｜数量（件）\n甲｜3\n合计｜3"
    assert all(text[f.at : f.at + len(f.phrase)] == f.phrase for f in check(text).figures)
    assert len(check(text).figures) == 4


def test_a_table_gives_its_numbers_the_unit_of_head_row_or_caption():
    text = "（单位：宗）\n类别｜数量\n警告｜31\n罚款｜54\n合计｜85\n罚没金额（万元）｜4.1"
    assert [(f.phrase, f.unit) for f in check(text).figures] == [
        ("31", "宗"), ("54", "宗"), ("85", "宗"), ("4.1", "万元")
    ]  # fmt: skip


def test_a_list_lends_its_last_unit_to_the_bare_numbers():
    checked = check("甲、乙、丙三镇共受理47件，分别为12、15、20件。")
    assert [c.holds for c in checked.checks if c.kind == "sum"] == [True]


def test_a_fall_is_known_from_a_rise():
    assert [f.direction for f in check("案件100件，同比下降20%，比上年减少25件。").figures[1:]] == ["down", "down"]


def test_what_is_counted_is_said_in_the_words_of_the_text():
    assert check("全年受理行政复议案件80件。").figures[0].what == "受理行政复议案件"
