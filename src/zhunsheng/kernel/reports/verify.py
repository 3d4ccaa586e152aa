"""Verifying sealed reports: every digest is computed again, and what does not agree is named."""

from collections.abc import Callable, Iterator, Sequence

from zhunsheng.kernel.digests import sm3_hex
from zhunsheng.kernel.indicators.records import RecordList, unpacked
from zhunsheng.kernel.journal.sealing import GENESIS, was_head
from zhunsheng.kernel.reports.models import Seal, SealedFigure, SealedSection
from zhunsheng.kernel.reports.stating import FIRST, figure_digest, joined, seal_digest, section_digest
from zhunsheng.law import Refusal


class ReportTampered(Refusal):
    """Something in a sealed report is not as it was sealed."""


class SectionChanged(ReportTampered):
    zh = "已封存的“{report}”中，章节“{section}”与封存时不同。请与备份比对，查明何人于何时修改。"
    en = 'In the sealed "{report}", section "{section}" is not what was sealed. Compare it with a backup.'


class FigureChanged(ReportTampered):
    zh = "已封存的“{report}”中，数据“{code}”（{title}）与封存时不同。请与备份比对，查明何人于何时修改。"
    en = 'In the sealed "{report}", the figure "{code}" ({title}) is not what was sealed. Compare it with a backup.'


class RecordListChanged(ReportTampered):
    zh = "已封存的“{report}”中，数据“{code}”（{title}）的记录清单被改动或者损坏。请从备份恢复该清单。"
    en = 'In the sealed "{report}", the record list of "{code}" ({title}) was changed or damaged. Restore it.'


class RowsAddedOrRemoved(ReportTampered):
    zh = "已封存的“{report}”的{what}有增减或者被替换：各项摘要合起来与封存时不同。请从备份恢复。"
    en = 'Parts of the {what} of the sealed "{report}" were added, removed or replaced. Restore them from a backup.'


class SealChanged(ReportTampered):
    zh = "“{report}”的封存记录本身被改动：摘要应为{expected}，现为{digest}。请从备份恢复。"
    en = 'The seal of "{report}" itself was changed: its digest should be {expected} and is {digest}. Restore it.'


class SealChainBroken(ReportTampered):
    zh = "封存链在“{report}”处断开：前一封存的摘要应为{expected}，记为{previous}。请从备份恢复缺失的封存记录。"
    en = 'The chain of seals breaks at "{report}": it names {previous}, the seal before is {expected}. Restore it.'


class JournalHeadGone(ReportTampered):
    zh = "“{report}”封存时日志止于第{page}页，该页现在不存在或者摘要不同。请核验日志并从备份恢复。"
    en = 'When "{report}" was sealed the journal ended at page {page}, which is gone or different. Verify the journal.'


def verify_reports(progress: Callable[[int, int], None] | None = None) -> list[ReportTampered]:
    """Everything about sealed reports that is not as it was sealed, first seal first; empty when all is well."""
    seals = list(Seal.objects.select_related("report__jurisdiction").order_by("sequence"))
    found: list[ReportTampered] = []
    before, place = FIRST, 0
    for done, seal in enumerate(seals, 1):
        if (seal.previous, seal.sequence) != (before, place + 1):
            found.append(SealChainBroken(report=seal.report.title, expected=before, previous=seal.previous))
        found += verify_report(seal)
        before, place = seal.digest, seal.sequence
        if progress:
            progress(done, len(seals))
    return found


def verify_report(seal: Seal) -> list[ReportTampered]:
    """What is wrong with one sealed report; the chain of seals apart."""
    return [*_seal(seal), *_sections(seal), *_figures(seal)]


def _seal(seal: Seal) -> Iterator[ReportTampered]:
    report = seal.report
    confirmed = SealedFigure.objects.filter(report=report).order_by("code").values_list("code", "confirmed_at")
    expected = seal_digest(seal, report, confirmed)
    if expected != seal.digest:
        yield SealChanged(report=report.title, expected=expected, digest=seal.digest)
    empty = seal.journal_sequence == 0 and seal.journal_digest == GENESIS
    if not empty and not was_head(seal.journal_sequence, seal.journal_digest):
        yield JournalHeadGone(report=report.title, page=seal.journal_sequence)


def _sections(seal: Seal) -> Iterator[ReportTampered]:
    rows: Sequence[SealedSection] = list(SealedSection.objects.filter(report=seal.report).order_by("order", "pk"))
    for row in rows:
        if section_digest(row) != row.digest:
            yield SectionChanged(report=seal.report.title, section=row)
    if joined(row.digest for row in rows) != seal.text_digest:
        yield RowsAddedOrRemoved(report=seal.report.title, what=SealedSection._meta.verbose_name)


def _figures(seal: Seal) -> Iterator[ReportTampered]:
    digests = []
    for row in SealedFigure.objects.filter(report=seal.report).order_by("code").iterator(chunk_size=20):
        digests.append(row.digest)
        named = {"report": seal.report.title, "code": row.code, "title": row.title}
        if figure_digest(row) != row.digest or row.as_of != seal.sealed_at:
            yield FigureChanged(**named)
        if not _list_agrees(row):
            yield RecordListChanged(**named)
    if joined(digests) != seal.figures_digest:
        yield RowsAddedOrRemoved(report=seal.report.title, what=SealedFigure._meta.verbose_name)


def _list_agrees(row: SealedFigure) -> bool:
    """Whether the packed list is the one that was sealed, byte for byte, and gives the digest of the figure."""
    packed = bytes(row.records)
    if sm3_hex(packed) != row.packed_digest:
        return False
    try:
        rows = sorted(unpacked(packed).items())
    except ValueError:
        return False
    return len(rows) == row.listed and RecordList(rows).digest == row.list_digest
