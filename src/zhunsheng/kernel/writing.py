"""The transaction in which everything is written: one writer at a time on SQLite, clear words when it cannot be had."""

import errno
import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TypeVar

from django.conf import settings
from django.db import OperationalError, connection, transaction
from django.db.models import Model, QuerySet

from zhunsheng.kernel.refusals import DatabaseBusy, DiskFull

Row = TypeVar("Row", bound=Model)


@contextmanager
def write_transaction() -> Iterator[None]:
    """All or nothing. On SQLite a lock file lets writers queue fairly instead of sleeping and retrying.

    Raises DatabaseBusy when another program holds the database, DiskFull when it cannot grow; nothing is written then.
    """
    if connection.in_atomic_block:
        with transaction.atomic():
            yield
        return
    with _turn(), _worded(), transaction.atomic():
        yield


def locked(rows: "QuerySet[Row]") -> "QuerySet[Row]":
    """Lock the rows to the end of the transaction, with the base rows that they extend: the version stands there."""
    bases = [link.name for link in rows.model._meta.parents.values() if link]
    return rows.select_for_update(of=("self", *bases))


@contextmanager
def _worded() -> Iterator[None]:
    try:
        yield
    except OperationalError as error:
        where = str(connection.settings_dict["NAME"])
        if "locked" in str(error) or "busy" in str(error):
            raise DatabaseBusy(where=where, seconds=settings.ZHUNSHENG.wait_seconds) from error
        if "full" in str(error):
            raise DiskFull(where=where) from error
        raise
    except OSError as error:
        if error.errno == errno.ENOSPC:
            raise DiskFull(where=error.filename or "var") from error
        raise


@contextmanager
def _turn() -> Iterator[None]:
    """Wait for this process's turn to write; databases other than a SQLite file need none."""
    name = str(connection.settings_dict["NAME"])
    if connection.vendor != "sqlite" or ":memory:" in name or "mode=memory" in name:
        yield
        return
    with Path(f"{name}.lock").open("w") as handle:
        _lock(handle, name)
        yield


def _lock(handle: IO[str], name: str) -> None:
    give_up = time.monotonic() + settings.ZHUNSHENG.wait_seconds
    while True:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return
        except BlockingIOError:
            if time.monotonic() > give_up:
                raise DatabaseBusy(where=os.path.basename(name), seconds=settings.ZHUNSHENG.wait_seconds) from None
            time.sleep(0.002)
