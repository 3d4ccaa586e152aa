"""The kernel as a Django application."""

from django.apps import AppConfig
from django.conf import settings

from zhunsheng.law import read_calendars_from


class KernelConfig(AppConfig):
    name = "zhunsheng.kernel"
    verbose_name = "准绳"

    def ready(self) -> None:
        """Let every declaration be checked before the server starts, and days be counted by the loaded years too."""
        read_calendars_from(settings.ZHUNSHENG.calendars)
        from zhunsheng.kernel import checks  # noqa: F401, PLC0415 -- models exist only from here on
