"""Each kind of fault, beside the sentence that is right."""

import pytest

from zhunsheng.checker import check, compare


def findings(text):
    return [(f.kind, f.severity, f.figure.phrase) for f in check(text).findings]


WRONG_AND_RIGHT = [
    ("sum_mismatch", "受理100件，其中民事62件、刑事30件、其他9件。", "受理100件，其中民事62件、刑事30件、其他8件。"),
    ("sum_mismatch", "甲镇12件、乙镇15件，合计28件。", "甲镇12件、乙镇15件，合计27件。"),
    ("part_exceeds_whole", "立案57起，其中移送61起。", "立案57起，其中移送6起。"),
    ("part_exceeds_whole", "抽检320批次，合格323批次。", "抽检320批次，合格313批次。"),
    ("wrong_share", "抽查186项，其中联合抽查72项，占比41.2%。", "抽查186项，其中联合抽查72项，占比38.7%。"),
    ("wrong_share", "受理46件，调解成功45件，成功率98.7%。", "受理46件，调解成功45件，成功率97.83%。"),
    ("hidden_base", "对105名负责人测评，好评率99.7%。", "对105名负责人测评，好评率99.05%。"),
    ("growth_mismatch", "受理436件，比上年的318件增长27.06%。", "受理436件，比上年的318件增长37.11%。"),
    ("growth_mismatch", "化解1775件，同比提高189.3%。", "化解1775件，同比提高189.1%。"),
    ("growth_mismatch", "窗口由21个增加到65个，增加43个。", "窗口由21个增加到65个，增加44个。"),
    ("growth_mismatch", "出庭率由91.3%提高到98.6%，提高8.3个百分点。", "出庭率由91.3%提高到98.6%，提高7.3个百分点。"),
    ("impossible_percentage", "法治副校长配备率102%。", "法治副校长配备率100%。"),
    ("impossible_percentage", "占总数的120%。", "占总数的20%。"),
    ("impossible_percentage", "不合格率2.1%，同比上升3.5个百分点。", "不合格率2.1%，同比上升1.5个百分点。"),
    ("percent_for_points", "满意率98.5%，同比提高2%。", "满意率98.5%，同比提高2个百分点。"),
    ("contradictory_bound", "覆盖率超过近50%。", "覆盖率超过50%。"),
    ("contradictory_bound", "审核合同959余份。", "审核合同950余份。"),
    ("unit_slip", "案件3767万起，同比少了1.53万起，降幅3.90%。", "案件37.67万起，同比少了1.53万起，降幅3.90%。"),
    ("unit_slip", "处罚735件，罚款428.6万元，平均每件罚款0.58元。", "处罚735件，罚款428.6万元，平均每件罚款0.58万元。"),
    ("sum_mismatch", "上年结转12件，新收88件，审结95件，未审结15件。", "上年结转12件，新收88件，审结95件，未审结5件。"),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "wrong", "right"), WRONG_AND_RIGHT)
def test_a_fault_is_found_and_the_right_sentence_is_left_alone(kind, wrong, right):
    assert [found[0] for found in findings(wrong)] == [kind]
    assert findings(right) == []


def test_digits_that_were_cut_off_are_a_note():
    assert findings("查处1326件，较上年上升48.6%。") == [("truncated_rounding", "note", "48.6%")]


def test_a_percentage_of_a_list_can_be_of_the_sum_of_the_list():
    text = "建议126件、提案148件，已解决的231件，占84.3%；逐步解决的36件，占13.1%；留作参考的7件，占2.6%。"
    assert findings(text) == []


def test_overlapping_parts_are_no_fault():
    assert findings("事项63项（乡镇用63项，街道用13项）。") == []
    assert findings("执法人员612人，其中本科以上489人，35岁以下208人。") == []


def test_a_list_that_is_open_is_no_fault():
    assert findings("排查纠纷6208件，其中婚姻家庭1412件、邻里1836件等。") == []


def test_an_imprecise_value_is_not_judged_by_its_growth():
    assert findings("宣传1700余次，同比增长13.3%。") == []


def test_a_change_after_parts_is_left_open():
    checked = check("受理101件，其中民事60件、刑事41件，同比增长9.3%。")
    assert checked.findings == []
    assert None in [c.holds for c in checked.checks]


def test_a_finding_gives_its_arithmetic_its_repair_and_another_explanation_in_both_languages():
    (found,) = check("受理436件，比上年的318件增长27.06%。").findings
    assert "37.107%" in found.why.zh
    assert "27.06%改为37.11%" in found.reason("zh")
    assert "write 37.11% for 27.06%" in found.reason("en")
    assert "revised" in found.reason("en")
    assert [f.phrase for f in found.figures] == ["27.06%", "436件", "318件"]


def test_tables_are_added_down_and_across():
    right = "类别｜甲｜乙｜合计\n警告（件）｜3｜4｜7\n罚款（件）｜5｜6｜11\n合计（件）｜8｜10｜18"
    assert [c.holds for c in check(right).checks] == [True] * 6
    wrong = right.replace("｜10｜18", "｜11｜18")
    assert {(f.kind, f.figure.phrase) for f in check(wrong).findings} == {
        ("sum_mismatch", "11"),
        ("sum_mismatch", "18"),
    }


def test_the_form_of_the_annual_report_on_information_keeps_its_identity():
    form = (
        "项目|自然人|总计\n本年新收政府信息公开申请数量|12|12\n上年结转政府信息公开申请数量|1|1\n"
        "本年度办理结果（七）总计|11|11\n结转下年度继续办理|2|2"
    )
    assert all(c.holds for c in check(form).checks)
    assert len([c for c in check(form).checks if c.kind == "identity"]) == 2
    assert [f.kind for f in check(form.replace("|11|11", "|11|10")).findings] == ["sum_mismatch"]


def test_the_same_fact_twice_with_two_values_is_doubtful():
    text = "全区持证执法人员共有1368人。\n队伍方面，全区持证执法人员共有1386人。"
    assert findings(text) == [("contradiction", "doubtful", "1386人")]
    assert findings(text.replace("1386", "1368")) == []


def test_growth_is_held_against_last_years_report():
    now = check("受理行政复议案件436件，同比增长25.3%。")
    assert now.findings == []
    (found,) = [c.finding for c in compare(now, check("受理行政复议案件318件。"))]
    assert (found.kind, found.severity) == ("growth_mismatch", "doubtful")
    (held,) = compare(now, check("受理行政复议案件348件。"))
    assert held.holds is True
