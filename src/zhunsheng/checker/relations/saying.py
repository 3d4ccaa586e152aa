"""Making checks and findings, with their sentences in Chinese and English."""

from zhunsheng.checker.model import Check, Figure, Finding, Severity
from zhunsheng.law.refusal import Wording


def holds(kind: str, figures: tuple[Figure, ...], arithmetic: str) -> Check:
    return Check(kind, True, figures, Wording(arithmetic, arithmetic))


def unclear(kind: str, figures: tuple[Figure, ...], zh: str, en: str) -> Check:
    """Not checkable: the text does not say enough."""
    return Check(kind, None, figures, Wording(f"无法核对：{zh}。", f"Not checkable: {en}."))


def fails(
    kind: str,
    finding: str,
    severity: Severity,
    figures: tuple[Figure, ...],
    why: tuple[str, str],
    repair: tuple[str, str] | None = None,
    otherwise: tuple[str, str] | None = None,
) -> Check:
    """A relation that does not hold. The first figure is the one shown; each pair is Chinese and English."""
    reason = Wording(f"{why[0]}。", f"{why[1]}.")
    mend = Wording(f"最小改动：{repair[0]}。", f"Smallest repair: {repair[1]}.") if repair else None
    other = Wording(f"也可能：{otherwise[0]}。", f"It could also be that {otherwise[1]}.") if otherwise else None
    return Check(kind, False, figures, reason, Finding(finding, severity, figures, reason, mend, other))
