"""Words of the screens: refusals, values and days in the language of whoever looks."""

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db.models import Field, Model
from django.utils import timezone
from django.utils.translation import get_language, gettext

from zhunsheng.kernel.models import Unit
from zhunsheng.law import Refusal, cite


def language() -> str:
    return get_language() or "zh"


def said(refusal: Refusal) -> str:
    """The sentence of a refusal in the language of the screen."""
    return refusal.text(language())


def article(basis: str) -> str:
    """A basis such as ``FOI19 第三十条`` as people cite it."""
    return cite(basis, language()) if basis else ""


def title_of(field: "Field[Any, Any]") -> str:
    return gettext(str(field.verbose_name))


def shown(field: "Field[Any, Any]", value: Any, names: Mapping[int, str] | None = None) -> str:
    """The value of a field in words; ``value`` as the row or the journal holds it, ``names`` those of units."""
    if value in (None, ""):
        return ""
    if field.is_relation:
        return _related(field, value, names or {})
    if field.flatchoices:
        return gettext(str(dict(field.flatchoices).get(value, value)))
    return plain(value)


def plain(value: Any) -> str:
    if isinstance(value, bool):
        return gettext("是") if value else gettext("否")
    if isinstance(value, datetime):
        return timezone.localtime(value).strftime("%Y-%m-%d %H:%M")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, int | Decimal):
        return f"{value:,}"
    return str(value)


def _related(field: "Field[Any, Any]", value: Any, names: Mapping[int, str]) -> str:
    if isinstance(value, Model):
        return str(value)
    if field.related_model is Unit and value in names:
        return names[value]
    found = field.related_model._default_manager.filter(pk=value).first()  # type: ignore[union-attr]
    return str(found or "")


def number(value: Any) -> str:
    """A figure as it is printed: groups of three, no needless zeros; a dash where there is none."""
    if value is None:
        return "—"
    if isinstance(value, Decimal):
        value = int(value) if value == value.to_integral_value() else value.normalize()
    return f"{value:,}"


def growth(value: Decimal | None) -> str:
    return "" if value is None else f"{value:+,}%"
