"""How the suits of the sample went: from the answer to the decision, into the next year, and on appeal."""

from datetime import date, timedelta
from random import Random

from zhunsheng.domains.oversight.litigation.choices import LOST, Outcome
from zhunsheng.kernel.sampling import Names, Tale, draw, workdays_after

POSTS = ("副区长", "副区长", "副区长", "区长")
APPEALED, EXCUSED, LAST_OF_TERM = 0.4, 0.1, 12
RULINGS = {
    Outcome.NOT_FILED: "not_file",
    Outcome.REJECTED: "reject",
    Outcome.WITHDRAWN: "withdraw",
    Outcome.TRANSFERRED: "transfer",
}


def answered(tale: Tale, rng: Random, department: object) -> Tale:
    """Handed to a department and answered within the fifteen days."""
    tale.after(1, "assign", department=department)
    day = workdays_after(tale.day, rng.randint(2, 5))
    return tale.on(day, "answer", answered_on=day)


def heard(tale: Tale, rng: Random, names: Names, steps: tuple[str, str, str]) -> Tale:
    """A hearing is set and held; a head comes, or explains a lawful ground and sends staff."""
    set_hearing, head_appears, head_explains = steps
    summoned = workdays_after(tale.day, rng.randint(8, 15))
    held_on = workdays_after(summoned, rng.randint(6, 12))
    tale.on(summoned, set_hearing, hearing_on=held_on)
    row: dict[str, object] = {"staff": True}
    if rng.random() < EXCUSED:
        return tale.on(held_on, head_explains, row=row | {"absence": "duty", "proof": "防汛值班安排及单位证明"})
    post = rng.choice(POSTS)
    row |= {"name": names.person(), "post": post, "district_head": post == "区长"}
    return tale.on(held_on, head_appears, row=row)


FIRST = ("set_hearing", "head_appeared", "head_excused")
SECOND = ("set_appeal", "head_appeal", "excused_appeal")


def decided(tale: Tale, outcome: str, number: str, served_on: date) -> Tale:
    """The court's paper is served some days after its date."""
    row = {"number": number, "decided_on": max(tale.day, served_on - timedelta(days=4))}
    step = RULINGS.get(Outcome(outcome), "judge")
    answers = {"withdrawal_reason": "settled"} if step == "withdraw" else {}
    return tale.on(served_on, step, outcome=outcome, row=row, **answers)


def finished(tale: Tale, rng: Random, names: Names, outcome: str, number: str, appeal_court: str) -> Tale:
    """What follows a judgment: an appeal dismissed, or the end of the time to appeal; then performance."""
    if outcome in RULINGS:
        return tale
    if rng.random() < APPEALED:
        _appealed(tale, rng, names, number, appeal_court)
    else:
        tale.on(workdays_after(tale.day + timedelta(days=20), 3), "judgment_effective")
    if outcome not in LOST:
        return tale
    tale.after(2, "owe", duty="按照生效判决作出处理", perform_by=tale.day + timedelta(days=60))
    return tale.after(
        rng.randint(15, 30), "redo", new_act=f"样例补偿〔{tale.day.year}〕{rng.randint(1, 90)}号", differs=True,
        performance="已重新作出处理决定并送达原告。",
    )  # fmt: skip


def _appealed(tale: Tale, rng: Random, names: Names, number: str, court: str) -> None:
    filed_on = tale.day + timedelta(days=rng.randint(11, 14))
    tale.on(
        workdays_after(filed_on, 3), "receive_appeal", appellant="plaintiff", appeal_filed_on=filed_on,
        appeal_court=court,
    ).after(rng.randint(4, 7), "answer_appeal")  # fmt: skip
    heard(tale, rng, names, SECOND)
    row = {"number": number.replace("初", "终"), "decided_on": workdays_after(tale.day, 8)}
    tale.after(LAST_OF_TERM, "decide_appeal", outcome=Outcome.APPEAL_DISMISSED.value, row=row)


def carried_over(tale: Tale, rng: Random, names: Names, number: str, later: dict[str, float]) -> tuple[Tale, str]:
    """A suit still pending at the year's end, and how it ends in the next one."""
    january, outcome = date(tale.day.year + 1, 1, 4), draw(rng, later)
    if (january - tale.day).days > 100:  # the court waits for another case
        tale.after(rng.randint(8, 20), "suspend")
        tale.on(workdays_after(january + timedelta(days=rng.randint(1, 50)), 0), "resume")
    if outcome not in RULINGS:
        heard(tale, rng, names, FIRST)
    served = max(workdays_after(tale.day, rng.randint(10, 25)), workdays_after(january, rng.randint(6, 20)))
    return decided(tale, outcome, number, served), outcome
