"""The house as the contracts see it: which files git holds and where they stand."""

import subprocess
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "src" / "zhunsheng"


@cache
def tracked_files() -> tuple[Path, ...]:
    """Return every file of the project that git keeps or would keep, generated and ignored ones left out."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    paths = (ROOT / name for name in listed.stdout.decode().split("\0") if name)
    return tuple(sorted(path for path in paths if path.is_file()))


def python_files(*, tests: bool = True) -> list[Path]:
    """Return the Python files of the package, with or without those in `tests` folders."""
    return [
        path
        for path in tracked_files()
        if path.suffix == ".py" and path.is_relative_to(PACKAGE) and (tests or "tests" not in path.parts)
    ]


def name(path: Path) -> str:
    """Return the path as people write it, from the root of the project."""
    return path.relative_to(ROOT).as_posix()
