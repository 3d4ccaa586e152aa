"""Files taken in, kept under their digest, handed out again unchanged, and checked."""

import errno
import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, cast

from cryptography.hazmat.primitives.hashes import SM3, Hash
from django.conf import settings

from zhunsheng.kernel.files.models import StoredFile
from zhunsheng.kernel.files.refusals import FileDamaged, FileEmpty, FileTooLarge
from zhunsheng.kernel.files.types import safe_name, type_of
from zhunsheng.kernel.journal.models import JournalEntry
from zhunsheng.kernel.matters.access import access_matter_by_key
from zhunsheng.kernel.matters.models import Matter
from zhunsheng.kernel.refusals import DiskFull
from zhunsheng.kernel.units.models import Person
from zhunsheng.kernel.writing import write_transaction

CHUNK = 1 << 16
MEGABYTE = 1 << 20


@dataclass(frozen=True)
class Kept:
    """A file whose bytes are safe on disk; no matter knows of it yet."""

    name: str
    size: int
    type: str
    digest: str


def store_file(
    matter: Matter, name: str, content: BinaryIO, *, by: Person | None, entry: JournalEntry | None = None
) -> StoredFile:
    """Take a file into ``matter``; ``entry`` is the journal line it came with, ``by=None`` the public counter.

    For whoever may see the matter. Size, type and name are checked first; the bytes are on disk before the row is.
    """
    if by:
        access_matter_by_key(by, matter.pk)
    return attach(matter, keep(name, content), by=by, entry=entry)


def keep(name: str, content: BinaryIO) -> Kept:
    """Check a file and put its bytes on disk, whole or not at all. To be done before a transaction begins."""
    name = safe_name(name)
    with _draft() as (draft, path):
        size, digest = _copied(name, content, draft)
        kept = Kept(name, size, type_of(name, draft), digest)
        _settle(path, draft, path_of(digest))
    return kept


def attach(matter: Matter, kept: Kept, *, by: Person | None, entry: JournalEntry | None = None) -> StoredFile:
    """Make a kept file known to the matter, as in the transaction of a step."""
    with write_transaction():
        return StoredFile.objects.create(
            matter_id=matter.pk,
            sequence=entry.sequence if entry else None,
            name=kept.name,
            size=kept.size,
            type=kept.type,
            digest=kept.digest,
            uploaded_by=by,
        )


def open_file(stored: StoredFile, by: Person) -> BinaryIO:
    """The bytes as they were uploaded, for whoever may see the matter; FileDamaged where they are not the same."""
    access_matter_by_key(by, stored.matter_id)
    return _opened(stored)


def verify_files(progress: Callable[[int, int], None] | None = None) -> list[FileDamaged]:
    """Read every file again and name those that are missing or changed. ``progress(done, total)`` after each."""
    total, damaged = StoredFile.objects.count(), []
    rows = StoredFile.objects.select_related("matter").order_by("pk").iterator(chunk_size=200)
    for done, stored in enumerate(rows, start=1):
        try:
            _opened(stored).close()
        except FileDamaged as refusal:
            damaged.append(refusal)
        if progress:
            progress(done, total)
    return damaged


def path_of(digest: str) -> Path:
    return Path(settings.MEDIA_ROOT) / digest[:2] / digest[2:]


def _opened(stored: StoredFile) -> BinaryIO:
    damaged = FileDamaged(number=stored.matter.number, name=stored.name, digest=stored.digest[:16])
    try:
        file = path_of(stored.digest).open("rb")
    except OSError as error:
        raise damaged from error
    if _digest(file) != stored.digest:
        file.close()
        raise damaged
    file.seek(0)
    return file


def _digest(file: BinaryIO) -> str:
    digest = Hash(SM3())
    while chunk := file.read(CHUNK):
        digest.update(chunk)
    return digest.finalize().hex()


@contextmanager
def _draft() -> Iterator[tuple[BinaryIO, Path]]:
    """A file that vanishes unless it is given its place; a full disk is said in words."""
    folder = Path(settings.MEDIA_ROOT)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix="draft-", dir=folder)
        try:
            with os.fdopen(handle, "w+b") as draft:
                yield cast(BinaryIO, draft), Path(name)
        finally:
            with suppress(FileNotFoundError):
                os.unlink(name)
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise DiskFull(where=folder) from error
        raise


def _copied(name: str, content: BinaryIO, draft: BinaryIO) -> tuple[int, str]:
    size, digest, most = 0, Hash(SM3()), settings.ZHUNSHENG.upload_mb
    while chunk := content.read(CHUNK):
        size += len(chunk)
        if size > most * MEGABYTE:
            raise FileTooLarge(name=name, most=most)
        digest.update(chunk)
        draft.write(chunk)
    if not size:
        raise FileEmpty(name=name)
    return size, digest.finalize().hex()


def _settle(path: Path, draft: BinaryIO, target: Path) -> None:
    """Give the draft its place in one move, after its bytes have reached the disk."""
    draft.flush()
    os.fsync(draft.fileno())
    target.parent.mkdir(exist_ok=True)
    os.chmod(path, settings.FILE_UPLOAD_PERMISSIONS)
    os.replace(path, target)
    folder = os.open(target.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
