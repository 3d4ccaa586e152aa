"""What a file is, by its first bytes; packed formats by the names inside, which are read without unpacking."""

import codecs
import re
import unicodedata
import zipfile
from pathlib import PurePosixPath
from typing import BinaryIO

from zhunsheng.kernel.files.refusals import FileNameMissing, FileNotWhatItSays, FileTypeUnknown

LONGEST_NAME = 120
SUFFIXES = {
    "pdf": "pdf", "docx": "docx", "xlsx": "xlsx", "ofd": "ofd", "png": "png", "jpg": "jpg", "jpeg": "jpg",
    "txt": "txt", "mp3": "mp3", "mp4": "mp4",
}  # fmt: skip
"""Types by the suffixes allowed."""
BEGINNINGS = {
    "pdf": re.compile(rb"%PDF-"),
    "png": re.compile(rb"\x89PNG\r\n\x1a\n"),
    "jpg": re.compile(rb"\xff\xd8\xff"),
    "mp3": re.compile(rb"ID3|\xff[\xe2\xe3\xf2\xf3\xfa\xfb]"),
    "mp4": re.compile(rb".{4}ftyp", re.DOTALL),
}
PACKED = {"docx": "word/document.xml", "xlsx": "xl/workbook.xml", "ofd": "OFD.xml"}
HEAD = 4096


def safe_name(name: str) -> str:
    """The last part of a path, without signs that steer a screen or a file system; shortened before its suffix."""
    last = re.split(r"[/\\]", name)[-1]
    shown = "".join(sign for sign in last if not unicodedata.category(sign).startswith("C"))
    shown = re.sub(r'[<>:"|?*]', "_", shown).strip(" .")
    stem, suffix = PurePosixPath(shown).stem, PurePosixPath(shown).suffix
    if not stem or not shown:
        raise FileNameMissing(name=name[:LONGEST_NAME])
    return stem[: LONGEST_NAME - len(suffix)] + suffix[:LONGEST_NAME]


def type_of(name: str, file: BinaryIO) -> str:
    """The type of the content, which its suffix must name; refused when it is none of those allowed."""
    suffix = PurePosixPath(name).suffix.lower().lstrip(".")
    if suffix not in SUFFIXES:
        raise FileTypeUnknown(name=name, known="、".join(SUFFIXES))
    found = _recognised(file)
    if found != SUFFIXES[suffix]:
        raise FileNotWhatItSays(name=name, suffix=suffix, found=found or "—")
    return found


def _recognised(file: BinaryIO) -> str:
    file.seek(0)
    head = file.read(HEAD)
    for found, beginning in BEGINNINGS.items():
        if beginning.match(head):
            return found
    if head.startswith(b"PK\x03\x04"):
        return _packed(file)
    return "txt" if _is_text(head) else ""


def _packed(file: BinaryIO) -> str:
    try:
        with zipfile.ZipFile(file) as archive:
            names = {name.lstrip("/") for name in archive.namelist()}
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        return ""
    return next((found for found, inside in PACKED.items() if inside in names), "zip")


def _is_text(head: bytes) -> bool:
    """Whether the beginning reads as UTF-8 or GB 18030; a sign cut off at the end does not count."""
    if b"\0" in head:
        return False
    for encoding in ("utf-8", "gb18030"):
        try:
            codecs.getincrementaldecoder(encoding)().decode(head)
        except UnicodeDecodeError:
            continue
        return True
    return False
