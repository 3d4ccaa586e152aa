"""The files of a report: a page that stands alone, .docx and PDF, written whole and only when something changed."""

import json
from collections.abc import Callable
from html import escape
from pathlib import Path
from string import Template

from zhunsheng import __version__
from zhunsheng.kernel.digests import sm3_hex
from zhunsheng.kernel.documents import OfficialDocument, to_docx, to_html, to_pdf
from zhunsheng.kernel.reports.models import Report
from zhunsheng.kernel.reports.render import document_of

PAGE = Path(__file__).with_name("page.html")
FORMATS: dict[str, Callable[[OfficialDocument], bytes]] = {
    ".html": lambda document: page(document).encode(),
    ".docx": to_docx,
    ".pdf": to_pdf,
}


def page(document: OfficialDocument) -> str:
    """The document as a whole web page that needs nothing from anywhere: readable on a phone, fit for printing."""
    template = Template(PAGE.read_text(encoding="utf-8"))
    return template.substitute(title=escape(document.title), article=to_html(document))


def write_report_files(report: Report, folder: Path) -> list[Path]:
    """Write the report as .html, .docx and .pdf into ``folder`` and return the paths.

    Each file appears whole or not at all, and holds the same bytes for the same report. Files that a stamp beside them
    shows to be what they would become are left alone. Raises NoChineseFont where no Chinese font is installed (the
    page is written all the same), OSError where the folder cannot be written.
    """
    document = document_of(report)
    folder.mkdir(parents=True, exist_ok=True)
    name, source = f"{report.form}-{report.year}", sm3_hex(f"{__version__} {document!r}".encode())
    paths = [folder / f"{name}{suffix}" for suffix in FORMATS]
    stamp = folder / f".{name}.json"
    if _stamped(stamp) == _stamp(source, paths):
        return paths
    for path, made in zip(paths, FORMATS.values(), strict=True):
        _write_whole(path, made(document))
    _write_whole(stamp, json.dumps(_stamp(source, paths), indent=1).encode())
    return paths


def _stamp(source: str, paths: list[Path]) -> dict[str, str]:
    """What the files were made from, and the digest of each as it stands."""
    return {"source": source} | {path.name: sm3_hex(path.read_bytes()) for path in paths if path.exists()}


def _stamped(path: Path) -> object:
    """The stamp; None where there is none that can be read."""
    try:
        return json.loads(path.read_bytes())
    except (OSError, ValueError):
        return None


def _write_whole(path: Path, content: bytes) -> None:
    beside = path.with_name(f".{path.name}.tmp")
    try:
        beside.write_bytes(content)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
