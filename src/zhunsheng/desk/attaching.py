"""Files on the screens: taken in with a form, kept through refusals, attached to a matter, listed and linked."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import Any

from django import forms
from django.core import signing
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.urls import reverse
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext_lazy as _

from zhunsheng.desk.words import said
from zhunsheng.kernel.files.models import StoredFile
from zhunsheng.kernel.files.storing import Kept, attach, keep
from zhunsheng.kernel.files.types import SUFFIXES
from zhunsheng.kernel.journal.models import JournalEntry
from zhunsheng.kernel.models import Matter, Person
from zhunsheng.law import Refusal

ONE_DAY = 24 * 3600


class FilesInput(forms.FileInput):
    """Several files; those taken in before a refusal stay listed and need not be chosen again."""

    allow_multiple_selected = True
    template_name = "desk/parts/files_input.html"

    def __init__(self) -> None:
        super().__init__({"multiple": True, "accept": ",".join(f".{suffix}" for suffix in SUFFIXES)})

    def value_from_datadict(self, data: QueryDict, files: MultiValueDict, name: str) -> tuple[list[Any], list[str]]:
        return files.getlist(name), data.getlist(f"{name}-kept")

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        return name not in files and f"{name}-kept" not in data

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        context = super().get_context(name, None, attrs)
        context["kept"] = value if isinstance(value, list) else []
        return context


class FilesField(forms.Field):
    """Takes files to disk while the form is checked; its value is a list of ``Kept``, each named to ``person`` alone.

    A file refused by type, size or name is refused here, and the others are kept.
    """

    widget = FilesInput

    def __init__(self, person: Person, **more: Any) -> None:
        super().__init__(label=_("附件"), **more)
        self.signer = signing.TimestampSigner(salt=f"kept file of {person.pk}")
        self.kept: dict[str, Kept] = {}

    def clean(self, value: Any) -> list[Kept]:
        given, tokens = value or ((), ())
        self.kept = {kept.digest: kept for token in tokens if (kept := self._known(token))}
        refused = [problem for each in given if (problem := self._take(each))]
        if refused:
            raise ValidationError(refused)
        if self.required and not self.kept:
            raise ValidationError(self.error_messages["required"], code="required")
        return list(self.kept.values())

    def _take(self, given: Any) -> str:
        """Why the file is refused; nothing when it is on disk."""
        given.seek(0)
        try:
            kept = keep(given.name, given)
        except Refusal as refusal:
            return said(refusal)
        self.kept[kept.digest] = kept
        return ""

    def _known(self, token: str) -> Kept | None:
        try:
            return Kept(**self.signer.unsign_object(token, max_age=ONE_DAY))
        except signing.BadSignature:
            return None

    def bound_data(self, data: Any, initial: Any) -> list[dict[str, Any]]:
        """The files taken in, as the page lists them."""
        return [{"it": kept, "token": self.signer.sign_object(asdict(kept))} for kept in self.kept.values()]

    def has_changed(self, initial: Any, data: Any) -> bool:
        return any(data or ())


def attach_all(matter: Matter, kept: Iterable[Kept], by: Person, entry: JournalEntry | None = None) -> None:
    """Make the files of a form known to the matter, in the transaction of what came with them."""
    for each in kept:
        attach(matter, each, by=by, entry=entry)


def file_rows(matter: Matter) -> list[dict[str, Any]]:
    """The files of a matter that its reader may open, each with the journal line it came with."""
    rows = StoredFile.objects.filter(matter=matter.pk).select_related("uploaded_by")
    return [{"it": row, "href": reverse("desk:file", args=[row.pk])} for row in rows]


def with_files(lines: list[dict[str, Any]], files: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """The lines of a timeline, each with the files that came with it."""
    by_line: dict[str, list[dict[str, Any]]] = {}
    for each in files:
        row = {"href": each["href"], "name": each["it"].name}
        by_line.setdefault(f"line-{each['it'].sequence}", []).append(row)
    return [line | {"files": by_line.get(line["ident"], [])} for line in lines]
