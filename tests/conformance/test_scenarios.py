"""Plays the scenarios.yaml of every system."""

import pytest

from zhunsheng.kernel.registry import domains
from zhunsheng.kernel.testing.scenarios import play, stories

STORIES = [
    pytest.param(domain, story, id=f"{domain.code}-{story['name']}")
    for domain in domains().values()
    for story in stories(domain)
]


@pytest.mark.parametrize(("told_by", "story"), STORIES)
def test_the_story_comes_out_as_signed(told_by, story, world):
    play(told_by, story, world)
