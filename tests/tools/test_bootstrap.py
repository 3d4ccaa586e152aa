"""Making the environment: done when needed, never half, and explained when it cannot be done."""

import os
import shutil
import subprocess
from pathlib import Path

import bootstrap
import pytest

TOOLS = Path(bootstrap.__file__).parent


@pytest.fixture
def house(tmp_path, monkeypatch):
    """A project folder of its own, in which commands are noted instead of run."""
    (tmp_path / "requirements").mkdir()
    (tmp_path / ".venv" / "bin").mkdir(parents=True)
    (tmp_path / ".venv" / "bin" / "python").touch()
    (tmp_path / "pyproject.toml").write_text("[project]")
    locks = {name: tmp_path / "requirements" / f"{name}.txt" for name in ("base", "dev")}
    for lock in locks.values():
        lock.write_text("django==5.2.19\n")
    monkeypatch.setattr(bootstrap, "ROOT", tmp_path)
    monkeypatch.setattr(bootstrap, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(bootstrap, "VENV_PYTHON", tmp_path / ".venv" / "bin" / "python")
    monkeypatch.setattr(bootstrap, "REQUIREMENTS", locks)
    monkeypatch.setattr(bootstrap, "environment_works", lambda: True)
    return tmp_path


@pytest.fixture
def commands(monkeypatch):
    noted = []
    monkeypatch.setattr(bootstrap, "run", noted.append)
    return noted


def test_the_second_time_nothing_is_installed(house, commands):
    assert bootstrap.main(["base"]) == 0
    assert len(commands) == 2
    assert bootstrap.main(["base"]) == 0
    assert len(commands) == 2


@pytest.mark.parametrize("changed", ["requirements/base.txt", "requirements/dev.txt", "pyproject.toml"])
def test_a_changed_lock_is_installed_again(house, commands, changed):
    bootstrap.main(["dev"])
    (house / changed).write_text("changed")
    bootstrap.main(["dev"])
    assert len(commands) == 4


def test_an_interrupted_installation_is_done_again(house, commands, monkeypatch, capsys):
    def interrupted(command):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(bootstrap, "run", interrupted)
        assert bootstrap.main(["base"]) == 130
    assert "Interrupted" in capsys.readouterr().out
    assert list((house / ".venv").glob("*.stamp")) == []
    assert bootstrap.main(["base"]) == 0
    assert len(commands) == 2


def test_a_failed_command_shows_what_it_said_and_how_to_repair_it(house, capsys):
    shutil.rmtree(house / ".venv" / "bin")
    (house / ".venv" / "bin").mkdir()
    (house / ".venv" / "bin" / "python").symlink_to("/bin/false")
    assert bootstrap.main(["base"]) == 1
    said = capsys.readouterr().err
    assert "命令失败" in said
    assert "A command failed" in said
    assert list((house / ".venv").glob("*.stamp")) == []


def test_a_python_without_venv_is_told_which_package_to_install(house, monkeypatch, capsys):
    monkeypatch.setattr(bootstrap, "environment_works", lambda: False)
    monkeypatch.setattr(bootstrap, "find_spec", lambda name: None if name == "ensurepip" else name)
    assert bootstrap.main(["base"]) == 1
    assert "-venv" in capsys.readouterr().err


def test_an_unknown_lock_is_refused(capsys):
    assert bootstrap.main(["docs"]) == 2
    assert "base|dev" in capsys.readouterr().err


def test_an_old_python_is_refused_in_both_languages(tmp_path):
    old = tmp_path / "python3"
    old.write_text('#!/bin/sh\ncase "$1" in --version) echo Python 3.9.2 ;; *) exit 1 ;; esac\n')
    old.chmod(0o755)
    environment = {"PATH": str(tmp_path)}
    done = subprocess.run(
        ["/bin/sh", TOOLS / "find_python.sh"], env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert "需要 Python 3.11" in done.stderr
    assert "found: Python 3.9.2" in done.stderr


def test_a_python_that_is_new_enough_is_found():
    done = subprocess.run(
        ["/bin/sh", TOOLS / "find_python.sh"], env=dict(os.environ), capture_output=True, text=True, check=True
    )
    assert done.stdout.strip()
