"""What every test of the house stands on: no network but this machine, and a browser where a journey needs one."""

import os
import shutil
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.utils import translation

from zhunsheng.kernel.testing.walls import flushing_past_walls
from zhunsheng.kernel.testing.world import World, build

os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")  # Playwright keeps a loop running in the test's thread

BROWSERS = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
LOOPBACK = ("127.", "::1", "localhost")


class NetworkForbidden(AssertionError):
    """A test tried to reach another machine."""


@pytest.fixture(scope="session", autouse=True)
def only_this_machine() -> Iterator[None]:
    """Refuse connections to any other machine while tests run."""
    connect = socket.socket.connect

    def connect_here(self: socket.socket, address: Any) -> None:
        if self.family in (socket.AF_INET, socket.AF_INET6) and not str(address[0]).startswith(LOOPBACK):
            raise NetworkForbidden(f"a test tried to reach {address}")
        connect(self, address)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", connect_here)
        yield


@pytest.fixture(scope="session", autouse=True)
def emptied_past_the_walls() -> Iterator[None]:
    """Let the database be emptied after tests that write for good, although the journal refuses it."""
    with flushing_past_walls():
        yield


@pytest.fixture(scope="session")
def chromium() -> Path:
    """The browser on this machine; skips the test without one, or fails it where ZHUNSHENG_REQUIRE_BROWSER is set."""
    found = os.environ.get("ZHUNSHENG_CHROMIUM") or next(filter(None, map(shutil.which, BROWSERS)), None)
    if found:
        return Path(found)
    reason = "没有找到 Chromium 浏览器；Debian/Ubuntu：apt install chromium · Chromium is not installed"
    if os.environ.get("ZHUNSHENG_REQUIRE_BROWSER"):
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture(autouse=True)
def _browser_for_journeys(request: pytest.FixtureRequest) -> None:
    """Give every test marked `journey` its browser, or the reason why there is none."""
    if request.node.get_closest_marker("journey"):
        request.getfixturevalue("chromium")


@pytest.fixture(autouse=True)
def _in_the_language_of_the_house() -> None:
    """Forget the language that the last request of another test was answered in."""
    translation.deactivate()


@pytest.fixture
def world(db: None) -> World:
    """A small invented district."""
    return build()
