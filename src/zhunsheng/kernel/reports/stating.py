"""What a digest of a sealed report is taken over: one plain text for each section, figure and seal."""

from collections.abc import Iterable
from datetime import datetime
from decimal import Decimal

from zhunsheng.kernel.digests import in_utc, json_bytes, sm3_hex
from zhunsheng.kernel.reports.models import Report, Seal, SealedFigure, SealedSection

FIRST = "0" * 64
"""The digest before the first seal."""
SECTION = ("at", "order", "title", "unit", "text", "blocks")
FIGURE = (
    "code", "title", "unit", "definition", "condition", "kind", "value", "last", "change", "period", "hits", "base",
    "by_place", "by_month", "listed", "list_digest", "confirmed_by",
)  # fmt: skip


def plain(value: Decimal | int | None) -> str:
    """A number as plain decimal text without needless zeros; empty for none."""
    if value is None:
        return ""
    number = Decimal(value)
    whole = number == number.to_integral_value()
    return str(int(number)) if whole else format(number.normalize(), "f")


def as_value(text: str) -> Decimal | None:
    return Decimal(text) if text else None


def section_digest(row: SealedSection) -> str:
    return sm3_hex(json_bytes([getattr(row, name) for name in SECTION]))


def figure_digest(row: SealedFigure) -> str:
    return sm3_hex(json_bytes([getattr(row, name) for name in FIGURE]))


def joined(digests: Iterable[str]) -> str:
    """SM3 over digests put together, in the order given."""
    return sm3_hex("".join(digests).encode())


Confirmed = Iterable[tuple[str, datetime | None]]
"""Code and moment of confirmation of every figure, by code."""


def seal_digest(seal: Seal, report: Report, confirmed: Confirmed) -> str:
    """SM3 over all that a seal stands for: report, moments, text, figures, head of the journal, seal before."""
    lines = (
        f"{report.jurisdiction.code} {report.form} {report.year}",
        str(seal.sequence),
        in_utc(seal.sealed_at),
        seal.text_digest,
        seal.figures_digest,
        f"{seal.journal_sequence} {seal.journal_digest}",
        seal.previous,
        *(f"{code} {in_utc(at) if at else ''}" for code, at in confirmed),
    )
    return sm3_hex("\n".join(lines).encode())
