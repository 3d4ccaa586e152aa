"""Forms made from declarations: which fields are asked, of what type, and where a refusal is shown."""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import BooleanField, Field, Model
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from zhunsheng.desk.reach import unit_names, unit_options
from zhunsheng.desk.words import said, title_of
from zhunsheng.kernel.matters.access import access_matter
from zhunsheng.kernel.matters.models import Matter
from zhunsheng.kernel.models import Person, RegisterEntry, Unit
from zhunsheng.kernel.refusals import MatterNotFound
from zhunsheng.kernel.roles import Role
from zhunsheng.law import Refusal


class DayInput(forms.DateInput):
    """A date as browsers ask for it; the value is always ISO text."""

    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


class UnitField(forms.TypedChoiceField):
    """One unit among ``options``; keys outside of them are refused as no valid choice."""

    def __init__(self, options: Iterable[tuple[int, str]], **more: Any) -> None:
        rows = list(options)
        only = rows[0][0] if len(rows) == 1 and more.get("required") else None
        super().__init__(choices=[("", "—"), *rows], coerce=int, empty_value=None, initial=only, **more)


class MatterField(forms.CharField):
    """Another matter by its number; one that the person may not see is not found."""

    def __init__(self, person: Person, **more: Any) -> None:
        super().__init__(help_text=_("填写该事项的编号。"), **more)
        self.person = person

    def clean(self, value: Any) -> Any:
        number = super().clean(value)
        if not number:
            return None
        try:
            return access_matter(self.person, number)
        except MatterNotFound as refusal:
            raise ValidationError(said(refusal)) from refusal


class PageField(forms.CharField):
    """A record by the address of its page or the number at its end; ``access`` finds it for the person or refuses."""

    def __init__(self, person: Person, access: Callable[[Person, int], Any], **more: Any) -> None:
        super().__init__(help_text=_("填写其页面地址，或者地址末尾的序号。"), **more)
        self.person, self.access = person, access

    def clean(self, value: Any) -> Any:
        given = super().clean(value)
        if not given:
            return None
        key = re.search(r"(\d{1,18})/?$", re.split(r"[?#]", given)[0])
        if key is None:
            raise ValidationError(_("地址末尾没有序号，请核对。"))
        try:
            return self.access(self.person, int(key[1]))
        except Refusal as refusal:
            raise ValidationError(said(refusal)) from refusal


class AskedForm(forms.Form):
    """A form with the fields it is given. ``refuse`` shows a refusal at the field it names, else above the form."""

    def __init__(self, asked: Mapping[str, forms.Field], given: Any = None, groups: Iterable[Any] = ()) -> None:
        super().__init__(given)
        self.groups = list(groups)
        self.fields.update(asked)
        for group in self.groups:
            self.fields.update(group["fields"])

    def sections(self) -> list[dict[str, Any]]:
        """The visible fields as they are shown: those of no group first, then each group under its title."""
        grouped = {name for group in self.groups for name in group["fields"]}
        loose = [field for field in self.visible_fields() if field.name not in grouped]
        shown = [{**group, "fields": [self[name] for name in group["fields"]]} for group in self.groups]
        for group in shown:
            filled = any(field.errors or (field.name in self.data and field.value()) for field in group["fields"][1:])
            group["open"] = filled
        return [{"title": "", "fields": loose}, *shown]

    def refuse(self, refusal: Refusal) -> None:
        named = refusal.values.get("field")
        at = next((name for name, field in self.fields.items() if named in (name, field.label)), None)
        self.add_error(at if named else None, said(refusal))

    def answers(self, names: Iterable[str], prefix: str = "") -> dict[str, Any]:
        """What was filled in of ``names``; what was left empty is left out."""
        found = {name: self.cleaned_data.get(prefix + name) for name in names}
        return {name: value for name, value in found.items() if value not in (None, "")}


def asked(field: "Field[Any, Any]", person: Person, required: bool, role: Role | None = None) -> forms.Field:
    """The form field for a field of a model; ``role`` narrows units to those where the person may act in it."""
    more: dict[str, Any] = {"label": title_of(field), "required": required}
    if field.is_relation:
        return _related(field.related_model, person, role, more)  # type: ignore[arg-type]
    if isinstance(field, BooleanField):
        return forms.BooleanField(label=more["label"], required=False)
    if field.choices:
        return forms.ChoiceField(choices=[("", "—"), *translated(field.choices)], **more)
    made = field.formfield(**more)
    if isinstance(made, forms.DateField):
        made.widget = DayInput()
    return made  # type: ignore[return-value]


def _related(model: type[Model], person: Person, role: Role | None, more: dict[str, Any]) -> forms.Field:
    if issubclass(model, Unit):
        options = unit_options(person, role) if role else _every_unit()
        return UnitField(options, **more)
    if issubclass(model, Matter):
        return MatterField(person, **more)
    if issubclass(model, RegisterEntry):
        return forms.ModelChoiceField(
            model._default_manager.visible_to(person).order_by("title"), empty_label="—", **more
        )  # type: ignore[attr-defined]
    if issubclass(model, Person):
        near = Person.objects.filter(posts__unit__in=list(unit_names(person)), is_active=True).distinct()
        return forms.ModelChoiceField(near.order_by("name"), empty_label="—", **more)
    return forms.ModelChoiceField(model._default_manager.all(), empty_label="—", **more)


def _every_unit() -> list[tuple[int, str]]:
    """A matter may be handed to, or ask in, any unit of the place."""
    return list(Unit.objects.order_by("code").values_list("pk", "name"))


def translated(choices: Any) -> list[tuple[Any, Any]]:
    """The choices with their labels in the language of the page; groups stay groups."""
    return [
        (value, translated(label)) if isinstance(label, list | tuple) else (value, gettext(str(label)))
        for value, label in choices
    ]


def own_fields(model: type[Model], names: Iterable[str]) -> "dict[str, Field[Any, Any]]":
    return {name: model._meta.get_field(name) for name in names}  # type: ignore[misc]


def row_fields(model: type[Model], without: Iterable[str] = ()) -> "dict[str, Field[Any, Any]]":
    """The fields of a satellite row that a person fills in."""
    hidden = {"matter", "sequence", "outcome", *without}
    return {
        each.name: each
        for each in model._meta.local_fields
        if each.editable and not each.primary_key and each.name not in hidden
    }


def day(label: Any, initial: Any = None, required: bool = True) -> forms.DateField:
    return forms.DateField(label=label, initial=initial, required=required, widget=DayInput())


def long_text(label: Any, required: bool = True, hint: Any = "", tall: bool = False) -> forms.CharField:
    box = forms.Textarea(attrs={"class": "tall"} if tall else {})
    return forms.CharField(label=label, required=required, help_text=hint, widget=box)


def hidden(initial: Any) -> forms.IntegerField:
    return forms.IntegerField(initial=initial, widget=forms.HiddenInput)
