"""Django's own commands: `python -m zhunsheng.site.manage migrate`."""

import os
import sys

from django.core.management import execute_from_command_line

from zhunsheng.law.refusal import Refusal


def main(arguments: list[str] | None = None) -> None:
    """Run one command of Django's; a refusal is printed in both languages and ends with exit code 1."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "zhunsheng.site.settings.dev")
    try:
        execute_from_command_line(arguments or sys.argv)
    except Refusal as refusal:
        sys.exit(f"{refusal}\n{refusal.text('en')}")


if __name__ == "__main__":
    main()
