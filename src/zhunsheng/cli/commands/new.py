"""zhunsheng new: writes the package of a new system, complete and passing, to be filled with its law."""

import re
from argparse import ArgumentParser, Namespace
from importlib import import_module
from importlib.resources import files
from pathlib import Path
from string import Template

from django.utils.translation import gettext

from zhunsheng.cli.command import Command
from zhunsheng.cli.refusals import BadName, FolderNotEmpty, UnknownChapter
from zhunsheng.kernel.registry import CHAPTERS, domains

PLACES = {"scenarios.yaml": "tests/scenarios.yaml"}
EXAMPLE = {"law": "FOI19", "article": "第三十三条第二款", "fact": "foi_reply"}
"""A verified fact to begin with: every number of it is to be replaced by the new system's own law."""


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("code", help=gettext("系统的英文代号，例如 legal_aid"))
    parser.add_argument("--chapter", required=True, help=gettext("所属的章，例如 society"))
    parser.add_argument("--title", required=True, help=gettext("中文名称，例如 法律援助"))
    parser.add_argument("--matter", required=True, help=gettext("事项的类名，例如 LegalAidCase"))


def _run(given: Namespace) -> int:
    if not re.fullmatch(r"[a-z][a-z_]*[a-z]", given.code):
        raise BadName(name=given.code)
    if given.chapter not in CHAPTERS:
        raise UnknownChapter(chapter=given.chapter, known="、".join(CHAPTERS))
    folder = Path(str(import_module("zhunsheng.domains").__file__)).parent / given.chapter / given.code
    if folder.exists():
        raise FolderNotEmpty(folder=folder)
    for path, text in _texts(given).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    _open_chapter(folder.parent, given.chapter)
    print(folder)
    print(gettext("下一步：运行 make test；再按 docs/ADD-A-DOMAIN.md 逐条写入法律规定。"))
    return 0


def _texts(given: Namespace) -> dict[str, str]:
    package = f"zhunsheng.domains.{given.chapter}.{given.code}"
    words = {"code": given.code, "title": given.title, "model": given.matter, "package": package, **EXAMPLE}
    words["facts"] = _facts()
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
    text = (domains()["foi"].home / "facts.yaml").read_text(encoding="utf-8")
    entry = re.search(rf"^- key: {EXAMPLE['fact']}\n(?:  .*\n)*", text, re.MULTILINE)
    return entry[0] if entry else ""


def _open_chapter(folder: Path, chapter: str) -> None:
    if not (folder / "__init__.py").exists():
        (folder / "__init__.py").write_text(f'"""{CHAPTERS[chapter]}."""\n', encoding="utf-8")


COMMAND = Command(name="new", help="生成一个新系统的代码包", run=_run, arguments=_arguments, needs_tables=False)
