"""How each figure stands after the checks, and why."""

from zhunsheng.checker.model import Checked, Figure
from zhunsheng.checker.output.wordings import Standing

_GRAVITY: dict[Standing, int] = {"unverifiable": 0, "confirmed": 1, "doubted": 2, "contradicted": 3}


def standings(checked: Checked, language: str) -> dict[int, tuple[Standing, list[str]]]:
    """By the place of each figure: its standing, the gravest of its checks, and the reasons."""
    found: dict[int, tuple[Standing, list[str]]] = {figure.at: ("unverifiable", []) for figure in checked.figures}
    for check in checked.checks:
        standing, reason = _of(check.holds), check.why.text(language)
        if check.finding is not None:
            standing = "contradicted" if check.finding.severity == "fault" else "doubted"
            reason = check.finding.reason(language)
        for figure in check.figures:
            _note(found, figure, standing, reason)
    return found


def _of(holds: bool | None) -> Standing:
    return "confirmed" if holds else "unverifiable"


def _note(found: dict[int, tuple[Standing, list[str]]], figure: Figure, standing: Standing, reason: str) -> None:
    known, reasons = found.get(figure.at, ("unverifiable", []))
    grave = standing if _GRAVITY[standing] > _GRAVITY[known] else known
    found[figure.at] = (grave, reasons if reason in reasons else [*reasons, reason])
