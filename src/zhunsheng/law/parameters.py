"""Dated values of the law, read strictly from a domain's law.yaml: each with its article and its dates in force.

    reply:
      title: 答复期限
      history:
        - {since: 2019-05-15, value: 20, unit: workdays, counting: CR_WD,
           law: FOI19, article: 第三十三条第二款, fact: foi_reply}
        - {since: 2026-07-01, unread: 修订后的条例尚未载入}

`until` and `note` may be added. `unread` says that a rule is in force but could not be read: asking for it is refused.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import NoReturn

from zhunsheng.law.counting import COUNTINGS, Unit
from zhunsheng.law.laws import citation, law_of, laws
from zhunsheng.law.refusal import Refusal, Wording
from zhunsheng.law.spans import Term
from zhunsheng.law.strict import Entry, read_yaml, shown_name

_RULE_KEYS = ["since", "value", "unit", "counting", "law", "article", "fact"]
_UNREAD_KEYS = ["since", "unread"]


class BeforeTheLaw(Refusal):
    zh = "“{code}”自{first}起才有规定，不能用于{day}；请核对日期，或在law.yaml中补充更早的规定及其条文。"
    en = "{code} is ruled only from {first} on, not on {day}; check the date or add the earlier rule to law.yaml."


class NoRuleInForce(Refusal):
    zh = "“{code}”的规定至{until}为止，{day}没有有效的规定；请核对日期，或在law.yaml中补充之后的规定及其条文。"
    en = "{code} was ruled until {until}, not on {day}; check the date or add the later rule to law.yaml."


class RuleNotLoaded(Refusal):
    zh = "“{code}”自{since}起的规定没有载入（{what}），不能推算{day}的期限；请取得条文后写入law.yaml。"
    en = "The rule {code} from {since} on is not loaded ({what}), so {day} is not guessed; enter it in law.yaml."


class DatesOverlap(Refusal):
    zh = "文件{file}的{place}中，规定自{since}起，但前一条自{before}起、至{until}止；请按先后排列，不得重叠。"
    en = "In {file}, {place} begins on {since}, the rule before runs from {before} to {until}; they must not overlap."


@dataclass(frozen=True)
class Dated:
    """A value with its source and dates; `until` is the last day in force (None: still in force)."""

    code: str
    title: str
    since: date
    until: date | None
    term: Term
    law: str
    article: str
    fact: str
    note: str = ""

    @property
    def value(self) -> int:
        return self.term.value

    @property
    def unit(self) -> Unit:
        return self.term.unit

    @property
    def law_title(self) -> str:
        return law_of(self.law).title

    def citation(self, language: str = "zh") -> str:
        """The article as it is cited in a document."""
        return citation(self.law, self.article, language)


@dataclass(frozen=True)
class Unread:
    """A rule that is in force but could not be read."""

    since: date
    until: date | None
    what: str


@dataclass(frozen=True)
class Parameter:
    """A value of the law through time; the history is in order and does not overlap."""

    code: str
    title: str
    history: tuple[Dated | Unread, ...]

    def at(self, day: date) -> Dated:
        """The rule in force on a day. Raises BeforeTheLaw, NoRuleInForce, or RuleNotLoaded where it was not read."""
        if day < self.history[0].since:
            raise BeforeTheLaw(code=self.code, day=day, first=self.history[0].since)
        rule = next(rule for rule in reversed(self.history) if rule.since <= day)
        if rule.until is not None and day > rule.until:
            raise NoRuleInForce(code=self.code, day=day, until=rule.until)
        if isinstance(rule, Unread):
            raise RuleNotLoaded(code=self.code, since=rule.since, what=rule.what, day=day)
        return rule

    @property
    def rules(self) -> list[Dated]:
        """Every rule that was read, in order."""
        return [rule for rule in self.history if isinstance(rule, Dated)]


def load(path: Path, prefix: str) -> dict[str, Parameter]:
    """The parameters of a law.yaml, keyed `prefix.name`; anything wrong is refused by file, key and value."""
    whole = Entry.whole(shown_name(path), read_yaml(path))
    return {f"{prefix}.{name}": _parameter(whole, name, f"{prefix}.{name}") for name in whole.values}


def _parameter(whole: Entry, name: str, code: str) -> Parameter:
    entry = Entry.at(whole.file, name, whole.values[name])
    entry.allow(["title", "history"])
    title, given = entry.text("title"), entry.entries("history")
    if not given:
        raise entry.refused("history", [], Wording("至少一条规定", "at least one rule"))
    rules = [_rule(one, code, title) for one in given]
    for (before, rule), one in zip(pairwise(rules), given[1:], strict=True):
        if rule.since <= (before.until or before.since):
            until = before.until or Wording("不定", "open")
            raise DatesOverlap(file=one.file, place=one.place, since=rule.since, before=before.since, until=until)
    return Parameter(code, title, tuple(_closed(rules)))


def _closed(rules: Sequence[Dated | Unread]) -> list[Dated | Unread]:
    """Each rule without an end ends the day before the next begins."""
    ends = [rule.since - timedelta(days=1) for rule in rules[1:]]
    return [_ending(rule, end) for rule, end in zip(rules, [*ends, None], strict=True)]


def _ending(rule: Dated | Unread, end: date | None) -> Dated | Unread:
    until = rule.until or end
    if isinstance(rule, Unread):
        return Unread(rule.since, until, rule.what)
    return Dated(rule.code, rule.title, rule.since, until, rule.term, rule.law, rule.article, rule.fact, rule.note)


def _rule(entry: Entry, code: str, title: str) -> Dated | Unread:
    unread = "unread" in entry.values
    entry.allow(_UNREAD_KEYS if unread else _RULE_KEYS, ["until", "note"])
    since, until = entry.day("since"), entry.optional_day("until")
    if until is not None and until < since:
        raise entry.refused("until", until, Wording(f"不早于{since}的日期", f"a day not before {since}"))
    if unread:
        return Unread(since, until, entry.text("unread"))
    return Dated(
        code=code,
        title=title,
        since=since,
        until=until,
        term=_term(entry),
        law=_one_of(entry, "law", list(laws())),
        article=entry.text("article"),
        fact=entry.text("fact"),
        note=entry.optional_text("note"),
    )


def _term(entry: Entry) -> Term:
    value = entry.number("value")
    if value < 1:
        raise entry.refused("value", value, Wording("不小于1的整数", "a whole number from 1 on"))
    unit = Unit(_one_of(entry, "unit", [unit.value for unit in Unit]))
    return Term(value, unit, COUNTINGS[_one_of(entry, "counting", list(COUNTINGS))])


def _one_of(entry: Entry, key: str, known: Sequence[str]) -> str:
    value = entry.text(key)
    if value in known:
        return value
    _refuse_choice(entry, key, value, known)


def _refuse_choice(entry: Entry, key: str, value: str, known: Sequence[str]) -> NoReturn:
    names = ", ".join(known)
    raise entry.refused(key, value, Wording(f"下列之一：{names}", f"one of: {names}"))
