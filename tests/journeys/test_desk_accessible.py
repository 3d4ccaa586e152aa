"""Every kind of page of the desk: nothing for axe to find, nothing wider than the screen, light and dark."""

from datetime import date

import pytest
from axe_playwright_python.sync_playwright import Axe

from journeys.conftest import NARROW, WIDE
from zhunsheng.kernel.matters.actions import open_matter, take_step
from zhunsheng.kernel.reports.actions import confirm_figures, start_report, write_section
from zhunsheng.kernel.reports.drafting import codes_of
from zhunsheng.kernel.reports.sealing import seal_report
from zhunsheng.kernel.roles import Role

pytestmark = pytest.mark.journey
RULES = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
}
PAGES = [
    "/",
    "/work/",
    "/foi/",
    "/foi/open/",
    "/foi/?q=nothing",
    "/m/{key}/",
    "/m/{key}/?days=answer",
    "/m/{key}/steps/reply/",
    "/m/{key}/steps/consult/",
    "/deadlines/",
    "/deadlines/?show=stopped",
    "/figures/2023/",
    "/figures/foi.received/2023/",
    "/figures/foi.received/2023/records/",
    "/registers/adviser.contract/",
    "/registers/adviser.contract/?show=quiet",
    "/registers/adviser.contract/add/",
    "/activities/adviser.visit/",
    "/procedures/foi/",
    "/m/{key}/documents/foi.correction/",
    "/reports/",
    "/reports/start/",
    "/reports/annual/2022/",
    "/reports/annual/2022/sections/五/",
    "/reports/annual/2022/confirm/",
    "/reports/annual/2022/seal/",
    "/reports/annual/2023/",
    "/reports/annual/2023/restatement/",
    "/public/",
    "/public/reports/annual/2023/",
    "/public/reports/annual/2023/figures/foi.received/",
    "/m/0/",
]


@pytest.fixture
def published(district):
    """A sealed report, a draft, and a notice waiting to be issued."""
    clerk = district.person("justice")
    late = {"applicant": "person", "channel": "web", "wanted": "决算", "title": "晚来的申请"}
    sealed = start_report("annual", 2023, by=None)
    start_report("annual", 2022, by=None)
    write_section(sealed, "五", "收到{foi.received}，{foi.received:change}。", by=None)
    confirm_figures(sealed, codes_of(sealed), by=district.person("government", Role.HEAD))
    seal_report(sealed, by=None)
    open_matter("foi", by=clerk, unit=district.unit["justice"], opened_on=date(2023, 4, 1), **late)
    take_step(district.request, "ask_to_correct", by=clerk, on=date(2023, 3, 3), correct_by=date(2023, 3, 20))
    take_step(district.request, "corrected", by=clerk, on=date(2023, 3, 10))


def found(page):
    return [
        f"{each['id']}: {node['html'][:160]}"
        for each in Axe().run(page, options=RULES).response["violations"]
        for node in each["nodes"]
    ]


@pytest.mark.parametrize(("size", "scheme"), [(WIDE, "light"), (NARROW, "dark")])
def test_axe_finds_nothing_on_any_page(district, published, arrive, size, scheme):
    page = arrive(district.person("justice"), size=size, scheme=scheme)
    problems = {}
    for address in PAGES:
        answer = page.goto(address.format(key=district.request.pk))
        if answer.status != (404 if address == "/m/0/" else 200):
            problems[f"{address} answers"] = answer.status
        if violations := found(page):
            problems[address] = violations
        if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
            problems[f"{address} wider than the screen"] = size
    assert problems == {}


def test_axe_finds_nothing_before_signing_in(district, arrive):
    page = arrive(size=NARROW)
    page.goto("/login/")
    assert found(page) == []
