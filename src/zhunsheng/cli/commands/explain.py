"""zhunsheng explain: why a deadline falls on its day."""

import json
from argparse import ArgumentParser, Namespace

from django.utils.translation import get_language, gettext, gettext_noop

from zhunsheng.cli import arguments
from zhunsheng.cli.command import Command
from zhunsheng.cli.refusals import UnknownClock
from zhunsheng.kernel.matters.actions import load_story
from zhunsheng.kernel.matters.moves import read
from zhunsheng.kernel.procedures import Reading
from zhunsheng.law.reckoning import Day


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("number", help=gettext("事项编号，例如 并杏政复〔2023〕12号"))
    parser.add_argument("--clock", help=gettext("只看这一个期限"))
    parser.add_argument("--days", action="store_true", help=gettext("逐日列出"))
    arguments.json_switch(parser)


def _run(given: Namespace) -> int:
    readings = read(load_story(arguments.matter(given.number)))
    if given.clock and given.clock not in readings:
        raise UnknownClock(number=given.number, clock=given.clock, known="、".join(readings) or "—")
    chosen = {code: reading for code, reading in readings.items() if given.clock in (None, code)}
    if given.json:
        rows = {code: _as_json(reading, given.days) for code, reading in chosen.items()}
        print(json.dumps(rows, ensure_ascii=False, indent=1, default=str))
        return 0
    for code, reading in chosen.items():
        _say(code, reading, given.days)
    if not chosen:
        print(gettext("这一事项没有任何期限。"))
    return 0


def _say(code: str, reading: Reading, days: bool) -> None:
    language = get_language() or "zh"
    title, standing = gettext(reading.clock.title), gettext(reading.standing.label)
    print(f"【{title}】{code}  {standing}  {reading.due_on or '—'}")
    if reading.met_on:
        print(f"  {gettext('完成日期')} {reading.met_on}")
    if reading.problem:
        print(f"  {reading.problem.text(language)}")
    if reading.reckoning:
        print(f"  {reading.reckoning.paragraph(language)}")
        for day in reading.reckoning.days(language) if days else ():
            print(f"    {_day(day)}")


def _day(day: Day) -> str:
    return "  ".join(str(part) for part in day if part not in ("", None))


def _as_json(reading: Reading, days: bool) -> dict[str, object]:
    language = get_language() or "zh"
    found = {
        "title": gettext(reading.clock.title),
        "standing": reading.standing.value,
        "started_on": reading.started_on,
        "due_on": reading.due_on,
        "met_on": reading.met_on,
        "problem": reading.problem.text(language) if reading.problem else None,
        "reckoning": reading.reckoning.as_data() if reading.reckoning else None,
    }
    if days:
        found["days"] = [day._asdict() for day in reading.reckoning.days(language)] if reading.reckoning else []
    return found


COMMAND = Command(name="explain", help=gettext_noop("说明一个事项的期限为什么是那一天"), run=_run, arguments=_arguments)
