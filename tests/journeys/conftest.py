"""A browser, a served district, and people who sign in to it."""

from datetime import date

import pytest
from playwright.sync_api import sync_playwright

from journeys.api_caller import OPENING, Caller
from zhunsheng.kernel.matters.actions import open_matter
from zhunsheng.kernel.models import Person
from zhunsheng.kernel.roles import Role
from zhunsheng.kernel.testing.world import build
from zhunsheng.kernel.units.tokens import issue_token

PASSWORD = "journey-password"
WIDE, PHONE, NARROW = (1440, 900), (390, 844), (320, 700)


@pytest.fixture(scope="session")
def browser(chromium):
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        yield found
        found.close()


@pytest.fixture
def district(transactional_db):
    """A small district with one request for information."""
    world = build()
    for unit, role in (("justice", Role.HANDLER), ("justice", Role.HEAD), ("housing", Role.HANDLER)):
        person = world.person(unit, role)
        person.set_password(PASSWORD)
        person.save()
    given = {"applicant": "person", "channel": "web", "wanted": "2022年度的预算表"}
    opening = {"title": "申请公开道路改造预算", "unit": world.unit["justice"], "opened_on": date(2023, 3, 1)}
    world.request = open_matter("foi", by=world.person("justice"), **opening, **given)
    return world


@pytest.fixture
def arrive(browser, live_server):
    """Opens a window: ``arrive(person)`` signed in, ``arrive()`` a stranger; every page stays without errors."""
    windows, problems = [], []

    def make(person: Person | None = None, size=WIDE, scheme="light", language=""):
        window = browser.new_context(
            viewport={"width": size[0], "height": size[1]},
            color_scheme=scheme,
            base_url=live_server.url,
            locale="zh-CN",
        )
        windows.append(window)
        if language:
            window.add_cookies([{"name": "zhunsheng_language", "value": language, "url": live_server.url}])
        page = window.new_page()
        page.on("pageerror", lambda error: problems.append(str(error)))
        page.on("console", lambda line: problems.append(line.text) if "Content Security" in line.text else None)
        if person:
            page.goto("/login/")
            page.fill("[name=username]", person.username)
            page.fill("[name=password]", PASSWORD)
            page.click("main button[type=submit]")
            page.wait_for_url("**/")
        return page

    yield make
    for window in windows:
        window.close()
    assert problems == []


@pytest.fixture
def call(world):
    """Makes a caller for whoever holds a post: ``call("justice", Role.HEAD)``."""

    def make(unit="justice", role=Role.HANDLER, language="zh-hans"):
        return Caller(issue_token(world.person(unit, role), "测试"), language)

    return make


@pytest.fixture
def request_pk(call):
    status, opened = call().post("/matters/foi", OPENING)
    assert status == 201
    return opened["pk"]
