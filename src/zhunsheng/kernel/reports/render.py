"""A report as an official document."""

from datetime import date

from django.utils import timezone

from zhunsheng.kernel.documents import OfficialDocument
from zhunsheng.kernel.documents.model import Block, Note
from zhunsheng.kernel.reports.drafting import body_of
from zhunsheng.kernel.reports.models import Report, Seal, SealedSection

DRAFT = "草稿，数据随记录变化，封存后为准"


def document_of(report: Report) -> OfficialDocument:
    """The report in the layout of official documents, with the QR code of its own address; a draft says so."""
    seal = report.sealed
    title, signed_by = _title_and_signature(report, seal)
    return OfficialDocument(
        title=title,
        body=(*body_of(report), *(_seal_notes(seal) if seal else ())),
        signed_by=signed_by,
        dated_on=_day(seal),
        remark="" if seal else DRAFT,
        address=report.address,
    )


def _title_and_signature(report: Report, seal: Seal | None) -> tuple[str, str]:
    if seal is None:
        return report.title, report.unit.name
    first = SealedSection.objects.get(report=report, at="")
    return first.title, first.unit


def _day(seal: Seal | None) -> date:
    return timezone.localdate(seal.sealed_at) if seal else timezone.localdate()


def _seal_notes(seal: Seal) -> tuple[Block, ...]:
    """What a reader needs to check that nothing was changed since."""
    moment = timezone.localtime(seal.sealed_at).strftime("%Y-%m-%d %H:%M")
    return (
        Note(f"本报告于{moment}封存，为第{seal.sequence}号封存。封存后正文和数据不再改动，此后的变化另行说明。"),
        Note(f"封存摘要（SM3）：{seal.digest}"),
        Note(f"正文摘要：{seal.text_digest}"),
        Note(f"数据摘要：{seal.figures_digest}"),
        Note(f"日志封存至第{seal.journal_sequence}页，该页摘要："),
        Note(seal.journal_digest),
    )
