"""Small numbers kept back in public breakdowns, so that nobody can be recognised by being one of few."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from zhunsheng.kernel.indicators.measures import measured

SMALL = 5
KEPT_BACK = "<5"


def guarded(title: Any, by: Any, rows: Sequence[tuple[str, str]]) -> dict[str, Any]:
    """The rows as bars; numbers from 1 to 4 are not shown.

    Where only one is kept back it could be worked out from the sum of the others: then the next smallest is kept back
    with it.
    """
    values = [(name, Decimal(value or 0)) for name, value in rows]
    hidden = {place for place, (_name, value) in enumerate(values) if 0 < value < SMALL}
    if len(hidden) == 1:
        others = [(value, place) for place, (_name, value) in enumerate(values) if value >= SMALL]
        hidden |= {min(others)[1]} if others else set()
    shown = [_row(name, value, place in hidden) for place, (name, value) in enumerate(values)]
    largest = max((row["value"] for row in shown), default=Decimal(0))
    return {"title": title, "by": by, "unit": measured("件", None), "largest": largest, "total": None, "rows": shown}


def _row(name: str, value: Decimal, kept_back: bool) -> dict[str, Any]:
    if not kept_back:
        return {"title": name, "value": value, "shown": f"{value:,}"}
    return {"title": name, "value": Decimal(0), "shown": KEPT_BACK if value < SMALL else "*"}
