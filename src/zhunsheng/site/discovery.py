"""Which systems are on board: found by looking into folders, without importing anything."""

from collections.abc import Sequence
from pathlib import Path

from zhunsheng.law.refusal import Refusal


class NoSuchSystem(Refusal):
    """ZHUNSHENG_DOMAINS names a system that has no folder."""

    zh = "环境变量 ZHUNSHENG_DOMAINS 中的“{key}”不是已有的业务系统；可以填写：{known}。"
    en = (
        "“{key}” in the environment variable ZHUNSHENG_DOMAINS is not a system of this platform; possible are: {known}."
    )


class SystemTwice(Refusal):
    """Two folders carry the same system key, which is also the name of its tables."""

    zh = "业务系统“{key}”在两个目录中出现：{first} 和 {second}；请给其中一个改名。"
    en = "The system “{key}” exists in two folders: {first} and {second}. Rename one of them."


def domain_packages(domains: Path, wanted: Sequence[str] = ()) -> list[str]:
    """Return the packages `zhunsheng.domains.<chapter>.<system>` that hold a `domain.py`, sorted.

    `wanted` restricts them to these system keys; an unknown key is refused.
    """
    found: dict[str, Path] = {}
    for path in sorted(domains.glob("*/*/domain.py")):
        key = path.parent.name
        if key in found:
            raise SystemTwice(key=key, first=found[key], second=path.parent)
        found[key] = path.parent
    for key in wanted:
        if key not in found:
            raise NoSuchSystem(key=key, known="、".join(sorted(found)))
    return [package_of(folder) for key, folder in found.items() if not wanted or key in wanted]


def package_of(folder: Path) -> str:
    """Return the dotted name of the package in `…/domains/<chapter>/<system>`."""
    return f"zhunsheng.domains.{folder.parent.name}.{folder.name}"
