"""The kernel as a Django application."""

from django.apps import AppConfig


class KernelConfig(AppConfig):
    name = "zhunsheng.kernel"
    verbose_name = "准绳"

    def ready(self) -> None:
        """Let every declaration be checked before the server starts."""
        from zhunsheng.kernel import checks  # noqa: F401, PLC0415 -- models exist only from here on
