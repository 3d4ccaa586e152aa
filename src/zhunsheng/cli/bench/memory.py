"""Memory of the demo's server after thirty pages of every kind, as the kernel shares it out (PSS)."""

import os
import signal
import socket
import subprocess
import sys
import time
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import cycle, islice
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

from django.conf import settings
from django.db import connection
from django.test import Client

from zhunsheng.cli.bench.measuring import Line
from zhunsheng.cli.bench.scratch import use
from zhunsheng.cli.commands.setup import SETUP
from zhunsheng.kernel.models import Matter, Person

PAGES, LIMIT_MB = 30, 300
ADDRESSES = (
    "/", "/work/", "/work/?show=closed", "/dispute/", "/foi/?show=all", "/deadlines/", "/figures/2023/",
    "/figures/dispute.mediated/2023/", "/reports/", "/reports/annual/2023/", "/procedures/reconsideration/",
    "/reports/annual/2023/file/pdf/", "/reports/annual/2023/file/docx/", "/public/",
)  # fmt: skip


def memory() -> Iterator[Line]:
    """The database is that of ``zhunsheng setup``; the server is started as ``zhunsheng serve`` starts it."""
    use("zhunsheng")
    SETUP.run(Namespace())
    with _server() as (process, address):
        readings = [(_used_by(process.pid), status) for status in _fetch(address)]
        time.sleep(1)
        used, count = _used_by(process.pid), len(list(_tree(process.pid)))
    highest = max(reading for reading, _ in readings)
    served = sum(status == 200 for _, status in readings)
    yield Line(
        "演示服务的内存 memory of the demo's server",
        f"{used:.0f} MB PSS，{count} 个进程，已取 {served}/{PAGES} 页；打印PDF时最高 while printing {highest:.0f} MB",
        f"{highest / LIMIT_MB:.2f} ×",
        f"< {LIMIT_MB} MB",
        highest < LIMIT_MB,
    )


@contextmanager
def _server() -> Iterator[tuple["subprocess.Popen[bytes]", str]]:
    """The server on a free port, until it answers."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    arguments = [sys.executable, "-m", "gunicorn", "--config", "python:zhunsheng.site.server", "zhunsheng.site.wsgi"]
    process = subprocess.Popen(arguments, env={**os.environ, "ZHUNSHENG_PORT": str(port)})
    try:
        address = f"http://127.0.0.1:{port}"
        _wait_for(process, f"{address}/healthz")
        yield process, address
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(20)


def _wait_for(process: "subprocess.Popen[bytes]", address: str, seconds: float = 60) -> None:
    give_up = time.monotonic() + seconds
    while True:
        try:
            urlopen(address)  # noqa: S310 -- our own server
            return
        except OSError:
            if time.monotonic() > give_up or process.poll() is not None:
                raise
            time.sleep(0.2)


def _fetch(address: str) -> Iterator[int]:
    """The statuses of the pages as they come; a PDF is not served where no Chinese font is installed."""
    client = Client(SERVER_NAME="localhost")
    client.force_login(Person.objects.get(username="qzf1"))
    cookie = f"{settings.SESSION_COOKIE_NAME}={client.cookies[settings.SESSION_COOKIE_NAME].value}"
    matters = [f"/m/{key}/" for key in Matter.objects.open().order_by("-pk").values_list("pk", flat=True)[:3]]
    connection.close()
    for path in islice(cycle((*ADDRESSES, *matters)), PAGES):
        yield _status(f"{address}{path}", cookie)


def _status(address: str, cookie: str) -> int:
    try:
        with urlopen(Request(address, headers={"Cookie": cookie})) as answer:  # noqa: S310 -- our own server
            answer.read()
            return int(answer.status)
    except HTTPError as error:
        return error.code


def _used_by(root: int) -> float:
    """Megabytes of a process and all below it."""
    return sum(map(_pss, _tree(root))) / 1024


def _tree(root: int) -> Iterator[int]:
    yield root
    for child in Path(f"/proc/{root}/task/{root}/children").read_text(encoding="ascii").split():
        yield from _tree(int(child))


def _pss(process: int) -> int:
    """Kilobytes, pages shared by the forks divided among them; 0 for one that has just ended."""
    try:
        rows = Path(f"/proc/{process}/smaps_rollup").read_text(encoding="ascii").splitlines()
    except OSError:
        return 0
    return next(int(row.split()[1]) for row in rows if row.startswith("Pss:"))
