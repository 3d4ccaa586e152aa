"""Runs the measures in the folder named by ZHUNSHENG_VAR, which ``zhunsheng bench`` makes and throws away."""

import shutil
import sys
import time
from argparse import ArgumentParser
from collections.abc import Callable, Iterator
from functools import partial

import django
from rich.console import Console
from rich.table import Table

django.setup()

from zhunsheng.cli.bench import figures, growing, loading, memory, numbers, pages, scratch, terms  # noqa: E402
from zhunsheng.cli.bench.measuring import Line  # noqa: E402
from zhunsheng.kernel.sampling import load_sample  # noqa: E402

SMALL, LARGE = "small", "large"
SMALL_OPEN_SHARE = 0.2
"""So many that a page of fifty is full in the small database too: like is compared with like."""
NEEDS_LARGE = {"figures", "rollup", "pages", "numbers"}


def measures(matters: int) -> dict[str, Callable[[], Iterator[Line]]]:
    """Every measure by the name that ``--only`` takes, in the order in which they run."""
    return {
        "sample": loading.sample_year,
        "doors": loading.doors,
        "terms": terms.terms,
        "recount": partial(terms.recounting, min(100_000, matters)),
        "figures": figures.counted,
        "rollup": figures.rolled_up,
        "pages": partial(pages.pages, SMALL, LARGE),
        "numbers": partial(numbers.numbers, SMALL, LARGE),
        "memory": memory.memory,
    }


def main() -> int:
    parser = ArgumentParser(prog="zhunsheng bench")
    parser.add_argument("--matters", type=int, required=True)
    parser.add_argument("--only", default="")
    given = parser.parse_args()
    chosen = {name: run for name, run in measures(given.matters).items() if given.only in ("", name)}
    lines: list[Line] = []
    for name, measure in chosen.items():
        if name in NEEDS_LARGE:
            _databases(given.matters)
            scratch.use(LARGE)
        started = time.monotonic()
        lines += measure()
        print(f"{name}：{time.monotonic() - started:.0f} s", file=sys.stderr, flush=True)
    _print(lines, given.matters)
    return 0


def _databases(matters: int) -> None:
    """The sample of one year with today's open matters, grown to ten thousand and to ``matters``; made once."""
    folder = scratch.use("base").parent
    if (folder / f"{LARGE}.sqlite3").exists():
        return
    load_sample(years=(figures.YEAR,), lively=True)
    for name, size, open_share in ((SMALL, 10_000, SMALL_OPEN_SHARE), (LARGE, matters, growing.OPEN_SHARE)):
        path = scratch.use("base")
        scratch.run("PRAGMA wal_checkpoint(TRUNCATE)")
        shutil.copy(path, folder / f"{name}.sqlite3")
        started = time.monotonic()
        scratch.use(name)
        growing.grow(size, open_share)
        print(f"{size:,}：{time.monotonic() - started:.0f} s", file=sys.stderr, flush=True)


def _print(lines: list[Line], matters: int) -> None:
    table = Table(title=f"zhunsheng bench（{matters:,}）", show_lines=True)
    for heading in ("项目 what", "测得 measured", "比值 ratio", "目标 goal", "达到 reached"):
        table.add_column(heading, overflow="fold")
    words = {None: "—", True: "是 yes", False: "否 NO"}
    for line in lines:
        table.add_row(line.what, line.measured, line.ratio, line.goal, words[line.reached])
    Console(width=None if sys.stdout.isatty() else 150).print(table)


if __name__ == "__main__":
    sys.exit(main())
