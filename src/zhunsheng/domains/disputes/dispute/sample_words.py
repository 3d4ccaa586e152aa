"""The sample's wording, composed from the parts in sample_words.yaml so that no two files read alike by design."""

from functools import cache
from itertools import accumulate
from pathlib import Path
from random import Random
from typing import Any

import yaml


@cache
def words() -> dict[str, Any]:
    """The parts, read once."""
    found: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("sample_words.yaml").read_text(encoding="utf-8"))
    return found


@cache
def _drawn_from(weights: str) -> tuple[list[str], list[int]]:
    return list(words()[weights]), list(accumulate(words()[weights].values()))


def pick(rng: Random, part: str) -> str:
    """One of the phrases of a part."""
    found = words()[part]
    return str(found[int(rng.random() * len(found))])


def type_of(rng: Random, petition_prone: bool) -> str:
    """A type of the national list, as likely as its weight."""
    types, weights = _drawn_from("prone_weights" if petition_prone else "weights")
    return rng.choices(types, cum_weights=weights)[0]


def title_of(rng: Random, kind: str, label: str) -> str:
    """A title such as 云杉里3号楼2单元夜间噪声扰民邻里纠纷."""
    quarrels = words()["quarrels"][kind]
    spot = pick(rng, "spots").format(n=1 + int(rng.random() * 39), u=1 + int(rng.random() * 6))
    return f"{pick(rng, 'estates')}{spot}{quarrels[int(rng.random() * len(quarrels))]}{label}"


def facts_of(rng: Random, kind: str, what: str) -> str:
    """What the quarrel is about and how it stands, in one sentence."""
    return f"{what}，{_phrase(rng, kind, 'courses')}，{_phrase(rng, kind, 'wishes')}。"


def agreement_of(rng: Random, kind: str) -> tuple[str, int | None]:
    """What is agreed, and the amount where the dispute is about money."""
    amount = int(rng.random() ** 3 * 400) * 100 + 200 if kind in words()["about_money"] else None
    duty = _phrase(rng, kind, "duties").format(d=2 + int(rng.random() * 29), m=amount)
    return f"一方{duty}，{_phrase(rng, kind, 'returns')}。", amount


def _phrase(rng: Random, kind: str, part: str) -> str:
    found = words()["money" if kind in words()["about_money"] else "conduct"][part]
    return str(found[int(rng.random() * len(found))])


def mediator_of(rng: Random) -> str:
    """An invented mediator, told by surname only."""
    return f"{pick(rng, 'surnames')}调解员"
