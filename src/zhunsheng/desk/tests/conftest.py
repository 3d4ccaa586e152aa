"""What the tests of the screens start from: a district, a signed-in clerk, a request for information."""

from datetime import date

import pytest

from zhunsheng.kernel.matters.actions import open_matter

REQUEST = {"applicant": "person", "channel": "web", "wanted": "预算表"}


@pytest.fixture
def clerk(world):
    return world.person("justice")


@pytest.fixture
def desk(client, clerk):
    """A browser in which the clerk is signed in."""
    client.force_login(clerk)
    return client


@pytest.fixture
def opened(world, clerk):
    """Opens requests: ``opened(title=…)``."""

    def make(**fields):
        given = {"title": "样例申请", "unit": world.unit["justice"], "opened_on": date(2023, 3, 1), **REQUEST}
        return open_matter("foi", by=clerk, **(given | fields))

    return make
