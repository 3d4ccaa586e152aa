"""Every form of report: the annual report of the house, and those that systems declare."""

from collections.abc import Iterable
from functools import cache

from zhunsheng.kernel import registry
from zhunsheng.kernel.reports.annual import ANNUAL
from zhunsheng.kernel.reports.declare import ReportForm, Section, place_order
from zhunsheng.kernel.reports.refusals import UnknownForm


@cache
def forms() -> dict[str, ReportForm]:
    """Every form by its code, the annual report first."""
    declared = [form for domain in registry.domains().values() for form in domain.forms]
    return {form.code: form for form in (ANNUAL, *declared)}


def form_of(code: str) -> ReportForm:
    if code not in forms():
        raise UnknownForm(form=code, known="、".join(forms()))
    return forms()[code]


@cache
def sections_of(code: str) -> dict[str, Section]:
    """The sections of a form by place, in order: what systems contribute, and the form's drafts where none does."""
    form = form_of(code)
    declared = [each for domain in registry.domains().values() for each in domain.sections if each.form == code]
    drafts = [draft for draft in form.drafts if not _is_filled(draft.at, (each.at for each in declared))]
    ordered = sorted((*declared, *drafts), key=lambda each: place_order(form, each.at))
    return {each.at: each for each in ordered}


def _is_filled(at: str, places: Iterable[str]) -> bool:
    return any(place == at or place.startswith(f"{at}.") for place in places)
