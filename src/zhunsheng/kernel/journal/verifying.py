"""Verifying the journal: every sealed line and page is computed again, and what does not agree is named."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import islice

from zhunsheng.kernel.digests import sm3_hex
from zhunsheng.kernel.journal.canonical import digests_of, unpacked
from zhunsheng.kernel.journal.models import JournalEntry, SealedPage
from zhunsheng.kernel.journal.sealing import GENESIS, settled_up_to, unlisted
from zhunsheng.law.refusal import Refusal

MOST = 100
"""Problems named at most; whoever rewrote a whole journal need not be told every line."""
Progress = Callable[[int, int], None]


class Tampered(Refusal):
    """Something in the sealed journal is not as it was sealed."""


class LineChanged(Tampered):
    zh = "日志封存第{page}页：{number}第{line}行（键{entry}）的内容与封存时不同。请与备份比对，查明何人于何时修改。"
    en = "Sealed page {page}: line {line} of {number} (key {entry}) is not what was sealed. Compare it with a backup."


class LineMissing(Tampered):
    zh = "日志封存第{page}页：键为{entry}的一行封存后被删除。请从备份恢复该行，查明何人于何时删除。"
    en = "Sealed page {page}: the line with key {entry} was removed after sealing. Restore it from a backup."


class LineAdded(Tampered):
    zh = "{number}第{line}行（键{entry}）是封存之后插进已封存范围（至键{sealed}）的。请与备份比对，查明来源。"
    en = "Line {line} of {number} (key {entry}) was put into the sealed range (up to key {sealed}) afterwards."


class PageChanged(Tampered):
    zh = "日志封存第{page}页本身被改动：摘要应为{expected}，现为{digest}。请从备份恢复该页。"
    en = "Sealed page {page} itself was changed: its digest should be {expected} and is {digest}. Restore the page."


class ChainBroken(Tampered):
    zh = "日志封存链在第{page}页断开：前页摘要应为{expected}，该页记为{previous}。请从备份恢复缺失或被替换的页。"
    en = "The chain breaks at page {page}: it says {previous}, the page before is {expected}. Restore the pages."


@dataclass
class _Reading:
    """Where the verification stands."""

    sealed: int
    previous: str = GENESIS
    sequence: int = 0
    listed: int = 0
    present: int = 0
    found: list[Tampered] = field(default_factory=list)


def verify_journal(progress: Progress | None = None) -> list[Tampered]:
    """Everything that is not as it was sealed, first page first; empty when all is well. At most a hundred.

    Memory stays flat. ``progress(done, total)`` is called after each page. A chain cut off at its end agrees with
    itself: compare ``was_head`` with a head printed earlier.
    """
    total = SealedPage.objects.count()
    reading = _Reading(settled_up_to())
    for page in SealedPage.objects.order_by("sequence").iterator(chunk_size=20):
        _verify_page(page, reading)
        if progress:
            progress(reading.sequence, total)
        if len(reading.found) >= MOST:
            return reading.found[:MOST]
    _verify_range(reading)
    return reading.found[:MOST]


def _verify_page(page: SealedPage, reading: _Reading) -> None:
    rows = bytes(page.rows)
    if page.sequence != reading.sequence + 1 or page.previous != reading.previous:
        reading.found.append(ChainBroken(page=page.sequence, expected=reading.previous, previous=page.previous))
    lines = list(unpacked(rows))
    keys = [key for key, _ in lines]
    expected = sm3_hex(page.previous.encode(), rows)
    agrees = (page.count, page.first_pk, page.last_pk) == (len(keys), min(keys, default=0), max(keys, default=0))
    if expected != page.digest or not agrees:
        reading.found.append(PageChanged(page=page.sequence, expected=expected, digest=page.digest))
    reading.found += _verify_lines(page.sequence, dict(lines), reading)
    reading.previous, reading.sequence = page.digest, page.sequence


def _verify_lines(page: int, lines: dict[int, bytes], reading: _Reading) -> Iterator[Tampered]:
    standing = digests_of(list(lines))
    for key, digest in lines.items():
        reading.listed += key <= reading.sealed
        if key not in standing:
            yield LineMissing(page=page, entry=key)
            continue
        reading.present += key <= reading.sealed
        if standing[key] != digest:
            yield LineChanged(page=page, entry=key, **_named(key))


def _verify_range(reading: _Reading) -> None:
    """Look for lines that stand on no page only where counting says that there are some."""
    if JournalEntry.objects.filter(pk__lte=reading.sealed).count() == reading.present:
        return
    for key in islice(unlisted(0, reading.sealed), MOST):
        reading.found.append(LineAdded(entry=key, sealed=reading.sealed, **_named(key)))


def _named(key: int) -> dict[str, object]:
    entry = JournalEntry.objects.select_related("matter").get(pk=key)
    return {"number": entry.matter.number, "line": entry.sequence}
