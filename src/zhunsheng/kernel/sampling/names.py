"""Invented names. Whoever is called so in the sample does not exist; a likeness is chance."""

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from random import Random

import yaml

PARTS = Path(__file__).with_name("names.yaml")
ONE_LETTER = 0.25
"""The share of given names of one letter."""


@cache
def parts() -> Mapping[str, Sequence[str]]:
    """What names are made of."""
    found = yaml.safe_load(PARTS.read_text(encoding="utf-8"))
    return {name: "".join(value.split()) if isinstance(value, str) else value for name, value in found.items()}


class Names:
    """Invented names drawn from ``rng``: the same generator gives the same names."""

    def __init__(self, rng: Random) -> None:
        self._rng = rng

    def _one(self, part: str) -> str:
        return self._rng.choice(parts()[part])

    def person(self) -> str:
        letters = 1 if self._rng.random() < ONE_LETTER else 2
        return self._one("surnames") + "".join(self._one("given") for _ in range(letters))

    def masked(self) -> str:
        """A person as titles name one: the surname and 某 or 某某."""
        return self._one("surnames") + self._rng.choice(("某", "某某"))

    def company(self) -> str:
        return f"太原市{self.word()}{self._one('trades')}{self._one('forms')}"

    def street(self) -> str:
        return self.word() + self._rng.choice(("街", "路", "巷"))

    def estate(self) -> str:
        """A housing estate."""
        return self.word() + self._one("estates")

    def address(self) -> str:
        return f"{self.street()}{self._rng.randint(1, 180)}号"

    def community(self, village: bool = False) -> str:
        return self.word() + ("村" if village else self._one("communities"))

    def word(self) -> str:
        """Two letters of good meaning."""
        return self._one("words")
