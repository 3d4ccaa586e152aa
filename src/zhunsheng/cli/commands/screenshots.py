"""zhunsheng screenshots: pictures of the sample year's pages for the docs, at three widths and in both languages."""

import os
import shutil
import socket
import subprocess
import sys
import time
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.request import urlopen

from django.utils.translation import gettext, gettext_noop

from zhunsheng.cli.command import Command
from zhunsheng.cli.refusals import BrowserMissing, ServerSilent, UnknownPage
from zhunsheng.kernel.models import Matter
from zhunsheng.kernel.sampling import demo_accounts

WIDTHS = (1440, 768, 390)
LANGUAGES = {"zh": "zh-hans", "en": "en"}
BROWSERS = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
WAIT_SECONDS = 20
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]


def pages() -> dict[str, str]:
    """Name and address of every page in the docs; the matter is one whose clock stood still."""
    stopped = Matter.objects.filter(kind="reconsideration", journal__step__startswith="suspend").order_by("pk").first()
    shown = stopped or Matter.objects.order_by("pk").first()
    return {
        "home": "/",
        "worklist": "/foi/?open=no",
        "matter": f"/m/{shown.pk if shown else 0}/",
        "deadlines": "/deadlines/",
        "figures": "/figures/2023/",
        "passport": "/figures/dispute.mediated/2023/",
        "reports": "/reports/",
        "public": "/public/",
        "public-report": "/public/reports/annual/2023/",
    }


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--folder", type=Path, default=Path("docs/screenshots"), help=gettext("写入的文件夹"))
    parser.add_argument("--only", help=gettext("只拍这一页"))


def _run(given: Namespace) -> int:
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 -- a development package

    known, browser_path = pages(), _browser()
    if given.only and given.only not in known:
        raise UnknownPage(name=given.only, known="、".join(known))
    given.folder.mkdir(parents=True, exist_ok=True)
    chosen = {name: path for name, path in known.items() if given.only in (None, name)}
    post, password = next(demo_accounts())
    with _server() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path, args=FLAGS)
        for language, code in LANGUAGES.items():
            for width in WIDTHS:
                page = _signed_in(browser, address, code, width, (post.person.username, password))
                for name, path in chosen.items():
                    page.goto(address + path)
                    target = given.folder / f"{name}-{width}-{language}.png"
                    page.screenshot(path=target, full_page=width < WIDTHS[0])
                    print(target)
        browser.close()
    return 0


def _browser() -> str:
    """The browser on this machine, or the one that ZHUNSHENG_CHROMIUM names."""
    found = os.environ.get("ZHUNSHENG_CHROMIUM") or next(filter(None, map(shutil.which, BROWSERS)), None)
    if found is None:
        raise BrowserMissing(names="、".join(BROWSERS))
    return found


def _signed_in(browser: Any, address: str, language: str, width: int, account: tuple[str, str]) -> Any:
    context = browser.new_context(viewport={"width": width, "height": 900})
    host = address.split("://")[1].split(":", maxsplit=1)[0]
    context.add_cookies([{"name": "zhunsheng_language", "value": language, "domain": host, "path": "/"}])
    page = context.new_page()
    page.goto(f"{address}/login/")
    page.fill("input[name=username]", account[0])
    page.fill("input[name=password]", account[1])
    page.click("form [type=submit]:not([name=language])")
    return page


@contextmanager
def _server() -> Iterator[str]:
    """A server of our own on a free port, stopped afterwards."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "gunicorn", "--config", "python:zhunsheng.site.server", "zhunsheng.site.wsgi"]
    server = subprocess.Popen(command, env=os.environ | {"ZHUNSHENG_PORT": str(port), "ZHUNSHENG_HTTPS": "no"})
    address = f"http://127.0.0.1:{port}"
    try:
        _wait(f"{address}/healthz")
        yield address
    finally:
        server.terminate()
        server.wait(timeout=20)


def _wait(address: str) -> None:
    for _ in range(WAIT_SECONDS * 5):
        try:
            urlopen(address, timeout=1).close()  # noqa: S310 -- our own server
            return
        except OSError:
            time.sleep(0.2)
    raise ServerSilent(address=address, seconds=WAIT_SECONDS)


COMMAND = Command(name="screenshots", help=gettext_noop("给样例年度的页面拍照"), run=_run, arguments=_arguments)
