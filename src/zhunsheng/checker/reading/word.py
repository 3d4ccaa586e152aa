"""Word files (.docx) with their tables."""

import zipfile
from collections.abc import Iterator
from pathlib import Path

import docx
from docx.document import Document as Word
from docx.oxml.exceptions import InvalidXmlError
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph as WordParagraph
from lxml import etree

from zhunsheng.checker.refusals import Damaged, EmptyFile, Encrypted, UnpacksTooLarge, WrongSuffix

MB = 1 << 20
UNPACKED_LIMIT_MB = 200
PART_LIMIT_MB = 60


def lines_of_word(path: Path) -> list[str]:
    """Paragraphs and table rows in the order of the document."""
    _refuse_bombs(path)
    try:
        document = docx.Document(str(path))
        lines = [line for line in _lines(document)]
    except (KeyError, ValueError, etree.XMLSyntaxError, InvalidXmlError, zipfile.BadZipFile) as error:
        raise Damaged(name=path.name, where="word/document.xml") from error
    if not any(line.strip(" |") for line in lines):
        raise EmptyFile(name=path.name)
    return lines


def _refuse_bombs(path: Path) -> None:
    try:
        with zipfile.ZipFile(path) as archive:
            parts = archive.infolist()
    except zipfile.BadZipFile as error:
        raise Damaged(name=path.name, where="zip") from error
    if any(part.flag_bits & 1 for part in parts):
        raise Encrypted(name=path.name)
    texts = [part for part in parts if part.filename.endswith((".xml", ".rels"))]
    size = sum(part.file_size for part in parts)
    if size > UNPACKED_LIMIT_MB * MB or any(part.file_size > PART_LIMIT_MB * MB for part in texts):
        raise UnpacksTooLarge(name=path.name, size=size // MB, limit=UNPACKED_LIMIT_MB)
    if "word/document.xml" not in {part.filename for part in parts}:
        raise WrongSuffix(name=path.name, suffix=path.suffix, actual="zip")


def _lines(document: Word) -> Iterator[str]:
    for block in document.iter_inner_content():
        if isinstance(block, WordParagraph):
            yield _words(block.text)
        else:
            yield from _rows(block)


def _rows(table: Table) -> Iterator[str]:
    for row in table.rows:
        seen: set[int] = set()
        cells = []
        for cell in row.cells:
            known = id(cell._tc) in seen  # a merged cell is handed out once for every column it covers
            seen.add(id(cell._tc))
            cells.append("" if known else _cell(cell))
        yield " | ".join(cells) if len(cells) > 1 else cells[0] if cells else ""


def _cell(cell: _Cell) -> str:
    return " ".join(_words(paragraph.text) for paragraph in cell.paragraphs).strip()


def _words(text: str) -> str:
    return text.replace("\n", " ").replace("|", "｜")
