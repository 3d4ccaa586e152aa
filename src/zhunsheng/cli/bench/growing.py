"""Growing a database by copies: each record of the sample many times over, with keys, days and units shifted in SQL."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.db import connection, models
from django.db.models import Model

from zhunsheng.cli.bench.scratch import run
from zhunsheng.kernel import registry
from zhunsheng.kernel.models import Deadline, JournalEntry, Matter, Participation, Unit
from zhunsheng.kernel.writing import write_transaction

OPEN_SHARE = 0.03
YEARS = 5
FAST = ("synchronous = OFF", "cache_size = -300000")
"""Only for a database that nobody will miss."""


def grow(target: int, open_share: float = OPEN_SHARE) -> None:
    """Copy matters with their rows until there are about ``target``, the share given open, and let SQLite count anew.

    Closed copies keep their first journal line and lie up to two years before and after the original; open ones keep
    the whole journal and their days. Each copy moves on to another unit of the same kind.
    """
    first, stride = _free_copy()
    closed, opened = (_originals(condition) for condition in ("NOT NULL", "NULL"))
    still_open = round(target * open_share) - Matter.objects.open().count()
    still_closed = target - round(target * open_share) - Matter.objects.exclude(closed_on=None).count()
    shares = ((closed, still_closed, "NOT NULL"), (opened, still_open, "NULL"))
    for pragma in FAST:
        run(f"PRAGMA {pragma}")
    _note_turns()
    with _without_indexes():
        for originals, wanted, condition in shares:
            copies = max(0, round(wanted / originals)) if originals else 0
            if copies:
                _copy(range(first, first + copies), stride, condition)
                first += copies
    run("ANALYZE")
    connection.close()  # the next one opens as the platform opens it


def _free_copy() -> tuple[int, int]:
    """The number of the next copy, and the distance of its keys."""
    run("CREATE TABLE IF NOT EXISTS bench_original AS SELECT id, closed_on FROM kernel_matter")
    stride = int(str(run("SELECT max(id) FROM bench_original")[0][0])) + 1
    highest = int(str(run("SELECT max(id) FROM kernel_matter")[0][0]))
    return highest // stride + 1, stride


def _originals(condition: str) -> int:
    return int(str(run(f"SELECT count(*) FROM bench_original WHERE closed_on IS {condition}")[0][0]))  # noqa: S608


def _note_turns() -> None:
    """Which unit a copy moves to: the next one of the same kind, as many places on as the number of the copy."""
    run("DROP TABLE IF EXISTS bench_turn")
    run("CREATE TABLE bench_turn (unit INTEGER, turn INTEGER, other INTEGER, place INTEGER, PRIMARY KEY (unit, turn))")
    by_kind: dict[str, list[Unit]] = {}
    for unit in Unit.objects.order_by("pk"):
        by_kind.setdefault(unit.kind, []).append(unit)
    rows = []
    for units in by_kind.values():
        for at, unit in enumerate(units):
            for turn in range(_TURNS):
                other = units[(at + turn) % len(units)]
                rows.append((unit.pk, turn, other.pk, other.parent_id if other.kind == "community" else other.pk))
    with connection.cursor() as cursor:
        cursor.executemany("INSERT INTO bench_turn VALUES (%s, %s, %s, %s)", rows)


_TURNS = 37


class _without_indexes:  # noqa: N801 -- reads as a word in a with statement
    """Secondary indexes are dropped and made anew afterwards, which costs half of keeping them up row by row."""

    def __enter__(self) -> None:
        names = tuple(model._meta.db_table for model in (Matter, *_kinds(), *_BESIDE))
        places = ", ".join(["%s"] * len(names))
        asked = f"SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql <> '' AND tbl_name IN ({places})"  # noqa: S608
        self.kept = run(asked, *names)
        for name, _ in self.kept:
            run(f'DROP INDEX "{name}"')

    def __exit__(self, *error: object) -> None:
        for _, statement in self.kept:
            run(str(statement))


_BESIDE: tuple[type[Model], ...] = (JournalEntry, Deadline, Participation)


def _kinds() -> Iterator[type[Model]]:
    yield from dict.fromkeys(kind.model for kind in registry.kinds().values())


def _satellite_tables() -> Iterator[type[Model]]:
    yield from dict.fromkeys(model for kind in registry.kinds().values() for model in kind.satellites)


def _copy(copies: Sequence[int], stride: int, condition: str) -> None:
    run("CREATE TEMP TABLE IF NOT EXISTS bench_copy (number INTEGER PRIMARY KEY, shift TEXT)")
    run("DELETE FROM bench_copy")
    with write_transaction():
        for number in copies:
            years = number % YEARS - YEARS // 2 if condition == "NOT NULL" else 0
            run("INSERT INTO bench_copy VALUES (%s, %s)", number, f"{years * 364} days")
        only_first = " AND r.sequence = 1" if condition == "NOT NULL" else ""
        for model in (Matter, *_kinds()):
            _copy_rows(model, "id" if model is Matter else "matter_ptr_id", stride, condition)
        for model in (*_satellite_tables(), Deadline, Participation):
            _copy_rows(model, "matter_id", stride, condition)
        _copy_rows(JournalEntry, "matter_id", stride, condition, only_first)


def _copy_rows(model: type[Model], key: str, stride: int, condition: str, more: str = "") -> None:
    fields = [each for each in model._meta.local_concrete_fields if each.column == key or not each.primary_key]
    columns = ", ".join(f'"{each.column}"' for each in fields)
    values = ", ".join(_value(each, key, stride) for each in fields)
    turned = any(each.column == "unit_id" for each in fields)
    unit = f"JOIN bench_turn t ON t.unit = r.unit_id AND t.turn = c.number % {_TURNS}" if turned else ""
    table = model._meta.db_table
    run(
        f"INSERT INTO {table} ({columns}) SELECT {values} FROM bench_copy c CROSS JOIN bench_original o"  # noqa: S608
        f" CROSS JOIN {table} r ON r.{key} = o.id {unit} WHERE o.closed_on IS {condition}{more}"
    )


def _value(field: "models.Field[Any, Any]", key: str, stride: int) -> str:
    if field.column == key:
        return f"r.{key} + c.number * {stride}"
    if field.column == "number" and field.model is Matter:
        return "r.number || '-' || c.number"
    if field.column == "unit_id":
        return "t.other"
    if field.column == "place_id" and field.model is Matter:
        return "t.place"
    if type(field) is models.DateField:
        return f'date(r."{field.column}", c.shift)'
    return f'r."{field.column}"'
