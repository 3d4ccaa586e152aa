"""zhunsheng docs: writes docs/domains/*.md from the declarations, so that no page can be out of date."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from pathlib import Path

from django.utils.translation import gettext

from zhunsheng import law
from zhunsheng.cli.command import Command
from zhunsheng.kernel import registry
from zhunsheng.kernel.procedures import Procedure
from zhunsheng.kernel.registry import Domain, MatterKind


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--folder", type=Path, default=Path("docs/domains"), help=gettext("写入的文件夹"))
    parser.add_argument("--check", action="store_true", help=gettext("只检查是否与现有文件一致"))


def _run(given: Namespace) -> int:
    """With --check: status 1 when a page is missing, stale or left over."""
    wanted = {f"{domain.code}.md": page(domain) for domain in registry.domains().values()}
    present = {path.name: path.read_text(encoding="utf-8") for path in given.folder.glob("*.md")}
    if given.check:
        stale = sorted(name for name in wanted.keys() | present.keys() if wanted.get(name) != present.get(name))
        for name in stale:
            print(given.folder / name)
        return int(bool(stale))
    given.folder.mkdir(parents=True, exist_ok=True)
    for name in present.keys() - wanted.keys():
        (given.folder / name).unlink()
    for name, text in wanted.items():
        (given.folder / name).write_text(text, encoding="utf-8")
        print(given.folder / name)
    return 0


def page(domain: Domain) -> str:
    """One system as a page: procedures with diagrams, clocks with sources, figures with definitions."""
    return "\n".join(_lines(domain)).rstrip("\n") + "\n"


def _lines(domain: Domain) -> Iterator[str]:
    yield f"# {domain.title} `{domain.code}`"
    yield ""
    yield f"<!-- zhunsheng docs 由声明生成，请勿手改。Generated from the declarations. -->\n{_cited(domain.basis)}\n"
    for kind in domain.matters:
        for procedure in kind.procedures:
            yield from _procedure_lines(kind, procedure)
    for register in domain.registers:
        yield f"## 登记册：{register.title} `{register.code}`\n"
    for activity in domain.activities:
        yield f"## 活动：{activity.title} `{activity.code}`\n"
    if domain.indicators:
        yield "## 指标\n\n| 代码 | 名称 | 单位 | 定义 |\n| --- | --- | --- | --- |"
        for each in domain.indicators:
            yield f"| `{each.code}` | {each.title} | {each.unit} | {each.definition} |"


def _procedure_lines(kind: MatterKind, procedure: type[Procedure]) -> Iterator[str]:
    edition = f"（{procedure.edition}）" if len(kind.procedures) > 1 else ""
    yield f"## {procedure.title}{edition} `{kind.code}`\n"
    yield "```mermaid\nstateDiagram-v2"
    for state in procedure.states.values():
        yield f"  {state.code}: {state.title}"
        if state.first:
            yield f"  [*] --> {state.code}"
    for step in procedure.steps.values():
        for state in step.at:
            back = "（回到此前状态）" if step.returns else ""
            yield f"  {state.code} --> {(step.to or state).code}: {step.title}{back}"
    yield "```\n\n| 步骤 | 由谁 | 自 | 至 | 依据 |\n| --- | --- | --- | --- | --- |"
    for step in procedure.steps.values():
        at = "、".join(state.title for state in step.at)
        to = "回到此前状态" if step.returns else step.to or "—"
        yield f"| {step.title} | {step.by.label} | {at} | {to} | {_cited(step.basis)} |"
    yield "\n| 期限 | 计时主体 | 计算期间 | 规定 |\n| --- | --- | --- | --- |"
    for clock in procedure.clocks.values():
        runs = "、".join(state.title for state in clock.runs_in)
        yield f"| {clock.title} | {clock.holder.label} | {runs} | {_term(clock.term, clock.given)} |"
    yield ""


def _term(term: str, given: str) -> str:
    if given:
        return f"以文书所载日期为准（`{given}`）"
    rules = registry.parameters()[term].rules
    return "；".join(f"{rule.since}起{rule.term.text()}，{rule.citation()}" for rule in rules) or "—"


def _cited(basis: str) -> str:
    return law.cite(basis) if basis else ""


COMMAND = Command(name="docs", help="由声明生成各系统的说明文档", run=_run, arguments=_arguments, needs_tables=False)
