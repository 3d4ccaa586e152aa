"""Parties on the screens: asked for when a matter is opened, masked in a table, shown in full for a reason."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from zhunsheng.desk.forms import AskedForm, translated
from zhunsheng.kernel.models import Matter, Party
from zhunsheng.kernel.registry import MatterKind

SLOTS = 2
FIELDS = ("kind", "name", "id_number", "phone", "address")


def party_sections(kind: MatterKind) -> list[dict[str, Any]]:
    """Room for two parties of each role, the second folded away: title, whether folded, and the form fields."""
    return [
        {
            "title": gettext(title) if slot == 1 else _("再加一名%(role)s") % {"role": gettext(title)},
            "folded": slot > 1,
            "fields": {f"party-{role}-{slot}-{name}": field for name, field in _fields().items()},
        }
        for role, title in kind.parties.items()
        for slot in range(1, SLOTS + 1)
    ]


def _fields() -> dict[str, forms.Field]:
    return {
        "kind": forms.ChoiceField(label=_("类别"), choices=translated(Party.Kind.choices), required=False),
        "name": forms.CharField(label=_("姓名或者名称"), required=False, max_length=100),
        "id_number": forms.CharField(
            label=_("证件号码"), required=False, help_text=_("加密保存，页面上只显示首尾几位。")
        ),
        "phone": forms.CharField(label=_("电话"), required=False),
        "address": forms.CharField(label=_("地址"), required=False, max_length=200),
    }


def parties_given(kind: MatterKind, form: AskedForm) -> list[dict[str, Any]]:
    """The parties filled in; a slot in which nothing but the kind stands is none."""
    rows = []
    for role in kind.parties:
        for slot in range(1, SLOTS + 1):
            answers = form.answers(FIELDS, f"party-{role}-{slot}-")
            if set(answers) - {"kind"}:
                rows.append({"role": role, **answers})
    return rows


def party_rows(matter: Matter) -> list[dict[str, Any]]:
    """The parties of a matter, masked; each protected number with the address that asks for a reason to show it."""
    found = Party.objects.filter(matter=matter)
    for party in found:
        party.matter = matter
    return [_row(party) for party in found]


def _row(party: Party) -> dict[str, Any]:
    shown: Mapping[str, str] = {"id_number": party.shown_id_number, "phone": party.shown_phone}
    return {
        "role": party.role_title,
        "name": party.shown_name,
        "kind": party.get_kind_display(),
        "address": party.address,
        "numbers": [
            {"value": value, "href": reverse("desk:reveal", args=[party.matter_id, party.pk, name]) if value else ""}
            for name, value in shown.items()
        ],
    }
