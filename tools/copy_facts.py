"""Copies exactly the facts a domain's law.yaml names into the domain's facts.yaml, as data.

python tools/copy_facts.py FACTS_YAML… --law-yaml DOMAIN/law.yaml --out DOMAIN/facts.yaml
"""

import argparse
import sys
from collections.abc import Iterable
from pathlib import Path

import yaml

from zhunsheng.law.facts import load_facts
from zhunsheng.law.parameters import load
from zhunsheng.law.refusal import Refusal

HEADER = "# Copied by tools/copy_facts.py: the facts named in law.yaml, in our own words.\n"
LEFT_OUT = "source_file"


class FactNotFound(Refusal):
    zh = "law.yaml所依据的事实“{key}”不在所给的事实文件中；请改正名称，或给出包含它的文件。"
    en = "The fact {key} named in law.yaml is in none of the given files; correct the name or add its file."


def named_facts(law_yaml: Path) -> list[str]:
    """The keys of the facts a law.yaml names, each once, in order."""
    rules = (rule for parameter in load(law_yaml, law_yaml.parent.name).values() for rule in parameter.rules)
    return list(dict.fromkeys(rule.fact for rule in rules))


def collect(sources: Iterable[Path]) -> dict[str, dict[str, object]]:
    """Every fact of the given files by key, without where its text lies."""
    facts: dict[str, dict[str, object]] = {}
    for source in sources:
        with source.open(encoding="utf-8") as stream:
            for fact in yaml.load(stream, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # noqa: S506 (safe)
                facts[fact["key"]] = {name: value for name, value in fact.items() if name != LEFT_OUT}
    return facts


def copy(sources: Iterable[Path], law_yaml: Path, out: Path) -> int:
    """Writes the facts and reads them back strictly; the number of facts."""
    known, wanted = collect(sources), named_facts(law_yaml)
    for key in wanted:
        if key not in known:
            raise FactNotFound(key=key)
    chosen = [known[key] for key in wanted]
    out.write_text(HEADER + yaml.safe_dump(chosen, allow_unicode=True, sort_keys=False, width=120), encoding="utf-8")
    return len(load_facts(out))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("facts", nargs="+", type=Path)
    parser.add_argument("--law-yaml", required=True, type=Path)
    parser.add_argument("--out", required=True, type=Path)
    given = parser.parse_args()
    try:
        number = copy(given.facts, given.law_yaml, given.out)
    except Refusal as refusal:
        print(f"{refusal}\n{refusal.text('en')}", file=sys.stderr)
        return 1
    print(f"{given.out}: {number} facts")
    return 0


if __name__ == "__main__":
    sys.exit(main())
