"""zhunsheng serve: the web server on this machine."""

import os
import socket
import sys
from argparse import ArgumentParser, Namespace

from django.conf import settings
from django.utils.translation import gettext

from zhunsheng.cli.command import Command
from zhunsheng.cli.refusals import PortBusy


def add_port(parser: ArgumentParser) -> None:
    parser.add_argument("--port", type=int, default=settings.ZHUNSHENG.port, help=gettext("端口"))


def refuse_busy_port(port: int) -> None:
    """Say so before anything else is done when the port cannot be listened on."""
    host = settings.ZHUNSHENG.host
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind((host, port))
        except OSError as error:
            raise PortBusy(port=port, host=host, other=port + 1) from error


def serve(port: int) -> int:
    """Become the web server; Ctrl-C stops it."""
    refuse_busy_port(port)
    os.environ["ZHUNSHENG_PORT"] = str(port)
    sys.stdout.flush()
    server = [sys.executable, "-m", "gunicorn", "--config", "python:zhunsheng.site.server", "zhunsheng.site.wsgi"]
    os.execv(sys.executable, server)  # noqa: S606 -- replaces this process, no shell


def _run(given: Namespace) -> int:
    return serve(given.port)


COMMAND = Command(name="serve", help="启动网页服务", run=_run, arguments=add_port)
