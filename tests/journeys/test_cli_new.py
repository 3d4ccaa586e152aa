"""zhunsheng new in a copy of the house: what it writes passes what every system has to pass."""

import os
import shutil
import subprocess
import sys

import pytest
from contracts.house import ROOT

from journeys.command_line import MAIN, environment

COPIED = ("src", "tests", "tools", "conftest.py", "pyproject.toml")
NEW = ["new", "lottery", "--chapter", "business", "--title", "抽签", "--english", "Lottery", "--matter", "LotteryDraw"]
LEFT_OUT = shutil.ignore_patterns("__pycache__", "*.mo", "journeys")


@pytest.fixture(scope="module")
def house(tmp_path_factory):
    """A copy of the tree in which a system was added."""
    folder = tmp_path_factory.mktemp("house")
    for name in COPIED:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, folder / name, ignore=LEFT_OUT)
        else:
            shutil.copy(ROOT / name, folder / name)
    done = python(folder, "-c", MAIN, *NEW)
    assert done.returncode == 0, done.stderr
    return folder


def python(folder, *arguments):
    more = {"PYTHONPATH": os.fspath(folder / "src"), "ZHUNSHENG_DOMAINS": ""}
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=folder,
        env=environment(folder / "var", more),
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.slow
def test_the_new_system_passes_the_rules_of_every_system(house):
    done = python(house, "-m", "pytest", "-q", "-p", "no:cacheprovider", "tests/conformance", "-k", "lottery")
    assert done.returncode == 0, done.stdout
    assert "passed" in done.stdout
    assert "skipped" not in done.stdout


@pytest.mark.slow
def test_its_declarations_its_migration_and_its_style_are_in_order(house):
    for command in (
        ["zhunsheng.site.manage", "check"],
        ["zhunsheng.site.manage", "makemigrations", "--check", "--dry-run", "lottery"],
        ["ruff", "check", "--quiet", "src/zhunsheng/domains/business"],
        ["ruff", "format", "--check", "--quiet", "src/zhunsheng/domains/business"],
    ):
        done = python(house, "-m", *command)
        assert done.returncode == 0, (command, done.stdout, done.stderr)


@pytest.mark.slow
def test_every_text_of_it_has_its_english(house):
    said = python(house, "-c", MAIN, "messages", "--check").stdout
    assert [line for line in said.splitlines() if "lottery" in line] == []


@pytest.mark.slow
def test_a_second_system_of_that_name_is_refused_and_the_first_stays(house):
    package = house / "src" / "zhunsheng" / "domains" / "business" / "lottery"
    before = {path: path.read_bytes() for path in package.rglob("*") if path.is_file() and path.suffix != ".pyc"}
    done = python(house, "-c", MAIN, *NEW)
    assert done.returncode == 2
    assert "名称“lottery”已经有系统在用" in done.stderr
    assert {path: path.read_bytes() for path in before} == before
    assert list(package.parents[1].glob(".new-*")) == []
