"""Templates keep the strict content policy, stand alone where they must, and speak both languages."""

import re
from pathlib import Path

import pytest
from django.template.loader import get_template, render_to_string
from django.utils import translation

from zhunsheng import desk
from zhunsheng.kernel import messages

FOLDER = Path(desk.__file__).parent
TEMPLATES = sorted(path.relative_to(FOLDER / "templates").as_posix() for path in FOLDER.glob("templates/**/*.html"))
STYLES = FOLDER / "static/desk"
FORBIDDEN = re.compile(r"""\sstyle=|<style|<script(?![^>]*\ssrc=)|\son[a-z]+=|javascript:|https?://""")
TONES = ["late", "today", "near", "fine", "stopped", "met", "unknown"]


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_compiles_and_has_nothing_inline_and_nothing_from_elsewhere(name: str) -> None:
    get_template(name)
    assert not FORBIDDEN.search((FOLDER / "templates" / name).read_text(encoding="utf-8"))


@pytest.mark.parametrize("code", ["400", "403", "404", "500", "503"])
def test_an_error_page_needs_no_request_and_no_context(code: str) -> None:
    shown = render_to_string(f"{code}.html")
    assert code in shown
    assert 'lang="zh-Hans"' in shown


@pytest.mark.parametrize("tone", TONES)
def test_a_deadline_says_in_words_what_its_colour_means(tone: str) -> None:
    said = {}
    for language in ("zh-hans", "en"):
        with translation.override(language):
            shown = render_to_string("desk/parts/deadline_tag.html", {"deadline": {"tone": tone, "days": 3}})
        assert f"tag {tone}" in shown
        said[language] = re.sub(r"<[^>]+>", "", shown).strip()
    assert all(said.values())


def test_a_matter_without_a_deadline_has_no_tag() -> None:
    assert not render_to_string("desk/parts/deadline_tag.html", {"deadline": None}).strip()


def test_a_stopped_clock_shows_no_date_and_says_why() -> None:
    clock = {"title": "答复期限", "deadline": {"tone": "stopped"}, "due_on": None, "paragraph": "等待补正。"}
    shown = render_to_string("desk/parts/clock.html", {"clock": clock})
    assert "<time" not in shown
    assert "等待补正。" in shown


def test_the_desk_is_complete_in_english() -> None:
    package = FOLDER.parent
    assert [text for folder, text in messages.missing(package) if folder == FOLDER] == []
    assert [problem for problem in messages.problems(package) if problem.folder == FOLDER] == []


def test_the_style_sheet_of_every_page_stays_small() -> None:
    assert (STYLES / "app.css").stat().st_size <= 27_000
    for sheet in STYLES.glob("*.css"):
        assert "//" not in sheet.read_text(encoding="utf-8")
