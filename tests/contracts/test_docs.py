"""The documents say what the house does: no stale page, dead link, missing target or undocumented command."""

import re
from pathlib import Path
from urllib.parse import unquote

import pytest
from contracts.house import ROOT, name, tracked_files

from zhunsheng.cli.command import found
from zhunsheng.cli.commands.docs import FOLDER, stale

PAGES = [path for path in tracked_files() if path.suffix == ".md"]
FENCE = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\(([^)\s]+)\)")
HEADING = re.compile(r"^#+\s+(.+)$", re.MULTILINE)
TARGET = re.compile(r"`?\bmake ([a-z]+)\b")
COMMAND = re.compile(r"(?:\.venv/bin/|`|^)zhunsheng ([a-z]+)\b", re.MULTILINE)
FILE = re.compile(r"`((?:docs|src|tools)/[\w./-]+)`")


def text_of(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def anchor(heading: str) -> str:
    """A heading as the web pages of repositories name it."""
    plain = re.sub(r"[^\w\- ]", "", heading.replace("`", "").strip().lower())
    return plain.replace(" ", "-")


def is_dead(page: Path, link: str) -> bool:
    where, _, part = unquote(link).partition("#")
    target = (page.parent / where).resolve() if where else page
    if not target.exists():
        return True
    return bool(part) and target.suffix == ".md" and part not in {anchor(h) for h in HEADING.findall(text_of(target))}


def test_the_pages_about_the_systems_are_up_to_date():
    assert stale(ROOT / FOLDER) == [], "run: .venv/bin/zhunsheng docs"


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_no_link_is_dead(page):
    links = [link for link in LINK.findall(FENCE.sub("", text_of(page))) if "://" not in link]
    assert [link for link in links if is_dead(page, link)] == []


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_every_make_target_and_command_named_exists(page):
    makefile = text_of(ROOT / "Makefile")
    targets = set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))
    commands = {command.name for command in found()}
    text = "\n".join(re.findall(r"^```.*?^```|`[^`\n]+`", text_of(page), re.MULTILINE | re.DOTALL))
    assert [target for target in TARGET.findall(text) if target not in targets] == []
    assert [command for command in COMMAND.findall(text) if command not in commands] == []


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_every_file_named_by_its_path_is_there(page):
    assert [path for path in FILE.findall(text_of(page)) if not (ROOT / path).exists()] == []


def test_every_command_has_its_module_or_system_and_a_line_of_help():
    assert [command.name for command in found() if not command.help.strip()] == []


def test_every_page_of_the_folder_is_reached_from_a_readme():
    """A page that no page links to is a page that nobody finds."""
    linked = {
        (page.parent / unquote(link).partition("#")[0]).resolve()
        for page in PAGES
        for link in LINK.findall(text_of(page))
        if "://" not in link
    }
    folders = {path for path in linked if path.is_dir()}
    docs = [path for path in PAGES if path.is_relative_to(ROOT / "docs")]
    assert [name(path) for path in docs if path not in linked and path.parent not in folders] == []
