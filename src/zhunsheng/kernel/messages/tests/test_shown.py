"""Declared texts follow the language of the refusal they stand in, not that of the screen."""

import pickle

import pytest
from django.utils import translation

from zhunsheng.kernel.refusals import AnswerNotAsked, NotYourStep, StepOutOfOrder
from zhunsheng.kernel.roles import Role
from zhunsheng.kernel.shown import Shown, beside, cited, shown

ENGLISH = {"负责人": "head", "答复": "reply", "待答复": "awaiting reply", "登记": "enter"}


@pytest.fixture(autouse=True)
def catalogue(monkeypatch: pytest.MonkeyPatch) -> None:
    """English of four words, however far the real catalogues are."""
    monkeypatch.setattr(
        translation, "gettext", lambda text: ENGLISH.get(text, text) if translation.get_language() == "en" else text
    )


def test_a_title_is_chinese_as_a_str_and_translated_in_an_english_sentence() -> None:
    with translation.override("en"):
        refusal = NotYourStep(number="1号", step=shown("答复"), unit="东街道", role=shown(Role.HEAD.label))
        assert "“答复”须由东街道的负责人办理" in str(refusal)
    assert refusal.values["step"] == "答复"
    assert refusal.text("en").startswith('1号: "reply" is for the head of 东街道')


def test_several_titles_are_a_list_in_each_language() -> None:
    refusal = StepOutOfOrder(number="1号", state=shown("登记"), step=shown("答复"), at=shown("登记", "待答复"))
    assert "“登记、待答复”" in str(refusal)
    assert '"enter, awaiting reply"' in refusal.text("en")


def test_no_titles_are_empty() -> None:
    assert not shown()


def test_what_a_person_typed_is_never_translated() -> None:
    refusal = AnswerNotAsked(number="1号", step=shown("登记"), field="答复", known="—")
    assert '"enter" does not ask for "答复"' in refusal.text("en")


def test_a_number_stands_beside_what_is_done() -> None:
    where = beside("1号", "答复")
    assert where == "1号 答复"
    assert where.text("en") == "1号 reply"


def test_a_text_that_is_shown_twice_stays_one() -> None:
    assert beside(beside("1号", "答复"), "登记").text("en") == "1号 reply enter"
    assert shown(shown("负责人", "答复")).text("en") == "head, reply"


def test_an_article_is_cited_in_each_language() -> None:
    assert cited("FOI19 第三十条").text("zh").endswith("第三十条")
    assert cited("FOI19 第三十条").text("en").endswith("article 30")


def test_it_can_cross_to_another_process() -> None:
    copied = pickle.loads(pickle.dumps(shown("负责人", "答复")))  # noqa: S301 -- made in the line itself
    assert isinstance(copied, Shown)
    assert copied.text("en") == "head, reply"
