"""A process that loads the sample and, when told so, is killed at its n-th statement. For test_loading.

Prints the number of statements it made and what the database then holds.
"""

import os
import signal
import sys

import django

os.environ["DJANGO_SETTINGS_MODULE"] = "zhunsheng.site.settings.test"
django.setup()

from django.apps import apps  # noqa: E402 -- after django.setup
from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402

from zhunsheng.kernel.sampling import load_sample  # noqa: E402


class Statements:
    """Counts what is executed, and kills the process at ``last``."""

    def __init__(self, last):
        self.count, self.last = 0, last

    def __call__(self, execute, sql, params, many, context):
        self.count += 1
        if self.count == self.last:
            os.kill(os.getpid(), signal.SIGKILL)
        return execute(sql, params, many, context)


words = dict(word.partition("=")[::2] for word in sys.argv[1:])
if "migrate" in words:
    call_command("migrate", verbosity=0)
statements = Statements(int(words.get("kill") or 0))
if "load" in words:
    with connection.execute_wrapper(statements):
        load_sample()
if "count" in words:
    models = (model for model in apps.get_models() if model._meta.managed)
    print(statements.count, *(f"{model._meta.label}={model._default_manager.count()}" for model in models))
