"""A clerk answers a request; the answer becomes a figure, the figure opens onto the request."""

import pytest
from playwright.sync_api import expect

from zhunsheng.kernel.roles import Role

pytestmark = pytest.mark.journey


def test_a_request_becomes_an_answer_a_figure_and_a_record(district, arrive):
    page = arrive(district.person("justice"))
    page.click("main tbody a >> nth=0")
    expect(page.locator("h1")).to_have_text("申请公开道路改造预算")
    page.click("aside a.btn:text-is('答复')")
    page.fill("[name=on]", "2023-02-01")
    page.select_option("[name=outcome]", "provided")
    page.fill("[name=reply_text]", "预算表见附件。")
    page.click("main form .btn.pri")
    expect(page.locator(".note.bad")).to_contain_text("早于上一步的日期")
    expect(page.locator("[name=reply_text]")).to_have_value("预算表见附件。")
    page.fill("[name=on]", "2023-03-20")
    page.click("main form .btn.pri")
    expect(page.locator("[data-toast]")).to_contain_text("已办理“答复”")
    expect(page.locator(".head .st")).to_have_text("已答复")
    page.goto("/figures/2023/")
    page.click("a:text-is('办理信息公开申请')")
    expect(page.locator(".big")).to_contain_text("1")
    page.click("a:has-text('查看背后的记录')")
    page.click("main tbody a")
    expect(page.locator("h1")).to_have_text("申请公开道路改造预算")


def test_of_two_clerks_the_second_sees_what_the_first_did(district, arrive):
    address = f"/m/{district.request.pk}/"
    first, second = arrive(district.person("justice")), arrive(district.person("justice", Role.HEAD))
    second.goto(f"{address}steps/extend/")
    first.goto(f"{address}steps/consult/")
    first.fill("[name=on]", "2023-03-02")
    first.fill("[name=third_party]", "样例公司")
    first.click("main form .btn.pri")
    second.fill("[name=on]", "2023-03-02")
    second.fill("[name=note]", "材料分散")
    second.click("main form .btn.pri")
    expect(second.locator(".note.warn")).to_contain_text("征求第三方意见")
    expect(second.locator("[name=note]")).to_have_value("材料分散")


def test_a_stranger_to_the_matter_finds_nothing(district, arrive):
    page = arrive(district.person("housing"))
    assert page.goto(f"/m/{district.request.pk}/").status == 404
    expect(page.locator("h1")).to_have_text("没有找到")


def test_the_desk_speaks_english(district, arrive):
    page = arrive(district.person("justice"), language="en")
    expect(page.locator("h1")).to_have_text("Home")
    page.goto("/work/?show=nothing")
    page.click("header button:text-is('中文')")
    expect(page.locator("html")).to_have_attribute("lang", "zh-Hans")


def test_keys_walk_through_a_list(district, arrive):
    page = arrive(district.person("justice"))
    page.goto("/foi/")
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("申请公开道路改造预算")
