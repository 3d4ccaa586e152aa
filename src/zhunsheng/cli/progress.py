"""A progress bar for what takes seconds; plain lines where nobody watches a terminal."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from zhunsheng.kernel.sampling.loading import Progress as Tell


@contextmanager
def bar() -> Iterator[Tell]:
    """A function ``tell(title, done, total)`` that shows one line per title."""
    console = Console(stderr=True)
    if not sys.stderr.isatty():
        yield _plainly(console)
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console) as shown:
        tasks: dict[str, object] = {}

        def tell(title: str, done: int, total: int) -> None:
            if title not in tasks:
                tasks[title] = shown.add_task(title, total=total)
            shown.update(tasks[title], completed=done, total=total)  # type: ignore[arg-type]

        yield tell


def _plainly(console: Console) -> Tell:
    def tell(title: str, done: int, total: int) -> None:
        if done == total:
            console.print(f"{title}：{total}")

    return tell
