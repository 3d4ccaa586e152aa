"""The texts of the official documents are templates that speak only of what they are given."""

import re
from pathlib import Path

import pytest
from django.template import Context, Engine

from zhunsheng.domains.oversight.litigation.documents import DOCUMENTS
from zhunsheng.domains.oversight.litigation.enforcement import EnforcementProcedure
from zhunsheng.domains.oversight.litigation.procedure import SuitProcedure

HOME = Path(__file__).parents[1]
GIVEN = {"matter", "unit", "jurisdiction", "parties", "entry", "outcome", "clocks", "day"}
NAMED = re.compile(r"\{\{ ?([a-z_]+)|\{% if ([a-z_]+)")


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.code)
def test_the_text_can_be_filled_in(document):
    text = (HOME / document.file).read_text(encoding="utf-8")
    assert {one or other for one, other in NAMED.findall(text + document.addressed_to)} <= GIVEN
    assert "{" not in Engine(autoescape=False).from_string(text).render(Context())


def test_every_document_belongs_to_a_step_and_every_text_to_a_document():
    issued = {
        code
        for procedure in (SuitProcedure, EnforcementProcedure)
        for step in procedure.steps.values()
        for code in step.documents
    }
    assert issued == {document.code for document in DOCUMENTS}
    texts = {path.relative_to(HOME).as_posix() for path in (HOME / "documents").glob("*.txt")}
    assert texts == {document.file for document in DOCUMENTS}
