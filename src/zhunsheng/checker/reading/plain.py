"""Text and Markdown, in UTF-8 or GB18030, read a piece at a time."""

import codecs
import re
from collections.abc import Iterator
from pathlib import Path

from zhunsheng.checker.blocks import LONGEST_PARAGRAPH, Paragraph, lines_of
from zhunsheng.checker.refusals import EmptyFile, UnknownEncoding

PIECE = 1 << 16
_BOMS = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
# Marks that stand around words and numbers; a space for each keeps every place.
_MARKDOWN = re.compile(r"\*{1,3}|__|`|^#{1,6}(?=\s)|^>+(?=\s)", re.MULTILINE)


def encoding_of(path: Path) -> str:
    """UTF-8 if every byte agrees, else GB18030; refused when the file is neither, or empty."""
    with path.open("rb") as file:
        start = file.read(4)
    if not start:
        raise EmptyFile(name=path.name)
    for mark, encoding in _BOMS.items():
        if start.startswith(mark):
            return encoding
    for encoding in ("utf-8", "gb18030"):
        wrong_at = _first_wrong_byte(path, encoding)
        if wrong_at is None:
            return encoding
    raise UnknownEncoding(name=path.name, at=wrong_at)


def _first_wrong_byte(path: Path, encoding: str) -> int | None:
    decoder = codecs.getincrementaldecoder(encoding)()
    done = 0
    with path.open("rb") as file:
        while piece := file.read(PIECE):
            try:
                if "\0" in decoder.decode(piece):
                    return done + piece.find(b"\0")
            except UnicodeDecodeError as error:
                return done + error.start
            done += len(piece)
    return None


def paragraphs_of(path: Path, encoding: str, *, markdown: bool = False) -> Iterator[Paragraph]:
    """The lines of the file; at most one piece of it is in memory."""
    at, rest = 0, ""
    with path.open(encoding=encoding, newline="") as file:
        while piece := file.read(PIECE):
            rest += piece.replace("\0", " ")
            cut = rest.rfind("\n") + 1
            if not cut and len(rest) < PIECE + LONGEST_PARAGRAPH:
                continue
            cut = cut or rest.rfind("。") + 1 or len(rest)
            yield from _lines(rest[:cut], at, markdown)
            at, rest = at + cut, rest[cut:]
    yield from _lines(rest, at, markdown)


def _lines(text: str, at: int, markdown: bool) -> Iterator[Paragraph]:
    if markdown:
        text = _MARKDOWN.sub(lambda found: " " * len(found[0]), text)
    for line in lines_of(text):
        yield Paragraph(at + line.at, line.text.rstrip("\r"))
