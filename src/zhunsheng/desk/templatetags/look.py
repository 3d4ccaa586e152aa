"""Small tags of the screens: numbers as people write them, bar widths, procedure diagrams."""

from django import template
from django.utils.safestring import mark_safe

from zhunsheng.desk import diagram

register = template.Library()


@register.filter
def thousands(value):
    """The number with groups of three digits (13,719); text and None are returned as they are."""
    return f"{value:,}" if isinstance(value, int | float) and not isinstance(value, bool) else value


@register.filter
def share(value, largest) -> str:
    """The width in percent of a bar: value of the largest, never outside 0 to 100, always with a point."""
    if not largest or not value:
        return "0"
    return f"{min(max(float(value) / float(largest), 0), 1) * 100:.1f}"


@register.inclusion_tag("desk/parts/diagram.html")
def procedure_diagram(states, steps, current=None, taken=()):
    """The procedure as a picture with an equal list below it; see zhunsheng.desk.diagram.draw."""
    states, steps, taken = list(states), list(steps), list(taken)
    return {
        "picture": mark_safe(diagram.draw(states, steps, current, taken)),  # noqa: S308 -- draw escapes every text
        "rows": diagram.rows(states, steps, taken),
    }
