"""The facts our rules rest on, read from a domain's facts.yaml, and the comparison of a rule with its fact."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path
from typing import Any

from zhunsheng.law.articles import same_place
from zhunsheng.law.counting import COUNTINGS, Unit
from zhunsheng.law.parameters import Dated
from zhunsheng.law.refusal import Refusal, Wording
from zhunsheng.law.strict import Entry, list_of_entries, read_yaml

NATIONAL = "national"
_UNITS = {
    "working_day": Unit.WORKDAYS,
    "day": Unit.DAYS,
    "month": Unit.MONTHS,
    "year": Unit.YEARS,
    "hour": Unit.HOURS,
}
_REQUIRED = ["key", "domain", "kind", "name_zh", "name_en", "jurisdiction", "law", "law_id", "version", "article"]
_REQUIRED += ["duration", "unit", "verified"]
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
_LENGTH = Wording("含duration和unit的条目或空", "an entry with duration and unit, or nothing")


class FactGivenTwice(Refusal):
    zh = "文件{file}中事实“{key}”出现两次；请删去或改名其中一个。"
    en = "The file {file} gives the fact {key} twice; remove or rename one of them."


@dataclass(frozen=True)
class Fact:
    """One statement of a law in our own words: number, unit, article, dates in force, and whether it was verified.

    `version_from` and `version_until` are None where no exact day is known. Values only people read are kept as given.
    """

    key: str
    domain: str
    kind: str
    name_zh: str
    name_en: str
    jurisdiction: str
    law: str
    law_id: str
    version_from: date | None
    version_until: date | None
    article: str
    duration: int | None
    unit: str | None
    verified: bool
    version: object = None
    value: object = None
    value_unit: object = None
    fixed_date: object = None
    bound: object = None
    actor: object = None
    whose_clock: object = None
    starts: object = None
    ends: object = None
    extension: object = None
    excluded: object = None
    counting_rule: object = None
    consequence: object = None
    note: object = None
    verified_note: object = None
    evidence: object = None
    confidence: object = None
    why_unverified: object = None

    @property
    def national(self) -> bool:
        return self.jurisdiction == NATIONAL

    @property
    def counting(self) -> str:
        """The id of the counting rule the fact names, or empty."""
        code = str(self.counting_rule or "").split(":")[0]
        return code if code in COUNTINGS else ""

    def lengths(self) -> list[tuple[int, Unit]]:
        """The term and, where the fact gives one, the extension, each as number and unit."""
        longer = self.extension if isinstance(self.extension, dict) else {}
        given = [(self.duration, self.unit), (longer.get("duration"), longer.get("unit"))]
        return [(number, _UNITS[str(unit)]) for number, unit in given if isinstance(number, int) and unit in _UNITS]


_PLAIN = [one.name for one in fields(Fact) if one.name not in ("version_from", "version_until")]


def load_facts(path: Path) -> dict[str, Fact]:
    """The facts of a file by key; an unknown, missing or wrong field and a key given twice are refused."""
    found: dict[str, Fact] = {}
    for entry in list_of_entries(path, read_yaml(path)):
        fact = _fact(entry)
        if fact.key in found:
            raise FactGivenTwice(file=entry.file, key=fact.key)
        found[fact.key] = fact
    return found


def _fact(entry: Entry) -> Fact:
    entry.allow(_REQUIRED, [name for name in _PLAIN if name not in _REQUIRED])
    version = Entry.at(entry.file, f"{entry.place}.version", entry.values["version"])
    version.allow([], ["in_force_from", "in_force_until", "from", "until", "note", "currency_checked_to"])
    texts = {name: entry.text(name) for name in _REQUIRED[:8]}
    kept: dict[str, Any] = {name: entry.values.get(name) for name in _PLAIN if name not in _REQUIRED}
    extension = entry.values.get("extension")
    if extension is not None and not isinstance(extension, dict):
        raise entry.refused("extension", extension, _LENGTH)
    return Fact(
        **texts,
        **kept,
        version=dict(version.values),
        version_from=_day(version, "in_force_from", "from"),
        version_until=_day(version, "in_force_until", "until"),
        article=str(entry.values["article"]),
        duration=_duration(entry),
        unit=entry.optional_text("unit") or None,
        verified=entry.flag("verified"),
    )


def _duration(entry: Entry) -> int | None:
    return None if entry.values["duration"] is None else entry.number("duration")


def _day(version: Entry, *keys: str) -> date | None:
    """The day a version begins or ends; a text that adds words to the day keeps the day."""
    for key in keys:
        value = version.values.get(key)
        if isinstance(value, date):
            return value
        if (match := _ISO.match(str(value))) is not None:
            return date.fromisoformat(match.group())
    return None


def check_against_fact(dated: Dated, fact: Fact) -> list[str]:
    """What is wrong between a rule and the fact it names, in Chinese sentences; empty if the rule rests on the fact.

    The number and unit may be those of the fact's term or of its extension. An article may be named less or more
    exactly than in the fact, but must not contradict it. The rule must lie within the dates of the fact.
    """
    return [f"{dated.code}（{dated.since}起）：{problem}" for problem in _problems(dated, fact)]


def _problems(dated: Dated, fact: Fact) -> Iterator[str]:
    if dated.fact != fact.key:
        yield f"依据的事实是{dated.fact}，却与{fact.key}比较"
    if not fact.verified:
        yield f"事实{fact.key}未经核实，不能作为内置规则"
    if not fact.national:
        yield f"事实{fact.key}只适用于{fact.jurisdiction}，不能作为内置规则"
    if dated.law != fact.law_id:
        yield f"法律为{dated.law}，事实为{fact.law_id}"
    if not same_place(dated.article, fact.article):
        yield f"条文为{dated.article}，事实为{fact.article}"
    yield from _length_problems(dated, fact)
    yield from _date_problems(dated, fact)


def _length_problems(dated: Dated, fact: Fact) -> Iterator[str]:
    lengths = fact.lengths()
    if (dated.value, dated.term.counted_in) not in lengths:
        known = "、".join(f"{number} {unit}" for number, unit in lengths) or "无"
        yield f"期限为{dated.value} {dated.term.counted_in}，事实为{known}"
    if fact.counting and dated.term.counting.code != fact.counting:
        yield f"计算方法为{dated.term.counting.code}，事实为{fact.counting}"


def _date_problems(dated: Dated, fact: Fact) -> Iterator[str]:
    if fact.version_from is not None and dated.since < fact.version_from:
        yield f"自{dated.since}起，但事实自{fact.version_from}起才有效"
    if fact.version_until is not None and (dated.until is None or dated.until > fact.version_until):
        yield f"至{dated.until or '不定'}止，但事实至{fact.version_until}止"
