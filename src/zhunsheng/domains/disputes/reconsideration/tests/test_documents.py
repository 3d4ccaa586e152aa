"""The texts of the official documents speak only of what they are given, and cite the law the case is under."""

import re
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.template import Context, Engine

from zhunsheng.domains.disputes.reconsideration.documents import DOCUMENTS
from zhunsheng.domains.disputes.reconsideration.domain import DOMAIN
from zhunsheng.domains.disputes.reconsideration.models import Reconsideration
from zhunsheng.domains.disputes.reconsideration.procedure import Reconsideration2017, Reconsideration2023
from zhunsheng.kernel.issuing.drafting import draft
from zhunsheng.kernel.testing.scenarios import play, stories

HOME = Path(__file__).parents[1]
GIVEN = {"matter", "unit", "jurisdiction", "parties", "entry", "outcome", "clocks", "day"}
NAMED = re.compile(r"\{\{ ?([a-z_]+)|\{% (?:if|elif|firstof) ([a-z_]+)")
EDITIONS = (Reconsideration2017, Reconsideration2023)
LEFT_TO_A_PERSON = {"申请人", "“通知补正”的说明", "“约谈被申请人负责人”的说明"}
"""The stories know no names; what has to be corrected or talked about is written by the clerk."""
REMEDY = {"acceptance", "refusal", "extension", "decision", "dismissal", "termination"}
OF_2017 = {"redirection", "transfer", "basis_transfer", "suggestion"}
OF_2023 = {"hearing", "document_notice", "interview", "criticism"}


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
    name = document.code.removeprefix("reconsideration.")
    assert ("（2023年修订）" in rendered(document)) == (name not in OF_2017)
    assert name in OF_2017 or "（2017年修正）" not in rendered(document)
    assert name in OF_2023 or "（2023年修订）" not in rendered(document, edition="2017")


def test_a_document_of_one_law_is_issued_by_no_step_of_the_other():
    issued = [{c.split(".")[1] for s in each.steps.values() for c in s.documents} for each in EDITIONS]
    assert (issued[0] - issued[1], issued[1] - issued[0]) == (OF_2017, OF_2023)


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.code)
def test_whoever_is_refused_something_is_told_of_the_court(document):
    told = "提起行政诉讼" in rendered(document)
    assert told == (document.code.split(".")[1] in REMEDY)


def test_every_document_belongs_to_a_step_and_every_text_to_a_document():
    issued = {code for each in EDITIONS for step in each.steps.values() for code in step.documents}
    assert issued == {document.code for document in DOCUMENTS}
    texts = {path.relative_to(HOME).as_posix() for path in (HOME / "documents").glob("*.txt")}
    assert texts == {document.file for document in DOCUMENTS}


def test_what_the_record_knows_is_filled_in(world):
    seen = set()
    for story in stories(DOMAIN):
        if issued_in(story) - seen:
            play(DOMAIN, story, world)
            matter = Reconsideration.objects.latest("pk")
            for code in issued_in(story):
                assert set(draft(matter, code).gaps) <= LEFT_TO_A_PERSON, code
            seen |= issued_in(story)
    assert seen == {document.code for document in DOCUMENTS}


def issued_in(story):
    """The documents of the steps of a story, whichever law it is told under."""
    steps = [p.steps[line["step"]] for p in EDITIONS for line in story["steps"] if line["step"] in p.steps]
    return {code for step in steps for code in step.documents}
