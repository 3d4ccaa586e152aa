"""What a command is, and how commands are found."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from pkgutil import iter_modules
from types import ModuleType

from django.conf import settings

from zhunsheng.cli import commands


def nothing_to_add(parser: ArgumentParser) -> None:
    """For a command without arguments."""


@dataclass(frozen=True, kw_only=True)
class Command:
    """A command: ``run`` gets the parsed arguments and returns the exit status.

    ``help`` is Chinese, marked by gettext_noop and translated when shown; so is ``finds``, which says what status 1
    means where it occurs. ``needs_tables``: the database must have been set up.
    """

    name: str
    help: str
    run: Callable[[Namespace], int]
    arguments: Callable[[ArgumentParser], None] = nothing_to_add
    finds: str = ""
    needs_tables: bool = True


def found() -> Iterator[Command]:
    """Every command of this room and of the systems, in the order of their modules."""
    for each in iter_modules(commands.__path__):
        yield from _commands_of(import_module(f"{commands.__name__}.{each.name}"))
    for package in settings.DOMAIN_PACKAGES:
        if find_spec(f"{package}.commands"):
            yield from _commands_of(import_module(f"{package}.commands"))


def _commands_of(module: ModuleType) -> Iterator[Command]:
    yield from (value for value in vars(module).values() if isinstance(value, Command))
