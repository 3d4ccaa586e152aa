"""The doors of the kernel: what is read through visible_to, fetched by access_matter, written in one transaction."""

import ast
import re

from contracts.house import PACKAGE, name, python_files
from django.conf import settings

from zhunsheng.kernel.matters.models import Matter

PAST_THE_DOOR = {"get", "all", "filter"}
OPENED_BY_DJANGO = {"atomic", "on_commit", "set_autocommit"}
FIELDS, METHODS = 20, 10
READ = re.compile(r"(?:ZHUNSHENG|SETTINGS|settings)\.([a-z_]+)\b")
WITHOUT_DJANGO = {"fonts"}
"""Settings that kernel.documents, which stands without Django, takes from the environment itself."""


def outside(*rooms):
    """The Python files of the product that stand in none of ``rooms``."""
    return [path for path in python_files(tests=False) if path.relative_to(PACKAGE).parts[0] not in rooms]


def chains(path):
    """Every chain of names in a file, such as Matter.objects.filter, with the line it stands on."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Attribute):
            yield ast.unparse(node), node.lineno


def test_what_serves_people_finds_matters_through_visible_to_and_access_matter_alone():
    """The command line is left out: it acts for the administrator of the machine, who reads everything anyway."""
    forbidden = {f"Matter.{manager}.{way}" for manager in ("objects", "_default_manager") for way in PAST_THE_DOOR}
    files = outside("kernel", "cli")
    assert files
    found = [f"{name(path)}:{line}" for path in files for chain, line in chains(path) if chain in forbidden]
    assert found == []


def test_only_the_one_writing_module_opens_transactions():
    writing = PACKAGE / "kernel" / "writing.py"
    opened = [
        f"{name(path)}:{line}"
        for path in python_files(tests=False)
        for chain, line in chains(path)
        if path != writing and chain in {f"transaction.{way}" for way in OPENED_BY_DJANGO}
    ]
    assert opened == []


def test_the_base_of_all_matters_keeps_to_its_budget():
    source = ast.parse((PACKAGE / "kernel" / "matters" / "models.py").read_text(encoding="utf-8"))
    (base,) = [node for node in source.body if isinstance(node, ast.ClassDef) and node.name == "Matter"]
    methods = [node.name for node in base.body if isinstance(node, ast.FunctionDef)]
    assert len(Matter._meta.local_fields) <= FIELDS
    assert "procedure" in methods
    assert len(methods) <= METHODS


def test_every_setting_of_ours_is_read_by_somebody():
    sources = [path.read_text(encoding="utf-8") for path in python_files(tests=False) if path.name != "conf.py"]
    read = {found for source in sources for found in READ.findall(source)}
    assert set(vars(settings.ZHUNSHENG)) - read == WITHOUT_DJANGO
