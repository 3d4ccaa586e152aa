"""Checking a text: paragraph by paragraph, then the same fact in two places."""

from collections.abc import Callable, Iterable, Iterator

from zhunsheng.checker.blocks import Block, Paragraph, blocks_of, lines_of
from zhunsheng.checker.model import Check, Checked
from zhunsheng.checker.relations import averages, bounds, changes, foi, identities, points, rates, shares, sums, tables
from zhunsheng.checker.relations.grammar import share_unit_of_lists
from zhunsheng.checker.relations.twice import Facts

_RELATIONS: list[Callable[[Block], Iterator[Check]]] = [
    sums.checks, shares.checks, rates.checks, changes.checks, points.checks, bounds.checks, identities.checks,
    averages.checks, tables.checks, foi.checks,
]  # fmt: skip


def stream(paragraphs: Iterable[Paragraph]) -> Iterator[tuple[Block, list[Check]]]:
    """Each paragraph with its checks, as it is read: memory does not grow with the length of the text."""
    facts = Facts()
    for block in blocks_of(paragraphs):
        yield block, _checks_of(block, facts)


def _checks_of(block: Block, facts: Facts) -> list[Check]:
    if not block.figures:
        return []
    share_unit_of_lists(block.figures)
    found = [check for relation in _RELATIONS for check in relation(block)]
    found += facts.checks(block)
    return _once(found)


def _once(checks: list[Check]) -> list[Check]:
    """A figure is reported once for each kind of fault, the gravest first; a confirmed figure is not doubted again."""
    confirmed = {
        figure for check in checks if check.holds and check.kind in ("sum", "share") for figure in check.figures[:1]
    }
    seen: set[tuple[int, str]] = set()
    kept = []
    for check in checks:
        finding = check.finding
        if finding is not None:
            key = (finding.figure.at, finding.kind)
            if key in seen or (finding.severity != "fault" and finding.figure in confirmed and check.kind == "sum"):
                continue
            seen.add(key)
        kept.append(check)
    return kept


def check_paragraphs(paragraphs: Iterable[Paragraph]) -> Checked:
    """The same, collected."""
    checked = Checked()
    for block, checks in stream(paragraphs):
        checked.figures.extend(block.figures)
        checked.checks.extend(checks)
    return checked


def check(text: str) -> Checked:
    """The figures of a text, the relations between them and what is wrong with them."""
    return check_paragraphs(lines_of(text))
