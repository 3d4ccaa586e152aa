"""Material that lies beside the project while it is being built; tests that need it are skipped elsewhere."""

from pathlib import Path

import pytest

_BESIDE = Path(__file__).resolve().parents[5] / "shared"
CASES = _BESIDE / "checker" / "cases.jsonl"
REPORT = _BESIDE / "xinghualing-2023" / "report.txt"
FIGURES = _BESIDE / "xinghualing-2023" / "figures.yaml"


def needs(*paths):
    missing = [path.name for path in paths if not path.exists()]
    return pytest.mark.skipif(bool(missing), reason=f"not beside the project: {', '.join(missing)}")
