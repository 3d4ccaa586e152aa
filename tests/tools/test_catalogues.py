"""Catalogues of messages are compiled without the gettext programs."""

import gettext
import os

import catalogues
import pytest

PO = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgid "待答复"\nmsgstr "Awaiting a reply"\n'


@pytest.fixture
def source(tmp_path, monkeypatch):
    folder = tmp_path / "kernel" / "locale" / "en" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "django.po").write_text(PO, encoding="utf-8")
    monkeypatch.setattr(catalogues, "SOURCES", tmp_path)
    return folder / "django.po"


def test_a_compiled_catalogue_translates(source):
    assert catalogues.main() == 0
    with source.with_suffix(".mo").open("rb") as file:
        assert gettext.GNUTranslations(file).gettext("待答复") == "Awaiting a reply"
    assert sorted(path.name for path in source.parent.iterdir()) == ["django.mo", "django.po"]


def test_only_a_changed_catalogue_is_compiled_again(source):
    catalogues.main()
    result = source.with_suffix(".mo")
    first = result.stat().st_ino
    catalogues.main()
    assert result.stat().st_ino == first
    later = result.stat().st_mtime + 10
    os.utime(source, (later, later))
    catalogues.main()
    assert result.stat().st_ino != first
