"""All figures of a year at a million matters: ours against statements written by hand, and the roll-up."""

from collections.abc import Iterator
from functools import partial

from zhunsheng.cli.bench import by_hand
from zhunsheng.cli.bench.measuring import Line, alternately, took
from zhunsheng.kernel import registry
from zhunsheng.kernel.dirty import mark
from zhunsheng.kernel.indicators import rollup
from zhunsheng.kernel.indicators.count import count
from zhunsheng.kernel.models import Matter
from zhunsheng.kernel.periods import Period

YEAR = 2022


def counted() -> Iterator[Line]:
    """Ours and the hand-written ones must give the same numbers, or nothing is printed."""
    period, codes = Period.year(YEAR), by_hand.codes()
    indicators = [registry.indicator(code) for code in codes]
    ours = {code: round(float(tally.hits), 2) for code, tally in count(indicators, period).items()}
    theirs = by_hand.figures(str(period.since), str(period.until))
    if different := {code: (ours[code], theirs[code]) for code in codes if ours[code] != theirs[code]}:
        raise ArithmeticError(f"ours and hand-written figures differ: {different}")
    mine, hand = alternately(
        3, partial(count, indicators, period), partial(by_hand.figures, str(period.since), str(period.until))
    )
    yield Line(
        "一年全部指标，事项表 a year's figures of matters",
        f"{len(codes)} 项，{sum(ours.values()):,.0f} 计；{mine.wall:.2f} s，手写SQL by hand {hand.wall:.2f} s",
        f"{mine.cpu / hand.cpu:.2f} ×",
        "≤ 2 ×",
        mine.cpu / hand.cpu <= 2,
    )


def rolled_up() -> Iterator[Line]:
    """Everything, from the roll-up; the exact recomputation must give the same."""
    period = Period.year(YEAR)
    months = [year * 100 + month for year in range(YEAR - 2, YEAR + 3) for month in range(1, 13)]
    for domain in registry.domains():
        mark(domain, months)
    built = took(lambda: rollup.figures(period))
    kept, anew = rollup.figures(period), rollup.exact(period)
    if different := {code: (kept[code], anew[code]) for code in kept if kept[code] != anew[code]}:
        raise ArithmeticError(f"roll-up and recomputation differ: {different}")
    read, exact = alternately(3, partial(rollup.figures, period), partial(rollup.exact, period))
    yield Line(
        "一年全部指标，月度汇总 all figures from the roll-up",
        f"{len(kept)} 项，{Matter.objects.count():,} 件；{read.wall:.3f} s，"
        f"重新计算 exact, equal {exact.wall:.2f} s，"
        f"五年汇总重建 rebuild of five years {built.wall:.0f} s",
        f"{read.wall / exact.wall:.3f} ×",
        "< 0.3 s",
        read.wall < 0.3,
    )
