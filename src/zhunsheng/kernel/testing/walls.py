"""Lets tests that write for good empty the database afterwards, past the walls of the append-only tables."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.db.backends.base.operations import BaseDatabaseOperations

from zhunsheng.kernel.journal.walls import lowering, raising


@contextmanager
def flushing_past_walls() -> Iterator[None]:
    """While open, ``flush`` takes the walls down and puts them up again, in the one transaction it runs in."""
    flush = BaseDatabaseOperations.execute_sql_flush

    def flush_past(self: Any, statements: list[str]) -> None:
        vendor = self.connection.vendor
        flush(self, [*lowering(vendor), *statements, *raising(vendor)])

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(BaseDatabaseOperations, "execute_sql_flush", flush_past)
        yield
