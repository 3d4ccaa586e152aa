"""The columns of the national Table 1 as conditions on the records. Respondents, organs and acts are counted among
the cases accepted in the period, outcomes among those concluded in it."""

from collections.abc import Mapping
from typing import Any

from django.db.models import Aggregate, Count, Q, Sum

from zhunsheng.domains.disputes.reconsideration.choices import DISMISSED, Act, Outcome, Respondent, Withdrawal
from zhunsheng.domains.disputes.reconsideration.indicators import ACCEPTED, SETTLED, pending_at_end, pending_at_start
from zhunsheng.kernel.periods import Period

GENERAL = {"carried_in": "上期结转", "received": "本期新收", "accepted": "受理", "applicants": "申请人总数"}
RESPONDENTS = {f"respondent_{kind.value}": str(kind.label) for kind in Respondent}
ORGANS = {
    "organ_county_department": "县级政府的部门", "organ_county": "县级政府", "organ_city_department": "市级部门",
    "organ_city": "市级政府", "organ_province_department": "省级部门", "organ_province": "省级政府",
    "organ_state_department": "国务院部门", "organ_state": "国务院",
}  # fmt: skip
ADDED_ACTS = (Act.AGREEMENT, Act.COMPENSATION)
"""Items of the law of 2023 that the printed form does not have: they stand under 其他."""
ACTS = {f"act_{act.value}": str(act.label) for act in Act if act not in ADDED_ACTS}
OUTCOMES = {
    "ended_dismissed": "驳回", "ended_upheld": "维持", "ended_unlawful": "确认违法", "ended_annulled": "撤销",
    "ended_changed": "变更", "ended_perform": "责令履行",
}  # fmt: skip
TERMINATIONS = {"ended_settled": "调解（和解）", "ended_terminated": "其他"}
OTHER_OUTCOME = {"ended_other": "其他"}
COMPENSATION = {"compensations": "件数", "compensation_sum": "数额（元）"}
LETTERS = {"letters": "制发数", "letters_answered": "落实数"}

SINGLE_OUTCOMES = {
    "ended_dismissed": DISMISSED,
    "ended_upheld": (Outcome.UPHOLD,),
    "ended_unlawful": (Outcome.CONFIRM_UNLAWFUL, Outcome.CONFIRM_INVALID),
    "ended_annulled": (Outcome.ANNUL, Outcome.ANNUL_PART),
    "ended_changed": (Outcome.CHANGE,),
    "ended_perform": (Outcome.PERFORM,),
    "ended_other": (Outcome.AGREEMENT_DUTY,),
}
WITHDRAWN_OTHERWISE = Q(outcome=Outcome.WITHDRAWN, withdrawal__in=[Withdrawal.ACT_CHANGED, Withdrawal.OTHER])


def aggregates(period: Period) -> Mapping[str, Aggregate]:
    """What the database counts of each column, by its code."""
    accepted = Q(accepted_on__range=(period.since, period.until))
    concluded = ACCEPTED & Q(closed_on__range=(period.since, period.until))
    found: dict[str, Aggregate] = {
        "carried_in": _count(pending_at_start(period)),
        "received": _count(Q(opened_on__range=(period.since, period.until))),
        "accepted": _count(accepted),
        "applicants": Sum("applicants", filter=accepted, default=0),
        "concluded": _count(concluded),
        "carried_out": _count(Q(accepted_on__lte=period.until) & pending_at_end(period)),
        "documents": _count(accepted & ~Q(document="")),
        "compensations": _count(concluded & Q(compensation_ordered=True)),
        "compensation_sum": Sum("compensation_amount", filter=concluded & Q(compensation_ordered=True), default=0),
    }
    return found | _by_kind(accepted) | _by_outcome(concluded)


def _by_kind(accepted: Q) -> dict[str, Aggregate]:
    found = {f"respondent_{kind}": _count(accepted & Q(respondent_kind=kind)) for kind in Respondent.values}
    for act in Act:
        acts: list[Any] = [act, *ADDED_ACTS] if act is Act.OTHER else [act]
        if act not in ADDED_ACTS:
            found[f"act_{act.value}"] = _count(accepted & Q(act__in=acts))
    return found


def _by_outcome(concluded: Q) -> dict[str, Aggregate]:
    found = {code: _count(concluded & Q(outcome__in=outcomes)) for code, outcomes in SINGLE_OUTCOMES.items()}
    found["ended_settled"] = _count(concluded & SETTLED)
    found["ended_terminated"] = _count(concluded & (Q(outcome=Outcome.ENDED) | WITHDRAWN_OTHERWISE))
    return found


def _count(condition: Q) -> Aggregate:
    return Count("pk", filter=condition)
