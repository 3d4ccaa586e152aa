"""zhunsheng explain: why a deadline falls on its day."""

import json
from argparse import ArgumentParser, Namespace

from django.utils.translation import get_language, gettext

from zhunsheng.cli import arguments
from zhunsheng.cli.command import Command
from zhunsheng.kernel.matters.actions import load_story
from zhunsheng.kernel.matters.moves import read
from zhunsheng.kernel.procedures import Reading


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("number", help=gettext("事项编号，例如 并杏政复〔2023〕12号"))
    parser.add_argument("--clock", help=gettext("只看这一个期限"))
    parser.add_argument("--days", action="store_true", help=gettext("逐日列出"))
    parser.add_argument("--json", action="store_true", help=gettext("以JSON输出"))


def _run(given: Namespace) -> int:
    readings = read(load_story(arguments.matter(given.number)))
    chosen = {code: r for code, r in readings.items() if given.clock in (None, code)}
    if given.json:
        print(json.dumps({code: _as_json(r) for code, r in chosen.items()}, ensure_ascii=False, indent=2, default=str))
        return 0
    for reading in chosen.values():
        _say(reading, given.days)
    return 0


def _say(reading: Reading, days: bool) -> None:
    language = get_language() or "zh"
    print(f"【{gettext(reading.clock.title)}】{gettext(reading.standing.label)} {reading.due_on or ''}")
    if reading.problem:
        print(f"  {reading.problem.text(language)}")
    if reading.reckoning:
        print(f"  {reading.reckoning.paragraph(language)}")
        for day in reading.reckoning.days() if days else ():
            print(f"    {day}")


def _as_json(reading: Reading) -> dict[str, object]:
    return {
        "title": gettext(reading.clock.title),
        "standing": reading.standing.value,
        "started_on": reading.started_on,
        "due_on": reading.due_on,
        "met_on": reading.met_on,
        "problem": reading.problem.text(get_language() or "zh") if reading.problem else None,
        "reckoning": reading.reckoning.as_data() if reading.reckoning else None,
    }


COMMAND = Command(name="explain", help="说明一个事项的期限为什么是那一天", run=_run, arguments=_arguments)
