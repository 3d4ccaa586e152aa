"""校核: reads a report and finds the figures that cannot be true.

Plain Python, no Django. The door for others:

    checked = check(text)                              # figures, checks and findings of a text
    document = read(path)                              # a file as lines; refuses what it cannot read
    checked = check_paragraphs(document.paragraphs())  # the same for a file
    for block, checks in stream(document.paragraphs()) # paragraph by paragraph: memory stays flat
    compare(checked, last_year)                        # further checks against last year's report
    match(checked.figures, entries, texts)             # each figure against the ledger of indicators
    as_json(checked) · listing(checked) · as_html(text, checked, title)

A ``Finding`` has a ``severity``: ``fault`` (cannot be true as printed), ``doubtful`` (cannot be true under the likely
reading) or ``note`` (digits cut off). A ``Check`` that the text is not clear enough for has ``holds`` None.
"""

from zhunsheng.checker.blocks import Block, Paragraph
from zhunsheng.checker.check import check, check_paragraphs, stream
from zhunsheng.checker.compare import compare
from zhunsheng.checker.ledger import Entry, Matched, match
from zhunsheng.checker.model import Check, Checked, Figure, Finding
from zhunsheng.checker.output.as_html import as_html
from zhunsheng.checker.output.as_json import as_json
from zhunsheng.checker.output.listing import listing
from zhunsheng.checker.reading import read
from zhunsheng.checker.reading.document import Document

__all__ = [
    "Block", "Check", "Checked", "Document", "Entry", "Figure", "Finding", "Matched", "Paragraph",
    "as_html", "as_json", "check", "check_paragraphs", "compare", "listing", "match", "read", "stream",
]  # fmt: skip
