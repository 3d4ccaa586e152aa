"""The project knows nothing of the machine it was written on."""

import re

from contracts.house import name, tracked_files

NOT_TEXT = {".png", ".jpg", ".webp", ".ico", ".pdf", ".docx", ".xlsx", ".woff2", ".zip", ".gz"}
PLACE = re.compile(r"(?<![\w.:/~-])/(?:root|home|Users|opt|work/(?:main|shared))/[\w.]+")


def test_no_file_names_a_folder_of_somebodys_machine():
    found = {}
    for path in tracked_files():
        if path.suffix not in NOT_TEXT and path.stat().st_size < 2_000_000:
            places = PLACE.findall(path.read_text(encoding="utf-8", errors="replace"))
            if places:
                found[name(path)] = sorted(set(places))
    assert found == {}


def test_no_file_of_an_editor_or_a_system_is_kept():
    leftovers = re.compile(r"(~|\.(?:orig|rej|bak|swp|pyc|sqlite3|log)|\.DS_Store|Thumbs\.db)$")
    assert [name(path) for path in tracked_files() if leftovers.search(path.name)] == []


def test_no_file_is_too_big_to_be_looked_at():
    assert {name(path): path.stat().st_size for path in tracked_files() if path.stat().st_size > 3_000_000} == {}
