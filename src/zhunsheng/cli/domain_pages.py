"""A system as a page of documentation, written from its declarations and from nothing else."""

from collections.abc import Iterable, Iterator, Sequence

from zhunsheng import law
from zhunsheng.kernel import registry
from zhunsheng.kernel.indicators import Indicator, Kind
from zhunsheng.kernel.procedures import Adds, Clock, ClockKind, Procedure, Step, Total
from zhunsheng.kernel.registry import ActivityKind, Domain, MatterKind, Register, model_texts

NOTE = "<!-- 由 zhunsheng docs 从声明生成，请勿手改。Written by `zhunsheng docs`; do not edit. -->"
CLOCK_KINDS = {
    ClockKind.LIMIT: "期限：应在此日前办理",
    ClockKind.WINDOW: "权利期间：过期不能再行使，不计逾期",
    ClockKind.LEAD: "提前期：须在某日之前若干日办理",
    ClockKind.MINIMUM: "最短期间：期满前不得办理",
}
FIGURE_KINDS = {Kind.COUNT: "累计", Kind.STOCK: "期末存量", Kind.RATE: "比率"}


def page(domain: Domain) -> str:
    """The page as Markdown; the same declarations always give the same text."""
    return "\n".join(_lines(domain)).rstrip("\n") + "\n"


def _lines(domain: Domain) -> Iterator[str]:
    yield from (f"# {domain.title} `{domain.code}`", "", NOTE, "")
    basis = f"依据：{law.cite(domain.basis)}。" if domain.basis else ""
    yield f"报告章节：{registry.CHAPTERS[domain.chapter]}。{basis}"
    yield ""
    for kind in domain.matters:
        yield from _matter(kind)
    for register in domain.registers:
        yield from _register(register)
    for activity in domain.activities:
        yield from _activity(activity)
    for programme in domain.programmes:
        yield from (f"## 计划：{programme.title} `{programme.code}`", "", f"层级：{'、'.join(programme.levels)}。", "")
    yield from _parameters(domain)
    yield from _indicators(domain.indicators)
    yield from _documents(domain)
    yield from _sections(domain)


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """A Markdown table and an empty line; nothing where there are no rows."""
    written = [[cell.replace("|", "\\|").replace("\n", " ") or "—" for cell in row] for row in rows]
    if written:
        for row in (head, ["---"] * len(head), *written):
            yield f"| {' | '.join(row)} |"
        yield ""


def _matter(kind: MatterKind) -> Iterator[str]:
    yield from (f"## 事项：{kind.title} `{kind.code}`", "")
    yield f"编号形式：`{kind.number}`。登记人：{kind.opened_by.label}。"
    if kind.parties:
        yield f"当事人：{'、'.join(kind.parties.values())}。"
    if kind.satellites:
        yield f"附属记录：{'、'.join(next(model_texts(model)) for model in kind.satellites)}。"
    if kind.outcomes:
        yield f"结果：{'、'.join(str(label) for label in kind.outcomes.labels)}。"
    yield ""
    for procedure in kind.procedures:
        yield from _procedure(kind, procedure)


def _procedure(kind: MatterKind, procedure: type[Procedure]) -> Iterator[str]:
    several = len(kind.procedures) > 1
    yield from (f"### 程序：{procedure.title}" + (f"（{procedure.edition}）" if several else ""), "")
    until = f"至{procedure.until}" if procedure.until.year < 9999 else ""
    basis = f"，依据{law.cite(procedure.basis)}" if procedure.basis else ""
    yield from (f"适用于{procedure.since}起{until}受理的事项{basis}。", "")
    if procedure.unread:
        yield from (f"> {procedure.unread_from}起：{procedure.unread}", "")
    yield from _diagram(procedure)
    yield from table(["状态", "性质"], ((str(state), _nature(state)) for state in procedure.states.values()))
    yield from table(
        ["步骤", "由谁", "自", "至", "填写（可不填）", "附属记录、文书", "依据"],
        (_step(kind, step) for step in procedure.steps.values()),
    )
    yield from table(
        ["期限", "种类", "计时主体", "起算", "计算期间", "规定"],
        (_clock(clock) for clock in procedure.clocks.values()),
    )


def _nature(state: object) -> str:
    marks = {"first": "起始", "final": "终结", "closed": "已办结，仍可有后续步骤"}
    named = [title for name, title in marks.items() if getattr(state, name)]
    return "终结" if "终结" in named else "、".join(named)


def _diagram(procedure: type[Procedure]) -> Iterator[str]:
    yield from ("```mermaid", "stateDiagram-v2")
    for state in procedure.states.values():
        yield f"  {state.code}: {state.title}"
    yield f"  [*] --> {procedure.start().code}"
    for step in procedure.steps.values():
        for source, target in _moves(procedure, step):
            yield f"  {source} --> {target}: {step.title}"
    yield from (*(f"  {state.code} --> [*]" for state in procedure.states.values() if state.final), "```", "")


def _moves(procedure: type[Procedure], step: Step) -> Iterator[tuple[str, str]]:
    """Where a step leads from and to; a returning step back to every state from which its own can be reached."""
    for state in step.at:
        if step.to:
            yield state.code, step.to.code
        elif step.returns:
            sources = (source.code for each in procedure.steps.values() if each.to is state for source in each.at)
            yield from ((state.code, source) for source in dict.fromkeys(sources))


def _step(kind: MatterKind, step: Step) -> list[str]:
    return [
        f"{step.title} `{step.code}`",
        step.by.label,
        "、".join(str(state) for state in step.at),
        "回到此前状态" if step.returns else str(step.to or "不变"),
        "、".join(
            [*(_field(kind, name) for name in step.asks), *(f"（{_field(kind, name)}）" for name in step.may_ask)]
        ),
        "、".join([*([next(model_texts(step.adds))] if step.adds else []), *map(_document, step.documents)]),
        law.cite(step.basis) if step.basis else "",
    ]


def _field(kind: MatterKind, name: str) -> str:
    return str(kind.model._meta.get_field(name).verbose_name)  # type: ignore[union-attr]


def _document(code: str) -> str:
    declared = {each.code: each for each in registry.domain_of(code).documents}
    return f"《{declared[code].title}》" if code in declared else f"`{code}`"


def _clock(clock: Clock) -> list[str]:
    return [
        f"{clock.title} `{clock.code}`",
        CLOCK_KINDS[clock.kind],
        clock.holder.label,
        "、".join(str(step) for step in clock.starts_on) or "登记",
        "、".join(str(state) for state in clock.runs_in),
        _term(clock),
    ]


def _term(clock: Clock) -> str:
    said = f"以文书所载日期为准（`{clock.given}`）" if clock.given else f"`{clock.term}`"
    changes = [f"“{step}”{_change(change)}" for step, change in clock.changed_by.items()]
    return "；".join([said, *changes, *([law.cite(clock.basis)] if clock.basis else [])])


def _change(change: Adds | Total) -> str:
    return f"{'改为总期' if isinstance(change, Total) else '延长'} `{change.term}`"


def _register(register: Register) -> Iterator[str]:
    yield from (f"## 登记册：{register.title} `{register.code}`", "", f"登记人：{register.kept_by.label}。", "")
    if register.expects:
        yield from (f"应当持续发生：`{register.expects.activity}`；没有发生的列为“{register.expects.title}”。", "")


def _activity(activity: ActivityKind) -> Iterator[str]:
    under = f"在登记册 `{activity.under}` 的条目之下。" if activity.under else ""
    yield from (f"## 活动：{activity.title} `{activity.code}`", "")
    yield from (f"登记人：{activity.recorded_by.label}。{under}", "")


def _parameters(domain: Domain) -> Iterator[str]:
    own = {code: each for code, each in registry.parameters().items() if code.split(".")[0] == domain.code}
    rows = [
        [f"{each.title} `{code}`", f"{rule.since}起", rule.term.text(), rule.citation(), f"`{rule.fact}`"]
        for code, each in own.items()
        for rule in each.rules
    ]
    if rows:
        yield from ("## 法定数值", "")
        yield from table(["名称", "施行", "数值", "出处", "核实的事实"], rows)


def _indicators(indicators: Sequence[Indicator]) -> Iterator[str]:
    if indicators:
        yield from ("## 指标", "")
        rows = ([f"`{i.code}`", i.title, i.unit, FIGURE_KINDS[i.kind], i.definition] for i in indicators)
        yield from table(["代码", "名称", "单位", "种类", "定义"], rows)


def _documents(domain: Domain) -> Iterator[str]:
    if domain.documents:
        yield from ("## 文书", "")
        yield from table(["代码", "名称", "文号"], ([f"`{d.code}`", d.title, d.number] for d in domain.documents))


def _sections(domain: Domain) -> Iterator[str]:
    if domain.sections:
        yield from ("## 在报告中的位置", "")
        rows = ([each.form, each.at, each.title, each.by, "、".join(each.references)] for each in domain.sections)
        yield from table(["报告", "位置", "标题", "撰写单位", "引用的指标"], rows)
