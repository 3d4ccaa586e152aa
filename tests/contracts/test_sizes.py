"""Files stay short enough to be read in one go."""

import ast

from contracts.house import PACKAGE, name, python_files

IN_THE_HOUSE = 400
IN_A_DOMAIN = 200
IN_A_FUNCTION = 50


def limit(path):
    return IN_A_DOMAIN if path.is_relative_to(PACKAGE / "domains") else IN_THE_HOUSE


def lines(path):
    return len(path.read_text(encoding="utf-8").splitlines())


def test_no_file_is_longer_than_its_room_allows():
    files = [path for path in python_files() if path.parent.name != "migrations"]
    assert files
    assert {name(path): lines(path) for path in files if lines(path) > limit(path)} == {}


def test_no_function_of_the_product_is_longer_than_fifty_lines():
    too_long = {}
    for path in python_files(tests=False):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef) and node.end_lineno - node.lineno >= IN_A_FUNCTION:
                too_long[f"{name(path)}:{node.name}"] = node.end_lineno - node.lineno + 1
    assert too_long == {}


def test_every_module_says_in_its_first_line_what_it_is():
    silent = [
        name(path)
        for path in python_files()
        if path.read_text(encoding="utf-8").strip()
        and "migrations" not in path.parts
        and not ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    ]
    assert silent == []
