"""What is wrong with the report forms and sections a system declares, in words."""

from collections.abc import Iterator

from zhunsheng.kernel import registry
from zhunsheng.kernel.registry import Domain
from zhunsheng.kernel.reports.declare import REFERENCE, ReportForm, Section
from zhunsheng.kernel.reports.forms import forms


def problems(domain: Domain) -> Iterator[str]:
    """Yield a sentence for each unknown form or part, each place taken twice, and each broken reference."""
    for form in domain.forms:
        yield from _form_flaws(form)
    for section in domain.sections:
        yield from _section_flaws(section)


def _form_flaws(form: ReportForm) -> Iterator[str]:
    known = [part.at for part in form.parts]
    for at in (*form.chapters, *(draft.at for draft in form.drafts)):
        if at.split(".", maxsplit=1)[0] not in known:
            yield f"report form {form.code} places something at {at!r}; its parts are {known}."


def _section_flaws(section: Section) -> Iterator[str]:
    form = forms().get(section.form)
    if form is None:
        yield f"section {section.at} belongs to the report {section.form!r}, which no system declares."
        return
    if section.at.split(".", maxsplit=1)[0] not in [part.at for part in form.parts]:
        yield f"section {section.at} stands in no part of the report {section.form!r}."
    every = [each for domain in registry.domains().values() for each in domain.sections]
    if sum((each.form, each.at) == (section.form, section.at) for each in every) > 1:
        yield f"section {section.at} of the report {section.form!r} is declared twice."
    if {"{", "}"} & set(REFERENCE.sub("", section.text)):
        yield f"section {section.at} of the report {section.form!r} has braces that are no reference to a figure."
