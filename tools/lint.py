"""All checks that run no scenario, one line each; a failed one shows what it said: `make lint`."""

import os
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PRODUCTION = {
    "DJANGO_SETTINGS_MODULE": "zhunsheng.site.settings.production",
    "ZHUNSHENG_SECRET_KEY": "only-for-the-check-of-the-settings-0123456789-abcdefghij",
    "ZHUNSHENG_FIELD_KEY": "0123456789abcdef" * 4,
    "ZHUNSHENG_ADDRESS": "https://fazhi.example",
}
TESTING = {"DJANGO_SETTINGS_MODULE": "zhunsheng.site.settings.test"}
PYTHON = [sys.executable, "-m"]
MANAGE = [*PYTHON, "zhunsheng.site.manage"]
LINT_IMPORTS = str(Path(sys.executable).with_name("lint-imports"))
CHECKS: list[tuple[str, list[str], dict[str, str]]] = [
    ("style", [*PYTHON, "ruff", "check", "--quiet", "."], {}),
    ("format", [*PYTHON, "ruff", "format", "--check", "--quiet", "."], {}),
    ("who imports whom", [LINT_IMPORTS, "--no-logo"], {}),
    ("types", [*PYTHON, "mypy"], TESTING),
    ("declarations", [*MANAGE, "check", "--deploy", "--fail-level", "WARNING"], PRODUCTION),
    ("migrations", [*MANAGE, "makemigrations", "--check", "--dry-run"], TESTING),
    ("structure", [*PYTHON, "pytest", "-q", "-p", "no:cacheprovider", "tests/contracts"], {}),
]


def main() -> int:
    """Run every check, also after one failed; return 1 if any did."""
    failed = [name for name, command, environment in CHECKS if not passes(name, command, environment)]
    if failed:
        print(f"未通过 failed: {', '.join(failed)}", flush=True)
    return 1 if failed else 0


def passes(name: str, command: list[str], environment: dict[str, str]) -> bool:
    """Run one check and print its line."""
    began = time.monotonic()
    done = subprocess.run(
        command,
        cwd=ROOT,
        env=os.environ | environment,
        capture_output=True,
        text=True,
        check=False,
    )
    print(f"{'✗' if done.returncode else '✓'} {name} ({time.monotonic() - began:.1f} s)", flush=True)
    if done.returncode:
        print(done.stdout + done.stderr, flush=True)
    return done.returncode == 0


if __name__ == "__main__":
    sys.exit(main())
