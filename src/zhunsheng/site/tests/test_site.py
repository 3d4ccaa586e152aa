"""What every answer of the platform carries, and what the watchdog hears."""

import pytest
from django.conf import settings
from django.db import DatabaseError, connection
from django.test import Client

pytestmark = pytest.mark.django_db


def test_the_watchdog_hears_that_all_is_well():
    answer = Client().get("/healthz")
    assert answer.status_code == 200
    assert answer.json()["status"] == "ok"


def test_the_watchdog_hears_when_the_database_is_gone(monkeypatch):
    def gone():
        raise DatabaseError

    monkeypatch.setattr(connection, "cursor", gone)
    assert Client().get("/healthz").status_code == 503


def test_no_page_may_run_or_load_anything_foreign():
    policy = Client().get("/healthz").headers["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy


@pytest.mark.parametrize(
    ("header", "value"),
    [("X-Frame-Options", "DENY"), ("X-Content-Type-Options", "nosniff"), ("Referrer-Policy", "same-origin")],
)
def test_every_answer_carries_the_protective_headers(header, value):
    assert Client().get("/healthz").headers[header] == value


def test_the_language_is_remembered_in_a_cookie():
    answer = Client().post("/i18n/setlang/", {"language": "en", "next": "/healthz"})
    assert answer.cookies[settings.LANGUAGE_COOKIE_NAME].value == "en"


def test_debugging_pages_are_never_on():
    assert settings.DEBUG is False
