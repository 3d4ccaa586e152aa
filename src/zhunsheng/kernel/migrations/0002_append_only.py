"""The database itself refuses to change or remove rows of the append-only tables."""

from typing import ClassVar

from django.db import migrations

from zhunsheng.kernel.journal.walls import lower_walls, raise_walls


class Migration(migrations.Migration):
    dependencies: ClassVar = [("kernel", "0001_initial")]
    operations: ClassVar = [migrations.RunPython(raise_walls, lower_walls)]
