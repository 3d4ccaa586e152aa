"""Finding the texts to translate: in templates, in Python, and in declarations given by the caller."""

import ast
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from django.template.exceptions import TemplateSyntaxError
from django.utils.translation.template import templatize

from zhunsheng.law.refusal import Refusal

_SINGLE = {"gettext", "gettext_lazy", "gettext_noop", "_"}
_PLURAL = {"ngettext", "ngettext_lazy"}
_CONTEXT = {"pgettext", "pgettext_lazy"}
_BOTH = {"npgettext", "npgettext_lazy"}
_LITERAL = r"""u?(?:'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")"""
_CALL = re.compile(rf"\b(n?p?gettext|_)\(({_LITERAL}(?:,\s*{_LITERAL})*)")
_APPS = {"kernel": 0, "desk": 1, "counter": 2, "api": 3, "cli": 4}
_TEMPLATES = {".html", ".txt", ".xml"}


class UnreadableSource(Refusal):
    zh = "无法从“{file}”收集需要翻译的文字：{reason}。请改正该文件后重新收集。"
    en = "The texts of {file} cannot be collected: {reason}. Correct the file and collect again."


@dataclass(frozen=True, order=True)
class Message:
    """One text to translate; plural is its second form, context tells equal texts apart; both may be empty."""

    text: str
    plural: str = ""
    context: str = ""

    @property
    def key(self) -> tuple[str, str]:
        """What a catalogue keeps apart: context and text."""
        return self.context, self.text


Declared = tuple[Path, str | Message]
"""A declared text and the folder of the package it belongs to."""


def collect(root: Path, declared: Iterable[Declared] = ()) -> dict[Path, list[Message]]:
    """Every text under root (the package zhunsheng), by the folder that owns it, each text once, sorted.

    declared are the texts of the registry, each with its folder; a Message where it has a plural. A text without
    Chinese needs no translation and is left out. One needed in several folders belongs to the first: the kernel, the
    screens and doors, the domains, each by name. A file that cannot be read is refused by name.
    """
    found = [(owner(root, path), message) for path in _sources(root) for message in _messages(root, path)]
    for folder, given in declared:
        message = Message(given) if isinstance(given, str) else given
        if not message.text.isascii():
            found.append((owner(root, folder / "domain.py"), message))
    homes: dict[tuple[str, str], tuple[Path, Message]] = {}
    for folder, message in sorted(found, key=lambda pair: (_rank(root, pair[0]), pair[1])):
        home, known = homes.setdefault(message.key, (folder, message))
        if message.plural and not known.plural:
            homes[message.key] = (home, message)
    owned: dict[Path, list[Message]] = {}
    for folder, message in homes.values():
        owned.setdefault(folder, []).append(message)
    return {folder: sorted(owned[folder]) for folder in sorted(owned)}


def owner(root: Path, path: Path) -> Path:
    """The folder whose catalogue holds a file's texts: a domain, else a room that is a Django app, else the root."""
    parts = path.relative_to(root).parts
    if parts[0] == "domains" and len(parts) > 3:
        return root.joinpath(*parts[:3])
    return root / parts[0] if parts[0] in _APPS else root


def _rank(root: Path, folder: Path) -> tuple[int, str]:
    room = folder.relative_to(root).parts[:1] or ("",)
    return _APPS.get(room[0], len(_APPS)), folder.as_posix()


def _sources(root: Path) -> Iterator[Path]:
    for path in sorted(root.rglob("*")):
        inside = path.relative_to(root).parts
        if "tests" in inside or "migrations" in inside or not path.is_file():
            continue
        if path.suffix == ".py" or (path.suffix in _TEMPLATES and "templates" in inside):
            yield path


def _messages(root: Path, path: Path) -> list[Message]:
    try:
        source = path.read_text(encoding="utf-8")
        return list(_in_python(source) if path.suffix == ".py" else _in_template(source))
    except (SyntaxError, UnicodeDecodeError, TemplateSyntaxError) as error:
        raise UnreadableSource(file=path.relative_to(root).as_posix(), reason=error) from error


def _in_python(source: str) -> Iterator[Message]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call):
            texts = [arg.value for arg in node.args if isinstance(arg, ast.Constant) and isinstance(arg.value, str)]
            yield from _message(_name(node.func), texts)


def _name(function: ast.expr) -> str:
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def _in_template(source: str) -> Iterator[Message]:
    """Django itself turns a template into gettext calls; only their literal texts are taken."""
    for call in _CALL.finditer(templatize(source)):
        texts = ast.literal_eval(f"[{call[2]}]")
        yield from _message(call[1], [text.replace("%%", "%") if "%(" not in text else text for text in texts])


def _message(call: str, texts: list[str]) -> Iterator[Message]:
    if all(text.isascii() for text in texts):
        return
    if call in _SINGLE and len(texts) == 1:
        yield Message(texts[0])
    elif call in _PLURAL and len(texts) == 2:
        yield Message(texts[0], plural=texts[1])
    elif call in _CONTEXT and len(texts) == 2:
        yield Message(texts[1], context=texts[0])
    elif call in _BOTH and len(texts) == 3:
        yield Message(texts[1], plural=texts[2], context=texts[0])
