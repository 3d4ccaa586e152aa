"""A report as an official document, and its files."""

from datetime import date
from pathlib import Path

from django.utils import timezone

from zhunsheng.kernel.documents import OfficialDocument, to_docx, to_pdf
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


def write_report_files(report: Report, folder: Path) -> list[Path]:
    """Write the report as .docx and .pdf into ``folder`` and return the paths.

    Each file appears whole or not at all, and holds the same bytes for the same report. Raises NoChineseFont where no
    Chinese font is installed, OSError where the folder cannot be written.
    """
    document = document_of(report)
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for suffix, content in ((".docx", to_docx(document)), (".pdf", to_pdf(document))):
        path = folder / f"{report.form}-{report.year}{suffix}"
        _write_whole(path, content)
        written.append(path)
    return written


def _write_whole(path: Path, content: bytes) -> None:
    beside = path.with_name(f".{path.name}.tmp")
    try:
        beside.write_bytes(content)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


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
        Note(f"日志封存至第{seal.journal_sequence}页，摘要：{seal.journal_digest}"),
    )
