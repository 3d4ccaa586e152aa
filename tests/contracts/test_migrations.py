"""Migrations are named by people and change either the tables or the records."""

import ast
import re

from contracts.house import name, python_files
from django.apps import apps

from zhunsheng.kernel.journal.walls import WALLED, AppendOnly

RECORDS = {"RunPython", "RunSQL"}
NO_OPERATION = {"swappable_dependency", "Migration"}


def migrations():
    return [path for path in python_files() if path.parent.name == "migrations" and path.name != "__init__.py"]


def operations(path):
    calls = (node.func for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Call))
    return {
        call.attr
        for call in calls
        if isinstance(call, ast.Attribute) and isinstance(call.value, ast.Name) and call.value.id == "migrations"
    }


def test_every_migration_has_a_number_and_a_name_given_by_a_person():
    assert [name(path) for path in migrations() if not re.fullmatch(r"\d{4}_(?!auto)[a-z0-9_]+\.py", path.name)] == []


def test_no_migration_changes_tables_and_records_at_once():
    done = {name(path): operations(path) - NO_OPERATION for path in migrations()}
    assert [where for where, what in done.items() if what & RECORDS and what - RECORDS] == []


def test_every_migration_of_records_can_go_back():
    one_way = []
    for path in migrations():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "attr", "") in RECORDS:
                named = {keyword.arg for keyword in node.keywords}
                if len(node.args) < 2 and not named & {"reverse_code", "reverse_sql"}:
                    one_way.append(name(path))
    assert one_way == []


def test_every_table_that_is_only_added_to_has_its_wall():
    models = (model for model in apps.get_models() if issubclass(model, AppendOnly))
    assert {model._meta.db_table for model in models} == set(WALLED)
