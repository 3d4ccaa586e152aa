"""Make `.venv` hold exactly the locked packages: `python tools/bootstrap.py base|dev`.

Needs Python 3.11 and nothing else. Work is done only when a lock file, pyproject.toml or Python changed. The stamp that
says so is written last and in one go, so an interrupted run is simply done again; a second run waits for the first.
"""

import fcntl
import hashlib
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
VENV_PYTHON = VENV / "bin" / "python"
REQUIREMENTS = {name: ROOT / "requirements" / f"{name}.txt" for name in ("base", "dev")}
LAST_LINES = 15


class Trouble(Exception):
    """What went wrong and how to repair it, in Chinese and English."""


def main(arguments: list[str]) -> int:
    """Bring the environment up to date with the lock file named on the command line; return the exit code."""
    if len(arguments) != 1 or arguments[0] not in REQUIREMENTS:
        print("usage: python tools/bootstrap.py base|dev", file=sys.stderr)
        return 2
    try:
        with one_at_a_time():
            bring_up_to_date(arguments[0])
    except Trouble as trouble:
        print(trouble, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        say("已中断，未留下半成品；重新运行即可继续。", "Interrupted; run the same command again to go on.")
        return 130
    return 0


def bring_up_to_date(name: str) -> None:
    """Install lock `name` unless the stamp says it is there already."""
    stamp = VENV / f"zhunsheng-{name}.stamp"
    wanted = digest_of(name)
    if stamp.exists() and stamp.read_text() == wanted and VENV_PYTHON.exists():
        return
    make_environment()
    count = sum(line[:1].isalnum() for line in REQUIREMENTS[name].read_text().splitlines())
    say(f"安装 {count} 个锁定版本的依赖包……", f"Installing {count} locked packages …")
    pip("install", "--require-hashes", "-r", str(REQUIREMENTS[name]))
    pip("install", "--no-deps", "--no-build-isolation", "--editable", str(ROOT))
    write_stamp(stamp, wanted)


def digest_of(name: str) -> str:
    """Return what the environment depends on, as one line: a dev environment depends on the base lock as well."""
    digest = hashlib.sha256(f"{sys.version_info[:2]} {ROOT}".encode())
    for path in (ROOT / "pyproject.toml", REQUIREMENTS["base"], REQUIREMENTS[name]):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def make_environment() -> None:
    """Create `.venv`, or make it anew when it is broken or belongs to another Python."""
    if environment_works():
        return
    missing = [module for module in ("venv", "ensurepip") if find_spec(module) is None]
    if missing:
        package = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
        raise Trouble(
            f"{sys.executable} 缺少模块 {'、'.join(missing)}；Debian/Ubuntu 请先安装 {package}。\n"
            f"{sys.executable} lacks {', '.join(missing)}; on Debian or Ubuntu install {package} first."
        )
    say("建立虚拟环境 .venv……", "Making the virtual environment .venv …")
    run([sys.executable, "-m", "venv", "--clear", str(VENV)])


def environment_works() -> bool:
    """Tell whether `.venv` runs this version of Python and has pip."""
    if not VENV_PYTHON.exists():
        return False
    question = f"import pip, sys; sys.exit(sys.version_info[:2] != {sys.version_info[:2]!r})"
    return subprocess.run([VENV_PYTHON, "-c", question], capture_output=True, check=False).returncode == 0


def pip(*arguments: str) -> None:
    """Run pip inside `.venv`, quietly."""
    run([str(VENV_PYTHON), "-m", "pip", "--quiet", "--no-input", "--disable-pip-version-check", *arguments])


def run(command: list[str]) -> None:
    """Run a command; show what it said only when it failed."""
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        said = "\n".join((done.stdout + done.stderr).splitlines()[-LAST_LINES:])
        raise Trouble(
            f"{said}\n"
            f"命令失败：{' '.join(command)}。请检查网络（首次安装要访问软件包源）和磁盘空间后重试。\n"
            f"A command failed: {' '.join(command)}. Check the network (the first installation needs a Python package "
            "index) and the disk space, then run it again."
        )


def write_stamp(stamp: Path, text: str) -> None:
    """Write the stamp whole or not at all."""
    handle, draft = tempfile.mkstemp(dir=stamp.parent)
    with os.fdopen(handle, "w") as file:
        file.write(text)
    os.replace(draft, stamp)


@contextmanager
def one_at_a_time() -> Iterator[None]:
    """Let one run work on `.venv` at a time; the system takes the lock back when a run dies."""
    folder = ROOT / "var"
    folder.mkdir(exist_ok=True)
    with (folder / "bootstrap.lock").open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say("另一个安装正在进行，等待它完成……", "Another installation is at work, waiting for it …")
            fcntl.flock(file, fcntl.LOCK_EX)
        yield


def say(chinese: str, english: str) -> None:
    """Tell the person at the terminal what is going on."""
    print(f"{chinese} {english}", flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
