"""The next number, with one issued and with a million."""

from collections.abc import Iterator
from datetime import date
from functools import partial

from zhunsheng.cli.bench.loading import KIND, stories_of_year
from zhunsheng.cli.bench.measuring import Line, Took, alternately, middle, milliseconds, took
from zhunsheng.cli.bench.scratch import use
from zhunsheng.kernel.bulk import BulkStory
from zhunsheng.kernel.matters.actions import open_matter
from zhunsheng.kernel.models import Jurisdiction
from zhunsheng.kernel.numbering import NumberSeries, take_serials
from zhunsheng.kernel.writing import write_transaction

TIMES = 200


def numbers(small: str, large: str) -> Iterator[Line]:
    """The series alone, and a whole opening in a small and in a large database."""
    use(large)
    place = Jurisdiction.objects.get()
    NumberSeries.objects.create(jurisdiction=place, series="bench.million", year=2023, last=1_000_000)
    NumberSeries.objects.create(jurisdiction=place, series="bench.one", year=2023, last=1)
    one, million = alternately(5, partial(_take, place, "bench.one"), partial(_take, place, "bench.million"))
    yield Line(
        "下一个编号，已发1个与1,000,000个 next number",
        f"{milliseconds(one.cpu / TIMES)}，{milliseconds(million.cpu / TIMES)}",
        f"{million.cpu / one.cpu:.2f} ×",
        "≈ 1 ×",
        million.cpu / one.cpu <= 1.25,
    )
    yield _opening(small, large)


def _take(place: Jurisdiction, series: str) -> None:
    with write_transaction():
        for _ in range(TIMES):
            take_serials(place, series, 2023)


def _opening(small: str, large: str) -> Line:
    taken: dict[str, list[Took]] = {small: [], large: []}
    for _ in range(3):
        for name, kept in taken.items():
            use(name)
            stories = [story for story, _ in zip(stories_of_year(), range(40), strict=False)]
            _open_all(stories[:5])
            kept.append(took(partial(_open_all, stories[5:])))
    few, many = (middle(taken[name]).cpu / 35 for name in (small, large))
    return Line("登记一件，库小与库大 opening, small and large database",
                f"{milliseconds(few)} → {milliseconds(many)}", f"{many / few:.2f} ×")  # fmt: skip


def _open_all(stories: list[BulkStory]) -> None:
    for story in stories:
        fields = {**story.fields, "opened_on": date(2026, 1, 5)}
        open_matter(KIND, by=story.by, parties=story.parties, **fields)
