"""What a database or a disk that does not work says, turned into a sentence."""

import errno

from django.conf import settings
from django.db import DatabaseError, connection

from zhunsheng.cli.refusals import DatabaseFailed, DatabaseOutdated, FileFailed, NotADatabase, NotSetUp, OtherDatabase
from zhunsheng.kernel.refusals import DatabaseBusy, DiskFull
from zhunsheng.law import Refusal

FIRST_TABLE = "kernel_matter"
NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


def require_tables() -> None:
    """Refuse with NotSetUp while the database has no tables."""
    if FIRST_TABLE not in connection.introspection.table_names():
        raise NotSetUp(where=where())


def where() -> str:
    """The database as messages name it: the file, or the name on a server."""
    return str(settings.DATABASES["default"]["NAME"])


def worded_database(error: DatabaseError) -> Refusal:
    """The refusal for what the database said."""
    said = str(error)
    if "locked" in said or "busy" in said:
        return DatabaseBusy(where=where(), seconds=settings.ZHUNSHENG.wait_seconds)
    if "is full" in said or "disk I/O error" in said:
        return DiskFull(where=where())
    if "not a database" in said or "malformed" in said:
        return NotADatabase(where=where(), error=said)
    if "no such table" in said or "no such column" in said or "does not exist" in said:
        return DatabaseOutdated(where=where(), error=said)
    if connection.vendor != "sqlite":
        return OtherDatabase(where=where(), error=said.strip())
    return DatabaseFailed(where=where(), error=said)


def worded_file(error: OSError) -> Refusal:
    """The refusal for what the file system said."""
    path = str(error.filename or settings.ZHUNSHENG.var)
    if error.errno in NO_ROOM:
        return DiskFull(where=path)
    return FileFailed(path=path, error=error.strerror or str(error))
