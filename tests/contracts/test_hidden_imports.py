"""Imports stand at the top of a module; one inside a function is a circle put off until later."""

import ast

from contracts.house import name, python_files

CEILING = 0.01
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)


def imports(tree):
    return [node for node in ast.walk(tree) if isinstance(node, ast.Import | ast.ImportFrom)]


def hidden(tree):
    functions = (node for node in ast.walk(tree) if isinstance(node, FUNCTIONS))
    return {inner for function in functions for inner in imports(function)}


def test_at_most_one_import_in_a_hundred_is_hidden_in_a_function():
    total, places = 0, []
    for path in python_files(tests=False):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        total += len(imports(tree))
        places += [f"{name(path)}:{node.lineno}" for node in hidden(tree)]
    assert total
    assert len(places) <= CEILING * total, places
