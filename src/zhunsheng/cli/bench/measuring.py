"""Taking times: medians of rounds that alternate, processor time beside wall time."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any


@dataclass(frozen=True)
class Took:
    """Seconds on the clock and seconds of this process's processor."""

    wall: float
    cpu: float


@dataclass(frozen=True)
class Line:
    """One line of the table; ``reached`` is None where nothing was promised."""

    what: str
    measured: str
    ratio: str = ""
    goal: str = ""
    reached: bool | None = None


def took(act: Callable[[], Any]) -> Took:
    wall, cpu = time.perf_counter(), time.process_time()
    act()
    return Took(time.perf_counter() - wall, time.process_time() - cpu)


def alternately(rounds: int, *acts: Callable[[], Any]) -> list[Took]:
    """The medians of ``acts``, each taken ``rounds`` times in turn, so that a busy machine disturbs all alike."""
    taken: list[list[Took]] = [[] for _ in acts]
    for _ in range(rounds):
        for kept, act in zip(taken, acts, strict=True):
            kept.append(took(act))
    return [middle(each) for each in taken]


def middle(taken: Sequence[Took]) -> Took:
    return Took(median(each.wall for each in taken), median(each.cpu for each in taken))


def milliseconds(seconds: float) -> str:
    return f"{seconds * 1000:,.{1 if seconds < 1 else 0}f} ms"
