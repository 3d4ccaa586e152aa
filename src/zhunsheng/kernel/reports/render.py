"""A report as an official document."""

from datetime import date

from django.utils import timezone

from zhunsheng.kernel.documents import OfficialDocument, Proof
from zhunsheng.kernel.reports.annexes import with_annexes
from zhunsheng.kernel.reports.drafting import body_of
from zhunsheng.kernel.reports.models import Report, Seal, SealedSection

DRAFT = "草稿，数据随记录变化，封存后为准"


def document_of(report: Report) -> OfficialDocument:
    """The report in the layout of official documents, with the QR code of its own address; a draft says so."""
    seal = report.sealed
    title, signed_by = _title_and_signature(report, seal)
    body, annexes = with_annexes(body_of(report))
    return OfficialDocument(
        title=title,
        body=body,
        annexes=annexes,
        signed_by=signed_by,
        dated_on=_day(seal),
        remark="" if seal else DRAFT,
        address=report.address,
        proof=_proof(seal) if seal else None,
    )


def _title_and_signature(report: Report, seal: Seal | None) -> tuple[str, str]:
    if seal is None:
        return report.title, report.unit.name
    first = SealedSection.objects.get(report=report, at="")
    return first.title, first.unit


def _day(seal: Seal | None) -> date:
    return timezone.localdate(seal.sealed_at) if seal else timezone.localdate()


def _proof(seal: Seal) -> Proof:
    """What a reader needs to check that nothing was changed since."""
    moment = timezone.localtime(seal.sealed_at)
    day = f"{moment.year}年{moment.month}月{moment.day}日{moment:%H:%M}"
    statement = (
        f"本报告于{day}封存（第{seal.sequence}号，日志封存至第{seal.journal_sequence}页）。"
        "封存后正文和数据不再改动，此后的变化另行说明。摘要按SM3计算："
    )
    digests = (
        ("封存摘要", seal.digest),
        ("正文摘要", seal.text_digest),
        ("数据摘要", seal.figures_digest),
        ("日志摘要", seal.journal_digest),
    )
    return Proof(statement, digests)
