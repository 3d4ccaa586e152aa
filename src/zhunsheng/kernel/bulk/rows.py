"""Instances written as plain rows: one prepared statement a table, values as the database keeps them."""

import json
from collections.abc import Callable, Sequence
from datetime import UTC
from functools import partial
from typing import Any

from django.db import connection, models
from django.db.models import Field, Model

PASSED_ON = (
    models.AutoField, models.BigAutoField, models.BigIntegerField, models.BooleanField, models.CharField,
    models.IntegerField, models.PositiveIntegerField, models.PositiveSmallIntegerField, models.SmallIntegerField,
    models.TextField,
)  # fmt: skip
"""Fields whose checked values every database takes as they are. Only these very types, no subclasses."""


def reserve_keys(model: type[Model], count: int) -> Sequence[int]:
    """The next ``count`` primary keys of ``model``; must run inside the transaction that uses them."""
    table = model._meta.db_table
    with connection.cursor() as cursor:
        if connection.vendor != "sqlite":
            column = model._meta.pk.column
            cursor.execute(
                "SELECT nextval(pg_get_serial_sequence(%s, %s)) FROM generate_series(1, %s)", [table, column, count]
            )
            return [key for (key,) in cursor.fetchall()]
        cursor.execute("UPDATE sqlite_sequence SET seq = seq + %s WHERE name = %s", [count, table])
        if not cursor.rowcount:
            cursor.execute("INSERT INTO sqlite_sequence (name, seq) VALUES (%s, %s)", [table, count])
        cursor.execute("SELECT seq FROM sqlite_sequence WHERE name = %s", [table])
        last = cursor.fetchone()[0]
    return range(last - count + 1, last + 1)


def insert(model: type[Model], instances: Sequence[Model], keyed: bool = False) -> None:
    """Write ``instances`` into the table of ``model`` itself, not of its parents; ``keyed``: with their own keys."""
    if not instances:
        return
    quote = connection.ops.quote_name
    fields = [each for each in model._meta.local_concrete_fields if keyed or not isinstance(each, models.AutoField)]
    names = ", ".join(quote(str(each.column)) for each in fields)
    places = ", ".join(["%s"] * len(fields))
    table = quote(model._meta.db_table)
    with connection.cursor() as cursor:
        cursor.executemany(
            f"INSERT INTO {table} ({names}) VALUES ({places})",  # noqa: S608 -- names come from the models
            list(zip(*(_column(each, instances) for each in fields), strict=True)),
        )


def insert_typed(base: type[Model], model: type[Model], instances: Sequence[Any]) -> None:
    """Give ``instances`` of ``model`` their keys and write them, in the thin table of ``base`` and their own."""
    for instance, key in zip(instances, reserve_keys(base, len(instances)), strict=True):
        instance.pk = instance.id = key
    insert(base, instances, keyed=True)
    if model is not base:
        insert(model, instances, keyed=True)


def _column(field: "Field[Any, Any]", instances: Sequence[Model]) -> list[Any]:
    """The values of one field in all instances, ready for the database."""
    name, adapt = field.attname, _adapter(field)
    values = [instance.__dict__[name] for instance in instances]
    return values if adapt is None else [adapt(value) for value in values]


def _adapter(field: "Field[Any, Any]") -> Callable[[Any], Any] | None:
    target: Any = field
    while isinstance(target, models.ForeignKey):
        target = target.target_field
    if type(target) in PASSED_ON:
        return None
    if type(target) is models.DateField:
        return connection.ops.adapt_datefield_value
    if type(target) is models.JSONField and connection.vendor == "sqlite":
        return partial(_json, (target.encoder or json.JSONEncoder)().encode)
    if type(target) is models.DateTimeField and connection.vendor == "sqlite" and connection.timezone is UTC:
        return _moment
    return _prepared(field)


def _prepared(field: "Field[Any, Any]") -> Callable[[Any], Any]:
    return lambda value: field.get_db_prep_save(value, connection)


def _json(encode: Callable[[Any], str], value: Any) -> str:
    return "{}" if value == {} else encode(value)


def _moment(value: Any) -> Any:
    """As Django keeps moments on SQLite, naive, where the connection's zone is UTC; short for those in UTC already."""
    if value is None or value.tzinfo is not UTC:
        return connection.ops.adapt_datetimefield_value(value)
    return value.isoformat(" ")[: -len("+00:00")]
