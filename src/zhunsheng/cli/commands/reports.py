"""zhunsheng report and restate: the files of a report, and what changed since it was sealed."""

import json
from argparse import ArgumentParser, Namespace
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext, gettext_noop

from zhunsheng.cli import arguments
from zhunsheng.cli.command import Command
from zhunsheng.kernel.indicators.figures import as_number, printed
from zhunsheng.kernel.reports.actions import report_of
from zhunsheng.kernel.reports.files import write_report_files
from zhunsheng.kernel.reports.restate import CAME, CHANGED, WENT, RecordChange, Restated, Restatement, restate


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("year", help=gettext("年份，例如 2023"))
    parser.add_argument("--form", default="annual", help=gettext("报告种类，默认 annual（法治政府建设年度报告）"))


def _file_arguments(parser: ArgumentParser) -> None:
    _arguments(parser)
    parser.add_argument("--folder", type=Path, default=settings.ZHUNSHENG.var / "reports", help=gettext("写入的文件夹"))


def _restate_arguments(parser: ArgumentParser) -> None:
    _arguments(parser)
    arguments.json_switch(parser)


def _report(given: Namespace) -> int:
    for path in write_report_files(report_of(given.form, given.year), given.folder):
        print(path)
    return 0


def _restate(given: Namespace) -> int:
    """Status 1 when a figure or its records differ from what was sealed."""
    found = restate(report_of(given.form, given.year))
    if given.json:
        print(json.dumps([_as_json(each) for each in found.differing], ensure_ascii=False, indent=1))
    else:
        _say(found)
    return int(bool(found.differing))


def _say(found: Restatement) -> None:
    moment = _moment(found.seal.sealed_at)
    print(gettext("“%(report)s”封存于%(moment)s。") % {"report": found.report.title, "moment": moment})
    for figure in found.differing:
        _say_figure(figure)
    if not found.differing:
        print(gettext("封存以来，全部数据及其记录都没有变动。"))
        return
    changed = sum(figure.sealed != figure.now for figure in found.differing)
    records = {record.key for figure in found.differing for record in figure.records}
    print(
        gettext("共 %(records)d 条记录有变动，涉及 %(figures)d 项数据，其中 %(changed)d 项的数值改变。")
        % {"records": len(records), "figures": len(found.differing), "changed": changed}
    )


def _say_figure(figure: Restated) -> None:
    numbers = {how: len(figure.of(how)) for how in (CAME, WENT, CHANGED)}
    counts = gettext("补入%(came)d条，撤出%(went)d条，变动%(changed)d条") % numbers
    sealed, now = printed(figure.sealed, figure.unit), printed(figure.now, figure.unit)
    print(f"{figure.code}\t{gettext(figure.title)}\t{sealed} → {now}\t{counts}")
    for record in figure.records:
        print(f"  {record.key}  {record.title}")
        for reason in record.reasons:
            print(f"    {_moment(reason.recorded_at)}  {reason.by}  {gettext(reason.what)}  {reason.note}")
            for name, before, after in reason.changes:
                print(f"      {gettext(name)}: {before} → {after}")


def _as_json(figure: Restated) -> dict[str, object]:
    return {
        "code": figure.code,
        "sealed": as_number(figure.sealed),
        "now": as_number(figure.now),
        "unit": figure.unit,
        "records": [_record(record) for record in figure.records],
    }


def _record(record: RecordChange) -> dict[str, object]:
    reasons = [
        {
            "what": gettext(reason.what),
            "day": reason.day.isoformat(),
            "recorded_at": reason.recorded_at.isoformat(),
            "by": reason.by,
            "note": reason.note,
            "changes": [list(change) for change in reason.changes],
        }
        for reason in record.reasons
    ]
    return {"key": record.key, "how": record.how, "title": record.title, "reasons": reasons}


def _moment(at: datetime) -> str:
    return timezone.localtime(at).strftime("%Y-%m-%d %H:%M")


REPORT = Command(
    name="report", help=gettext_noop("生成一份报告的网页、.docx 和 PDF 文件"), run=_report, arguments=_file_arguments
)
RESTATE = Command(
    name="restate",
    help=gettext_noop("逐项列出报告封存之后的变动及原因"),
    finds=gettext_noop("有数据或其记录与封存时不同"),
    run=_restate,
    arguments=_restate_arguments,
)
