"""What we use is pinned by digest, and no file says where it was fetched from."""

import re

import pytest
from contracts.house import ROOT, name, tracked_files

LOCKS = sorted((ROOT / "requirements").glob("*.txt"))
ADDRESS = re.compile(r"https?://|--(?:extra-)?index-url|--find-links|--trusted-host|@ file:", re.IGNORECASE)
PINNED = re.compile(r"^[a-z0-9][a-z0-9._-]*(?:\[[a-z,]+\])?==\S+", re.IGNORECASE)
VERSION = re.compile(r"^([a-z0-9][^ ;\\]*==[^ ;\\]+)", re.MULTILINE)


def test_there_are_locks_for_running_and_for_building():
    assert {lock.name for lock in LOCKS} >= {"base.txt", "dev.txt"}


@pytest.mark.parametrize("lock", LOCKS, ids=name)
def test_a_lock_holds_no_address(lock):
    assert not ADDRESS.findall(lock.read_text())


@pytest.mark.parametrize("lock", LOCKS, ids=name)
def test_every_locked_package_has_one_version_and_a_digest(lock):
    blocks = re.split(r"\n(?=[a-z0-9])", lock.read_text().strip(), flags=re.IGNORECASE)
    assert len(blocks) > 1
    assert [block.splitlines()[0] for block in blocks if not PINNED.match(block) or "--hash=sha256:" not in block] == []


def versions(lock):
    return set(VERSION.findall((ROOT / "requirements" / f"{lock}.txt").read_text()))


def test_dev_runs_on_exactly_the_versions_that_are_shipped():
    assert versions("base") - versions("dev") == set()


def test_no_lock_of_another_kind_slips_in():
    others = {"uv.lock", "pylock.toml", "poetry.lock", "Pipfile.lock", "yarn.lock"}
    assert [name(path) for path in tracked_files() if path.name in others] == []
