"""The public reads sealed reports and passports of figures, nothing else, and nobody is recognised in small numbers."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from zhunsheng import counter
from zhunsheng.counter.guarding import guarded
from zhunsheng.kernel import messages
from zhunsheng.kernel.matters.actions import open_matter
from zhunsheng.kernel.reports.actions import confirm_figures, start_report
from zhunsheng.kernel.reports.drafting import codes_of
from zhunsheng.kernel.reports.sealing import seal_report
from zhunsheng.kernel.roles import Role

REPORT = "/public/reports/annual/2023/"


@pytest.fixture
def draft(world):
    for day in (1, 2, 3):
        open_matter(
            "foi", by=world.person("justice"), title="甲的申请", unit=world.unit["justice"], place=world.unit["east1"],
            opened_on=date(2023, 3, day), applicant="person", channel="web", wanted="预算",
        )  # fmt: skip
    return start_report("annual", 2023, by=None)


@pytest.fixture
def sealed(draft, world):
    if codes := codes_of(draft):
        confirm_figures(draft, codes, by=world.person("government", Role.HEAD))
    seal_report(draft, by=None)
    return draft


def text(answer):
    return answer.content.decode()


def test_a_draft_is_not_public(client, draft):
    assert client.get(REPORT).status_code == 404
    assert draft.title not in text(client.get("/public/"))


def test_a_sealed_report_is_listed_and_read_without_script_or_account(client, sealed):
    assert REPORT in text(client.get("/public/"))
    shown = text(client.get(REPORT))
    assert sealed.title in shown
    assert "<script" not in shown
    assert '<h3 class="level-1" id="part-1">' in shown
    assert sealed.seal.digest in shown
    assert sealed.address in shown


def test_every_figure_of_the_report_opens_its_passport_without_records(client, sealed):
    assert sealed.sealed_figures.exists()
    for figure in sealed.sealed_figures.all():
        shown = text(client.get(f"{REPORT}figures/{figure.code}/"))
        assert figure.list_digest in shown
        assert "甲的申请" not in shown
        assert "/m/" not in shown
    assert client.get(f"{REPORT}figures/foi.nothing/").status_code == 404


def test_what_is_no_report_is_not_found(client, sealed):
    for address in ("/public/reports/annual/2022/", "/public/reports/none/2023/", f"{REPORT}file/exe/"):
        assert client.get(address).status_code == 404


def test_nothing_can_be_posted_to_the_counter(client, sealed):
    assert client.post(REPORT).status_code == 405


def test_the_report_is_offered_as_a_document(client, sealed):
    answer = client.get(f"{REPORT}file/docx/")
    assert answer.content[:2] == b"PK"
    assert answer["Content-Disposition"].startswith("attachment")


@pytest.mark.parametrize(
    ("hits", "shown"),
    [
        (["10", "20"], ["10", "20"]),
        (["0", "20", "7"], ["0", "20", "7"]),
        (["3", "20", "7"], ["<5", "20", "*"]),
        (["3", "4", "7"], ["<5", "<5", "7"]),
        (["1"], ["<5"]),
    ],
)
def test_small_numbers_are_kept_back_and_cannot_be_worked_out(hits, shown):
    rows = guarded("t", "b", [(str(i), hit) for i, hit in enumerate(hits)])["rows"]
    assert [row["shown"] for row in rows] == shown
    assert all(row["value"] == Decimal(0) for row in rows if row["shown"] in ("<5", "*"))


def test_the_counter_is_complete_in_english():
    folder = Path(counter.__file__).parent
    assert [text for owner, text in messages.missing(folder.parent) if owner == folder] == []
    assert [problem for problem in messages.problems(folder.parent) if problem.folder == folder] == []
