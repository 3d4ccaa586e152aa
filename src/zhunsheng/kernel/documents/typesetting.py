"""The one door to the typesetter: fixed templates in, bytes out; text travels as JSON and is never read as markup."""

import json
import re
from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Literal

import typst

from zhunsheng.kernel.documents.fonts import FontSet
from zhunsheng.law.refusal import Refusal


class TextNotDrawable(Refusal):
    """Text with a character that no installed font has; it would be an empty box."""

    zh = "文件“{title}”中的“{text}”没有任何已安装的字体能显示：请删去或改用文字，或安装含有该字符的字体。"
    en = "Document “{title}”: no installed font can show “{text}”; remove it, or install a font that has it."


UNDATED = date(2000, 1, 1)
NOT_DRAWABLE = re.compile(r'the text `"(.+)"` could not be displayed', re.DOTALL)
STANDARDS: list["typst.PDFStandard"] = ["a-2a", "ua-1"]


class NotTypeset(Refusal):
    """The typesetter refused the document or warned about it."""

    zh = "文件“{title}”未能排版，排版程序报告：{reason}。请改正所指之处后再出文。"
    en = "Document “{title}” could not be typeset: {reason}. Repair what it names."


def typeset_pdf(template: str, content: Mapping[str, object], *, title: str, day: date, fonts: FontSet) -> bytes:
    """A PDF that is both PDF/A-2a and PDF/UA-1, dated `day`; the same input gives the same bytes."""
    return _typeset(template, content, "pdf", title, day, fonts)


def typeset_png(template: str, content: Mapping[str, object], *, title: str, fonts: FontSet) -> bytes:
    """A picture at 220 dots an inch; the same input gives the same bytes.

    The same page is made as a PDF first, because only there the typesetter refuses characters it cannot draw.
    """
    _typeset(template, content, "pdf", title, UNDATED, fonts)
    return _typeset(template, content, "png", title, UNDATED, fonts)


def _typeset(
    template: str,
    content: Mapping[str, object],
    output: Literal["pdf", "png"],
    title: str,
    day: date,
    fonts: FontSet,
) -> bytes:
    try:
        printed, warnings = typst.compile_with_warnings(
            (Path(__file__).parent / template).read_bytes(),
            font_paths=fonts.handle,
            ignore_system_fonts=True,
            format=output,
            ppi=220 if output == "png" else None,
            sys_inputs={"document": json.dumps(content, ensure_ascii=False)},
            pdf_standards=STANDARDS if output == "pdf" else None,
            timestamp=datetime.combine(day, time(), UTC),
        )
    except typst.TypstError as error:
        raise _refusal(title, error.message) from error
    if warnings:
        raise NotTypeset(title=title, reason="; ".join(warning.message for warning in warnings))
    return printed


def _refusal(title: str, reason: str) -> Refusal:
    found = NOT_DRAWABLE.search(reason)
    return TextNotDrawable(title=title, text=found[1]) if found else NotTypeset(title=title, reason=reason)
