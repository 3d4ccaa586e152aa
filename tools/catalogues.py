"""Turn the message catalogues (.po) into what gettext reads (.mo), without the gettext programs."""

import os
import sys
import tempfile
from pathlib import Path

import polib

SOURCES = Path(__file__).resolve().parent.parent / "src" / "zhunsheng"


def main() -> int:
    """Compile every catalogue that is newer than its result; return the exit code."""
    for source in sorted(SOURCES.rglob("locale/*/LC_MESSAGES/*.po")):
        result = source.with_suffix(".mo")
        if not result.exists() or result.stat().st_mtime < source.stat().st_mtime:
            compile_catalogue(source, result)
    return 0


def compile_catalogue(source: Path, result: Path) -> None:
    """Write the compiled catalogue whole or not at all."""
    catalogue = polib.pofile(str(source), check_for_duplicates=True)
    handle, draft = tempfile.mkstemp(dir=result.parent)
    os.close(handle)
    catalogue.save_as_mofile(draft)
    os.chmod(draft, 0o644)
    os.replace(draft, result)


if __name__ == "__main__":
    sys.exit(main())
