"""Declared texts inside sentences: each appears in the language of the sentence it stands in."""

from collections.abc import Iterable
from datetime import datetime

from django.utils import timezone, translation

from zhunsheng.law import Wording, cite
from zhunsheng.law.refusal import is_english


class Shown(str):
    """A Chinese text with a translation in the catalogue, such as the title of a step or of a field.

    As a str it is Chinese. As a field of a refusal it follows the sentence: ``text("en")`` is English, whatever the
    language of the screen. A text without a translation, such as the number of a matter, stays as it is.
    """

    texts: tuple[str, ...]
    joint: str

    @classmethod
    def of(cls, texts: Iterable[object], chinese: str, english: str) -> "Shown":
        """The texts joined by ``chinese``, or in an English sentence by ``english``."""
        kept = tuple(each if isinstance(each, Shown) else str(each) for each in texts)
        made = cls(chinese.join(kept))
        made.texts, made.joint = kept, english
        return made

    def text(self, language: str) -> str:
        if not is_english(language):
            return str(self)
        with translation.override("en"):
            return self.joint.join(_said(each) for each in self.texts)


def _said(text: str) -> str:
    if isinstance(text, Shown):
        return text.text("en")
    return translation.gettext(text) if text else text


def shown(*titles: object) -> Shown:
    """One title, or several as a list."""
    return Shown.of(titles, "、", ", ")


def beside(*texts: object) -> Shown:
    """A number or name and what is done with it, side by side."""
    return Shown.of(texts, " ", " ")


def to_the_minute(moment: datetime) -> str:
    """A moment as people read it, in the time of the district."""
    return timezone.localtime(moment).strftime("%Y-%m-%d %H:%M")


def cited(basis: str) -> Wording:
    """A place in the law, such as ``FOI19 第三十条``, as each language cites it; nothing for none."""
    return Wording(cite(basis, "zh"), cite(basis, "en")) if basis else Wording("", "")
