"""Every kind of page of the desk: nothing for axe to find, nothing wider than the screen, light and dark."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from journeys.conftest import NARROW, WIDE

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
    "/registers/adviser.contract/add/",
    "/activities/adviser.visit/",
    "/procedures/foi/",
    "/m/0/",
]


def found(page):
    return [
        f"{each['id']}: {node['html'][:160]}"
        for each in Axe().run(page, options=RULES).response["violations"]
        for node in each["nodes"]
    ]


@pytest.mark.parametrize(("size", "scheme"), [(WIDE, "light"), (NARROW, "dark")])
def test_axe_finds_nothing_on_any_page(district, arrive, size, scheme):
    page = arrive(district.person("justice"), size=size, scheme=scheme)
    problems = {}
    for address in PAGES:
        page.goto(address.format(key=district.request.pk))
        if violations := found(page):
            problems[address] = violations
        if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
            problems[f"{address} wider than the screen"] = size
    assert problems == {}


def test_axe_finds_nothing_before_signing_in(district, arrive):
    page = arrive(size=NARROW)
    page.goto("/login/")
    assert found(page) == []
