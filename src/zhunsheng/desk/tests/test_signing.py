"""Signing in says little to strangers, locks after repeated failures, and leads where the person wanted to go."""

from datetime import timedelta

import pytest
from django.utils import timezone

from zhunsheng.desk.models import FailedSignIn
from zhunsheng.desk.signing import ALLOWED, LOCKED_FOR
from zhunsheng.kernel.models import Person
from zhunsheng.kernel.sampling.district import recipe


@pytest.fixture
def clerk(world):
    person = world.person("justice")
    person.set_password("right-password")
    person.save()
    return person


def attempt(client, name, password, **more):
    return client.post("/login/", {"username": name, "password": password, **more})


def test_the_right_password_leads_to_where_the_person_wanted_to_go(client, clerk):
    answer = attempt(client, clerk.username, "right-password", next="/work/")
    assert (answer.status_code, answer["Location"]) == (302, "/work/")


def test_an_address_of_another_host_is_not_followed(client, clerk):
    answer = attempt(client, clerk.username, "right-password", next="https://elsewhere.test/")
    assert answer["Location"] == "/"


def test_a_wrong_password_and_an_unknown_name_get_the_same_answer(client, clerk):
    known, unknown = attempt(client, clerk.username, "wrong"), attempt(client, "nobody", "wrong")
    assert known.status_code == unknown.status_code == 422
    assert "账号或密码不正确" in known.content.decode()
    assert known.context["form"].non_field_errors() == unknown.context["form"].non_field_errors()


@pytest.mark.parametrize("name", ["justice-handler", "nobody"])
def test_a_name_is_locked_after_repeated_failures_even_for_the_right_password(client, clerk, name):
    for _ in range(ALLOWED):
        attempt(client, name, "wrong")
    answer = attempt(client, name, "right-password")
    assert answer.status_code == 429
    assert "锁定" in answer.content.decode()


def test_a_lock_ends_by_itself_and_a_success_forgets_the_failures(client, clerk):
    for _ in range(ALLOWED):
        attempt(client, clerk.username, "wrong")
    FailedSignIn.objects.update(last_at=timezone.now() - LOCKED_FOR - timedelta(seconds=1))
    assert attempt(client, clerk.username, "right-password").status_code == 302
    assert not FailedSignIn.objects.exists()


def test_sample_accounts_are_shown_only_where_there_are_some(client, clerk):
    assert "样例数据" not in client.get("/login/").content.decode()
    name = recipe()["accounts"][0]
    Person.objects.filter(pk=clerk.pk).update(is_sample=True, username=name)
    shown = client.get("/login/").content.decode()
    assert name in shown
    assert recipe()["password"] in shown


def test_pages_ask_strangers_to_sign_in_and_signing_out_ends_it(client, clerk):
    assert client.get("/work/")["Location"] == "/login/?next=/work/"
    client.force_login(clerk)
    assert client.get("/work/").status_code == 200
    assert client.get("/logout/").status_code == 405
    client.post("/logout/")
    assert client.get("/work/").status_code == 302
