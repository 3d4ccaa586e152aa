"""zhunsheng serve: the web server on this machine."""

import errno
import os
import socket
import sys
from argparse import ArgumentParser, Namespace

from django.conf import settings
from django.utils.translation import gettext, gettext_noop

from zhunsheng.cli import arguments
from zhunsheng.cli.command import Command
from zhunsheng.cli.refusals import CannotListen, PortBusy

LAST_PORT = 65535


def add_port(parser: ArgumentParser) -> None:
    number = arguments.whole_number("--port", 1, LAST_PORT)
    parser.add_argument("--port", type=number, default=settings.ZHUNSHENG.port, help=gettext("端口"))


def refuse_busy_port(port: int) -> None:
    """Say so before anything else is done when the port cannot be listened on."""
    host = settings.ZHUNSHENG.host
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind((host, port))
        except OSError as error:
            if error.errno == errno.EADDRINUSE:
                raise PortBusy(port=port, host=host, other=port + 1 if port < LAST_PORT else port - 1) from error
            raise CannotListen(port=port, host=host, error=error.strerror or str(error)) from error


def serve(port: int) -> int:
    """Become the web server; Ctrl-C stops it."""
    refuse_busy_port(port)
    os.environ["ZHUNSHENG_PORT"] = str(port)
    sys.stdout.flush()
    server = [sys.executable, "-m", "gunicorn", "--config", "python:zhunsheng.site.server", "zhunsheng.site.wsgi"]
    os.execv(sys.executable, server)  # noqa: S606 -- replaces this process, no shell


def _run(given: Namespace) -> int:
    return serve(given.port)


COMMAND = Command(name="serve", help=gettext_noop("启动网页服务"), run=_run, arguments=add_port)
