"""The doors: the sample year from nothing, the bulk door against the single door, statements and time of one write."""

from collections.abc import Iterator, Sequence
from importlib import import_module
from itertools import islice
from statistics import median
from typing import Any

from django.db import connection
from django.test.utils import CaptureQueriesContext

from zhunsheng.cli.bench.measuring import Line, Took, middle, milliseconds, took
from zhunsheng.cli.bench.scratch import use
from zhunsheng.kernel import registry
from zhunsheng.kernel.bulk import BulkStory, bulk_open
from zhunsheng.kernel.matters.actions import open_matter, take_step
from zhunsheng.kernel.models import Deadline, JournalEntry, Matter
from zhunsheng.kernel.sampling import load_sample
from zhunsheng.kernel.sampling.district import read_district
from zhunsheng.kernel.sampling.spread import office_hours, seeded

YEAR, KIND = 2022, "dispute"
BULK, SINGLE, ROUNDS = 1000, 100, 3


def sample_year() -> Iterator[Line]:
    """Both years of the sample into an empty database, making them up included."""
    use("zhunsheng")
    time = took(load_sample)
    matters = Matter.objects.count()
    lines, clocks = JournalEntry.objects.count() / matters, Deadline.objects.count() / matters
    yield Line(
        "样例年度从零生成 sample year from nothing",
        f"{matters:,} 件，每件 {lines:.1f} 条日志、{clocks:.1f} 个期限；{matters / time.wall:,.0f}/s",
        f"CPU {matters / time.cpu:,.0f}/s",
        "≥ 3,000/s（CPU）",
        matters / time.cpu >= 3000,
    )


def doors() -> Iterator[Line]:
    """The same stories through both doors in turn; then what one write at the single door costs."""
    use("doors")
    load_sample(years=())
    stories = stories_of_year()
    bulk: list[Took] = []
    single: list[Took] = []
    for _ in range(ROUNDS):
        many, few = list(islice(stories, BULK)), list(islice(stories, SINGLE))
        bulk.append(took(lambda many=many: _in_bulk(many)))
        single.append(took(lambda few=few: _one_by_one(few)))
    per_bulk, per_single = middle(bulk).cpu / BULK, middle(single).cpu / SINGLE
    yield Line(
        "批量通道，同样的事项 bulk door, same stories",
        f"{1 / per_bulk:,.0f}/s CPU，单件通道 single door {1 / per_single:,.0f}/s CPU",
        f"{per_single / per_bulk:.1f} ×",
        "≥ 3,000/s（CPU）",
        1 / per_bulk >= 3000,
    )
    yield from _statements(list(islice(stories, 20)))


def stories_of_year() -> Iterator[BulkStory]:
    """The sample's stories of one kind and year, for a database that holds the district."""
    sample = import_module(f"{registry.domain_of(KIND).package}.sample")
    for batch in sample.sample(read_district(), YEAR):
        if batch.code == KIND:
            yield from batch.records


def _in_bulk(stories: Sequence[BulkStory]) -> None:
    bulk_open(KIND, stories, recorded_at=office_hours(seeded("bench")))


def _one_by_one(stories: Sequence[BulkStory]) -> None:
    for story in stories:
        tell(story)


def tell(story: BulkStory) -> None:
    """A story through the single door."""
    matter = _open(story)
    for each in story.steps:
        _step(matter, each)


def _open(story: BulkStory) -> Any:
    return open_matter(KIND, by=story.by, parties=story.parties, **story.fields)


def _step(matter: Any, each: Any) -> None:
    take_step(
        matter, each.step, by=each.by, on=each.on, outcome=each.outcome, note=each.note, row=each.row, **each.answers
    )


def _statements(stories: Sequence[BulkStory]) -> Iterator[Line]:
    opening, stepping, times, steps = [], [], [], []
    for story in stories:
        with CaptureQueriesContext(connection) as asked:
            matter = _open(story)
        opening.append(len(asked))
        for each in story.steps:
            with CaptureQueriesContext(connection) as asked:
                _step(matter, each)
            stepping.append(len(asked))
    for story in stories:
        opened: list[Any] = []
        times.append(took(lambda story=story, opened=opened: opened.append(_open(story))).cpu)
        steps += [took(lambda each=each, opened=opened: _step(opened[0], each)).cpu for each in story.steps]
    yield Line("单件通道：登记 single door: opening", f"{median(opening):.0f} 条SQL，CPU {milliseconds(median(times))}")
    yield Line("单件通道：一步 single door: a step", f"{median(stepping):.0f} 条SQL，CPU {milliseconds(median(steps))}")
