"""Arithmetic with printed numbers: a printed 97.6 stands for everything that rounds to it."""

from collections.abc import Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal

from zhunsheng.checker.model import Figure

HUNDRED = Decimal(100)
TEN = Decimal(10)


def signed(change: Figure) -> Decimal:
    return -change.quantity if change.direction == "down" else change.quantity


def share_fits(part: Figure, whole: Figure, percent: Figure) -> bool:
    """Whether part/whole, as printed, can round to the printed percentage."""
    return ratio_fits((part.low, part.high), (whole.low, whole.high), percent)


def ratio_fits(part: tuple[Decimal, Decimal], whole: tuple[Decimal, Decimal], percent: Figure) -> bool:
    half = percent.ulp / 2
    if whole[0] <= 0:
        return False
    return (
        part[0] * HUNDRED <= (percent.quantity + half) * whole[1]
        and part[1] * HUNDRED >= (percent.quantity - half) * whole[0]
    )


def is_cut(true: Decimal, percent: Figure) -> bool:
    """Whether the printed percentage is the true one with digits cut off instead of rounded."""
    return percent.quantity <= abs(true) < percent.quantity + percent.ulp


def share(part: Figure, whole: Figure) -> Decimal:
    return part.quantity * HUNDRED / whole.quantity


def growth(now: Figure, then: Figure) -> Decimal:
    return (now.quantity - then.quantity) * HUNDRED / then.quantity


def growth_fits(now: Figure, then: Figure, change: Figure) -> bool:
    """Whether the growth from then to now, as printed, can round to the printed change."""
    if then.low <= 0:
        return False
    low = (now.low / then.high - 1) * HUNDRED
    high = (now.high / then.low - 1) * HUNDRED
    half, wanted = change.ulp / 2, signed(change)
    return low <= wanted + half and high >= wanted - half


def growth_by_difference_fits(now: Figure, moved: Figure, change: Figure) -> bool:
    """The same when the text prints by how much it moved instead of the value before."""
    down = change.direction == "down"
    sign = 1 if down else -1
    before = (
        now.low + sign * (moved.high if sign < 0 else moved.low),
        now.high + sign * (moved.low if sign < 0 else moved.high),
    )
    return ratio_fits((moved.low, moved.high), before, change)


def whole_base(now: Decimal, change: Figure) -> bool:
    """Whether some whole number, growing by the printed change, gives exactly ``now``."""
    half, wanted = change.ulp / 2, signed(change)
    return _has_whole(_base(now, wanted + half), _base(now, wanted - half))


def whole_base_if_cut(now: Decimal, change: Figure) -> Decimal | None:
    """The whole base from which the printed change follows by cutting digits off; None when there is none."""
    wanted = signed(change)
    edge = wanted - change.ulp if change.direction == "down" else wanted + change.ulp
    low, high = sorted((_base(now, wanted), _base(now, edge)))
    base = low.to_integral_value(ROUND_CEILING)
    return base if base <= high and base > 0 and is_cut((now - base) * HUNDRED / base, change) else None


def bases_beside(now: Decimal, change: Figure) -> list[tuple[Decimal, Decimal]]:
    """The whole numbers on both sides of the base that would be needed, with the growth each gives."""
    needed = _base(now, signed(change))
    if needed.is_infinite():
        return []
    beside = {needed.to_integral_value(ROUND_FLOOR), needed.to_integral_value(ROUND_CEILING)}
    return [(base, (now - base) * HUNDRED / base) for base in sorted(beside) if base > 0]


def _base(now: Decimal, percent: Decimal) -> Decimal:
    factor = 1 + percent / HUNDRED
    return now / factor if factor > 0 else Decimal("Infinity")


def _has_whole(low: Decimal, high: Decimal) -> bool:
    if high.is_infinite():
        return True
    return low.to_integral_value(ROUND_CEILING) <= high and high > 0


def whole_part(whole: Decimal, percent: Figure) -> bool:
    """Whether some whole number out of ``whole`` gives the printed percentage."""
    half = percent.ulp / 2
    low = whole * (percent.quantity - half) / HUNDRED
    return low.to_integral_value(ROUND_CEILING) <= whole * (percent.quantity + half) / HUNDRED


def whole_over(part: Decimal, percent: Figure) -> bool:
    """Whether ``part`` is the printed percentage of some whole number."""
    half = percent.ulp / 2
    if percent.quantity <= half:
        return True
    low, high = part * HUNDRED / (percent.quantity + half), part * HUNDRED / (percent.quantity - half)
    return low.to_integral_value(ROUND_CEILING) <= high


def parts_beside(whole: Decimal, percent: Figure) -> list[tuple[Decimal, Decimal]]:
    """The whole numbers on both sides of the part that would be needed, with the percentage each gives."""
    needed = whole * percent.quantity / HUNDRED
    beside = {needed.to_integral_value(ROUND_FLOOR), needed.to_integral_value(ROUND_CEILING)}
    return [(part, part * HUNDRED / whole) for part in sorted(beside) if part <= whole]


def sum_range(parts: Sequence[Figure]) -> tuple[Decimal, Decimal]:
    return sum((p.low for p in parts), Decimal(0)), sum((p.high for p in parts), Decimal(0))


def sums_to(total: Figure, parts: Sequence[Figure]) -> bool:
    """Whether the parts add up to the total within the rounding of what is printed."""
    low, high = sum_range(parts)
    return low <= total.high and high >= total.low


def slipped(fits_when_scaled: Sequence[int]) -> str:
    """A power of ten as words: ×100 or ÷100."""
    power = fits_when_scaled[0]
    return f"×{10**power}" if power > 0 else f"÷{10**-power}"


def rounded(value: Decimal, like: Figure) -> str:
    """A value with as many digits behind the point as the printed figure has, and its sign left out."""
    places = max(0, -int(like.ulp.adjusted()))
    return str(abs(value).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP))


def shown(value: Decimal, places: int = 2) -> str:
    """A value for reading: at most so many digits behind the point, no zeros at the end."""
    text = f"{value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP):f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
