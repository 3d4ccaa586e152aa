"""Scratch databases: SQLite files in the folder of this run, each with the tables set up."""

from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import connection


def use(name: str) -> Path:
    """Go on with the database of that name; a new one gets its tables first."""
    connection.close()
    path: Path = settings.ZHUNSHENG.var / f"{name}.sqlite3"
    is_new = not path.exists()
    connection.settings_dict["NAME"] = str(path)
    if is_new:
        call_command("migrate", verbosity=0, interactive=False)
    return path


def run(statement: str, *given: object) -> list[tuple[object, ...]]:
    """One statement of our own, past the models."""
    with connection.cursor() as cursor:
        cursor.execute(statement, given)
        return list(cursor.fetchall()) if cursor.description else []
