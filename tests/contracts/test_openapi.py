"""The interface's description: what other systems rely on changes knowingly or not at all.

The snapshot holds what every installation has. What the systems add (opening a matter of a kind and the like) follows
from their declarations and is tested as such, so that adding or removing a system touches no file here.

Renew it after a wanted change, then read the diff:
``ZHUNSHENG_RENEW=1 python -m pytest tests/contracts/test_openapi.py``
"""

import difflib
import json
import os
from pathlib import Path

import pytest
from django.test import Client
from django.utils import translation

from zhunsheng.api.routes import api
from zhunsheng.kernel import registry

SNAPSHOT = Path(__file__).with_name("openapi.json")
ADDED = {"/api/matters": registry.kinds, "/api/entries": registry.registers, "/api/activities": registry.activity_kinds}


def described(language="zh-hans"):
    """The description as a client reads it."""
    with translation.override(language):
        return json.loads(json.dumps(api.get_openapi_schema(), default=str))


def of_systems():
    """The addresses that systems add, each with the declaration it comes from."""
    return {f"{path}/{code}": each for path, found in ADDED.items() for code, each in found().items()}


def referred(part):
    """The names of the schemas that a part of the description refers to."""
    if isinstance(part, dict):
        own = {part["$ref"].rpartition("/")[2]} if "$ref" in part else set()
        return own.union(*(referred(each) for each in part.values()))
    return set().union(*(referred(each) for each in part)) if isinstance(part, list) else set()


def reached(schemas, names):
    """Those schemas and the ones they refer to in turn."""
    found, waiting = set(), set(names)
    while waiting:
        name = waiting.pop()
        found.add(name)
        waiting |= referred(schemas[name]) - found
    return found


def test_nothing_that_others_rely_on_changed_unnoticed():
    schema = described()
    for path in of_systems():
        del schema["paths"][path]
    schemas = schema["components"]["schemas"]
    kept = reached(schemas, referred(schema["paths"]) - set(schema["components"]["responses"]) | {"Problem"})
    schema["components"]["schemas"] = {name: each for name, each in schemas.items() if name in kept}
    now = json.dumps(schema, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    if os.environ.get("ZHUNSHENG_RENEW"):
        SNAPSHOT.write_text(now, encoding="utf-8")
    kept_text = SNAPSHOT.read_text(encoding="utf-8")
    lines = difflib.unified_diff(kept_text.splitlines(), now.splitlines(), "openapi.json", "now", lineterm="", n=4)
    assert kept_text == now, "\n".join(["The interface changed; if that is wanted, renew the snapshot.", *lines])


def test_every_reference_leads_somewhere_and_every_operation_has_its_own_name():
    schema = described()
    assert schema["openapi"] == "3.1.0"
    assert referred(schema) <= set(schema["components"]["schemas"]) | set(schema["components"]["responses"])
    names = [operation["operationId"] for path in schema["paths"].values() for operation in path.values()]
    assert len(names) == len(set(names))


def test_every_operation_says_how_it_may_refuse():
    schema = described()
    problems = schema["components"]["responses"].values()
    assert all(set(each["content"]) == {"application/problem+json"} for each in problems)
    for path, operations in schema["paths"].items():
        for method, operation in operations.items():
            wanted = {"401", "404", "422"} | ({"400", "403", "409", "503", "507"} if method == "post" else set())
            assert wanted <= set(operation["responses"]), (path, method)
            assert operation["security"] == [{"Token": []}, {"Session": []}], (path, method)


@pytest.mark.parametrize("path", of_systems())
def test_what_a_system_declares_is_asked_for_with_its_type_and_title(path):
    declared, schema = of_systems()[path], described()
    body = schema["paths"][path]["post"]["requestBody"]["content"]["application/json"]["schema"]
    asked = schema["components"]["schemas"][body["$ref"].rpartition("/")[2]]
    assert asked["additionalProperties"] is False
    for name in declared.fields:
        field = declared.model._meta.get_field(name)
        assert asked["properties"][name]["title"] == str(field.verbose_name)
        assert (name in asked["required"]) == (not field.blank and not field.has_default())


def test_the_description_is_chinese_or_english():
    english = described("en")
    assert english["info"]["title"] == "Zhunsheng interface"
    assert described()["info"]["title"] == "准绳接口"
    own = {path: each for path, each in english["paths"].items() if path not in of_systems()}
    words = [operation["summary"] for path in own.values() for operation in path.values()]
    words += [each["description"] for each in english["components"]["responses"].values()]
    assert [each for each in words if not each.isascii()] == []


def test_the_page_of_the_interface_says_its_language():
    for language, title in (("zh-hans", "准绳接口"), ("en", "Zhunsheng interface")):
        page = Client(headers={"accept-language": language}).get("/api/docs").content.decode()
        assert f'<html lang="{language}">' in page
        assert f"<title>{title}</title>" in page
