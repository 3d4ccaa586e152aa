"""Template: an official document that a step issues, written once by the domain and filled from the record.

Its article is that of the step under whose edition it is issued.
"""

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Template:
    """An official document of a matter.

    * ``code``: ``system.name``, named by ``Step.documents``. ``title``: the name printed, such as 受理通知书.
    * ``file``: path of the text inside the domain's folder. The text is a Django template (no HTML escaping): blank
      lines part paragraphs; ``# `` and ``## `` begin headings of the first and second level.
    * ``number``: template of the document number with {mark}, {year} and {serial}; serials are gapless per code.
    * ``addressed_to``: a Django template for the addressee, such as ``{{ parties.applicant }}``.
    * ``signed_by``: a Django template for the organ in whose name it goes out; the unit of the step if left empty.

    In the texts: ``matter``, ``unit``, ``jurisdiction``, ``parties`` (names by role), ``entry`` (the journal line of
    the step: ``entry.day``, ``entry.answers``), ``outcome``, ``clocks`` (``clocks.answer.due_on``), ``day`` (of issue).
    """

    code: str
    title: str
    file: str
    number: str
    addressed_to: str = ""
    signed_by: str = ""

    def texts(self) -> Iterator[str]:
        yield self.title
