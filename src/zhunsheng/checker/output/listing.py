"""What was found, as a list to read."""

from collections.abc import Iterator

from zhunsheng.checker.ledger import Matched
from zhunsheng.checker.model import Checked, Figure, Finding
from zhunsheng.checker.output.as_json import number
from zhunsheng.checker.output.wordings import KINDS, SEVERITIES, STATUSES

_ORDER = {"fault": 0, "doubtful": 1, "note": 2}


def listing(checked: Checked, matched: list[Matched] | None = None, language: str = "zh") -> Iterator[str]:
    """A line of totals, then the findings, the gravest first, then what the ledger says differently."""
    english = language.lower().startswith("en")
    held = sum(check.holds is True for check in checked.checks)
    counts = len(checked.figures), len(checked.checks), held, len(checked.findings)
    yield (
        "{} figures, {} relations checked, {} hold, {} findings"
        if english
        else "数字{}个，核对关系{}项，成立{}项，发现{}处"
    ).format(*counts)
    for finding in sorted(checked.findings, key=lambda each: (_ORDER[each.severity], each.figure.at)):
        yield _line(finding, language)
    for each in matched or []:
        yield from _ledger_line(each, language)


def _line(finding: Finding, language: str) -> str:
    colon = ": " if language.lower().startswith("en") else "："
    head = f"[{SEVERITIES[finding.severity].text(language)}] {place(finding.figure, language)} {finding.figure.phrase}"
    return f"{head} {KINDS[finding.kind].text(language)}{colon}{finding.reason(language)}"


def place(figure: Figure, language: str) -> str:
    """Where a figure stands, for reading: page and paragraph, both from 1."""
    paragraph = figure.paragraph + 1
    if language.lower().startswith("en"):
        return f"p. {figure.page}, ¶ {paragraph}" if figure.page else f"¶ {paragraph}"
    return f"第{figure.page}页第{paragraph}段" if figure.page else f"第{paragraph}段"


def _ledger_line(each: Matched, language: str) -> Iterator[str]:
    entry = each.entry
    if entry is None:
        return
    value = f"{number(entry.value)}{entry.unit}" if entry.value is not None else "—"
    status = STATUSES[each.status].text(language)
    yield f"[{status}] {place(each.figure, language)} {each.figure.phrase} ↔ {entry.code} {entry.title} {value}"
