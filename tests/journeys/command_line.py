"""The command as people run it: a process of its own, with a folder of its own."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

MAIN = "import sys; from zhunsheng.cli.main import main; sys.exit(main())"
COMMAND = [sys.executable, "-c", MAIN]
SYSTEM = "foi"
"""One system is enough to go through every part of a setup in seconds."""


def environment(var: Path, more: Mapping[str, str] | None = None) -> dict[str, str]:
    """The environment of a process whose database, files and reports are in ``var``."""
    ours = ("ZHUNSHENG_", "DATABASE_URL", "DJANGO_SETTINGS_MODULE")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
    own = {"ZHUNSHENG_VAR": str(var), "ZHUNSHENG_DOMAINS": SYSTEM, "ZHUNSHENG_WAIT_SECONDS": "1"}
    return kept | own | dict(more or {})


def start(var: Path, *arguments: str, **more: str) -> "subprocess.Popen[str]":
    """The command, running."""
    return subprocess.Popen(
        [*COMMAND, *arguments],
        env=environment(var, more),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def run(var: Path, *arguments: str, **more: str) -> "subprocess.CompletedProcess[str]":
    """The command, run to its end, whatever that is."""
    return subprocess.run(
        [*COMMAND, *arguments], env=environment(var, more), capture_output=True, text=True, check=False, timeout=300
    )


def refused(done: "subprocess.CompletedProcess[str]", chinese: str, english: str) -> bool:
    """Whether a command was refused in one sentence of each language holding these words, and without a traceback."""
    lines = done.stderr.strip().splitlines()
    assert "Traceback" not in done.stderr, done.stderr
    assert done.returncode == 2, done
    assert len(lines) == 2, lines
    assert chinese in lines[0], lines
    assert english in lines[1], lines
    return True
