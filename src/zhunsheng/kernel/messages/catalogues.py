"""The catalogue files: written in one order without dates or paths, compiled, and checked for gaps and mistakes."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import polib

from zhunsheng.kernel.messages.collecting import Declared, Message, collect

_PLURALS = {"en": "nplurals=2; plural=(n != 1);"}
_PLACEHOLDERS = re.compile(r"%\(\w+\)[sd]|(?<!\{)\{\w*\}(?!\})")


class Problem(NamedTuple):
    """A translation that would fail or mislead: the folder of its catalogue, the text, and what is wrong with it."""

    folder: Path
    text: str
    reason: str


def update_catalogues(root: Path, declared: Iterable[Declared] = (), language: str = "en") -> list[Path]:
    """Write the catalogue of every folder that owns texts, and return those that changed.

    A translation is kept, also when its text moves to another folder; a text no longer used is dropped with it. The
    same texts always give the same bytes. A catalogue left without texts is removed.
    """
    known = {_key(entry): entry for path in _catalogues(root, language) for entry in _read(path)}
    wanted = {_catalogue(folder, language): texts for folder, texts in collect(root, declared).items()}
    gone = [path for path in _catalogues(root, language) if path not in wanted]
    for path in gone:
        path.unlink()
    return gone + [path for path, texts in wanted.items() if _write(path, texts, known, language)]


def compile_catalogues(root: Path) -> list[Path]:
    """Make the .mo beside every .po of every language; a .mo without a .po is removed. Returns the files made."""
    made = []
    for stale in root.rglob("locale/*/LC_MESSAGES/*.mo"):
        if not stale.with_suffix(".po").exists():
            stale.unlink()
    for path in sorted(root.rglob("locale/*/LC_MESSAGES/*.po")):
        _read(path).save_as_mofile(str(path.with_suffix(".mo")))
        made.append(path.with_suffix(".mo"))
    return made


def missing(root: Path, declared: Iterable[Declared] = (), language: str = "en") -> list[tuple[Path, str]]:
    """(folder, text) of every text in use that has no complete translation, whether or not a catalogue lists it."""
    done = {_key(entry) for path in _catalogues(root, language) for entry in _read(path) if _complete(entry)}
    return [
        (folder, message.text)
        for folder, messages in collect(root, declared).items()
        for message in messages
        if message.key not in done
    ]


def unused(root: Path, declared: Iterable[Declared] = (), language: str = "en") -> list[tuple[Path, str]]:
    """(folder, text) of every text that a catalogue lists though nothing in its folder needs it any more."""
    wanted = collect(root, declared)
    found = []
    for path in _catalogues(root, language):
        folder = path.parents[3]
        keys = {message.key for message in wanted.get(folder, ())}
        found += [(folder, entry.msgid) for entry in _read(path) if _key(entry) not in keys]
    return found


def problems(root: Path, language: str = "en") -> list[Problem]:
    """Translations with other placeholders than their text, or with a line break at an end that it lacks."""
    return [
        Problem(path.parents[3], entry.msgid, reason)
        for path in _catalogues(root, language)
        for entry in _read(path)
        for reason in _faults(entry)
    ]


def _faults(entry: polib.POEntry) -> Iterator[str]:
    sources = (entry.msgid, entry.msgid_plural or entry.msgid)
    for i, translation in enumerate(_translations(entry)):
        allowed = [_placeholders(source) for source in sources]
        if translation and _placeholders(translation) not in allowed:
            yield f"“{translation}”: {_list(_placeholders(translation))} ≠ {_list(allowed[min(i, 1)])}"
        if translation and translation.strip("\n") != translation and entry.msgid.strip("\n") == entry.msgid:
            yield f"“{translation.strip()}”: line break at an end"


def _placeholders(text: str) -> set[str]:
    return set(_PLACEHOLDERS.findall(text))


def _list(names: set[str]) -> str:
    return ", ".join(sorted(names)) or "∅"


def _translations(entry: polib.POEntry) -> list[str]:
    return [entry.msgstr_plural[form] for form in sorted(entry.msgstr_plural)] if entry.msgid_plural else [entry.msgstr]


def _complete(entry: polib.POEntry) -> bool:
    return all(_translations(entry)) and not entry.obsolete and not entry.fuzzy


def _key(entry: polib.POEntry) -> tuple[str, str]:
    return entry.msgctxt or "", entry.msgid


def _catalogue(folder: Path, language: str) -> Path:
    return folder / "locale" / language / "LC_MESSAGES" / "django.po"


def _catalogues(root: Path, language: str) -> list[Path]:
    return sorted(root.rglob(f"locale/{language}/LC_MESSAGES/django.po"))


def _read(path: Path) -> polib.POFile:
    return polib.pofile(str(path), encoding="utf-8")


def _write(path: Path, messages: list[Message], known: dict[tuple[str, str], polib.POEntry], language: str) -> bool:
    catalogue = polib.POFile(wrapwidth=110)
    catalogue.metadata = {
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Language": language,
        "Plural-Forms": _PLURALS.get(language, "nplurals=1; plural=0;"),
    }
    catalogue.extend(_entry(message, known.get(message.key)) for message in messages)
    text = str(catalogue).rstrip("\n") + "\n"
    if path.exists() and path.read_text(encoding="utf-8") == text:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return True


def _entry(message: Message, old: polib.POEntry | None) -> polib.POEntry:
    entry = polib.POEntry(msgid=message.text, msgctxt=message.context or None)
    if "%(" in message.text:
        entry.flags.append("python-format")
    said = _translations(old) if old else [""]
    if message.plural:
        entry.msgid_plural = message.plural
        entry.msgstr_plural = {0: said[0], 1: said[-1]}
    else:
        entry.msgstr = said[0]
    return entry
