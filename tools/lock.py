"""Lock the versions and digests of what we use, without any address in the files: `make lock`."""

import subprocess
import sys
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent / "requirements"
COMPILE = [
    "uv",
    "pip",
    "compile",
    "--quiet",
    "--generate-hashes",
    "--no-header",
    "--universal",
    "--python-version",
    "3.11",
]


def main(arguments: list[str]) -> int:
    """Compile base first; dev and postgres then keep to its versions. `--upgrade` takes the newest that fit."""
    for name in ("base", "dev", "postgres"):
        held = [] if name == "base" else ["--constraint", "base.txt"]
        command = [*COMPILE, *held, *arguments, f"{name}.in", "--output-file", f"{name}.txt"]
        done = subprocess.run([sys.executable, "-m", *command], cwd=FOLDER, check=False)
        if done.returncode:
            return done.returncode
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
