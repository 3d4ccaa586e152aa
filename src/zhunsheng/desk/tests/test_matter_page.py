"""The page of a matter and its forms: rights, refusals at the form, conflicts, nothing typed is lost."""

from datetime import date

import pytest
from django.utils import translation

from zhunsheng.kernel.matters.actions import open_matter, take_step
from zhunsheng.kernel.models import Look, Matter
from zhunsheng.kernel.roles import Role

REVIEW = {
    "title": "不服行政处罚", "opened_on": date(2023, 3, 1), "applicant": "citizen", "channel": "post",
    "respondent_kind": "county_department", "act": "penalty", "area": "market", "contested": "处罚决定",
    "request": "撤销",
}  # fmt: skip


def review(world):
    """A matter of a kind with two editions of its procedure."""
    place = {"unit": world.unit["justice"], "respondent": world.unit["housing"]}
    return open_matter("reconsideration", by=world.person("justice"), **place, **REVIEW)


def text(answer):
    return answer.content.decode()


def test_the_page_shows_facts_state_clocks_and_journal(desk, opened):
    shown = text(desk.get(f"/m/{opened().pk}/"))
    for expected in ("样例申请", "待答复", "预算表", "2023-03-29", "因此最后一日为", "登记"):
        assert expected in shown


def test_what_one_may_not_see_is_not_found(client, opened, world):
    client.force_login(world.person("housing"))
    address = f"/m/{opened().pk}/"
    for more in ("", "steps/reply/", "correct/", "revoke/"):
        assert client.get(address + more).status_code == 404


def test_steps_of_others_are_shown_with_who_may_take_them(desk, opened):
    offers = {offer["title"]: offer for offer in desk.get(f"/m/{opened().pk}/").context["steps"]}
    assert offers["答复"]["href"]
    assert offers["不予公开"]["href"] == ""
    assert "负责人" in offers["不予公开"]["who"]


def test_the_days_of_a_clock_are_listed_on_request(desk, opened):
    address = f"/m/{opened().pk}/"
    assert 'class="days"' not in text(desk.get(address))
    assert 'class="days"' in text(desk.get(f"{address}?days=answer"))


def test_a_step_is_taken_and_told(desk, opened):
    matter = opened()
    given = {"on": "2023-03-02", "outcome": "provided", "version": 1, "reply_text": "见附件"}
    answer = desk.post(f"/m/{matter.pk}/steps/reply/", given, follow=True)
    assert answer.redirect_chain == [(f"/m/{matter.pk}/", 302)]
    assert "已办理“答复”，现为“已答复”。" in text(answer)
    matter.refresh_from_db()
    assert (matter.state, matter.reply_text) == ("replied", "见附件")


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"on": "2023-02-01", "outcome": "provided"}, "早于上一步"),
        ({"on": "2999-01-01", "outcome": "provided"}, "晚于今天"),
        ({"on": "2023-03-02"}, "必填"),
        ({"on": "soon", "outcome": "provided"}, "有效的日期"),
    ],
)
def test_a_refusal_stands_at_the_form_and_nothing_typed_is_lost(desk, opened, given, said):
    matter = opened()
    answer = desk.post(f"/m/{matter.pk}/steps/reply/", {**given, "version": 1, "reply_text": "我写的答复"})
    assert answer.status_code == 422
    assert said in text(answer)
    assert "我写的答复" in text(answer)
    matter.refresh_from_db()
    assert matter.version == 1


def test_a_refusal_is_in_the_language_of_the_page(desk, opened):
    with translation.override("en"):
        desk.cookies.load({"zhunsheng_language": "en"})
        given = {"on": "2023-02-01", "outcome": "provided", "version": 1}
        answer = desk.post(f"/m/{opened().pk}/steps/reply/", given)
    assert "is before the last step" in text(answer)


def test_a_step_for_the_head_is_refused_to_a_handler_in_words(desk, opened):
    given = {"on": "2023-03-02", "outcome": "refused_secret", "version": 1}
    answer = desk.post(f"/m/{opened().pk}/steps/refuse/", given)
    assert answer.status_code == 422
    assert "您在该单位没有这一岗位" in text(answer)


def test_the_second_of_two_clerks_sees_what_the_first_did_and_keeps_what_he_wrote(desk, opened, clerk):
    matter = opened()
    take_step(matter, "extend", by=_head(clerk), on=date(2023, 3, 2))
    given = {"on": "2023-03-03", "outcome": "provided", "version": 1, "reply_text": "我写的答复"}
    answer = desk.post(f"/m/{matter.pk}/steps/reply/", given)
    assert answer.status_code == 409
    assert "别人先办了一步" in text(answer)
    assert [line["title"] for line in answer.context["happened"]] == ["延长答复期限"]
    assert "我写的答复" in text(answer)
    again = {**given, "version": answer.context["form"]["version"].value()}
    assert desk.post(f"/m/{matter.pk}/steps/reply/", again).status_code == 302


def _head(clerk):
    post = clerk.posts.get()
    post.pk, post.role = None, Role.HEAD
    post.save()
    clerk.__dict__.pop("_reach", None)
    return clerk


def test_a_matter_is_opened_from_the_form(desk, world):
    given = {
        "title": "新申请", "unit": world.unit["justice"].pk, "opened_on": "2023-03-01",
        "applicant": "person", "channel": "web", "wanted": "预算",
    }  # fmt: skip
    answer = desk.post("/foi/open/", given)
    matter = Matter.objects.get()
    assert (answer.status_code, answer["Location"]) == (302, f"/m/{matter.pk}/")


def test_only_units_where_one_may_open_are_offered(desk, world):
    offered = [value for value, _ in desk.get("/foi/open/").context["form"].fields["unit"].choices]
    assert offered == ["", world.unit["justice"].pk]
    given = {"title": "x", "unit": world.unit["housing"].pk, "opened_on": "2023-03-01", "wanted": "y"}
    assert desk.post("/foi/open/", given).status_code == 422


def test_a_correction_keeps_what_stood_before(client, opened, world):
    head, matter = world.person("justice", Role.HEAD), opened()
    client.force_login(head)
    form = client.get(f"/m/{matter.pk}/correct/").context["form"]
    given = {name: form[name].value() or "" for name in form.fields}
    given |= {"wanted": "决算表", "reason": "听错了"}
    answer = client.post(f"/m/{matter.pk}/correct/", given, follow=True)
    assert "预算表 → 决算表" in text(answer)
    assert set(matter.journal.last().answers) == {"wanted"}


def test_the_last_step_is_withdrawn_with_a_reason(client, opened, world):
    matter = opened()
    take_step(matter, "consult", by=world.person("justice"), on=date(2023, 3, 2), third_party="甲")
    client.force_login(world.person("justice", Role.HEAD))
    assert client.post(f"/m/{matter.pk}/revoke/", {"reason": ""}).status_code == 422
    client.post(f"/m/{matter.pk}/revoke/", {"reason": "点错了"})
    matter.refresh_from_db()
    assert matter.state == "received"


def test_a_matter_page_costs_a_fixed_number_of_queries(desk, opened, django_assert_max_num_queries):
    address = f"/m/{opened().pk}/"
    desk.get(address)
    with django_assert_max_num_queries(12):
        desk.get(address)


def test_parties_are_masked_until_a_reason_is_given(desk, opened, world):
    given = {
        "title": "新申请", "unit": world.unit["justice"].pk, "opened_on": "2023-03-01", "applicant": "person",
        "channel": "web", "wanted": "预算", "party-applicant-1-name": "张三丰", "party-applicant-1-kind": "person",
        "party-applicant-1-phone": "13800001234",
    }  # fmt: skip
    assert desk.post("/foi/open/", given).status_code == 302
    matter = Matter.objects.get()
    shown = text(desk.get(f"/m/{matter.pk}/"))
    assert "138****1234" in shown
    assert "13800001234" not in shown
    assert "张三丰" not in shown
    address = f"/m/{matter.pk}/parties/{matter.parties.get().pk}/phone/"
    assert "13800001234" not in text(desk.post(address, {"reason": " "}))
    answer = desk.post(address, {"reason": "电话通知补正"})
    assert "13800001234" in text(answer)
    assert answer["Cache-Control"] == "no-store"
    assert matter.looks.get().reason == "电话通知补正"


def test_a_wrong_identity_number_is_refused_at_the_form(desk, world):
    given = {
        "title": "新申请", "unit": world.unit["justice"].pk, "opened_on": "2023-03-01", "applicant": "person",
        "channel": "web", "wanted": "预算", "party-applicant-1-name": "张三", "party-applicant-1-id_number": "123",
    }  # fmt: skip
    answer = desk.post("/foi/open/", given)
    assert answer.status_code == 422
    assert "应为17位数字" in text(answer)
    assert not Matter.objects.exists()


def test_a_party_is_found_by_the_exact_number_with_a_reason_and_nowhere_beyond_reach(desk, client, opened, world):
    opened(parties=[{"role": "applicant", "name": "张三丰", "phone": "13800001234"}], title="有电话的")
    given = {"kind": "foi", "by": "phone", "value": "138 0000 1234", "reason": "来电查询进度"}
    answer = desk.post("/parties/", given)
    assert "有电话的" in text(answer)
    assert "张三丰" not in text(answer)
    assert answer["Cache-Control"] == "no-store"
    assert Look.objects.get().reason == "来电查询进度"
    assert "有电话的" not in text(desk.post("/parties/", given | {"value": "13800001235"}))
    assert desk.post("/parties/", given | {"reason": " "}).status_code == 422
    assert "电话号码" in text(desk.post("/parties/", given | {"value": "1380000"}))
    client.force_login(world.person("housing"))
    assert "没有找到" in text(client.post("/parties/", given))


def test_the_search_says_what_it_searches(desk):
    assert "搜索编号或标题" in text(desk.get("/"))
    assert 'href="/parties/"' in text(desk.get("/work/"))


def test_the_diagram_is_drawn_when_asked_for(desk, opened, clerk):
    matter = opened()
    take_step(matter, "consult", by=clerk, on=date(2023, 3, 2), third_party="甲")
    page = text(desk.get(f"/m/{matter.pk}/"))
    assert "<svg xmlns" not in page
    address = f"/procedures/foi/?at={matter.pk}"
    assert address in page
    drawn = text(desk.get(address))
    assert matter.number in drawn
    assert "已办" in drawn
    assert 'class="state been current"' in drawn


def test_the_diagram_of_a_matter_out_of_reach_is_not_found(client, opened, world):
    client.force_login(world.person("housing"))
    assert client.get(f"/procedures/foi/?at={opened().pk}").status_code == 404


def test_a_kind_with_one_edition_offers_no_choice(client, opened, world):
    client.force_login(world.person("justice", Role.HEAD))
    assert "选择程序版本" not in text(client.get(f"/m/{opened().pk}/"))


def test_another_edition_is_chosen_by_the_head_with_a_reason(client, world):
    head = world.person("justice", Role.HEAD)
    matter = review(world)
    client.force_login(head)
    address = f"/m/{matter.pk}/edition/"
    assert "选择程序版本" in text(client.get(f"/m/{matter.pk}/"))
    (other,) = [code for code, _ in client.get(address).context["form"].fields["edition"].choices]
    assert client.post(address, {"edition": other, "reason": ""}).status_code == 422
    assert client.post(address, {"edition": other, "reason": "依法从新"}).status_code == 302
    matter.refresh_from_db()
    assert matter.edition == other
    assert "依法从新" in text(client.get(f"/m/{matter.pk}/"))


def test_an_edition_is_not_chosen_by_a_handler(desk, world):
    matter = review(world)
    edition = next(each.edition for each in matter.declared.procedures if each.edition != matter.edition)
    answer = desk.post(f"/m/{matter.pk}/edition/", {"edition": edition, "reason": "依法从新"})
    assert answer.status_code == 422
    assert "您在该单位没有这一岗位" in text(answer)
