"""The same facts in another report: last year's figures against the growth and the bases this one prints."""

from collections.abc import Iterator

from zhunsheng.checker import arithmetic
from zhunsheng.checker.arithmetic import rounded, shown
from zhunsheng.checker.model import Check, Checked, Figure
from zhunsheng.checker.relations.saying import fails, holds

SHORTEST = 4


def compare(checked: Checked, before: Checked) -> list[Check]:
    """Checks between a text and last year's: the growth it prints against the value that report printed.

    Only facts said in the same words and unit, once in each text, are compared.
    """
    then = _facts(before)
    found = []
    for figure in _once(checked):
        known = then.get((figure.what, figure.counts))
        if known is not None:
            found += list(_changes(checked, figure, known))
    return found


def _facts(checked: Checked) -> dict[tuple[str, str], Figure]:
    return {(figure.what, figure.counts): figure for figure in _once(checked)}


def _once(checked: Checked) -> Iterator[Figure]:
    """The exact amounts whose words name them, and only them."""
    seen: dict[tuple[str, str], list[Figure]] = {}
    for figure in checked.figures:
        if figure.is_amount and figure.precision == "exact" and len(figure.what) >= SHORTEST:
            seen.setdefault((figure.what, figure.counts), []).append(figure)
    yield from (figures[0] for figures in seen.values() if len(figures) == 1)


def _changes(checked: Checked, now: Figure, then: Figure) -> Iterator[Check]:
    """The change in percent that is printed right after the value."""
    for check in checked.checks:
        change = check.figures[0]
        if check.kind == "growth" and now in check.figures[1:] and change.kind == "change" and change.is_percentage:
            yield _judged(now, then, change)
            return


def _judged(now: Figure, then: Figure, change: Figure) -> Check:
    if then.quantity <= 0 or arithmetic.growth_fits(now, then, change):
        return holds("growth", (change, now), f"{then.phrase} → {now.phrase}: {change.phrase}")
    true = arithmetic.growth(now, then)
    sum_ = f"({now.phrase}-{then.phrase})/{then.phrase} = {shown(true, 3)}%"
    return fails(
        "growth",
        "growth_mismatch",
        "doubtful",
        (change, now),
        (
            f"上年报告为{then.phrase}，{sum_}，本文为{change.phrase}",
            f"last year's report has {then.phrase}: {sum_}, but the text says {change.phrase}",
        ),
        (f"{change.phrase}改为{rounded(true, change)}%", f"write {rounded(true, change)}% for {change.phrase}"),
        ("上年数已按新口径调整，则应写明", "last year's value was revised; then say so"),
    )
