"""Documents of a matter on its page: those issued, and those that steps taken allow to be issued."""

from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.utils.http import content_disposition_header

from zhunsheng.kernel import registry
from zhunsheng.kernel.documents import OfficialDocument, to_docx, to_pdf
from zhunsheng.kernel.issuing.models import IssuedDocument
from zhunsheng.kernel.journal.models import REVOKE
from zhunsheng.kernel.matters.moves import Story

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
FORMATS = {"docx": (DOCX, to_docx), "pdf": ("application/pdf", to_pdf)}


def papers_of(story: Story) -> dict[str, list[dict[str, Any]]]:
    """``issued``: the documents that went out; ``waiting``: those of steps that stand, not issued for that step yet."""
    issued = list(IssuedDocument.objects.filter(matter=story.matter.pk).order_by("-pk"))
    out = {(each.code, each.sequence) for each in issued}
    titles = {each.code: each.title for each in registry.domain_of(story.matter.kind).documents}
    waiting = {
        code: sequence for code, sequence in _announced(story).items() if code in titles and (code, sequence) not in out
    }
    return {
        "issued": [{"it": each, "href": reverse("desk:document", args=[each.pk])} for each in issued],
        "waiting": [
            {"title": titles[code], "href": reverse("desk:draft", args=[story.matter.pk, code])} for code in waiting
        ],
    }


def _announced(story: Story) -> dict[str, int]:
    """For each document, the journal line of the last step that stands and issues it."""
    gone = {entry.answers.get("revokes") for entry in story.entries if entry.step == REVOKE}
    found: dict[str, int] = {}
    for entry in story.entries:
        step = story.matter.procedure.steps.get(entry.step)
        if step and entry.sequence not in gone:
            found |= dict.fromkeys(step.documents, entry.sequence)
    return found


def download(document: OfficialDocument, form: str, name: str) -> HttpResponse:
    """The document as a file to keep; ``form`` is docx or pdf."""
    kind, make = FORMATS[form]
    answer = HttpResponse(make(document), content_type=kind)
    answer.headers["Content-Disposition"] = content_disposition_header(True, f"{name}.{form}")
    return answer
