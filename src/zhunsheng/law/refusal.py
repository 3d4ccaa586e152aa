"""Refusals: errors that tell a person what is wrong and how to repair it, in Chinese and in English."""

from collections.abc import Callable
from dataclasses import dataclass
from string import Formatter
from typing import ClassVar


@dataclass(frozen=True)
class Wording:
    """A phrase in both languages; as a field of a refusal it appears in the language of the sentence."""

    zh: str
    en: str

    def text(self, language: str) -> str:
        return self.en if is_english(language) else self.zh


class Refusal(Exception):
    """An error for people. A subclass gives two sentences, `zh` and `en`: templates with the same named fields.

    A field that has `text(language)`, such as a Wording, appears in the language of the sentence.
    The fields are given by keyword: a missing or unknown one is a TypeError when the refusal is made, and two
    sentences that do not use the same fields are a TypeError when the class is made. A subclass without sentences
    groups others and cannot be raised itself. `str()` is the Chinese sentence.
    """

    zh: ClassVar[str] = ""
    en: ClassVar[str] = ""
    fields: ClassVar[frozenset[str]] = frozenset()

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        chinese, english = _fields_of(cls.zh), _fields_of(cls.en)
        if chinese != english or bool(cls.zh) != bool(cls.en):
            raise TypeError(f"{cls.__name__}: zh uses the fields {sorted(chinese)}, en uses {sorted(english)}")
        cls.fields = chinese

    def __init__(self, **values: object) -> None:
        if not self.zh:
            raise TypeError(f"{type(self).__name__} has no sentences and cannot be raised")
        if self.fields != values.keys():
            raise TypeError(f"{type(self).__name__} needs the fields {sorted(self.fields)}, got {sorted(values)}")
        self.values = values
        super().__init__(self.text("zh"))

    def text(self, language: str) -> str:
        """The sentence in English for `en` and its variants, else in Chinese."""
        template = self.en if is_english(language) else self.zh
        return template.format(**{name: _in_language(value, language) for name, value in self.values.items()})

    def __str__(self) -> str:
        return self.text("zh")

    def __reduce__(self) -> tuple[Callable[..., "Refusal"], tuple[type["Refusal"], dict[str, object]]]:
        return _made_again, (type(self), self.values)


def is_english(language: str) -> bool:
    return language.lower().split("-")[0] == "en"


def _fields_of(template: str) -> frozenset[str]:
    return frozenset(name for _, name, _, _ in Formatter().parse(template) if name is not None)


def _in_language(value: object, language: str) -> object:
    text = getattr(value, "text", None)
    return text(language) if callable(text) else value


def _made_again(kind: type[Refusal], values: dict[str, object]) -> Refusal:
    return kind(**values)
