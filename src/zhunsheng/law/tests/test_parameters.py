"""Dated parameters are read strictly and answered by day."""

from datetime import date

import pytest

from zhunsheng.law.counting import CR_WD, Unit
from zhunsheng.law.laws import LawGivenTwice, UnknownLaw, citation, laws, read_laws
from zhunsheng.law.parameters import BeforeTheLaw, DatesOverlap, NoRuleInForce, RuleNotLoaded, load
from zhunsheng.law.spans import Term
from zhunsheng.law.strict import DuplicateKey, EntryRefused, FileUnreadable, MissingKey, UnknownKey, YamlMalformed

RULE = (
    "{since: 2019-05-15, value: 20, unit: workdays, counting: CR_WD, law: FOI19, "
    "article: 第三十三条第二款, fact: foi_reply}"
)
SECOND = RULE.replace("2019-05-15", "2022-01-01").replace("20,", "15,")
GOOD = f"""\
reply:
  title: 答复期限
  history:
    - {RULE}
    - {SECOND}
    - {{since: 2026-07-01, unread: 2026年修订尚未载入}}
"""


def _load(folder, content):
    path = folder / "law.yaml"
    path.write_text(content, encoding="utf-8")
    return load(path, "foi")


def test_the_rule_in_force_on_a_day_is_found(tmp_path):
    reply = _load(tmp_path, GOOD)["foi.reply"]
    first, second = reply.at(date(2021, 12, 31)), reply.at(date(2022, 1, 1))
    assert (first.value, first.until, second.value, second.until) == (20, date(2021, 12, 31), 15, date(2026, 6, 30))
    assert first.term == Term(20, Unit.WORKDAYS, CR_WD) and first.unit is Unit.WORKDAYS
    assert first.law_title == "政府信息公开条例（2019年修订）" and first.fact == "foi_reply"
    assert first.citation() == "《政府信息公开条例（2019年修订）》第三十三条第二款"
    assert first.citation("en").endswith("(revised 2019), article 33(2)")
    assert reply.title == "答复期限" and [rule.value for rule in reply.rules] == [20, 15]


def test_a_day_before_the_first_rule_is_refused(tmp_path):
    with pytest.raises(BeforeTheLaw, match="2019-05-15"):
        _load(tmp_path, GOOD)["foi.reply"].at(date(2019, 5, 14))


def test_a_rule_that_could_not_be_read_is_refused_by_name(tmp_path):
    with pytest.raises(RuleNotLoaded, match="2026年修订尚未载入"):
        _load(tmp_path, GOOD)["foi.reply"].at(date(2026, 7, 1))


def test_after_the_end_of_the_last_rule_nothing_is_in_force(tmp_path):
    rule = SECOND.replace("foi_reply", "foi_reply, until: 2023-12-31")
    ended = f"reply:\n  title: 答复期限\n  history:\n    - {rule}\n"
    reply = _load(tmp_path, ended)["foi.reply"]
    assert reply.at(date(2023, 12, 31)).value == 15
    with pytest.raises(NoRuleInForce, match="2023-12-31"):
        reply.at(date(2024, 1, 1))


@pytest.mark.parametrize(
    ("old", "new", "kind", "words"),
    [
        ("title:", "titel:", UnknownKey, ["titel", "reply", "title, history"]),
        ("  title: 答复期限\n", "", MissingKey, ["title"]),
        (", article: 第三十三条第二款", "", MissingKey, ["reply.history[1]", "article"]),
        ("article: 第三十三条第二款", "article: ''", EntryRefused, ["article", "非空文字"]),
        ("unit: workdays", "unit: weeks", EntryRefused, ["unit", "weeks", "workdays, days, months, years, hours"]),
        ("CR_WD", "CR_XX", EntryRefused, ["counting", "CR_XX", "CR_ARL23"]),
        ("law: FOI19", "law: FOI07", EntryRefused, ["law", "FOI07", "FOI19"]),
        ("value: 20", "value: 二十", EntryRefused, ["value", "二十", "整数"]),
        ("value: 20", "value: 0", EntryRefused, ["value", "0", "不小于1"]),
        ("since: 2019-05-15", "since: 五月", EntryRefused, ["since", "五月", "日期"]),
        ("since: 2022-01-01", "since: 2019-05-15", DatesOverlap, ["reply.history[2]", "2019-05-15"]),
        ("since: 2022-01-01", "since: 2018-01-01", DatesOverlap, ["2018-01-01"]),
        ("foi_reply}", "foi_reply, until: 2022-02-01}", DatesOverlap, ["2022-02-01"]),
        ("foi_reply}", "foi_reply, until: 2018-02-01}", EntryRefused, ["until", "2018-02-01"]),
        ("unread: ", "unread: 1, value: ", UnknownKey, ["value"]),
        ("value: 20", "value: 20, value: 15", DuplicateKey, ["第4行", "value"]),
        ("reply:", "reply: [", YamlMalformed, ["行", "列"]),
        ("since: 2019-05-15", "since: 2019-15-15", YamlMalformed, ["第4行第15列", "month"]),
    ],
)
def test_a_bad_law_file_is_refused_by_file_key_and_value(tmp_path, old, new, kind, words):
    with pytest.raises(kind) as caught:
        _load(tmp_path, GOOD.replace(old, new, 1))
    assert f"{tmp_path.name}/law.yaml" in str(caught.value)
    assert all(word in str(caught.value) for word in words), str(caught.value)
    assert f"{tmp_path.name}/law.yaml" in caught.value.text("en")


@pytest.mark.parametrize("content", ["- 1\n", "reply: 20\n", "reply: {title: 期限, history: []}\n", ""])
def test_a_file_of_another_shape_is_refused(tmp_path, content):
    with pytest.raises(EntryRefused):
        _load(tmp_path, content)


def test_an_absent_or_foreign_file_is_refused(tmp_path):
    with pytest.raises(FileUnreadable, match="FileNotFoundError"):
        load(tmp_path / "law.yaml", "foi")
    (tmp_path / "law.yaml").write_bytes("答复".encode("gb18030"))
    with pytest.raises(FileUnreadable, match="UnicodeDecodeError"):
        load(tmp_path / "law.yaml", "foi")


def test_every_law_has_a_title_in_both_languages_and_a_start():
    assert len(laws()) > 70
    assert all(law.title and law.title_en.isascii() and law.in_force_from for law in laws().values())


def test_titles_within_titles_take_single_marks():
    assert citation("ALI18", "第四十八条") == (
        "《最高人民法院关于适用〈行政诉讼法〉的解释（法释〔2018〕1号）》第四十八条"
    )


def test_an_unknown_law_is_refused():
    with pytest.raises(UnknownLaw, match="FOI07"):
        citation("FOI07", "第一条")


def test_a_law_given_twice_is_refused(tmp_path):
    law = "- {id: A, title_zh: 甲法, title_en: A Law, in_force_from: 2020-01-01, in_force_until: null}\n"
    (tmp_path / "laws.yaml").write_text(law + law, encoding="utf-8")
    with pytest.raises(LawGivenTwice, match="A"):
        read_laws(tmp_path / "laws.yaml")
