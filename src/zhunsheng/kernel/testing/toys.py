"""Toy procedures for tests of the nouns, with terms of invented length under real counting rules."""

from datetime import date

from zhunsheng import law
from zhunsheng.kernel.procedures import (
    Adds,
    Clock,
    ClockKind,
    Entry,
    Holder,
    Procedure,
    Role,
    Rules,
    State,
    Step,
    Total,
)


class Toy(Procedure):
    title = "玩具程序"
    edition = "toy"
    since = date(2020, 1, 1)

    waiting = State("待办", first=True)
    paused = State("中止")
    done = State("办结", closed=True)
    filed = State("归档", final=True)

    pause = Step("中止", at=[waiting], to=paused, basis="FOI19 第三十二条")
    resume = Step("恢复", at=[paused], to=waiting, basis="FOI19 第三十二条")
    again = Step("重新起算", at=[waiting], basis="FOI19 第三十条")
    extend = Step("延长", at=[waiting], by=Role.HEAD, basis="FOI19 第三十三条第二款")
    simplify = Step("改用简易程序", at=[waiting], basis="FOI19 第三十三条")
    invite = Step("通知听证", at=[waiting], asks=["hearing_on"], basis="FOI19 第三十四条")
    finish = Step("办结", at=[waiting], to=done, waits_for=["notice"], basis="FOI19 第三十六条")
    file = Step("归档", at=[done], to=filed, basis="FOI19 第四十五条")
    expire = Step("视为办结", at=[waiting], to=done, by=Role.SYSTEM, on_expiry="limit", basis="FOI19 第三十条")

    limit = Clock(
        "办理期限",
        term="toy.limit",
        runs_in=[waiting],
        restarts_on=[again],
        changed_by={extend: Adds("toy.extension", chosen="days"), simplify: Total("toy.short")},
    )
    notice = Clock("公示期", term="toy.notice", kind=ClockKind.MINIMUM, runs_in=[waiting])
    hearing = Clock(
        "听证通知期限", term="toy.lead", kind=ClockKind.LEAD, before="hearing_on", starts_on=[invite], runs_in=[waiting]
    )
    letter = Clock(
        "来函要求的期限", given="reply_by", starts_on=[pause], runs_in=[paused], holder=Holder.COURT, met_on=[resume]
    )


def rule(code: str, value: int, unit: str, counting: str = "CR_WD") -> law.Parameter:
    term = law.Term(value, law.Unit(unit), law.COUNTINGS[counting])
    dated = law.Dated(code, code, date(2019, 5, 15), None, term, "FOI19", "第三十三条", "foi_reply")
    return law.Parameter(code, code, (dated,))


TERMS = {
    "toy.limit": rule("toy.limit", 10, "workdays"),
    "toy.extension": rule("toy.extension", 10, "workdays"),
    "toy.short": rule("toy.short", 5, "workdays"),
    "toy.notice": rule("toy.notice", 2, "days", "CR_CIV"),
    "toy.lead": rule("toy.lead", 5, "workdays"),
}


def rules(law_on: date = date(2023, 3, 1)) -> Rules:
    return Rules(TERMS, law_on)


def journal(*lines: tuple[date, str, str] | tuple[date, str, str, dict[str, object]]) -> list[Entry]:
    """Entries from (day, step, state[, answers])."""
    return [Entry(line[0], line[1], line[2], "某科长", line[3] if len(line) == 4 else {}) for line in lines]
