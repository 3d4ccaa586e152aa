"""Suits about disclosure of government information, as part four of the annual report on disclosure counts them.

By the judgment of first instance. A suit counts as brought after reconsideration where it follows upon one or where
the organ that reviewed is a defendant.
"""

from collections.abc import Iterator

from django.db.models import Exists, OuterRef, Q

from zhunsheng.domains.oversight.litigation.choices import LOST, CaseClass, DefendantRole, Level, Outcome
from zhunsheng.domains.oversight.litigation.models import Instance, Suit
from zhunsheng.kernel.indicators import Indicator, Kind
from zhunsheng.kernel.periods import Period

REVIEWERS = (DefendantRole.CO_REVIEW, DefendantRole.REVIEW_ALONE)
STOOD = (Outcome.CLAIMS_DISMISSED,)


def _reviewed(prefix: str = "") -> Q:
    after = Q(**{f"{prefix}origin__kind": "reconsideration"})
    return after | Q(**{f"{prefix}defendant_role__in": REVIEWERS})


def _about(reviewed: bool, prefix: str = "") -> Q:
    way = _reviewed(prefix)
    return Q(**{f"{prefix}case_class": CaseClass.DISCLOSURE}) & (way if reviewed else ~way)


def _decided_by(period: Period) -> Exists:
    first = Instance._default_manager.filter(matter=OuterRef("pk"), level=Level.FIRST, decided_on__lte=period.until)
    return Exists(first)


def _decided_before(period: Period) -> Exists:
    first = Instance._default_manager.filter(matter=OuterRef("pk"), level=Level.FIRST, decided_on__lt=period.since)
    return Exists(first)


def _block(way: str, title: str, reviewed: bool) -> Iterator[Indicator]:
    """The five figures of one block of the table; the first is the sum of the others."""
    stem, what = f"litigation.disclosure_{way}", f"案件类别为信息公开、{title}的行政诉讼案件"
    yield Indicator(
        code=f"{stem}_all", title=f"信息公开行政诉讼（{title}）：总计", unit="件", of=Suit, on="opened_on",
        kind=Kind.STOCK, hit=lambda period: _about(reviewed) & ~Q(_decided_before(period)),
        sums=[f"{stem}_{each}" for each in ("upheld", "corrected", "otherwise", "pending")],
        definition=f"{what}中，本期作出一审裁判的和至本期最后一日一审尚未裁判的之和。",
    )  # fmt: skip
    for name, result, outcomes, words in (
        ("upheld", "结果维持", Q(outcome__in=STOOD), "判决驳回诉讼请求"),
        ("corrected", "结果纠正", Q(outcome__in=LOST), "判决撤销、变更、履行、责令处理、给付、赔偿、确认违法或者无效"),
        (
            "otherwise",
            "其他结果",
            ~Q(outcome__in=(*STOOD, *LOST)),
            "以不予立案、驳回起诉、撤诉、调解、移送等其他方式结案",
        ),
    ):
        yield Indicator(
            code=f"{stem}_{name}", title=f"信息公开行政诉讼（{title}）：{result}", unit="件", of=Instance,
            on="decided_on", hit=_about(reviewed, "matter__suit__") & Q(level=Level.FIRST) & outcomes,
            part_of=f"{stem}_all", definition=f"{what}中，本期一审{words}的，按裁判日期计。",
        )  # fmt: skip
    yield Indicator(
        code=f"{stem}_pending", title=f"信息公开行政诉讼（{title}）：尚未审结", unit="件", of=Suit, on="opened_on",
        kind=Kind.STOCK, hit=lambda period: _about(reviewed) & ~Q(_decided_by(period)), part_of=f"{stem}_all",
        definition=f"{what}中，至本期最后一日一审尚无裁判的。",
    )  # fmt: skip


DISCLOSURE = [
    *_block("direct", "未经复议直接起诉", reviewed=False),
    *_block("reviewed", "复议后起诉", reviewed=True),
]
