"""How the sample's applications go on, step by step: under the law of 2017 in the sample years, that of 2023 today."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from random import Random
from typing import Any

from zhunsheng.domains.disputes.reconsideration.choices import (
    CORRECTED,
    Approver,
    Outcome,
    Service,
    SimplifiedGround,
    Suspension,
)
from zhunsheng.kernel.models import Person
from zhunsheng.kernel.sampling import Tale, workdays_after
from zhunsheng.law import default_calendar

FINDINGS = {
    Outcome.UPHOLD: "经审理，被申请人认定事实清楚，证据确凿，适用依据正确，程序合法，内容适当。",
    Outcome.ANNUL: "经审理，被申请人作出行政行为的主要证据不足。",
    Outcome.CONFIRM_UNLAWFUL: "经审理，被申请人超过法定期限作出行政行为，程序违法，但不具有可撤销内容。",
    Outcome.PERFORM: "经审理，被申请人收到申请后未在法定期限内处理。",
    Outcome.DISMISS_APPLICATION: "经审理，该申请不属于行政复议范围。",
}
AWAY = {
    Outcome.REFUSED: ("refuse", {"refused_for": "申请人的申请已超过法定申请期限"}),
    Outcome.REDIRECTED: ("tell_where", {"competent_organ": "市人民政府"}),
    Outcome.WITHDRAWN_EARLY: ("withdraw_early", {}),
}
SUED = 0.2


def last_workday(day: date) -> date:
    """The last working day up to ``day``."""
    calendar = default_calendar()
    return day if calendar.is_workday(day) else calendar.add_workdays(day, -1)


def turned_away_course(rng: Random, opened_on: date, outcome: str, clerk: Person, head: Person) -> Tale:
    """An application that was not accepted."""
    tale = Tale(opened_on, clerk)
    if outcome == Outcome.ABANDONED:
        tale.after(2, "ask_to_correct", correct_by=workdays_after(opened_on, 14))
        return tale.after(14, "abandon")
    step, answers = AWAY[Outcome(outcome)]
    decides = step in ("refuse", "tell_where")
    tale.after(rng.randint(2, 4), step, by=head if decides else None, outcome=outcome if decides else "", **answers)
    return tale.after(2, "serve_refusal", service=Service.POST) if decides else tale


def accepted_course(rng: Random, plan: Any, clerk: Person, head: Person, withdrawal: str) -> Tale:
    """An accepted application, from receipt to its end and what followed."""
    tale, stopped = Tale(plan.opened_on, clerk), 0
    if "corrected" in plan.marks:
        tale.after(2, "ask_to_correct", correct_by=workdays_after(plan.opened_on, 12))
        asked_on = tale.day
        tale.after(rng.randint(3, 8), "corrected")
        stopped += (tale.day - asked_on).days
    tale.after(rng.randint(2, 4), "accept").after(rng.randint(1, 3), "send_copy")
    tale.after(1, "copy_served", copy_received_on=tale.day)
    if plan.outcome == Outcome.WITHDRAWN and not plan.pending and rng.random() < 0.4:
        return tale.after(rng.randint(2, 6), "withdraw", by=head, withdrawal=withdrawal)
    tale.after(rng.randint(3, 5), "replied")
    stopped += _review(rng, tale, plan)
    ends_on = _end(rng, tale, plan, stopped, head)
    _finish(rng, tale, plan, ends_on, head, withdrawal)
    return tale


def _review(rng: Random, tale: Tale, plan: Any) -> int:
    """What the reviewers did before the end; the number of days that do not count."""
    if rng.random() < 0.4:
        tale.after(
            2,
            "hear_opinions",
            row={"way": "phone", "opinion": "坚持复议请求。"},
        )
    if rng.random() < 0.15:
        on = workdays_after(tale.day, 2)
        tale.on(on, "take_evidence", row={"taken": "现场核实有关情况。"})
    if "hearings" in plan.marks:
        on = workdays_after(tale.day, 4)
        tale.on(on, "hold_hearing", row={"place": "行政复议听证室", "head_attended": rng.random() < 0.7})
    if "interrupted" not in plan.marks:
        return 0
    tale.after(2, "suspend", suspension=rng.choice((Suspension.OTHER_CASE, Suspension.LEGAL_QUESTION)))
    stopped_on = tale.day
    tale.after(rng.randint(12, 30), "resume")
    return (tale.day - stopped_on).days


def _end(rng: Random, tale: Tale, plan: Any, stopped: int, head: Person) -> date:
    """The day it ended: within the limit unless marked late, in this year or, if pending, in the next."""
    since, year = plan.opened_on + timedelta(days=stopped), plan.opened_on.year
    if plan.pending:
        if since + timedelta(days=58) < date(year + 1, 1, 8):
            tale.on(last_workday(since + timedelta(days=54)), "extend", by=head, approver=Approver.ORGAN)
            return last_workday(since + timedelta(days=rng.randint(75, 86)))
        return last_workday(max(since + timedelta(days=rng.randint(45, 58)), date(year + 1, 1, 5)))
    if "extended" in plan.marks:
        tale.on(last_workday(since + timedelta(days=54)), "extend", by=head, approver=Approver.ORGAN)
        return last_workday(since + timedelta(days=rng.randint(68, 86)))
    length = 66 if "late" in plan.marks else rng.randint(38, 58)
    ends_on = min(last_workday(since + timedelta(days=length)), last_workday(date(year, 12, 29)))
    return max(ends_on, workdays_after(tale.day, 1))


def _finish(rng: Random, tale: Tale, plan: Any, ends_on: date, head: Person, withdrawal: str) -> None:
    outcome = Outcome(plan.outcome)
    if outcome is Outcome.WITHDRAWN:
        tale.on(ends_on, "withdraw", by=head, withdrawal=withdrawal)
    elif outcome is Outcome.MEDIATION:
        tale.on(ends_on, "mediate", by=head, agreed="被申请人依法重新核定，申请人不再主张其他请求。")
        tale.after(1, "require_performance", perform_by=workdays_after(tale.day, 21)).after(
            rng.randint(8, 18), "perform"
        )
    else:
        answers = {"redo_ordered": True} if outcome is Outcome.ANNUL else {}
        tale.on(ends_on, "decide", by=head, outcome=outcome, findings=FINDINGS[outcome], **answers)
        tale.after(rng.randint(1, 4), "serve", service=rng.choice((Service.DIRECT, Service.POST)))
        _aftermath(rng, tale, plan, head)


def _aftermath(rng: Random, tale: Tale, plan: Any, head: Person) -> None:
    """A letter where the law was broken, performance of what was ordered, now and then a suit."""
    if plan.outcome == Outcome.CONFIRM_UNLAWFUL:
        letter = {
            "addressed_to": plan.against,
            "subject": "办理超过法定期限，建议完善流程并开展自查。",
        }
        tale.on(tale.day, "issue_letter", by=head, row=letter)
        tale.after(1, "letter_served", letter_received_on=workdays_after(tale.day, 1))
        on = workdays_after(tale.day, rng.randint(15, 35))
        tale.on(on, "letter_answered", row={"report": "已完善办理流程，补齐期限提醒。"})
    elif plan.outcome in CORRECTED:
        tale.after(1, "await_new_act").after(rng.randint(15, 35), "perform")
    elif rng.random() < SUED:
        on = workdays_after(tale.day, rng.randint(3, 8))
        tale.on(on, "sue", sued_on=on)


def open_courses(today: date, clerk: Person) -> Iterator[tuple[date, Tale]]:
    """One application in each usual state under the law of 2023, with its opening day, the oldest first."""
    for workdays, go_on in COURSES.items():
        opened_on = default_calendar().add_workdays(today, -workdays)
        yield opened_on, go_on(Tale(opened_on, clerk))


def _received(tale: Tale) -> Tale:
    return tale


def _unclear(tale: Tale) -> Tale:
    return tale.after(2, "ask_to_correct")


def _accepted(tale: Tale) -> Tale:
    return tale.after(3, "accept")


def _simplified(tale: Tale) -> Tale:
    tale.after(2, "accept").after(0, "choose_simplified", simplified_ground=SimplifiedGround.DISCLOSURE)
    return tale.after(1, "send_copy_simplified")


def _replied(tale: Tale) -> Tale:
    tale.after(3, "accept").after(0, "choose_ordinary").after(1, "send_copy")
    return tale.after(1, "copy_served", copy_received_on=tale.day).after(6, "replied")


def _heard(tale: Tale) -> Tale:
    on = workdays_after(_replied(tale).day, 2)
    return tale.on(on, "hear_opinions", row={"way": "in_person", "opinion": "坚持复议请求。"})


def _suspended(tale: Tale) -> Tale:
    return _replied(tale).after(3, "suspend", suspension=Suspension.MEDIATION)


COURSES: dict[int, Callable[[Tale], Tale]] = {
    35: _suspended, 30: _heard, 20: _replied, 9: _simplified, 6: _accepted, 4: _unclear, 2: _received,
}  # fmt: skip
"""How many working days ago the application came, and how far it has got."""
