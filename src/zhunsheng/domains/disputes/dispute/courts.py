"""What a court delegates: its papers signed for, and the term it has set (INV16 第二十七条)."""

from collections.abc import Mapping, Sequence
from typing import Any

from zhunsheng.domains.disputes.dispute.taxonomy import Source
from zhunsheng.kernel.procedures import Clock, Requirement, State, Step


def _sent_by_a_court(dispute: Any, answers: Mapping[str, Any]) -> bool:
    return bool(dispute.source == Source.COURT)


SENT_BY_A_COURT = Requirement("纠纷来源须为人民法院委派、委托", _sent_by_a_court, "INV16 第二十七条")


def signed_for(title: str, at: State, to: State) -> Step:
    """Material of a court arrives on paper; the day of the signature starts the term the court has set."""
    return Step(
        title, at=[at], to=to, accepts=True, asks=["body", "mediators"], requires=[SENT_BY_A_COURT],
        basis="INV16 第二十七条", documents=["dispute.registration"],
    )  # fmt: skip


def court_term(title: str, term: str, start: Step, prolong: Step, runs_in: Sequence[State]) -> Clock:
    return Clock(title, term=term, starts_on=[start], runs_in=runs_in, voided_on=[prolong], basis="INV16 第二十七条")
