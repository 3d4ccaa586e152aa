"""Documents are filled from the record, show their gaps, go out numbered and frozen, and say it when changed."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.utils import timezone, translation

from zhunsheng.kernel.documents import Heading, Paragraph, to_docx
from zhunsheng.kernel.issuing.actions import document_of, issue_document, verify_documents
from zhunsheng.kernel.issuing.drafting import draft, preview
from zhunsheng.kernel.issuing.refusals import (
    DocumentChanged,
    EditUnknown,
    GapsLeft,
    IssuedAlready,
    IssuedBeforeTheStep,
    NothingToAnnounce,
    UnknownDocument,
)
from zhunsheng.kernel.journal.walls import AppendedOnly, walls_lowered
from zhunsheng.kernel.matters.actions import open_matter, revoke_step, take_step
from zhunsheng.kernel.models import IssuedDocument, JournalEntry
from zhunsheng.kernel.numbering import NumberSeries
from zhunsheng.kernel.refusals import DayInTheFuture, MatterNotFound, NotYourStep
from zhunsheng.kernel.roles import Role

OPENED, ASKED = date(2023, 3, 1), date(2023, 3, 3)
APPLICANT = {"role": "applicant", "name": "张三丰"}


@pytest.fixture
def clerk(world):
    return world.person("justice")


def a_request(world, *parties, opened_on=OPENED):
    return open_matter(
        "foi", by=world.person("justice"), title="样例申请", unit=world.unit["justice"], opened_on=opened_on,
        applicant="person", channel="web", wanted="2022年度样例工程的招标文件", parties=parties,
    )  # fmt: skip


@pytest.fixture
def asked(world, clerk):
    """A request whose applicant is asked to correct it."""
    matter = a_request(world, APPLICANT)
    note = "请写明文件名称。\n\n请写明获取方式。"
    take_step(matter, "ask_to_correct", by=clerk, on=ASKED, correct_by=date(2023, 3, 20), note=note)
    return matter


def text(document):
    return "\n".join(
        block.text if isinstance(block, Heading) else "".join(run.text for run in block.runs) for block in document.body
    )


def test_a_preview_is_filled_from_the_record_and_writes_nothing(asked):
    document = preview(asked, "foi.correction", on=ASKED)
    assert (document.title, document.addressed_to) == ("政府信息公开申请补正告知书", "张三丰")
    assert (document.organ, document.signed_by, document.number) == ("样例区司法局", "样例区司法局", "")
    assert "2023年3月1日" in text(document)
    assert "2023年3月20日" in text(document)
    assert Paragraph.of("请写明获取方式。") in document.body
    assert not IssuedDocument.objects.exists()
    assert not NumberSeries.objects.filter(series="foi.correction").exists()


def test_a_document_is_numbered_frozen_and_printed_as_it_was(asked, clerk):
    issued = issue_document(asked, "foi.correction", by=clerk, on=ASKED)
    assert (issued.number, issued.sequence) == ("样例公开补〔2023〕1号", 2)
    type(asked).objects.filter(pk=asked.pk).update(wanted="别的内容")
    document = document_of(IssuedDocument.objects.get())
    assert document.number == issued.number
    assert document.dated_on == ASKED
    assert "招标文件" in text(document)
    assert document == document_of(issued)
    assert to_docx(document).startswith(b"PK")


def test_issuing_moves_neither_the_matter_nor_the_journal(asked, clerk):
    issue_document(asked, "foi.correction", by=clerk)
    fresh = type(asked).objects.get(pk=asked.pk)
    assert (fresh.state, fresh.version) == (asked.state, asked.version)
    assert JournalEntry.objects.filter(matter=asked).count() == 2


def test_the_text_is_chinese_for_whoever_reads_the_screen_in_english(asked):
    with translation.override("en"):
        assert "2023年3月20日" in text(preview(asked, "foi.correction"))


def test_a_gap_is_shown_named_and_stops_the_issue_until_it_is_filled(world, clerk):
    matter = a_request(world)
    take_step(matter, "ask_to_correct", by=clerk, on=ASKED, correct_by=date(2023, 3, 20))
    ready = draft(matter, "foi.correction")
    assert ready.gaps == ["申请人", "“告知补正”的说明"]
    with pytest.raises(GapsLeft, match="申请人、“告知补正”的说明"):
        issue_document(matter, "foi.correction", by=clerk)
    assert not NumberSeries.objects.filter(series="foi.correction").exists()
    edits = {
        "addressed_to": "李四",
        "text": ready.text.replace("【待填：“告知补正”的说明】", "# 一、事项\n\n请写明名称。"),
    }
    document = document_of(issue_document(matter, "foi.correction", by=clerk, edits=edits))
    assert document.addressed_to == "李四"
    assert Heading("一、事项", 1) in document.body


def test_unknown_parts_and_documents_are_refused_with_what_there_is(asked, clerk):
    with pytest.raises(EditUnknown, match="addressed_to"):
        issue_document(asked, "foi.correction", by=clerk, edits={"number": "1"})
    with pytest.raises(UnknownDocument, match="foi.reply"):
        preview(asked, "foi.replay")


def test_before_its_step_a_document_cannot_be_issued(world, clerk):
    with pytest.raises(NothingToAnnounce, match="告知补正"):
        issue_document(a_request(world, APPLICANT), "foi.correction", by=clerk)


def test_a_withdrawn_step_takes_its_document_along(asked, world, clerk):
    revoke_step(asked, by=world.person("justice", Role.HEAD), reason="误登")
    with pytest.raises(NothingToAnnounce):
        preview(asked, "foi.correction")


def test_twice_for_one_step_is_refused_and_again_after_the_step_is_taken_anew(asked, world, clerk):
    issue_document(asked, "foi.correction", by=clerk, on=ASKED)
    with pytest.raises(IssuedAlready, match="样例公开补〔2023〕1号"):
        issue_document(asked, "foi.correction", by=clerk)
    revoke_step(asked, by=world.person("justice", Role.HEAD), reason="文书有误")
    take_step(asked, "ask_to_correct", by=clerk, on=ASKED, correct_by=date(2023, 3, 21), note="更正后的事项")
    assert issue_document(asked, "foi.correction", by=clerk, on=ASKED).number == "样例公开补〔2023〕2号"


def test_the_day_lies_between_the_step_and_today(asked, clerk):
    with pytest.raises(IssuedBeforeTheStep):
        issue_document(asked, "foi.correction", by=clerk, on=ASKED - timedelta(days=1))
    with pytest.raises(DayInTheFuture):
        issue_document(asked, "foi.correction", by=clerk, on=timezone.localdate() + timedelta(days=1))


def test_only_the_role_of_the_step_issues_its_document(world, clerk):
    matter = a_request(world, APPLICANT)
    take_step(matter, "extend", by=world.person("justice", Role.HEAD), on=ASKED)
    with pytest.raises(NotYourStep):
        issue_document(matter, "foi.extension", by=clerk)
    with pytest.raises(MatterNotFound):
        issue_document(matter, "foi.extension", by=world.person("housing", Role.HEAD))
    assert issue_document(matter, "foi.extension", by=world.person("justice", Role.HEAD)).number


def test_a_stranger_sees_no_document(asked, world, clerk):
    issued = issue_document(asked, "foi.correction", by=clerk)
    assert IssuedDocument.objects.visible_to(clerk).get() == issued
    assert not IssuedDocument.objects.visible_to(world.person("housing")).exists()


def test_a_changed_document_is_not_printed_and_is_named(asked, clerk):
    issued = issue_document(asked, "foi.correction", by=clerk)
    with pytest.raises(AppendedOnly):
        IssuedDocument.objects.all().update(title="别的")
    assert verify_documents() == []
    changed = {**issued.frozen, "addressed_to": "李四"}
    field = IssuedDocument._meta.get_field("frozen")
    with walls_lowered(), connection.cursor() as cursor:
        cursor.execute("UPDATE kernel_issueddocument SET frozen = %s", [field.get_db_prep_save(changed, connection)])
    issued = IssuedDocument.objects.get()
    with pytest.raises(DocumentChanged, match=issued.number):
        document_of(issued)
    assert [problem.values["document"] for problem in verify_documents()] == [issued.number]


REPLIED = {"2023": date(2023, 3, 10), "2024": date(2024, 3, 11), "2025": date(2025, 7, 10)}
SUE_AT_ONCE, REVIEW_FIRST = "第四十六条", "第二十三条第一款第四项"


@pytest.mark.parametrize(
    ("day", "outcome", "expected", "unexpected"),
    [
        ("2023", "refused_secret", ["第九条", SUE_AT_ONCE], [REVIEW_FIRST, "第二十条"]),
        ("2024", "refused_query", ["第二十条", REVIEW_FIRST, "第四十五条"], [SUE_AT_ONCE, "法释〔2025〕8号"]),
        ("2024", "provided", ["第二十条", SUE_AT_ONCE], [REVIEW_FIRST]),
        ("2025", "refused_third", [REVIEW_FIRST, "法释〔2025〕8号", "十五日"], [SUE_AT_ONCE]),
        ("2025", "refused_query", ["第二十条", SUE_AT_ONCE], [REVIEW_FIRST]),
        ("2025", "not_exist", [SUE_AT_ONCE], [REVIEW_FIRST]),
        ("2025", "repeat", [SUE_AT_ONCE], [REVIEW_FIRST]),
    ],
)
def test_a_reply_names_the_remedies_of_its_day(world, day, outcome, expected, unexpected):
    replied = REPLIED[day]
    matter = a_request(world, APPLICANT, opened_on=replied - timedelta(days=5))
    step = "refuse" if outcome.startswith("refused") else "reply"
    head = world.person("justice", Role.HEAD)
    take_step(matter, step, by=head, on=replied, outcome=outcome, reply_text="样例理由。")
    written = text(preview(matter, "foi.reply", on=replied))
    assert matter.outcome_title in written
    assert [words for words in expected if words not in written] == []
    assert [words for words in unexpected if words in written] == []


def test_a_partial_reply_names_review_first_where_it_was_ticked(world, clerk):
    matter = a_request(world, APPLICANT, opened_on=date(2025, 7, 1))
    take_step(matter, "reply", by=clerk, on=date(2025, 7, 10), outcome="partial", reply_text="部分", review_first=True)
    assert REVIEW_FIRST in text(preview(matter, "foi.reply"))


def test_every_document_of_a_request_comes_without_gaps_from_a_full_record(world, clerk):
    head = world.person("justice", Role.HEAD)
    matter = a_request(world, APPLICANT)
    take_step(matter, "consult", by=clerk, on=ASKED, third_party="甲公司")
    take_step(matter, "heard", by=clerk, on=date(2023, 3, 8))
    take_step(matter, "extend", by=head, on=date(2023, 3, 9), extension_days=10)
    take_step(matter, "reply", by=clerk, on=date(2023, 3, 10), outcome="provided", reply_text="见附件。")
    issued = [issue_document(matter, f"foi.{name}", by=head) for name in ("consultation", "extension", "reply")]
    assert document_of(issued[0]).addressed_to == "甲公司"
    assert "延长10个工作日，至2023年" in text(document_of(issued[1]))
