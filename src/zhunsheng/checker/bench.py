"""How good and how fast the checker is: `python -m zhunsheng.checker.bench [PASSAGES.jsonl …]`.

A line of a passages file is a JSON object with `text`, `figures` (phrase, at, value, unit, kind), `findings` (phrase,
and phrases: all it touches) and `oddities` (neither required nor an alarm). Nothing in the checker is learnt from
passages, so the halves of a set only show how much the rates vary.
"""

import json
import sys
import time
import tracemalloc
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from itertools import cycle, islice
from pathlib import Path
from typing import Any

from zhunsheng.checker.blocks import Paragraph, lines_of
from zhunsheng.checker.check import check, stream
from zhunsheng.checker.model import Checked, Figure, Finding

OWN = Path(__file__).with_name("tests") / "passages.jsonl"
MB = 1_000_000
Span = tuple[int, int]


@dataclass
class Rates:
    """Counts over passages; the goals are those of the issue: 0.97, 0.97, 0.95, 0.85, 0.90, 1 in 30."""

    wanted: int = 0
    found: int = 0
    right: int = 0
    right_kind: int = 0
    faults: int = 0
    faults_found: int = 0
    alarms: int = 0
    clean: int = 0
    clean_alarmed: int = 0
    doubts_on_clean: int = 0

    def __add__(self, other: "Rates") -> "Rates":
        return Rates(*(getattr(self, f.name) + getattr(other, f.name) for f in fields(self)))

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.wanted if self.wanted else 1.0

    @property
    def kind(self) -> float:
        return self.right_kind / self.right if self.right else 1.0

    @property
    def fault_recall(self) -> float:
        return self.faults_found / self.faults if self.faults else 1.0

    @property
    def fault_precision(self) -> float:
        reported = self.faults_found + self.alarms
        return self.faults_found / reported if reported else 1.0

    def __str__(self) -> str:
        return (
            f"figures {self.wanted}: precision {self.precision:.4f} recall {self.recall:.4f} kind {self.kind:.4f} | "
            f"faults {self.faults}: recall {self.fault_recall:.4f} precision {self.fault_precision:.4f} | "
            f"clean {self.clean}: false alarms {self.clean_alarmed}, doubtful {self.doubts_on_clean}"
        )


def passages(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def measured(cases: Iterable[dict[str, Any]]) -> Rates:
    """The rates over annotated passages."""
    return sum((_of_case(case, check(case["text"])) for case in cases), Rates())


def _of_case(case: dict[str, Any], checked: Checked) -> Rates:
    rates = Rates(wanted=len(case["figures"]), found=len(checked.figures), faults=len(case["findings"]))
    free = list(checked.figures)
    for gold in case["figures"]:
        mine = next((figure for figure in free if _same(figure, gold)), None)
        if mine is not None:
            free.remove(mine)
            rates.right += 1
            rates.right_kind += mine.kind == gold["kind"]
    _count_findings(case, checked.findings, rates)
    return rates


def _same(figure: Figure, gold: dict[str, Any]) -> bool:
    spans = [(gold["at"], gold["at"] + len(gold["phrase"]))]
    same_value = abs(abs(float(figure.value)) - abs(float(gold["value"]))) < 1e-9
    return _touches(figure, spans) and same_value and figure.unit == gold["unit"]


def _touches(figure: Figure, spans: Iterable[Span]) -> bool:
    begin, end = figure.at, figure.at + len(figure.phrase)
    return any(begin < other_end and other_begin < end for other_begin, other_end in spans)


def _count_findings(case: dict[str, Any], findings: Sequence[Finding], rates: Rates) -> None:
    explained: set[int] = set()
    for gold in case["findings"]:
        spans = [span for phrase in gold.get("phrases", [gold["phrase"]]) for span in _places(case["text"], phrase)]
        touching = {i for i, finding in enumerate(findings) if _touches(finding.figure, spans)}
        explained |= touching
        rates.faults_found += bool(touching)
    odd = [span for each in case.get("oddities", []) for span in _places(case["text"], each["phrase"])]
    rest = [f for i, f in enumerate(findings) if i not in explained and not _touches(f.figure, odd)]
    rates.alarms += sum(finding.severity == "fault" for finding in rest)
    if not case["findings"]:
        rates.clean += 1
        rates.clean_alarmed += any(finding.severity == "fault" for finding in rest)
        rates.doubts_on_clean += any(finding.severity == "doubtful" for finding in rest)


def _places(text: str, phrase: str) -> Iterator[Span]:
    at = text.find(phrase)
    while at >= 0:
        yield at, at + len(phrase)
        at = text.find(phrase, at + 1)


def speed(cases: Sequence[dict[str, Any]], megabytes: float = 1.0) -> float:
    """Megabytes of UTF-8 a second over the passages, which hold far more figures than a report does."""
    lines = list(_repeated(cases, megabytes))
    size = sum(len(line.text.encode()) + 1 for line in lines)
    began = time.process_time()
    for _ in stream(lines):
        pass
    return size / MB / (time.process_time() - began)


def peak_memory(cases: Sequence[dict[str, Any]], megabytes: float) -> float:
    """The most memory in use at once while so much text passes through, in megabytes."""
    tracemalloc.start()
    for _ in stream(_repeated(cases, megabytes)):
        pass
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak / MB


def _repeated(cases: Sequence[dict[str, Any]], megabytes: float) -> Iterator[Paragraph]:
    texts = [case["text"] for case in cases]
    length = sum(len(text.encode()) for text in texts)
    at = 0
    for text in islice(cycle(texts), max(1, int(len(texts) * megabytes * MB / length))):
        for line in lines_of(text):
            yield Paragraph(at + line.at, line.text)
        at += len(text) + 1


def main(paths: Sequence[str]) -> int:
    """Print the rates of each set and of its halves, then speed and memory."""
    for path in [Path(name) for name in paths] or [OWN]:
        cases = passages(path)
        print(f"{path.name}: {len(cases)} passages")
        for name, part in (("all", cases), ("even half", cases[::2]), ("odd half", cases[1::2])):
            print(f"  {name:9} {measured(part)}")
    own = passages(OWN)
    print(f"speed {speed(own):.2f} MB/s of passages")
    print(f"memory at 1 MB {peak_memory(own, 1):.2f} MB, at 4 MB {peak_memory(own, 4):.2f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
