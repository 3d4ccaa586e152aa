"""Conditions in words, and which columns they look at."""

import re
from datetime import date

from django.db.models import Exists, F, OuterRef, Q

from zhunsheng.domains.oversight.foi.models import FoiRequest
from zhunsheng.kernel import registry
from zhunsheng.kernel.indicators.count import condition
from zhunsheng.kernel.indicators.passport import passport_of
from zhunsheng.kernel.indicators.reading import in_words, paths_of
from zhunsheng.kernel.models import Deadline, Matter
from zhunsheng.kernel.periods import Period


def test_names_and_choices_of_the_fields_make_the_words():
    told = in_words(FoiRequest, Q(applicant="person") & ~Q(channel__in=["web", "post"]))
    assert told == "申请人类型为自然人，且不满足“提交方式为互联网、邮寄之一”"


def test_alternatives_stand_in_brackets():
    told = in_words(
        FoiRequest, Q(opened_on__lte=date(2023, 3, 1)) & (Q(closed_on=None) | Q(closed_on__gt="2023-03-01"))
    )
    assert told == "收到日期不晚于（不大于）2023-03-01，且（办结日期为空，或者办结日期晚于（大于）2023-03-01）"


def test_other_columns_and_relations_are_named():
    assert in_words(Deadline, Deadline.ON_TIME) == "完成日期不晚于（不大于）期限"
    assert in_words(Deadline, Q(matter__opened_on__isnull=False)) == "收到日期不为空"
    assert in_words(FoiRequest, Q(review_first=True)) == "须先申请行政复议为是"


def test_codes_that_systems_declare_are_said_by_their_titles():
    assert in_words(FoiRequest, Q(outcome="provided")) == "结果为予以公开"
    told = in_words(Deadline, Q(matter__kind="foi", clock="answer", standing="met"))
    assert told == "期限为答复期限，且类型为政府信息公开申请，且状态为已完成"


def test_every_indicator_has_its_condition_in_words_without_codes():
    for indicator in registry.indicators().values():
        told = in_words(indicator.of, condition(indicator, Period.year(2023)))
        assert told, indicator.code
        assert not re.search("[a-z_]{2,}", told), (indicator.code, told)


def test_a_subquery_and_an_expression_are_no_columns():
    earlier = Exists(Matter.objects.filter(origin=OuterRef("pk")))
    assert list(paths_of(Q(earlier) & Q(met_on__lte=F("due_on")))) == [None, "met_on__lte", "due_on"]


def test_the_passport_says_the_condition(world):
    passport = passport_of("foi.answered", Period.year(2023))
    assert passport.condition.startswith("办结日期在2023-01-01至2023-12-31之间")
