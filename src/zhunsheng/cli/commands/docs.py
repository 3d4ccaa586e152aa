"""zhunsheng docs: writes docs/domains/*.md from the declarations, so that no page can be out of date."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from django.utils.translation import gettext, gettext_noop

from zhunsheng.cli.command import Command
from zhunsheng.cli.domain_pages import NOTE, page, table
from zhunsheng.kernel import registry

FOLDER = Path("docs/domains")
INDEX = "README.md"


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--folder", type=Path, default=FOLDER, help=gettext("写入的文件夹，默认 docs/domains"))
    parser.add_argument("--check", action="store_true", help=gettext("只检查是否与现有文件一致，不写入"))


def pages() -> dict[str, str]:
    """Name and text of every page, with an index."""
    systems = registry.domains().values()
    found = {f"{domain.code}.md": page(domain) for domain in systems}
    rows = [
        [f"[{d.title}]({d.code}.md)", registry.CHAPTERS[d.chapter], f"`{d.package}`"]
        for d in registry.domains().values()
    ]
    lines = ["# 各系统 The systems", "", NOTE, "", *table(["系统", "报告章节", "代码包"], rows)]
    return {INDEX: "\n".join(lines).rstrip("\n") + "\n"} | found


def stale(folder: Path) -> list[str]:
    """Names of the pages in ``folder`` that are missing, out of date or left over."""
    present = {path.name: path.read_text(encoding="utf-8") for path in folder.glob("*.md")}
    wanted = pages()
    return sorted(name for name in wanted.keys() | present.keys() if wanted.get(name) != present.get(name))


def _run(given: Namespace) -> int:
    """With --check: status 1 when a page is missing, stale or left over. Only pages that differ are written."""
    wanted = pages()
    for name in stale(given.folder):
        print(given.folder / name)
        if given.check:
            continue
        given.folder.mkdir(parents=True, exist_ok=True)
        if name in wanted:
            (given.folder / name).write_text(wanted[name], encoding="utf-8")
        else:
            (given.folder / name).unlink()
    return int(given.check and bool(stale(given.folder)))


COMMAND = Command(
    name="docs",
    help=gettext_noop("由声明生成各系统的说明文档，列出有变化的"),
    finds=gettext_noop("有说明文档已经过时（--check）"),
    run=_run,
    arguments=_arguments,
    needs_tables=False,
)
