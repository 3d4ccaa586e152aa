"""Append-only: rows that may be added and never changed, held in Python and by triggers of the database."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any, NoReturn

from django.db import connection, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from zhunsheng.kernel.shown import shown
from zhunsheng.law.refusal import Refusal

WALLED = (
    "kernel_journalentry",
    "kernel_sealedpage",
    "kernel_registerchange",
    "kernel_activitychange",
    "kernel_progress",
    "kernel_evidence",
    "kernel_confirmation",
    "kernel_look",
    "kernel_issueddocument",
    "kernel_seal",
    "kernel_sealedfigure",
    "kernel_sealedsection",
)
"""Tables whose rows the database itself refuses to change or remove."""

POSTGRES_FUNCTION = """
CREATE OR REPLACE FUNCTION kernel_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION USING MESSAGE = 'rows of ' || TG_TABLE_NAME || ' are added and never changed'; END $$
"""


class AppendedOnly(Refusal):
    """Somebody tried to change or remove a row that is only ever added."""

    zh = "“{what}”只能追加，不能修改或者删除。请用更正或者撤回步骤，原来的记录会一并保留。"
    en = '"{what}" is append-only: correct it or revoke the step instead; both lines are kept.'


class WallMissing(Refusal):
    """The database would let rows of an append-only table be changed."""

    zh = "数据库没有保护表{table}：其中的行可以被修改或者删除。请重新执行迁移 kernel 0002_append_only。"
    en = "The database does not protect {table}: rows could be changed. Run migration kernel 0002_append_only again."


class AppendOnlyQuerySet(models.QuerySet[Any]):
    """Rows that can be read and added."""

    def update(self, **values: Any) -> NoReturn:
        raise AppendedOnly(what=shown(self.model._meta.verbose_name))

    def delete(self) -> NoReturn:
        raise AppendedOnly(what=shown(self.model._meta.verbose_name))

    def bulk_update(self, *args: Any, **options: Any) -> NoReturn:
        raise AppendedOnly(what=shown(self.model._meta.verbose_name))


class AppendOnly(models.Model):
    """A row that is added and never changed. Its table belongs into ``WALLED`` too."""

    objects = AppendOnlyQuerySet.as_manager()

    class Meta:
        abstract = True

    def save(self, *args: Any, **options: Any) -> None:
        if not self._state.adding:
            raise AppendedOnly(what=shown(self._meta.verbose_name))
        super().save(*args, **options)

    def delete(self, *args: Any, **options: Any) -> NoReturn:
        raise AppendedOnly(what=shown(self._meta.verbose_name))


def raising(vendor: str, tables: Iterable[str] = WALLED) -> Iterator[str]:
    """The statements that make the database refuse to change or remove rows of ``tables``."""
    if vendor == "postgresql":
        yield POSTGRES_FUNCTION
    for table in tables:
        if vendor == "postgresql":
            yield (
                f"CREATE TRIGGER {table}_stands BEFORE UPDATE OR DELETE ON {table}"
                " FOR EACH ROW EXECUTE FUNCTION kernel_append_only()"
            )
            continue
        for event in ("update", "delete"):
            yield (
                f"CREATE TRIGGER {table}_no_{event} BEFORE {event.upper()} ON {table}"
                f" BEGIN SELECT RAISE(ABORT, 'rows of {table} are added and never changed'); END"
            )


def lowering(vendor: str, tables: Iterable[str] = WALLED) -> Iterator[str]:
    """The statements that take the walls away again."""
    for table in tables:
        if vendor == "postgresql":
            yield f"DROP TRIGGER IF EXISTS {table}_stands ON {table}"
            continue
        yield from (f"DROP TRIGGER IF EXISTS {table}_no_{event}" for event in ("update", "delete"))


def raise_walls(apps: Any, editor: BaseDatabaseSchemaEditor) -> None:
    """For migrations: put the walls up."""
    _run(editor.execute, lowering(editor.connection.vendor))
    _run(editor.execute, raising(editor.connection.vendor))


def lower_walls(apps: Any, editor: BaseDatabaseSchemaEditor) -> None:
    """For migrations: take the walls down."""
    _run(editor.execute, lowering(editor.connection.vendor))


def missing_walls() -> list[WallMissing]:
    """Names the tables that the database does not protect, as after a migration that remade one."""
    catalogue = "SELECT tgname FROM pg_trigger" if connection.vendor == "postgresql" else _SQLITE_TRIGGERS
    with connection.cursor() as cursor:
        cursor.execute(catalogue)
        standing = {name for (name,) in cursor.fetchall()}
    suffixes = ("_stands",) if connection.vendor == "postgresql" else ("_no_update", "_no_delete")
    bare = [table for table in WALLED if not {f"{table}{suffix}" for suffix in suffixes} <= standing]
    return [WallMissing(table=table) for table in bare]


_SQLITE_TRIGGERS = "SELECT name FROM sqlite_master WHERE type = 'trigger'"


def _run(execute: Callable[..., Any], statements: Iterable[str]) -> None:
    for statement in statements:
        execute(statement)


@contextmanager
def walls_lowered() -> Iterator[None]:
    """For tests of tampering alone: no walls inside the block."""
    with connection.cursor() as cursor:
        _run(cursor.execute, lowering(connection.vendor))
    yield
    with connection.cursor() as cursor:
        _run(cursor.execute, raising(connection.vendor))
