"""Database expressions that figures are grouped by."""

from typing import Any

from django.db.models import F, Func, IntegerField
from django.db.models.sql.compiler import SQLCompiler


class YearMonth(Func):
    """The month of a date column as a number like 202305, computed by the database itself."""

    output_field = IntegerField()
    arity = 1

    def as_sqlite(self, compiler: SQLCompiler, connection: Any, **context: Any) -> Any:
        template = "CAST(substr(%(expressions)s, 1, 4) || substr(%(expressions)s, 6, 2) AS INTEGER)"
        return self.as_sql(compiler, connection, template=template, **context)

    def as_postgresql(self, compiler: SQLCompiler, connection: Any, **context: Any) -> Any:
        template = "(EXTRACT(YEAR FROM %(expressions)s) * 100 + EXTRACT(MONTH FROM %(expressions)s))::int"
        return self.as_sql(compiler, connection, template=template, **context)


def month_of(path: str) -> YearMonth:
    return YearMonth(F(path))
