"""Files come with an opening, a step or on their own, survive refusals, and go out as they came to those who may."""

import io
import re
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from zhunsheng.kernel.files.storing import path_of, store_file
from zhunsheng.kernel.matters.actions import take_step
from zhunsheng.kernel.models import Matter, StoredFile
from zhunsheng.kernel.roles import Role

PDF = b"%PDF-1.7 sample"


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "files"


def pdf(name="申请书.pdf", content=PDF):
    return SimpleUploadedFile(name, content)


def text(answer):
    return answer.content.decode()


def stored(matter, clerk, name="申请书.pdf"):
    return store_file(matter, name, io.BytesIO(PDF), by=clerk)


def test_files_come_with_the_opening(desk, world):
    given = {
        "title": "新申请", "unit": world.unit["justice"].pk, "opened_on": "2023-03-01",
        "applicant": "person", "channel": "web", "wanted": "预算", "files": [pdf(), pdf("身份证明.pdf", b"%PDF-1.4 x")],
    }  # fmt: skip
    assert desk.post("/foi/open/", given).status_code == 302
    matter = Matter.objects.get()
    assert [(file.name, file.sequence) for file in matter.files.all()] == [("申请书.pdf", 1), ("身份证明.pdf", 1)]
    line = desk.get(f"/m/{matter.pk}/").context["entries"][-1]
    assert [file["name"] for file in line["files"]] == ["申请书.pdf", "身份证明.pdf"]


def test_files_come_with_a_step_and_stand_at_its_line(desk, opened):
    matter = opened()
    given = {"on": "2023-03-02", "third_party": "甲", "version": 1, "files": pdf("征求意见函.pdf")}
    assert desk.post(f"/m/{matter.pk}/steps/consult/", given).status_code == 302
    assert matter.files.get().sequence == 2


def test_a_refused_form_keeps_the_good_files_and_says_what_is_wrong_with_the_bad(desk, opened):
    matter = opened()
    address = f"/m/{matter.pk}/steps/consult/"
    bad = SimpleUploadedFile("程序.pdf", b"MZ not a pdf")
    given = {"on": "2023-03-02", "third_party": "我写的", "version": 1, "files": [pdf("好.pdf"), bad]}
    answer = desk.post(address, given)
    assert answer.status_code == 422
    assert "内容不是pdf格式" in text(answer)
    assert "我写的" in text(answer)
    assert matter.files.count() == 0
    token = re.search(r'name="files-kept" value="([^"]+)"', text(answer))[1]
    again = {"on": "2023-03-02", "third_party": "我写的", "version": 1, "files-kept": token}
    assert desk.post(address, again).status_code == 302
    assert matter.files.get().name == "好.pdf"


def test_a_file_is_kept_through_a_conflict(desk, opened, world):
    matter = opened()
    take_step(matter, "extend", by=world.person("justice", Role.HEAD), on=date(2023, 3, 2))
    given = {"on": "2023-03-03", "third_party": "甲", "version": 1, "files": pdf("函.pdf")}
    answer = desk.post(f"/m/{matter.pk}/steps/consult/", given)
    assert answer.status_code == 409
    assert "函.pdf" in text(answer)


def test_what_one_person_uploaded_is_nothing_in_the_hands_of_another(client, opened, world):
    matter = opened()
    clerk, head = world.person("justice"), world.person("justice", Role.HEAD)
    client.force_login(clerk)
    address = f"/m/{matter.pk}/files/"
    answer = client.post(address, {"files": [pdf("好.pdf"), pdf("空.pdf", b"")]})
    token = re.search(r'name="files-kept" value="([^"]+)"', text(answer))[1]
    client.force_login(head)
    assert client.post(address, {"files-kept": token}).status_code == 422
    assert client.post(address, {"files-kept": "nonsense"}).status_code == 422
    assert matter.files.count() == 0


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("恶意.exe", b"MZ", "类型不在允许之列"),
        ("空.pdf", b"", "是空的"),
        ("表.docx", PDF, "内容不是docx格式"),
        ("没有后缀", PDF, "类型不在允许之列"),
    ],
)
def test_a_file_of_the_wrong_kind_is_refused_at_the_form(desk, opened, name, content, said):
    matter = opened()
    answer = desk.post(f"/m/{matter.pk}/files/", {"files": pdf(name, content)})
    assert answer.status_code == 422
    assert said in text(answer)
    assert matter.files.count() == 0


def test_a_file_that_is_too_large_is_refused(desk, opened, settings):
    matter = opened()
    large = PDF + b"x" * (settings.ZHUNSHENG.upload_mb << 20)
    answer = desk.post(f"/m/{matter.pk}/files/", {"files": pdf("大.pdf", large)})
    assert "兆字节" in text(answer)
    assert matter.files.count() == 0


def test_the_page_lists_files_with_size_digest_and_who(desk, opened, clerk):
    matter = opened()
    file = stored(matter, clerk)
    shown = text(desk.get(f"/m/{matter.pk}/"))
    for expected in (file.name, file.digest, str(clerk), f"/files/{file.pk}/"):
        assert expected in shown


def test_a_file_goes_out_as_it_came_and_is_never_shown_in_the_page(desk, opened, clerk):
    file = stored(opened(), clerk, "申请书;x\r\n.pdf")
    answer = desk.get(f"/files/{file.pk}/")
    assert b"".join(answer.streaming_content) == PDF
    assert answer["Content-Disposition"].startswith("attachment; filename*=utf-8''")
    assert "\n" not in answer["Content-Disposition"]
    assert answer["X-Content-Type-Options"] == "nosniff"


def test_a_stranger_gets_no_file(client, opened, clerk, world):
    file = stored(opened(), clerk)
    client.force_login(world.person("housing"))
    assert client.get(f"/files/{file.pk}/").status_code == 404
    assert client.post(f"/m/{file.matter_id}/files/", {"files": pdf()}).status_code == 404
    assert StoredFile.objects.count() == 1


def test_a_damaged_file_is_named_and_not_handed_out(desk, opened, clerk):
    file = stored(opened(), clerk)
    path_of(file.digest).write_bytes(b"%PDF-1.7 changed")
    answer = desk.get(f"/files/{file.pk}/")
    assert answer.status_code == 410
    assert "已丢失或者被改动" in text(answer)
