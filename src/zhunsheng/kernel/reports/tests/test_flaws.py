"""A bad declaration of a report is named at start."""

from dataclasses import replace

import pytest

from zhunsheng.kernel import registry
from zhunsheng.kernel.reports.flaws import problems
from zhunsheng.kernel.reports.tests.conftest import ANSWERING, TOY


def flaws_of(monkeypatch, **declared):
    domain = replace(registry.domains()["foi"], **declared)
    monkeypatch.setattr(registry, "domains", lambda: {"foi": domain})
    return list(problems(domain))


def test_good_declarations_have_no_flaws(toy):
    assert [text for domain in registry.domains().values() for text in problems(domain)] == []


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"form": "nonsense"}, "no system declares"),
        ({"at": "九.1"}, "stands in no part"),
        ({"text": "办理{foi.answered件。"}, "no reference"),
    ],
)
def test_a_bad_section_is_named(toy, monkeypatch, changes, said):
    (flaw,) = flaws_of(monkeypatch, forms=[TOY], sections=[replace(ANSWERING, **changes)])
    assert said in flaw


def test_a_place_taken_twice_is_named(toy, monkeypatch):
    assert "declared twice" in flaws_of(monkeypatch, forms=[TOY], sections=[ANSWERING, ANSWERING])[0]


def test_a_chapter_outside_the_parts_is_named(toy, monkeypatch):
    (flaw,) = flaws_of(monkeypatch, forms=[replace(TOY, chapters={"九.1": "无"})], sections=[])
    assert "its parts are" in flaw
