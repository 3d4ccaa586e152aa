"""zhunsheng kinds: what there is to record, and of one kind its states, steps and clocks with their codes."""

import json
from argparse import ArgumentParser, Namespace
from typing import Any

from django.utils.translation import gettext, gettext_noop

from zhunsheng import law
from zhunsheng.cli import arguments
from zhunsheng.cli.command import Command
from zhunsheng.kernel import registry
from zhunsheng.kernel.procedures import Procedure
from zhunsheng.kernel.registry import MatterKind


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("code", nargs="?", help=gettext("事项类型的代码：列出它的状态、步骤和期限"))
    arguments.json_switch(parser)


def _run(given: Namespace) -> int:
    if given.code:
        return _show(registry.kind_of(given.code), given.json)
    rows = _rows()
    if given.json:
        print(json.dumps(rows, ensure_ascii=False, indent=1))
        return 0
    for row in rows:
        print(f"{row['code']}\t{row['title']}\t{row['noun']}")
    return 0


def _rows() -> list[dict[str, str]]:
    """Everything that systems declare to be recorded, by noun."""
    nouns: dict[str, dict[str, Any]] = {
        gettext("事项"): dict(registry.kinds()),
        gettext("登记册"): dict(registry.registers()),
        gettext("活动"): dict(registry.activity_kinds()),
        gettext("计划"): dict(registry.programme_kinds()),
    }
    return [
        {"code": code, "title": gettext(each.title), "noun": noun, "system": code.split(".")[0]}
        for noun, declared in nouns.items()
        for code, each in declared.items()
    ]


def _show(kind: MatterKind, as_json: bool) -> int:
    editions = {procedure.edition: _procedure(procedure) for procedure in kind.procedures}
    if as_json:
        print(json.dumps(editions, ensure_ascii=False, indent=1))
        return 0
    for edition, nouns in editions.items():
        print(f"{kind.code}\t{gettext(kind.title)}\t{edition}")
        for noun, rows in nouns.items():
            for row in rows:
                print("  " + "\t".join([noun, *(value for value in row.values() if value)]))
    return 0


def _procedure(procedure: type[Procedure]) -> dict[str, list[dict[str, str]]]:
    return {
        "state": [{"code": each.code, "title": gettext(each.title)} for each in procedure.states.values()],
        "step": [_named(each) for each in procedure.steps.values()],
        "clock": [_named(each) for each in procedure.clocks.values()],
    }


def _named(each: Any) -> dict[str, str]:
    return {"code": each.code, "title": gettext(each.title), "basis": law.cite(each.basis) if each.basis else ""}


COMMAND = Command(
    name="kinds",
    help=gettext_noop("列出可登记的事项、登记册、活动和计划"),
    run=_run,
    arguments=_arguments,
    needs_tables=False,
)
