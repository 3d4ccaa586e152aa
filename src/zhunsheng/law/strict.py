"""Strict reading of YAML: nothing unknown, nothing twice, every error names file, key, value and repair."""

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

import yaml

from zhunsheng.law.refusal import Refusal, Wording


class FileUnreadable(Refusal):
    zh = "无法读取文件{file}（{reason}）；请检查文件是否存在、是否有读取权限、是否为UTF-8编码。"
    en = "The file {file} cannot be read ({reason}); check that it exists, may be read and is UTF-8."


class YamlMalformed(Refusal):
    zh = "文件{file}第{line}行第{column}列不是正确的YAML（{reason}）；请改正该处的缩进、引号或标点。"
    en = "The file {file} is not YAML at line {line}, column {column} ({reason}); correct that place."


class DuplicateKey(Refusal):
    zh = "文件{file}第{line}行第{column}列的键“{key}”重复出现；请删去或改名其中一个。"
    en = "The file {file} repeats the key {key} at line {line}, column {column}; remove or rename one of them."


class UnknownKey(Refusal):
    zh = "文件{file}的{place}中有不认识的键“{key}”；可用的键为：{expected}。请改正拼写或删去。"
    en = "The file {file} has the unknown key {key} in {place}; the keys are: {expected}. Correct or remove it."


class MissingKey(Refusal):
    zh = "文件{file}的{place}中缺少键“{key}”；请补上。"
    en = "The file {file} lacks the key {key} in {place}; add it."


class EntryRefused(Refusal):
    zh = "文件{file}的{place}中，键“{key}”的值为“{value}”，应为{expected}；请改正。"
    en = "The file {file} has in {place} the value {value} for the key {key}, expected {expected}; correct it."


TOP = Wording("顶层", "the top level")
_TEXT = Wording("非空文字", "a text that is not empty")
_NUMBER = Wording("整数", "a whole number")
_DATE = Wording("日期（年-月-日，例如2027-01-01）", "a date (year-month-day, such as 2027-01-01)")
_ENTRIES = Wording("由条目组成的列表", "a list of entries")
_DATES = Wording("由日期组成的列表", "a list of dates")
_FLAG = Wording("true或false", "true or false")
_MAPPING = Wording("键和值", "keys and values")


class _StrictLoader(yaml.SafeLoader):
    """SafeLoader that refuses a key given twice and says where an impossible value stands."""

    def construct_object(self, node: yaml.Node, deep: bool = False) -> Any:
        try:
            return super().construct_object(node, deep)
        except (ValueError, TypeError) as error:
            mark = node.start_mark
            raise YamlMalformed(file=mark.name, line=mark.line + 1, column=mark.column + 1, reason=error) from error

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        seen: set[object] = set()
        for key_node, _ in node.value:
            key = self.construct_object(key_node, deep=True)
            if key in seen:
                mark = key_node.start_mark
                raise DuplicateKey(file=mark.name, line=mark.line + 1, column=mark.column + 1, key=key)
            seen.add(key)
        return super().construct_mapping(node, deep)


def shown_name(path: Path) -> str:
    """The file with its folder, as errors name it: many domains have a law.yaml."""
    return f"{path.parent.name}/{path.name}"


def read_yaml(path: Path) -> object:
    """The content of a YAML file; refuses an unreadable or malformed file and a key given twice."""
    try:
        content = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise FileUnreadable(file=shown_name(path), reason=type(error).__name__) from error
    return parse_yaml(content, shown_name(path))


def parse_yaml(content: str, file: str) -> object:
    """The same for a text; `file` names it in errors."""
    loader = _StrictLoader(content)
    loader.name = file
    try:
        return loader.get_single_data()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or loader.get_mark()
        raise YamlMalformed(file=file, line=mark.line + 1, column=mark.column + 1, reason=error.problem) from error
    except (yaml.YAMLError, ValueError, TypeError) as error:
        raise YamlMalformed(file=file, line=loader.line + 1, column=loader.column + 1, reason=str(error)) from error
    finally:
        loader.dispose()


@dataclass(frozen=True)
class Entry:
    """One mapping of a file with the place where it stands; every reader refuses a wrong value by name."""

    file: str
    place: str | Wording
    values: Mapping[str, object]

    @classmethod
    def whole(cls, file: str, values: object) -> "Entry":
        return cls.at(file, TOP, values)

    @classmethod
    def at(cls, file: str, place: str | Wording, values: object) -> "Entry":
        if not isinstance(values, dict) or not all(isinstance(key, str) for key in values):
            raise EntryRefused(file=file, place=place, key="", value=values, expected=_MAPPING)
        return cls(file, place, values)

    def allow(self, required: Iterable[str], optional: Iterable[str] = ()) -> None:
        """Refuses a key outside the two lists and the absence of a required one."""
        wanted = list(required)
        known = [*wanted, *optional]
        for key in self.values:
            if key not in known:
                raise UnknownKey(file=self.file, place=self.place, key=key, expected=", ".join(known))
        for key in wanted:
            if key not in self.values:
                raise MissingKey(file=self.file, place=self.place, key=key)

    def refused(self, key: str, value: object, expected: object) -> EntryRefused:
        return EntryRefused(file=self.file, place=self.place, key=key, value=value, expected=expected)

    def text(self, key: str) -> str:
        value = self.values.get(key)
        if not isinstance(value, str) or not value.strip():
            raise self.refused(key, value, _TEXT)
        return value

    def optional_text(self, key: str) -> str:
        return self.text(key) if self.values.get(key) is not None else ""

    def number(self, key: str) -> int:
        value = self.values.get(key)
        if isinstance(value, bool) or not isinstance(value, int):
            raise self.refused(key, value, _NUMBER)
        return value

    def day(self, key: str) -> date:
        return self._as_date(key, self.values.get(key))

    def optional_day(self, key: str) -> date | None:
        return self.day(key) if self.values.get(key) is not None else None

    def days(self, key: str) -> list[date]:
        value = self.values.get(key)
        if not isinstance(value, list):
            raise self.refused(key, value, _DATES)
        return [self._as_date(key, item) for item in value]

    def entries(self, key: str) -> list["Entry"]:
        value = self.values.get(key)
        if not isinstance(value, list):
            raise self.refused(key, value, _ENTRIES)
        place = f"{self.place}.{key}" if isinstance(self.place, str) else key
        return [Entry.at(self.file, f"{place}[{number}]", item) for number, item in enumerate(value, start=1)]

    def flag(self, key: str) -> bool:
        value = self.values.get(key)
        if not isinstance(value, bool):
            raise self.refused(key, value, _FLAG)
        return value

    def _as_date(self, key: str, value: object) -> date:
        if not isinstance(value, date) or isinstance(value, datetime):
            raise self.refused(key, value, _DATE)
        return value


def list_of_entries(path: Path, content: object) -> list[Entry]:
    """The entries of a file whose top level is a list."""
    return Entry(shown_name(path), TOP, {"": content}).entries("")
