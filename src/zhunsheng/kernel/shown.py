"""Declared texts inside sentences: each appears in the language of the sentence it stands in."""

from django.utils import translation

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
    def of(cls, texts: tuple[str, ...], chinese: str, english: str) -> "Shown":
        made = cls(chinese.join(texts))
        made.texts, made.joint = texts, english
        return made

    def text(self, language: str) -> str:
        if not is_english(language):
            return str(self)
        with translation.override("en"):
            return self.joint.join(translation.gettext(each) if each else each for each in self.texts)


def shown(*titles: object) -> Shown:
    """One title, or several as a list."""
    return Shown.of(tuple(map(str, titles)), "、", ", ")


def beside(*texts: object) -> Shown:
    """A number or name and what is done with it, side by side."""
    return Shown.of(tuple(map(str, texts)), " ", " ")


def cited(basis: str) -> Wording:
    """A place in the law, such as ``FOI19 第三十条``, as each language cites it."""
    return Wording(cite(basis, "zh"), cite(basis, "en"))
