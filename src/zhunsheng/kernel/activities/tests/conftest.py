"""Toy kinds of activities for the tests of this room."""

import pytest

from zhunsheng.kernel.testing import toy_registers


@pytest.fixture
def toys(monkeypatch):
    toy_registers.install(monkeypatch)
