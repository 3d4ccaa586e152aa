"""A report from its draft to the reader's phone, and what happens to it afterwards: nothing."""

from datetime import date

import pytest
from playwright.sync_api import expect

from journeys.conftest import PASSWORD, PHONE
from zhunsheng.kernel.matters.actions import open_matter
from zhunsheng.kernel.roles import Role

pytestmark = pytest.mark.journey


def test_a_report_is_written_confirmed_sealed_and_read_on_a_phone(district, arrive):
    head = district.person("government", Role.HEAD)
    head.set_password(PASSWORD)
    head.save()
    page = arrive(head)
    page.goto("/reports/start/")
    page.select_option("[name=year]", "2023")
    page.click("main form .btn.pri")
    page.click("a[aria-label='撰写 五']")
    page.fill("[name=text]", "全年收到政府信息公开申请{foi.received}。")
    page.click("main form .btn.pri")
    expect(page.locator("a.fig[href='/figures/foi.received/2023/']").first).to_contain_text("1")
    page.click("a:text-is('确认数据')")
    page.click("main form .btn.pri")
    page.click("a:text-is('封存报告')")
    expect(page.locator(".note.warn")).to_contain_text("封存不能撤销")
    page.check("[name=sure]")
    page.click("main form .btn.risk")
    expect(page.locator(".head .tag")).to_have_text("已封存")

    reader = arrive(size=PHONE)
    reader.goto("/public/")
    reader.click("main a")
    expect(reader.locator("figure.qr svg")).to_be_visible()
    reader.click("a.figure[data-figure='foi.received'] >> nth=0")
    expect(reader.locator(".big")).to_contain_text("1")
    assert reader.goto("/reports/annual/2023/").url.endswith("/login/?next=/reports/annual/2023/")

    late = {"applicant": "person", "channel": "web", "wanted": "决算", "title": "晚来的申请"}
    clerk, unit = district.person("justice"), district.unit["justice"]
    open_matter("foi", by=clerk, unit=unit, opened_on=date(2023, 4, 1), **late)
    page.click("a:text-is('更正说明')")
    expect(page.locator("main")).to_contain_text("晚来的申请")
    reader.goto("/public/reports/annual/2023/figures/foi.received/")
    expect(reader.locator(".big")).to_contain_text("1")
