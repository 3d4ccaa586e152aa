"""Reports on the desk: started, written by their units, confirmed, sealed for good, restated in the open."""

from datetime import date

import pytest

from zhunsheng.kernel.matters.actions import open_matter
from zhunsheng.kernel.reports.actions import start_report, write_section
from zhunsheng.kernel.roles import Role

ADDRESS = "/reports/annual/2023/"


@pytest.fixture
def head(world):
    return world.person("government", Role.HEAD)


@pytest.fixture
def office(client, head):
    client.force_login(head)
    return client


@pytest.fixture
def draft(world):
    return start_report("annual", 2023, by=None)


def text(answer):
    return answer.content.decode()


def test_a_report_is_started_once_and_by_those_who_may(office, desk_of, head):
    given = {"form": "annual", "year": "2023"}
    assert desk_of("justice").post("/reports/start/", given).status_code == 422
    office.force_login(head)
    assert office.post("/reports/start/", given)["Location"] == ADDRESS
    answer = office.post("/reports/start/", given)
    assert answer.status_code == 422
    assert "已经建立" in text(answer)


@pytest.fixture
def desk_of(client, world):
    def sign_in(unit, role=Role.HANDLER):
        client.force_login(world.person(unit, role))
        return client

    return sign_in


def test_a_section_shows_its_figures_and_is_written(office, draft):
    section = draft.sections.last()
    address = f"{ADDRESS}sections/{section.at}/"
    assert "foi.received" not in text(office.get(address))
    office.post(address, {"text": "收到{foi.received}。", "version": section.version})
    assert 'href="/figures/foi.received/2023/"' in text(office.get(ADDRESS))


def test_a_broken_reference_is_refused_and_the_text_is_kept(office, draft):
    section = draft.sections.last()
    given = {"text": "收到{foi.recieved}。", "version": section.version}
    answer = office.post(f"{ADDRESS}sections/{section.at}/", given)
    assert answer.status_code == 422
    assert "foi.received" in text(answer)
    assert "收到{foi.recieved}。" in text(answer)


def test_the_second_of_two_writers_sees_the_text_of_the_first(office, draft, head):
    section = draft.sections.last()
    write_section(draft, section.at, "先写的。", by=head)
    given = {"text": "后写的。", "version": section.version}
    answer = office.post(f"{ADDRESS}sections/{section.at}/", given)
    assert answer.status_code == 409
    assert "先写的。" in text(answer)
    assert "后写的。" in text(answer)


def test_sealing_needs_confirmed_figures_and_cannot_be_undone(office, draft):
    answer = office.post(f"{ADDRESS}seal/", {"sure": "on"})
    assert answer.status_code == 422
    assert "未经负责人确认" in text(answer)
    codes = [code for code, _ in office.get(f"{ADDRESS}confirm/").context["form"].fields["codes"].choices]
    assert office.post(f"{ADDRESS}confirm/", {"codes": codes}).status_code == 302
    assert office.post(f"{ADDRESS}seal/", {}).status_code == 422
    assert office.post(f"{ADDRESS}seal/", {"sure": "on"}).status_code == 302
    assert draft.sealed.digest in text(office.get(ADDRESS))
    section = draft.sections.last()
    refused = office.post(f"{ADDRESS}sections/{section.at}/", {"text": "改", "version": section.version})
    assert "封存" in text(refused)


def test_a_record_entered_after_the_sealing_shows_in_the_restatement_alone(office, draft, world):
    section = draft.sections.last()
    office.post(f"{ADDRESS}sections/{section.at}/", {"text": "收到{foi.received}。", "version": section.version})
    codes = [code for code, _ in office.get(f"{ADDRESS}confirm/").context["form"].fields["codes"].choices]
    office.post(f"{ADDRESS}confirm/", {"codes": codes})
    office.post(f"{ADDRESS}seal/", {"sure": "on"})
    late = open_matter(
        "foi", by=world.person("justice"), title="补录的申请", unit=world.unit["justice"], opened_on=date(2023, 3, 1),
        applicant="person", channel="web", wanted="预算",
    )  # fmt: skip
    assert late.number in text(office.get(f"{ADDRESS}restatement/"))
    figure = next(row for row in office.get(ADDRESS).context["figures"] if row["code"] == "foi.received")
    assert figure["value"] == "0"


def test_a_report_that_was_not_started_is_not_found(office):
    for address in (ADDRESS, f"{ADDRESS}restatement/", "/reports/none/2023/"):
        assert office.get(address).status_code == 404


def test_a_report_is_offered_as_a_document(office, draft):
    assert office.get(f"{ADDRESS}file/docx/").content[:2] == b"PK"
