"""Every kind of page renders for every system, from its declaration alone."""

import pytest

from zhunsheng.kernel import registry


def pages():
    for code in registry.kinds():
        yield from (f"/{code}/", f"/{code}/?show=all", f"/{code}/open/", f"/procedures/{code}/")
    for code in registry.registers():
        yield from (
            f"/registers/{code}/",
            f"/registers/{code}/?show=all",
            f"/registers/{code}/?show=quiet",
            f"/registers/{code}/add/",
        )
    for code in registry.activity_kinds():
        yield from (f"/activities/{code}/", f"/activities/{code}/record/")
    for code in registry.indicators():
        yield from (f"/figures/{code}/2023/", f"/figures/{code}/2023/records/")


def test_every_page_of_every_system_renders(desk):
    failed = {address: answer.status_code for address in pages() if (answer := desk.get(address)).status_code != 200}
    assert failed == {}


@pytest.mark.parametrize("address", ["/", "/work/", "/deadlines/", "/figures/2023/", "/reports/"])
def test_every_page_of_the_house_renders(desk, address):
    assert desk.get(address).status_code == 200
