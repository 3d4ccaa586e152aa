"""Refusals speak both languages with the same fields."""

import pickle

import pytest

from zhunsheng.law.refusal import Refusal, Wording


class NotAWorkday(Refusal):
    zh = "{day}不是工作日；{repair}。"
    en = "{day} is not a working day; {repair}."


def test_a_refusal_speaks_the_language_asked_for():
    refusal = NotAWorkday(day="2025-10-01", repair=Wording("请另选一日", "choose another day"))
    assert str(refusal) == refusal.text("zh-hans") == "2025-10-01不是工作日；请另选一日。"
    assert refusal.text("en") == refusal.text("en-GB") == "2025-10-01 is not a working day; choose another day."


@pytest.mark.parametrize("values", [{"day": 1}, {"day": 1, "repair": 2, "more": 3}, {}])
def test_a_missing_or_unknown_field_is_an_error_of_the_program(values):
    with pytest.raises(TypeError, match="NotAWorkday needs the fields"):
        NotAWorkday(**values)


def test_both_sentences_must_use_the_same_fields():
    with pytest.raises(TypeError, match="Uneven: zh uses the fields"):
        type("Uneven", (Refusal,), {"zh": "{day}", "en": "{date}"})


def test_one_sentence_alone_is_refused():
    with pytest.raises(TypeError, match="Silent"):
        type("Silent", (Refusal,), {"zh": "错误"})


def test_a_group_of_refusals_cannot_be_raised():
    group = type("Group", (Refusal,), {})
    with pytest.raises(TypeError, match="has no sentences"):
        group()


def test_a_refusal_survives_the_way_between_processes():
    refusal = pickle.loads(pickle.dumps(NotAWorkday(day=1, repair="x")))  # noqa: S301 (made here)
    assert refusal.values == {"day": 1, "repair": "x"} and str(refusal) == "1不是工作日；x。"
