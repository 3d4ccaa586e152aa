"""Pages and their statements at ten thousand matters and at a million, taken in turn."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from zhunsheng.cli.bench.measuring import Line, Took, middle, milliseconds, took
from zhunsheng.cli.bench.scratch import run, use
from zhunsheng.kernel.models import Matter, Person

ROUNDS, REPEATS = 5, 3
TOWNSHIP, DEPARTMENT = "sanqiao2", "sfj2"
MOST_QUERIES, MOST_GROWTH = 8, 1.5


@dataclass(frozen=True)
class Page:
    """A page as somebody asks for it; ``goal``: whether growth and statements were promised."""

    title: str
    username: str
    path: Callable[[Person], str]
    goal: bool = False


def _work(person: Person) -> str:
    return reverse("desk:work")


def _home(person: Person) -> str:
    return reverse("desk:home")


def _deadlines(person: Person) -> str:
    return reverse("desk:deadlines")


def _filtered(person: Person) -> str:
    return f"{reverse('desk:matters', args=['dispute'])}?show=closed&type=neighbour&closed=2022"


def _matter(person: Person) -> str:
    seen = Matter.objects.visible_to(person).open().filter(kind="dispute")
    return reverse("desk:matter", args=[seen.order_by("pk").values_list("pk", flat=True)[0]])


PAGES = (
    Page("在办清单，街道及社区 open worklist, township", TOWNSHIP, _work, goal=True),
    Page("在办清单，部门 open worklist, department", DEPARTMENT, _work, goal=True),
    Page("一类事项按条件筛选 one kind, filtered", TOWNSHIP, _filtered),
    Page("办件页面 a matter", TOWNSHIP, _matter),
    Page("工作台 first page", TOWNSHIP, _home),
    Page("期限监督 deadlines", TOWNSHIP, _deadlines),
)


def pages(small: str, large: str) -> Iterator[Line]:
    for page in PAGES:
        taken: Mapping[str, list[Took]] = {name: [] for name in (small, large)}
        asked: Mapping[str, list[Took]] = {name: [] for name in (small, large)}
        statements = 0
        for _ in range(ROUNDS):
            for name in (small, large):
                use(name)
                whole, alone, statements = _visit(page)
                taken[name].append(whole)
                asked[name].append(alone)
        yield from _lines(page, _medians(taken, small, large), _medians(asked, small, large), statements)


def _medians(taken: Mapping[str, list[Took]], small: str, large: str) -> tuple[Took, Took]:
    return middle(taken[small]), middle(taken[large])


def _visit(page: Page) -> tuple[Took, Took, int]:
    """The whole page, then its statements alone; the first time only warms up."""
    person = Person.objects.get(username=page.username)
    client = Client(SERVER_NAME="localhost")
    client.force_login(person)
    path = page.path(person)
    with CaptureQueriesContext(connection) as asked:
        if (status := client.get(path).status_code) != 200:
            raise RuntimeError(f"{path}: {status}")
    count, statements = len(asked), [each["sql"] for each in asked if each["sql"].startswith("SELECT")]
    whole = middle([took(partial(client.get, path)) for _ in range(REPEATS)])
    alone = middle([took(partial(_replay, statements)) for _ in range(REPEATS)])
    return whole, alone, count


def _replay(statements: list[str]) -> None:
    for statement in statements:
        run(statement)


def _lines(page: Page, whole: tuple[Took, Took], alone: tuple[Took, Took], statements: int) -> Iterator[Line]:
    """The page, and its statements alone; what was promised is said of both."""
    growth, in_sql = whole[1].cpu / whole[0].cpu, alone[1].cpu / alone[0].cpu
    yield Line(
        page.title,
        f"{milliseconds(whole[0].cpu)} → {milliseconds(whole[1].cpu)}，{statements} 条SQL",
        f"{growth:.2f} ×",
        f"≤ {MOST_GROWTH} ×，≤ {MOST_QUERIES} 条" if page.goal else "",
        (growth <= MOST_GROWTH and statements <= MOST_QUERIES) if page.goal else None,
    )
    yield Line(
        "　其中SQL　 its statements alone",
        f"{milliseconds(alone[0].cpu)} → {milliseconds(alone[1].cpu)}",
        f"{in_sql:.2f} ×",
        f"≤ {MOST_GROWTH} ×" if page.goal else "",
        in_sql <= MOST_GROWTH if page.goal else None,
    )
