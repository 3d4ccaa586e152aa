"""Systems are found by their folders."""

import pytest

from zhunsheng.site.discovery import NoSuchSystem, SystemTwice, domain_packages


@pytest.fixture
def domains(tmp_path):
    for folder in ("oversight/litigation", "disputes/reconsideration", "oversight/foi"):
        (tmp_path / folder).mkdir(parents=True)
        (tmp_path / folder / "domain.py").touch()
    (tmp_path / "oversight" / "unfinished").mkdir()
    return tmp_path


def test_every_folder_with_a_declaration_is_on_board_in_order(domains):
    assert domain_packages(domains) == [
        "zhunsheng.domains.disputes.reconsideration",
        "zhunsheng.domains.oversight.foi",
        "zhunsheng.domains.oversight.litigation",
    ]


def test_only_the_wanted_systems_are_on_board(domains):
    assert domain_packages(domains, ["foi"]) == ["zhunsheng.domains.oversight.foi"]


def test_an_unknown_system_is_refused_with_those_that_exist(domains):
    with pytest.raises(NoSuchSystem, match="fio.*foi、litigation、reconsideration"):
        domain_packages(domains, ["foi", "fio"])


def test_two_systems_of_one_name_are_refused(domains):
    (domains / "society" / "foi").mkdir(parents=True)
    (domains / "society" / "foi" / "domain.py").touch()
    with pytest.raises(SystemTwice, match="foi"):
        domain_packages(domains)


def test_a_house_without_domains_is_empty(tmp_path):
    assert domain_packages(tmp_path / "domains") == []
