"""The texts of the official documents speak only of what they are given, and cite the law the case is under."""

import re
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.template import Context, Engine

from zhunsheng.domains.disputes.reconsideration.documents import DOCUMENTS
from zhunsheng.domains.disputes.reconsideration.procedure import Reconsideration2017, Reconsideration2023

HOME = Path(__file__).parents[1]
GIVEN = {"matter", "unit", "jurisdiction", "parties", "entry", "outcome", "clocks", "day"}
NAMED = re.compile(r"\{\{ ?([a-z_]+)|\{% (?:if|elif|firstof) ([a-z_]+)")
REMEDY = {"acceptance", "refusal", "extension", "decision", "termination"}


def rendered(document, edition="2023"):
    text = (HOME / document.file).read_text(encoding="utf-8")
    matter = SimpleNamespace(edition=edition, opened_on=date(2024, 5, 6), accepted_on=date(2024, 5, 9))
    return Engine(autoescape=False).from_string(text).render(Context({"matter": matter}))


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.code)
def test_the_text_can_be_filled_in(document):
    text = (HOME / document.file).read_text(encoding="utf-8")
    assert {one or other for one, other in NAMED.findall(text + document.addressed_to)} <= GIVEN
    assert "{" not in Engine(autoescape=False).from_string(text).render(Context())


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.code)
def test_the_text_cites_the_law_of_its_edition(document):
    assert "（2017年修正）" not in rendered(document)
    assert "（2023年修订）" in rendered(document)
    if document.code != "reconsideration.hearing":
        assert "（2023年修订）" not in rendered(document, edition="2017")


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.code)
def test_whoever_is_refused_something_is_told_of_the_court(document):
    told = "人民法院" in rendered(document)
    assert told == (document.code.split(".")[1] in REMEDY)


def test_every_document_belongs_to_a_step_and_every_text_to_a_document():
    editions = (Reconsideration2017, Reconsideration2023)
    issued = {code for each in editions for step in each.steps.values() for code in step.documents}
    assert issued == {document.code for document in DOCUMENTS}
    texts = {path.relative_to(HOME).as_posix() for path in (HOME / "documents").glob("*.txt")}
    assert texts == {document.file for document in DOCUMENTS}
