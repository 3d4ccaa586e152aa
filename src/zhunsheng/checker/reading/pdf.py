"""PDF files with a text layer."""

import re
from collections.abc import Iterator
from pathlib import Path

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from zhunsheng.checker.refusals import Damaged, Encrypted, Scanned

FEWEST_CHARACTERS = 10
_PAGE_NUMBER = re.compile(r"^\s*[-—–]?\s*(?:第\s*)?\d{1,4}\s*(?:页)?\s*[-—–]?\s*$")
_ENDS = re.compile(r"[。！？：；:;!?]$")
_STARTS_ANEW = re.compile(
    r"^\s*(?:[一二三四五六七八九十]{1,3}[、.]|[(（][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[.、．](?!\d)|第[一二三四五六七八九十]+[章节条])"
)
_CELLS = re.compile(r"(?<=\S)(?:\s{2,}|\t)(?=\S)")
_ROW = re.compile(r"^[\u4e00-\u9fff（）()、：:/\-—\w]+(?: +[\d.,%—\-/]+)+$")
_HEAD_ENDS = re.compile(r"(?<=[)）])(?=\S)|\s+")
NEARLY_FULL = 0.8


def lines_of_pdf(path: Path) -> list[tuple[str, int]]:
    """Paragraphs with their page: lines that were broken to fit the page are put together again."""
    reader = _opened(path)
    pages = _pages(path, reader)
    letters = sum(len("".join(lines)) for lines in pages)
    if letters < FEWEST_CHARACTERS * min(len(pages), 5):
        raise Scanned(name=path.name, pages=len(pages))
    widest = _widest(pages)
    return [(line, number) for number, lines in enumerate(pages, 1) for line in _joined(lines, widest)]


def _opened(path: Path) -> PdfReader:
    try:
        reader = PdfReader(path)
        if reader.is_encrypted and not reader.decrypt(""):
            raise Encrypted(name=path.name)
        len(reader.pages)
    except (PyPdfError, ValueError, KeyError, RecursionError, OSError) as error:
        raise Damaged(name=path.name, where="PDF") from error
    except NotImplementedError as error:  # an encryption pypdf does not know
        raise Encrypted(name=path.name) from error
    return reader


def _pages(path: Path, reader: PdfReader) -> list[list[str]]:
    pages = []
    for number, page in enumerate(reader.pages, 1):
        try:
            text = page.extract_text()
        except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError) as error:
            raise Damaged(name=path.name, where=f"p. {number}") from error
        pages.append([line.strip() for line in text.split("\n") if line.strip() and not _PAGE_NUMBER.match(line)])
    return pages


def _widest(pages: list[list[str]]) -> int:
    """The usual length of a full line: nine of ten lines are no longer."""
    lengths = sorted(len(line) for lines in pages for line in lines)
    return lengths[len(lengths) * 9 // 10] if lengths else 0


def _cells(line: str) -> list[str]:
    """The cells of a line that is a row of a table; empty for other lines."""
    if _CELLS.search(line):
        return [cell for cell in _CELLS.split(line) if cell.strip()]
    return line.split() if _ROW.match(line) else []


def _heads(line: str, following: str) -> list[str]:
    """The heads of a table: a line that falls into as many words as the row after it has cells."""
    row = _cells(following)
    heads = _HEAD_ENDS.sub(" ", line).split()
    return heads if row and len(heads) == len(row) else []


def _joined(lines: list[str], widest: int) -> Iterator[str]:
    held = ""
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        row = _cells(line) or _heads(line, following)
        if row:
            if held:
                yield held
            held = ""
            yield " | ".join(row)
            continue
        if held and _STARTS_ANEW.match(line):
            yield held
            held = ""
        held += line
        if _ENDS.search(line) or len(line) < widest * NEARLY_FULL:
            yield held
            held = ""
    if held:
        yield held
