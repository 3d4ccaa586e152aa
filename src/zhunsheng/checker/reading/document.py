"""A document as the checker sees it: lines with their places."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from zhunsheng.checker.blocks import Paragraph, lines_of


@dataclass(frozen=True)
class Document:
    """A file that can be read; ``paragraphs`` reads it from the start each time, a piece at a time."""

    name: str
    format: str
    paragraphs: Callable[[], Iterator[Paragraph]]

    def text(self) -> str:
        """The whole text, to which every ``at`` refers."""
        pieces: list[str] = []
        length = 0
        for paragraph in self.paragraphs():
            if paragraph.at > length:
                pieces.append("\n" * (paragraph.at - length))
            pieces.append(paragraph.text)
            length = paragraph.at + len(paragraph.text)
        return "".join(pieces)


def placed(lines: Iterable[tuple[str, int | None]]) -> Iterator[Paragraph]:
    """Lines with their page, put one after another with a line break between; long ones are cut at a sentence."""
    at = 0
    for line, page in lines:
        for piece in lines_of(line):
            yield Paragraph(at + piece.at, piece.text, page)
        at += len(line) + 1
