"""The catalogues hold what is used, keep what is translated, and name what is missing or wrong."""

import gettext
from pathlib import Path

import polib
import pytest

from zhunsheng.kernel import messages
from zhunsheng.kernel.messages import Message, UnreadableSource

TEMPLATE = """{% load i18n %}{% translate "搜索" %}{% translate title %}
{{ _("筛选") }}{% include "x" with t=_("标题") %}
{% translate "开" context "动词" %}
{% blocktranslate trimmed count n=total %}
  共 {{ n }} 件
{% plural %}
  共 {{ n }} 件
{% endblocktranslate %}"""
CODE = '''"""A page."""
TITLE = gettext_lazy("办件清单")
TEXT = _("现在处于"
         "“%(state)s”。")
COUNT = ngettext("%(n)d 天", "%(n)d 天", n)
OTHER = pgettext("日期", "日")
NONE = gettext(name)
'''


@pytest.fixture
def root(tmp_path: Path) -> Path:
    put(tmp_path / "desk/templates/desk/list.html", TEMPLATE)
    put(tmp_path / "kernel/page.py", CODE)
    put(tmp_path / "domains/oversight/foi/pages.py", 'A = gettext("搜索"), gettext("答复")\n')
    return tmp_path


def put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def catalogue(root: Path, folder: str) -> Path:
    return root / folder / "locale/en/LC_MESSAGES/django.po"


def say(path: Path, **said: str) -> None:
    book = polib.pofile(str(path))
    for entry in book:
        if entry.msgid in said:
            entry.msgstr = said[entry.msgid]
    book.save()


def test_templates_code_and_declarations_are_collected(root: Path) -> None:
    found = messages.collect(root, [(root / "domains/oversight/foi", "待答复")])
    assert found[root / "desk"] == [
        Message("共 %(n)s 件", plural="共 %(n)s 件"),
        Message("开", context="动词"),
        Message("搜索"),
        Message("标题"),
        Message("筛选"),
    ]
    assert found[root / "kernel"] == [
        Message("%(n)d 天", plural="%(n)d 天"),
        Message("办件清单"),
        Message("日", context="日期"),
        Message("现在处于“%(state)s”。"),
    ]
    assert found[root / "domains/oversight/foi"] == [Message("待答复"), Message("答复")]


def test_a_text_of_two_folders_stands_in_one_catalogue(root: Path) -> None:
    messages.update_catalogues(root)
    assert "搜索" in catalogue(root, "desk").read_text(encoding="utf-8")
    assert "搜索" not in catalogue(root, "domains/oversight/foi").read_text(encoding="utf-8")


def test_a_second_update_changes_nothing(root: Path) -> None:
    assert len(messages.update_catalogues(root)) == 3
    assert messages.update_catalogues(root) == []


def test_no_path_and_no_date_is_written(root: Path) -> None:
    messages.update_catalogues(root)
    text = catalogue(root, "kernel").read_text(encoding="utf-8")
    assert str(root) not in text
    assert "page.py" not in text
    assert "Date" not in text


def test_translations_are_kept_move_along_and_are_dropped_with_their_text(root: Path) -> None:
    messages.update_catalogues(root)
    say(catalogue(root, "domains/oversight/foi"), 答复="Reply")
    put(root / "desk/more.py", 'B = gettext("答复")\n')
    messages.update_catalogues(root)
    assert '"Reply"' in catalogue(root, "desk").read_text(encoding="utf-8")
    assert not catalogue(root, "domains/oversight/foi").exists()
    (root / "desk/more.py").unlink()
    put(root / "domains/oversight/foi/pages.py", '"""Nothing."""\n')
    messages.update_catalogues(root)
    assert "Reply" not in catalogue(root, "desk").read_text(encoding="utf-8")


def test_what_has_no_translation_is_missing(root: Path) -> None:
    messages.update_catalogues(root)
    say(catalogue(root, "desk"), 搜索="Search")
    lacking = messages.missing(root, [(root / "domains/oversight/foi", "待答复")])
    assert (root / "domains/oversight/foi", "待答复") in lacking
    assert "搜索" not in {text for _folder, text in lacking}


def test_a_text_that_nothing_needs_any_more_is_unused(root: Path) -> None:
    messages.update_catalogues(root)
    assert messages.unused(root) == []
    put(root / "kernel/page.py", '"""Nothing."""\n')
    assert (root / "kernel", "办件清单") in messages.unused(root)


def test_a_declared_unit_has_a_plural(root: Path) -> None:
    messages.update_catalogues(root, [(root / "domains/oversight/foi", Message("件", plural="件"))])
    (entry,) = (each for each in polib.pofile(str(catalogue(root, "domains/oversight/foi"))) if each.msgid == "件")
    assert entry.msgid_plural == "件"


def test_lost_and_invented_placeholders_are_problems(root: Path) -> None:
    messages.update_catalogues(root)
    say(catalogue(root, "kernel"), **{"现在处于“%(state)s”。": "Now in %(stat)s."})
    (problem,) = messages.problems(root)
    assert problem.folder == root / "kernel"
    assert "%(stat)s ≠ %(state)s" in problem.reason
    say(catalogue(root, "kernel"), **{"现在处于“%(state)s”。": "Now in %(state)s."})
    assert messages.problems(root) == []


def test_compiled_catalogues_are_read_by_gettext(root: Path) -> None:
    messages.update_catalogues(root)
    say(catalogue(root, "desk"), 搜索="Search")
    made = messages.compile_catalogues(root)
    assert len(made) == 3
    with catalogue(root, "desk").with_suffix(".mo").open("rb") as compiled:
        assert gettext.GNUTranslations(compiled).gettext("搜索") == "Search"


def test_a_compiled_catalogue_goes_with_its_source(root: Path) -> None:
    messages.update_catalogues(root)
    messages.compile_catalogues(root)
    catalogue(root, "desk").unlink()
    messages.compile_catalogues(root)
    assert not catalogue(root, "desk").with_suffix(".mo").exists()


def test_a_file_that_cannot_be_read_is_refused_by_name(root: Path) -> None:
    put(root / "desk/templates/desk/bad.html", "{% load i18n %}{% blocktranslate %}未完 {% if x %}")
    with pytest.raises(UnreadableSource, match=r"desk/templates/desk/bad\.html"):
        messages.collect(root)


def test_a_text_without_chinese_needs_no_translation(root: Path) -> None:
    put(root / "desk/names.py", 'A = gettext("English"), gettext("中文")\n')
    texts = {message.text for message in messages.collect(root)[root / "desk"]}
    assert "中文" in texts
    assert "English" not in texts


def test_texts_of_rooms_that_are_no_app_stand_at_the_root(root: Path) -> None:
    put(root / "site/settings.py", 'A = gettext("简体中文")\n')
    assert messages.collect(root)[root] == [Message("简体中文")]
