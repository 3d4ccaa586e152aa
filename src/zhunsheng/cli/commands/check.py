"""zhunsheng check: reads a report and finds the figures that cannot be true."""

import json
from argparse import ArgumentParser, Namespace
from decimal import Decimal
from pathlib import Path

from django.utils.translation import get_language, gettext, gettext_noop

from zhunsheng.checker import (
    Checked,
    Document,
    Entry,
    Matched,
    as_html,
    as_json,
    check_paragraphs,
    compare,
    listing,
    match,
    read,
)
from zhunsheng.cli.command import Command
from zhunsheng.kernel.indicators.figures import figures_of

OK, FOUND_SOMETHING = 0, 1
AROUND = 40


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("file", help=gettext("要校核的文件：文本、Markdown、网页、.docx 或 PDF"))
    parser.add_argument("--json", action="store_true", help=gettext("以JSON输出"))
    parser.add_argument("--against", metavar=gettext("文件"), help=gettext("上一年度的报告，核对两年的数字是否衔接"))
    parser.add_argument("--html", metavar=gettext("文件"), help=gettext("另写一份标注各数字的网页"))
    parser.add_argument("--ledger", metavar=gettext("年份"), help=gettext("与台账该年度的指标逐项比对"))


def _run(given: Namespace) -> int:
    document = read(given.file)
    checked = check_paragraphs(document.paragraphs())
    if given.against:
        checked.checks.extend(compare(checked, check_paragraphs(read(given.against).paragraphs())))
    matched = _with_ledger(document, checked, given.ledger) if given.ledger else None
    if given.html:
        page = as_html(document.text(), checked, document.name, _language())
        Path(given.html).write_text(page, encoding="utf-8")
    if given.json:
        print(json.dumps(as_json(checked, matched, _language()), ensure_ascii=False))
    else:
        for line in listing(checked, matched, _language()):
            print(line)
    return FOUND_SOMETHING if checked.findings or _differs(matched) else OK


def _language() -> str:
    return get_language() or "zh"


def _differs(matched: list[Matched] | None) -> bool:
    return any(each.status == "different" for each in matched or [])


def _with_ledger(document: Document, checked: Checked, year: str) -> list[Matched]:
    """Match with every indicator of the year, by the words around each figure."""
    entries = [
        Entry(each.code, each.title, _decimal(each.value), each.unit, int(year), definition=each.definition)
        for each in figures_of(year)
    ]
    text = document.text()
    around = [text[max(0, f.at - AROUND) : f.at + len(f.phrase) + AROUND] for f in checked.figures]
    return match(checked.figures, entries, around)


def _decimal(value: Decimal | None) -> Decimal | None:
    return None if value is None else Decimal(value)


COMMAND = Command(
    name="check",
    help=gettext_noop("校核一份报告：找出不可能成立的数字"),
    run=_run,
    arguments=_arguments,
    needs_tables=False,
)
