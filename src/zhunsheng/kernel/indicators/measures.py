"""Units of figures in the words that fit the number: 1 case, 2 cases."""

from decimal import Decimal

from django.utils.translation import ngettext


def measured(unit: str, value: Decimal | float | None) -> str:
    """The declared unit in the language of the screen, to stand after ``value``; nothing for no unit."""
    return ngettext(unit, unit, 1 if value == 1 else 2) if unit else ""
