"""A table that does not add up: a draft says why in its place, and the report is not sealed."""

from dataclasses import replace

import pytest

from zhunsheng.kernel import registry
from zhunsheng.kernel.documents.model import Note, Table
from zhunsheng.kernel.reports.actions import codes_to_confirm, confirm_figures
from zhunsheng.kernel.reports.drafting import body_of
from zhunsheng.kernel.reports.forms import sections_of
from zhunsheng.kernel.reports.models import Seal
from zhunsheng.kernel.reports.sealing import seal_report
from zhunsheng.law import Refusal


class DoesNotAddUp(Refusal):
    zh = "“总计”一格为{left}，各项之和为{right}。"
    en = "The cell of totals is {left}, its parts add up to {right}."


def broken_table(period):
    raise DoesNotAddUp(left=3, right=2)


@pytest.fixture
def broken(three_answered, monkeypatch):
    domains = registry.domains()
    foi = domains["foi"]
    section = replace(foi.sections[0], tables=[broken_table])
    monkeypatch.setattr(registry, "domains", lambda: {"foi": replace(foi, sections=[section])})
    sections_of.cache_clear()
    return three_answered


def test_a_draft_shows_the_reason_in_the_place_of_the_table(broken):
    body = body_of(broken.started())
    assert Note("“总计”一格为3，各项之和为2。") in body
    assert not any(isinstance(block, Table) for block in body)


def test_a_report_whose_table_does_not_add_up_is_not_sealed(broken):
    report = broken.started()
    confirm_figures(report, codes_to_confirm(report, broken.leader), by=broken.leader)
    with pytest.raises(DoesNotAddUp, match="总计"):
        seal_report(report, by=broken.leader)
    assert not Seal.objects.exists()
