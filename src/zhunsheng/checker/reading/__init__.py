"""Reading files: what a file is, by its first bytes and its name, and its text as lines."""

from collections.abc import Callable, Iterator
from pathlib import Path

from zhunsheng.checker.blocks import Paragraph
from zhunsheng.checker.reading import pdf, plain, web, word
from zhunsheng.checker.reading.document import Document, placed
from zhunsheng.checker.refusals import EmptyFile, NoSuchFile, OldWord, TooLarge, UnknownFormat, WrongSuffix

MB = 1 << 20
LIMIT_MB = 100
_MAGIC = {
    b"%PDF": "PDF", b"PK\x03\x04": "zip", b"PK\x05\x06": "zip", b"\xd0\xcf\x11\xe0": "doc", b"\x89PNG": "PNG",
    b"\xff\xd8\xff": "JPEG", b"GIF8": "GIF", b"Rar!": "RAR", b"7z\xbc\xaf": "7z", b"\x1f\x8b": "gzip", b"{\\rtf": "RTF",
}  # fmt: skip
_SUFFIXES = {
    ".txt": "text", ".text": "text", ".csv": "text", "": "text", ".md": "markdown", ".markdown": "markdown",
    ".html": "html", ".htm": "html", ".xhtml": "html", ".mht": "html", ".mhtml": "html", ".docx": "docx", ".pdf": "pdf",
}  # fmt: skip
_HOLDS = {"pdf": "PDF", "docx": "zip", "text": None, "markdown": None, "html": None}


def read(path: Path | str, name: str = "") -> Document:
    """The document in a file; ``name`` is what it was called where it came from. Refuses with a sentence."""
    path = Path(path)
    _refuse_missing_or_large(path)
    format_ = _format_of(path)
    return Document(name or path.name, format_, _reader(path, format_))


def _refuse_missing_or_large(path: Path) -> None:
    if not path.is_file():
        raise NoSuchFile(name=str(path))
    size = path.stat().st_size
    if size > LIMIT_MB * MB:
        raise TooLarge(name=path.name, size=size // MB, limit=LIMIT_MB)
    if not size:
        raise EmptyFile(name=path.name)


def _format_of(path: Path) -> str:
    """The format the suffix promises, when the first bytes agree; refused when they do not."""
    with path.open("rb") as file:
        start = file.read(1024)
    actual = next((what for magic, what in _MAGIC.items() if start.lstrip(b"\r\n ").startswith(magic)), None)
    suffix = path.suffix.lower()
    if actual == "doc":
        raise OldWord(name=path.name)
    promised = _SUFFIXES.get(suffix)
    if promised is None:
        raise UnknownFormat(name=path.name)
    if _HOLDS[promised] != actual:
        raise WrongSuffix(name=path.name, suffix=suffix or "—", actual=actual or _words_for(start))
    return promised


def _words_for(start: bytes) -> str:
    return "HTML" if b"<html" in start.lower() or b"<!doctype" in start.lower() else "text"


def _reader(path: Path, format_: str) -> Callable[[], Iterator[Paragraph]]:
    """Opens the file at once, so that a refusal comes before anything is shown."""
    if format_ in ("text", "markdown"):
        encoding = plain.encoding_of(path)
        return lambda: plain.paragraphs_of(path, encoding, markdown=format_ == "markdown")
    if format_ == "pdf":
        pages = pdf.lines_of_pdf(path)
        return lambda: placed(pages)
    lines = word.lines_of_word(path) if format_ == "docx" else web.lines_of_page(path)
    return lambda: placed((line, None) for line in lines)
