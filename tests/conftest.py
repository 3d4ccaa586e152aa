"""Fixtures of the tests that look at the whole house."""

import pytest

from zhunsheng.kernel.registry import domains


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run every test that asks for ``domain`` once for each system."""
    if "domain" in metafunc.fixturenames:
        found = domains()
        metafunc.parametrize("domain", found.values(), ids=list(found))
