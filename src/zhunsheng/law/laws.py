"""The laws our rules name: ids, titles in both languages, dates in force; and how a place in them is cited."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

from zhunsheng.law.articles import in_english
from zhunsheng.law.refusal import Refusal, is_english
from zhunsheng.law.strict import list_of_entries, read_yaml

LAWS_FILE = Path(__file__).with_name("laws.yaml")


class UnknownLaw(Refusal):
    zh = "法律代号“{law}”不在laws.yaml中；请改正代号，或先在laws.yaml中登记该法律的名称和施行日期。"
    en = "The law id {law} is not in laws.yaml; correct it, or enter the law's title and dates in laws.yaml first."


class LawGivenTwice(Refusal):
    zh = "文件{file}中法律代号“{law}”出现两次；请删去或改名其中一个。"
    en = "The file {file} gives the law id {law} twice; remove or rename one of them."


@dataclass(frozen=True)
class Law:
    """A law in one of its editions; `in_force_until` None means in force."""

    id: str
    title: str
    title_en: str
    in_force_from: date | None
    in_force_until: date | None
    note: str = ""

    def cite(self, article: str, language: str = "zh") -> str:
        """《政府信息公开条例（2019年修订）》第三十三条第二款, or the same in English; without an article, the law."""
        if is_english(language):
            return f"{self.title_en}, {in_english(article)}" if article else self.title_en
        inner = self.title.replace("《", "〈").replace("》", "〉")
        return f"《{inner}》{article}"


def read_laws(path: Path) -> Mapping[str, Law]:
    """The laws of a file by id; refuses anything unknown, missing or given twice."""
    found: dict[str, Law] = {}
    for entry in list_of_entries(path, read_yaml(path)):
        entry.allow(["id", "title_zh", "title_en", "in_force_from", "in_force_until"], ["note"])
        law = Law(
            id=entry.text("id"),
            title=entry.text("title_zh"),
            title_en=entry.text("title_en"),
            in_force_from=entry.optional_day("in_force_from"),
            in_force_until=entry.optional_day("in_force_until"),
            note=entry.optional_text("note"),
        )
        if law.id in found:
            raise LawGivenTwice(file=entry.file, law=law.id)
        found[law.id] = law
    return MappingProxyType(found)


@lru_cache(maxsize=1)
def laws() -> Mapping[str, Law]:
    """The laws of laws.yaml by id, read once in a process."""
    return read_laws(LAWS_FILE)


def law_of(law_id: str) -> Law:
    """The law with this id; refuses an unknown one."""
    try:
        return laws()[law_id]
    except KeyError:
        raise UnknownLaw(law=law_id) from None


def citation(law_id: str, article: str, language: str = "zh") -> str:
    """The place in the law as it is cited in a document."""
    return law_of(law_id).cite(article, language)


PRACTICE = "PRACTICE"
"""The basis of what people do though no article asks for it: it is said to be practice and never cited as law."""


def cite(basis: str, language: str = "zh") -> str:
    """The same for a place written as one text, law id and article apart by a space: "FOI19 第三十条"."""
    if basis == PRACTICE:
        return "established practice, no article" if is_english(language) else "工作惯例，没有条文依据"
    law_id, _, article = basis.partition(" ")
    return citation(law_id, article, language)
