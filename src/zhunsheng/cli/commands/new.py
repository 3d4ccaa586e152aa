"""zhunsheng new: writes the package of a new system, complete and passing, to be filled with its law."""

import keyword
import os
import re
import shutil
import subprocess
import sys
import tempfile
from argparse import ArgumentParser, Namespace
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from string import Template

from django.apps import apps
from django.utils.translation import gettext, gettext_noop

import zhunsheng
from zhunsheng.cli.command import Command
from zhunsheng.cli.refusals import (
    BadClassName,
    BadName,
    BadTitle,
    FolderNotEmpty,
    NameTaken,
    NotMigrated,
    UnknownChapter,
)
from zhunsheng.kernel.registry import CHAPTERS, domains

DOMAINS = Path(zhunsheng.__file__).parent / "domains"
PLACES = {
    "scenarios.yaml": "tests/scenarios.yaml",
    "documents.py": "documents/__init__.py",
    "reply.txt": "documents/reply.txt",
    "django.po": "locale/en/LC_MESSAGES/django.po",
}
COLLECT = "from zhunsheng.cli.main import main; main(['messages'])"
EXAMPLE = {"law": "FOI19", "article": "第三十三条第二款", "fact": "foi_reply"}
"""A verified fact to begin with: every number of it is to be replaced by the new system's own law."""


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("code", help=gettext("系统的英文代号，例如 legal_aid"))
    parser.add_argument("--chapter", required=True, help=gettext("所属的章，例如 society"))
    parser.add_argument("--title", required=True, help=gettext("中文名称，例如 法律援助"))
    parser.add_argument("--english", required=True, help=gettext("英文名称，例如 Legal aid"))
    parser.add_argument("--matter", required=True, help=gettext("事项的类名，例如 LegalAidCase"))


def _run(given: Namespace) -> int:
    _refuse_bad_names(given)
    folder = DOMAINS / given.chapter / given.code
    if folder.exists():
        raise FolderNotEmpty(folder=folder)
    _open_chapter(folder.parent, given.chapter)
    _write_whole(folder, _texts(given))
    _complete(given.code, folder)
    print(folder)
    print(gettext("下一步：运行 make test；再按 docs/ADD-A-DOMAIN.md 逐条写入法律规定。"))
    return 0


def _refuse_bad_names(given: Namespace) -> None:
    if not re.fullmatch(r"[a-z][a-z_]*[a-z]", given.code) or keyword.iskeyword(given.code):
        raise BadName(name=given.code)
    if given.code in domains() or given.code in apps.app_configs:
        raise NameTaken(name=given.code)
    if given.chapter not in CHAPTERS:
        raise UnknownChapter(chapter=given.chapter, known="、".join(CHAPTERS))
    if not re.fullmatch(r"([A-Z][a-z]+)+", given.matter) or keyword.iskeyword(given.matter):
        raise BadClassName(name=given.matter)
    for title in (given.title, given.english):
        if not title.strip() or set(title) & set("\"'\\{}%$\n"):
            raise BadTitle(title=title)


def _texts(given: Namespace) -> dict[str, str]:
    package = f"zhunsheng.domains.{given.chapter}.{given.code}"
    words = {"code": given.code, "title": given.title, "english": given.english, "model": given.matter}
    words |= {"package": package, "facts": _facts(), **EXAMPLE}
    found = {f"{name}/__init__.py": "" for name in ("migrations", "tests")}
    found["__init__.py"] = f'"""{given.title}."""\n'
    for template in files("zhunsheng.cli.scaffold").iterdir():
        if template.name.endswith(".tmpl"):
            name = template.name.removesuffix(".tmpl")
            text = Template(template.read_text(encoding="utf-8")).substitute(words)
            found[PLACES.get(name, name)] = text.rstrip("\n") + "\n"
    return found


def _facts() -> str:
    """The example's fact, as the system that lives by it holds it."""
    text = next(DOMAINS.glob("*/foi/facts.yaml")).read_text(encoding="utf-8")
    entry = re.search(rf"^- key: {EXAMPLE['fact']}\n(?:  .*\n)*", text, re.MULTILINE)
    return entry[0] if entry else ""


def _open_chapter(folder: Path, chapter: str) -> None:
    folder.mkdir(exist_ok=True)
    if not (folder / "__init__.py").exists():
        (folder / "__init__.py").write_text(f'"""{CHAPTERS[chapter]}."""\n', encoding="utf-8")


def _write_whole(folder: Path, texts: dict[str, str]) -> None:
    """Write every file beside, where no system is looked for, and put the folder in its place in one go."""
    with tempfile.TemporaryDirectory(dir=DOMAINS, prefix=".new-") as beside:
        draft = Path(beside) / folder.name
        for path, text in texts.items():
            (draft / path).parent.mkdir(parents=True, exist_ok=True)
            (draft / path).write_text(text, encoding="utf-8")
        draft.rename(folder)


def _complete(code: str, folder: Path) -> None:
    """Let a process that sees the new system write its first migration, put its texts where they belong, and format it.

    A package that does not load would stop every command, so it is taken away again.
    """
    commands = [["-m", "zhunsheng.site.manage", "makemigrations", code, "--name", "initial"], ["-c", COLLECT]]
    if find_spec("ruff"):
        commands.append(["-m", "ruff", "format", "--quiet", str(folder)])
    for command in commands:
        done = subprocess.run(
            [sys.executable, *command], env=dict(os.environ), capture_output=True, text=True, check=False
        )
        if done.returncode:
            shutil.rmtree(folder)
            raise NotMigrated(code=code, said=(done.stdout + done.stderr).strip().splitlines()[-1])


COMMAND = Command(
    name="new", help=gettext_noop("生成一个新系统的代码包"), run=_run, arguments=_arguments, needs_tables=False
)
