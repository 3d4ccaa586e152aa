"""What was found, as JSON."""

from decimal import Decimal
from typing import Any

from zhunsheng.checker.ledger import Matched
from zhunsheng.checker.model import Check, Checked, Figure, Finding


def as_json(checked: Checked, matched: list[Matched] | None = None, language: str = "zh") -> dict[str, Any]:
    """Figures, checks and findings; with a ledger, also what each figure was matched with."""
    found: dict[str, Any] = {
        "figures": [_figure(figure) for figure in checked.figures],
        "checks": [_check(check, language) for check in checked.checks],
        "findings": [_finding(finding, language) for finding in checked.findings],
    }
    if matched is not None:
        found["ledger"] = [_matched(each) for each in matched]
    return found


def number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)


def _figure(figure: Figure) -> dict[str, Any]:
    shown: dict[str, Any] = {
        "phrase": figure.phrase,
        "at": figure.at,
        "value": number(figure.value),
        "unit": figure.unit,
        "kind": figure.kind,
        "precision": figure.precision,
        "what": figure.what,
    }
    if figure.direction:
        shown["direction"] = figure.direction
    if figure.page is not None:
        shown["page"] = figure.page
    return shown


def _check(check: Check, language: str) -> dict[str, Any]:
    return {
        "kind": check.kind,
        "holds": check.holds,
        "phrases": [figure.phrase for figure in check.figures],
        "at": [figure.at for figure in check.figures],
        "why": check.why.text(language),
    }


def _finding(finding: Finding, language: str) -> dict[str, Any]:
    return {
        "kind": finding.kind,
        "phrase": finding.figure.phrase,
        "at": finding.figure.at,
        "why": finding.reason(language),
        "severity": finding.severity,
    }


def _matched(each: Matched) -> dict[str, Any]:
    entry = each.entry
    return {
        "phrase": each.figure.phrase,
        "at": each.figure.at,
        "status": each.status,
        "code": entry.code if entry else None,
        "title": entry.title if entry else None,
        "value": number(entry.value) if entry and entry.value is not None else None,
        "unit": entry.unit if entry else None,
        "definition": entry.definition if entry else None,
    }
