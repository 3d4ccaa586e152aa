"""An official document as plain JSON and back: what is frozen when it is issued."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from zhunsheng.kernel.documents import Block, Heading, OfficialDocument, Paragraph

PRINTED = ("title", "number", "organ", "signed_by", "addressed_to")


def frozen(document: OfficialDocument) -> dict[str, Any]:
    """What is printed, as JSON keeps it."""
    words = {name: getattr(document, name) for name in PRINTED}
    return words | {"dated_on": document.dated_on.isoformat(), "body": [_plain(block) for block in document.body]}


def thawed(kept: Mapping[str, Any]) -> OfficialDocument:
    """The document that was frozen."""
    words = {name: kept[name] for name in PRINTED}
    body = tuple(block_of(level, text) for level, text in kept["body"])
    return OfficialDocument(dated_on=date.fromisoformat(kept["dated_on"]), body=body, **words)


def blocks(text: str) -> tuple[Block, ...]:
    """Blank lines part paragraphs, ``# `` and ``## `` begin headings; single line breaks inside a paragraph vanish."""
    parts = ("".join(line.strip() for line in part.splitlines()) for part in _paragraphs(text))
    return tuple(_block(part) for part in parts if part)


def block_of(level: int, text: str) -> Block:
    return Heading(text, level) if level else Paragraph.of(text)


def _plain(block: Block) -> tuple[int, str]:
    if isinstance(block, Heading):
        return block.level, block.text
    if isinstance(block, Paragraph):
        return 0, "".join(run.text for run in block.runs)
    raise TypeError(f"texts of documents hold headings and paragraphs, not {type(block).__name__}")


def _paragraphs(text: str) -> list[str]:
    lines = ["" if not line.strip() else line for line in text.splitlines()]
    return "\n".join(lines).split("\n\n")


def _block(part: str) -> Block:
    marks = len(part) - len(part.lstrip("#"))
    if marks and part[marks : marks + 1] == " ":
        return Heading(part[marks:].strip(), marks)
    return Paragraph.of(part)
