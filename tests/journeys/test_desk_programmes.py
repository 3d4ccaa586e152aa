"""A plan and its tasks in a real browser, files that survive a refusal, the diagram drawn when opened."""

from datetime import date

import pytest
from playwright.sync_api import expect

from journeys.conftest import NARROW, WIDE
from journeys.test_desk_accessible import found
from zhunsheng.kernel import registry
from zhunsheng.kernel.programmes.actions import add_item, add_programme, assign
from zhunsheng.kernel.programmes.declare import ProgrammeKind
from zhunsheng.kernel.roles import Role

pytestmark = pytest.mark.journey
PLAN = ProgrammeKind(code="toy.plan", title="玩具计划", levels=["任务", "措施"])


@pytest.fixture
def task(district, monkeypatch, settings, tmp_path):
    """A late task of the housing bureau in a plan that the justice bureau leads."""
    settings.MEDIA_ROOT = tmp_path / "files"
    monkeypatch.setattr(registry, "programme_kinds", lambda: {PLAN.code: PLAN})
    by, unit = district.person("justice"), district.unit
    plan = add_programme(PLAN.code, by=by, title="年度计划", unit=unit["justice"], since=date(2023, 1, 1))
    item = add_item(plan, by=by, title="第一项任务", number="一")
    return assign(
        item, by=by, title="印发方案", unit=unit["housing"], assigned_on=date(2023, 2, 1), due_on=date(2023, 6, 30)
    )


def test_a_task_is_reported_by_one_and_confirmed_by_another(district, task, arrive):
    mine, head = arrive(district.person("housing")), arrive(district.person("justice", Role.HEAD))
    mine.click(".nav a:has-text('工作计划')")
    mine.click("a:text-is('年度计划')")
    expect(mine.locator(".tree .lv0")).to_contain_text("逾期 1 项")
    mine.click("a:text-is('印发方案')")
    mine.click("a:text-is('补充佐证')")
    mine.fill("[name=title]", "印发的通知")
    mine.click("main form .btn.pri")
    expect(mine.locator(".note.bad")).to_contain_text("没有指向任何")
    expect(mine.locator("[name=title]")).to_have_value("印发的通知")
    mine.fill("[name=reference]", "样住建〔2023〕5号")
    mine.click("main form .btn.pri")
    expect(mine.locator("[data-toast]")).to_contain_text("已补充佐证")
    expect(mine.locator("aside .btn[aria-disabled]").first).to_have_text("确认完成")
    head.goto(f"/assignments/{task.pk}/confirm/")
    head.click("main form .btn.pri")
    expect(head.locator("[data-toast]")).to_contain_text("已确认完成")
    expect(head.locator(".head")).to_contain_text("逾期")


@pytest.mark.parametrize(("size", "scheme"), [(WIDE, "light"), (NARROW, "dark")])
def test_axe_finds_nothing_on_the_pages_of_a_programme(district, task, arrive, size, scheme):
    page, problems = arrive(district.person("justice"), size=size, scheme=scheme), {}
    forms = ("progress", "evidence", "confirm", "return", "postpone", "serve")
    pages = ["/programmes/", "/programmes/add/", f"/programmes/{task.programme_id}/", f"/assignments/{task.pk}/"]
    pages += [f"/assignments/{task.pk}/{form}/" for form in forms]
    pages += ["/parties/", f"/m/{district.request.pk}/files/", f"/procedures/foi/?at={district.request.pk}"]
    for address in pages:
        page.goto(address)
        if violations := found(page):
            problems[address] = violations
        if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
            problems[f"{address} wider than the screen"] = size
    assert problems == {}


def test_a_file_chosen_once_survives_a_refusal(district, task, arrive):
    page = arrive(district.person("justice"))
    page.goto(f"/m/{district.request.pk}/steps/consult/")
    page.fill("[name=on]", "2023-02-01")
    page.fill("[name=third_party]", "样例公司")
    page.set_input_files("[name=files]", {"name": "函.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7 x"})
    page.click("main form .btn.pri")
    expect(page.locator(".note.bad")).to_contain_text("早于上一步的日期")
    expect(page.locator("[name=files-kept]")).to_be_checked()
    page.fill("[name=on]", "2023-03-02")
    page.click("main form .btn.pri")
    expect(page.locator("[data-toast]")).to_contain_text("已办理")
    with page.expect_download() as loading:
        page.click("main table a:text-is('函.pdf')")
    assert loading.value.suggested_filename == "函.pdf"


def test_the_diagram_is_drawn_in_the_page_when_opened(district, task, arrive):
    page = arrive(district.person("justice"))
    page.goto(f"/m/{district.request.pk}/")
    expect(page.locator(".flow svg")).to_have_count(0)
    page.click("summary:has-text('显示程序图')")
    expect(page.locator(".flow svg .current")).to_have_count(1)
