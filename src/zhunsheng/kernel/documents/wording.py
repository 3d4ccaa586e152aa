"""The fixed wording and numbering of official documents, the same in every format."""

import math
import unicodedata
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from zhunsheng.kernel.documents.model import Block, Chart, Heading, OfficialDocument, Table

LINE_OF_28 = 442.0
TALLEST_MARK = 44.0
NARROWEST_MARK = 0.66


def chinese_date(day: date) -> str:
    """The date of a document: Arabic numerals, full year, no leading zeros (GB/T 9704-2012, 7.3.5)."""
    return f"{day.year}年{day.month}月{day.day}日"


def printable(text: str) -> str:
    """The text without control characters and broken surrogates, which no format can carry; line ends stay."""
    kept = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    return "".join(letter for letter in kept if letter == "\n" or not _unprintable(letter))


def _unprintable(letter: str) -> bool:
    return unicodedata.category(letter) in ("Cc", "Cs") or ord(letter) & 0xFFFE == 0xFFFE


def em_width(text: str) -> float:
    """Width in characters: a Chinese character or full-width mark is 1, anything else a half, a change a quarter."""
    wide = [unicodedata.east_asian_width(letter) in "WF" or letter in "“”‘’—…" for letter in text]
    return sum(1.0 if one else 0.5 for one in wide) + sum(0.25 for one, other in pairwise(wide) if one is not other)


def mark_shape(mark: str) -> tuple[float, float]:
    """Size in points and horizontal scale of a red head that stays on one line, narrowed before it is made smaller."""
    wide = max(em_width(mark), 1.0)
    size = min(TALLEST_MARK, LINE_OF_28 / (wide * NARROWEST_MARK))
    return math.floor(size * 2) / 2, min(1.0, LINE_OF_28 / (wide * size))


def signature_indents(document: OfficialDocument) -> tuple[float, float]:
    """Characters left free to the right of the signature and of the date.

    The date keeps four; the signature is centred over it as far as the margin lets it (GB/T 9704-2012, 7.3.5).
    """
    day = em_width(chinese_date(document.dated_on))
    return max(0.0, 4 + (day - em_width(document.signed_by)) / 2), 4.0


def salutation(document: OfficialDocument) -> str:
    """The addressee with its colon, or nothing."""
    return document.addressed_to.rstrip("：: ") + "：" if document.addressed_to else ""


def attachment_lines(document: OfficialDocument) -> tuple[tuple[str, str], ...]:
    """The list of attachments as (lead, name): the lead names the list once and numbers its lines."""
    listed = (*document.attachments, *(annex.caption for annex in document.annexes))
    names = tuple(name.rstrip("。.；; ") for name in listed)
    if len(names) == 1:
        return (("附件：", names[0]),)
    return tuple((("附件：" if place == 1 else "") + f"{place}. ", name) for place, name in enumerate(names, 1))


def annex_marks(document: OfficialDocument) -> tuple[str, ...]:
    """What stands at the head of each annex: 附件1, 附件2 in the order of the list, 附件 where it is the only one."""
    before, total = len(document.attachments), len(document.attachments) + len(document.annexes)
    return ("附件",) if total == 1 and not before else tuple(f"附件{place}" for place in range(before + 1, total + 1))


def remark(document: OfficialDocument) -> str:
    """The remark in its brackets, or nothing."""
    return f"（{document.remark.strip('（）()')}）" if document.remark else ""


def copied_to(document: OfficialDocument) -> str:
    """The line of those who get a copy, or nothing."""
    names = "，".join(name.rstrip("。，, ") for name in document.copied_to)
    return f"抄送：{names}。" if names else ""


def printed(document: OfficialDocument) -> tuple[str, str]:
    """Who printed it and when, or two empty strings."""
    if not document.printed_by:
        return "", ""
    return document.printed_by, f"{chinese_date(document.printed_on or document.dated_on)}印发"


def first_lines(document: OfficialDocument) -> tuple[str, ...]:
    """Copy number, secrecy and urgency in their order, those that are given."""
    return tuple(text for text in (document.copy_number, document.secrecy, document.urgency) if text)


def captions(body: tuple[Block, ...]) -> tuple[str, ...]:
    """For each block its numbered caption (表1　… or 图1　…), empty where it has none."""
    return tuple(_captions(body))


def _captions(body: tuple[Block, ...]) -> Iterator[str]:
    counts = {"表": 0, "图": 0}
    for block in body:
        kind = "表" if isinstance(block, Table) else "图"
        if isinstance(block, Table | Chart) and block.caption:
            counts[kind] += 1
            yield f"{kind}{counts[kind]}　{block.caption}"
        else:
            yield ""


def depths(body: tuple[Block, ...]) -> tuple[int, ...]:
    """For each block its place in the outline: a heading's level without gaps, as PDF/UA wants it; 0 for the rest."""
    deepest, found = 0, []
    for block in body:
        depth = min(block.level, deepest + 1) if isinstance(block, Heading) else 0
        deepest = depth or deepest
        found.append(depth)
    return tuple(found)
