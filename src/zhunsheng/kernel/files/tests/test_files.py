"""Files come back byte by byte; what is too large, of another type, damaged or not one's own is refused."""

import errno
import io
import os
import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from django.conf import settings as django_settings

from zhunsheng.kernel.digests import sm3_hex
from zhunsheng.kernel.files import storing
from zhunsheng.kernel.files.refusals import (
    FileDamaged,
    FileEmpty,
    FileNameMissing,
    FileNotWhatItSays,
    FileTooLarge,
    FileTypeUnknown,
)
from zhunsheng.kernel.files.storing import open_file, path_of, store_file, verify_files
from zhunsheng.kernel.files.types import safe_name
from zhunsheng.kernel.matters.actions import open_matter, take_step
from zhunsheng.kernel.models import StoredFile
from zhunsheng.kernel.refusals import DiskFull, MatterNotFound

PDF = b"%PDF-1.7 sample"


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "files"
    return settings.MEDIA_ROOT


@pytest.fixture
def matter(world):
    return open_matter(
        "foi", by=world.person("justice"), title="样例申请", unit=world.unit["justice"], opened_on=date(2023, 3, 1),
        applicant="person", channel="web", wanted="样例",
    )  # fmt: skip


def packed(*names):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return file.getvalue()


def stored(matter, world, name="申请书.pdf", content=PDF, **options):
    return store_file(matter, name, io.BytesIO(content), by=world.person("justice"), **options)


def test_a_file_is_kept_under_its_digest_and_comes_back_unchanged(matter, world, folder):
    entry = take_step(matter, "consult", by=world.person("justice"), on=date(2023, 3, 2), third_party="甲公司")
    file = stored(matter, world, entry=entry)
    assert (file.name, file.size, file.type, file.sequence) == ("申请书.pdf", len(PDF), "pdf", 2)
    assert file.digest == sm3_hex(PDF)
    assert path_of(file.digest) == folder / file.digest[:2] / file.digest[2:]
    with open_file(file, world.person("justice")) as opened:
        assert opened.read() == PDF
    assert list(folder.glob("draft-*")) == []
    assert verify_files() == []


def test_the_same_bytes_twice_are_kept_once(matter, world, folder):
    stored(matter, world)
    stored(matter, world, name="副本.pdf")
    assert StoredFile.objects.count() == 2
    assert sum(path.is_file() for path in folder.rglob("*")) == 1


def test_a_stranger_neither_reads_nor_adds_nor_lists(matter, world):
    file = stored(matter, world)
    stranger = world.person("housing")
    with pytest.raises(MatterNotFound):
        open_file(file, stranger)
    with pytest.raises(MatterNotFound):
        store_file(matter, "a.pdf", io.BytesIO(PDF), by=stranger)
    assert not StoredFile.objects.visible_to(stranger).exists()
    assert StoredFile.objects.visible_to(world.person("government")).get() == file


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.png", b"\x89PNG\r\n\x1a\n...."),
        ("a.JPEG", b"\xff\xd8\xff\xe0...."),
        ("a.docx", packed("[Content_Types].xml", "word/document.xml")),
        ("a.xlsx", packed("xl/workbook.xml")),
        ("a.ofd", packed("OFD.xml", "Doc_0/Document.xml")),
        ("a.txt", "样例文本".encode()),
        ("a.txt", "样例文本".encode("gb18030")),
        ("a.txt", b"a" + "样".encode() * 3000),
        ("a.mp3", b"ID3\x04...."),
        ("a.mp4", b"\x00\x00\x00\x18ftypmp42"),
    ],
)
def test_allowed_types_are_recognised_by_their_content(matter, world, name, content):
    assert stored(matter, world, name, content).name == name


@pytest.mark.parametrize(
    ("name", "content", "refusal"),
    [
        ("a.exe", b"MZ....", FileTypeUnknown),
        ("a", PDF, FileTypeUnknown),
        ("a.pdf.html", b"<script>", FileTypeUnknown),
        ("a.pdf", b"MZ\x00....", FileNotWhatItSays),
        ("a.png", PDF, FileNotWhatItSays),
        ("a.docx", packed("xl/workbook.xml"), FileNotWhatItSays),
        ("a.docx", packed("evil.exe"), FileNotWhatItSays),
        ("a.docx", b"PK\x03\x04 torn", FileNotWhatItSays),
        ("a.txt", b"\x00\x01", FileNotWhatItSays),
        ("a.pdf", b"", FileEmpty),
        ("../..", PDF, FileNameMissing),
        (".pdf", PDF, FileTypeUnknown),
    ],
)
def test_what_is_not_allowed_leaves_no_trace(matter, world, folder, name, content, refusal):
    with pytest.raises(refusal):
        stored(matter, world, name, content)
    assert not StoredFile.objects.exists()
    assert [path for path in folder.rglob("*") if path.is_file()] == []


def test_a_file_larger_than_allowed_is_refused_before_it_is_read_to_its_end(matter, world, settings):
    settings.ZHUNSHENG = replace(settings.ZHUNSHENG, upload_mb=1)
    content = io.BytesIO(PDF + bytes(3 << 20))
    with pytest.raises(FileTooLarge, match="1兆字节"):
        store_file(matter, "a.pdf", content, by=world.person("justice"))
    assert content.tell() < 2 << 20


def test_a_packed_file_is_not_unpacked(matter, world):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", bytes(50 << 20))
    assert stored(matter, world, "a.docx", file.getvalue()).size < 100_000


def test_names_lose_paths_and_signs_that_steer():
    assert safe_name("C:\\公文\\..\\申请书.pdf") == "申请书.pdf"
    assert safe_name("../../etc/申请\u202e书\n.pdf") == "申请书.pdf"
    assert safe_name('a"b<c>.pdf') == "a_b_c_.pdf"
    assert len(safe_name("长" * 300 + ".pdf")) == 120
    assert safe_name("长" * 300 + ".pdf").endswith(".pdf")


def test_a_full_disk_is_said_in_words_and_leaves_no_row(matter, world, folder, monkeypatch):
    def full(handle):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(storing.os, "fsync", full)
    with pytest.raises(DiskFull):
        stored(matter, world)
    assert not StoredFile.objects.exists()
    assert list(folder.iterdir()) == []


def test_a_changed_or_missing_file_is_not_handed_out_and_is_named(matter, world):
    changed, gone = stored(matter, world), stored(matter, world, content=PDF + b"2")
    os.chmod(path_of(changed.digest), 0o600)
    path_of(changed.digest).write_bytes(PDF[:-1] + b"!")
    path_of(gone.digest).unlink()
    for file in (changed, gone):
        with pytest.raises(FileDamaged, match=matter.number):
            open_file(file, world.person("justice"))
    seen = []
    damaged = verify_files(lambda done, total: seen.append((done, total)))
    assert [each.values["digest"] for each in damaged] == [changed.digest[:16], gone.digest[:16]]
    assert seen == [(1, 2), (2, 2)]


def test_uploads_are_kept_outside_what_is_served():
    assert not Path(django_settings.MEDIA_ROOT).is_relative_to(Path(storing.__file__).parents[2])
