"""How each law counts days: the counting rules as frozen declarations with their articles."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from zhunsheng.law.refusal import is_english


class Unit(StrEnum):
    """What a term is measured in."""

    WORKDAYS = "workdays"
    DAYS = "days"
    MONTHS = "months"
    YEARS = "years"
    HOURS = "hours"


@dataclass(frozen=True)
class Counting:
    """How one law counts. `workday_numbers`: numbers of plain days that mean working days.

    `all_workdays`: every plain number means working days. `rolls_over`: a last day that is a rest day moves to
    the first working day after it. `by_analogy`: the law itself is silent, the rule is borrowed from another.
    """

    code: str
    title: str
    article: str
    title_en: str
    article_en: str
    workday_numbers: frozenset[int] | None = None
    all_workdays: bool = False
    rolls_over: bool = True
    by_analogy: bool = False
    verified: bool = True

    def means_workdays(self, days: int) -> bool:
        """Whether this many plain days are working days under this law."""
        return self.all_workdays or days in (self.workday_numbers or ())

    def sentence(self, language: str = "zh") -> str:
        return f"{self.title_en} ({self.article_en})" if is_english(language) else f"{self.title}（{self.article}）"


CR_CIV = Counting(
    code="CR_CIV",
    title="期间开始的日不计入，届满日为法定休假日的顺延至其后第一日",
    article="《民事诉讼法》第八十五条",
    title_en="the first day is not counted and a last day on a rest day moves to the first day after it",
    article_en="Civil Procedure Law, article 85",
)
CR_LIT = Counting(
    code="CR_LIT",
    title="行政诉讼期间均为自然日，开始的日不计入，届满日为节假日的顺延",
    article="法释〔2018〕1号第四十八条",
    title_en="periods of administrative litigation are calendar days with roll-over, the first day not counted",
    article_en="Interpretation of the Administrative Litigation Law (2018), article 48",
)
CR_ARL17 = Counting(
    code="CR_ARL17",
    title="五日、七日指工作日，其余为自然日",
    article="《行政复议法（2017年修正文本）》第四十条",
    title_en="5 and 7 days are working days, other numbers are calendar days",
    article_en="Administrative Reconsideration Law (2017), article 40",
    workday_numbers=frozenset({5, 7}),
)
CR_ARR07 = Counting(
    code="CR_ARR07",
    title="条例未规定计算方法，按自然日计算",
    article="参照《民事诉讼法》第八十五条",
    title_en="the regulations have no rule of their own, calendar days are counted",
    article_en="by analogy with the Civil Procedure Law, article 85",
    by_analogy=True,
)
CR_ARL23 = Counting(
    code="CR_ARL23",
    title="三日、五日、七日、十日指工作日，其余为自然日",
    article="《行政复议法（2023年修订）》第八十八条",
    title_en="3, 5, 7 and 10 days are working days, other numbers are calendar days",
    article_en="Administrative Reconsideration Law (2023), article 88",
    workday_numbers=frozenset({3, 5, 7, 10}),
)
CR_WD = Counting(
    code="CR_WD",
    title="条文写明工作日，开始的当日按通例不计入",
    article="参照《民法典》第二百零一条",
    title_en="the text says working days; the first day is not counted by general practice",
    article_en="by analogy with the Civil Code, article 201",
    by_analogy=True,
)
CR_PET = Counting(
    code="CR_PET",
    title="条例未规定计算方法，未写工作日的按自然日计算",
    article="参照《民事诉讼法》第八十五条",
    title_en="the regulations have no rule of their own, days are calendar days unless working days are written",
    article_en="by analogy with the Civil Procedure Law, article 85",
    by_analogy=True,
)
CR_LAL = Counting(
    code="CR_LAL",
    title="法律援助法未规定计算方法，按自然日计算",
    article="参照《民事诉讼法》第八十五条",
    title_en="the Legal Aid Law has no rule of its own, calendar days are counted",
    article_en="by analogy with the Civil Procedure Law, article 85",
    by_analogy=True,
)
CR_SCL = Counting(
    code="CR_SCL",
    title="国家赔偿法未规定计算方法，按自然日和自然月计算",
    article="参照《民事诉讼法》第八十五条",
    title_en="the State Compensation Law has no rule of its own, calendar days and months are counted",
    article_en="by analogy with the Civil Procedure Law, article 85",
    by_analogy=True,
)
CR_MONTH = Counting(
    code="CR_MONTH",
    title="按月、年计算的，到期月的对应日或者月末日为最后一日，遇法定休假日顺延",
    article="参照《民法典》第二百零一条至第二百零三条",
    title_en="months and years end on the corresponding day or the month's last day, with roll-over",
    article_en="by analogy with the Civil Code, articles 201 to 203",
    by_analogy=True,
)
CR_AEL = Counting(
    code="CR_AEL",
    title="十日以内指工作日，更长的为自然日",
    article="《行政强制法》第六十九条",
    title_en="up to 10 days are working days, longer periods are calendar days",
    article_en="Administrative Compulsion Law, article 69",
    workday_numbers=frozenset(range(1, 11)),
)
CR_APL21 = Counting(
    code="CR_APL21",
    title="二日、三日、五日、七日指工作日，其余为自然日",
    article="《行政处罚法（2021年修订）》第八十五条",
    title_en="2, 3, 5 and 7 days are working days, other numbers are calendar days",
    article_en="Administrative Penalty Law (2021), article 85",
    workday_numbers=frozenset({2, 3, 5, 7}),
)
CR_ALIC19 = Counting(
    code="CR_ALIC19",
    title="实施行政许可的期限以工作日计算，不含法定节假日",
    article="《行政许可法（2019年修正）》第八十二条",
    title_en="every period for carrying out a licence is in working days",
    article_en="Administrative Licensing Law (2019), article 82",
    all_workdays=True,
)
CR_NONE = Counting(
    code="CR_NONE",
    title="条文未规定计算方法，按自然日计算，届满日为休息日的顺延",
    article="参照《民法典》第二百零一条、第二百零三条",
    title_en="the text has no counting rule, calendar days with roll-over are counted",
    article_en="by analogy with the Civil Code, articles 201 and 203",
    by_analogy=True,
)
CR_HOUR = Counting(
    code="CR_HOUR",
    title="按小时计算的，自规定的时刻起连续计算，休息日照计",
    article="《民法典》第二百零一条第二款",
    title_en="hours run on from the moment stated, rest days included",
    article_en="Civil Code, article 201(2)",
    rolls_over=False,
)


def _by_code(rules: Iterable[Counting]) -> MappingProxyType[str, Counting]:
    return MappingProxyType({rule.code: rule for rule in rules})


COUNTINGS = _by_code(
    [
        CR_CIV, CR_LIT, CR_ARL17, CR_ARR07, CR_ARL23, CR_WD, CR_PET, CR_LAL,
        CR_SCL, CR_MONTH, CR_AEL, CR_APL21, CR_ALIC19, CR_NONE, CR_HOUR,
    ]
)  # fmt: skip
