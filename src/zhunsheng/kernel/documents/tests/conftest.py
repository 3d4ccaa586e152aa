"""The fonts of this machine, and words that try to be commands."""

from datetime import date

import pytest

from zhunsheng.kernel.documents import FontSet, NoChineseFont, OfficialDocument, Paragraph, load_fonts


@pytest.fixture(scope="session")
def fonts() -> FontSet:
    try:
        return load_fonts()
    except NoChineseFont as refusal:
        pytest.skip(str(refusal))


@pytest.fixture
def hostile() -> str:
    return '#panic("x") *b* $x^2$ _i_ \\ `c` <script>alert(1)</script> @ref // ]}) #import "/etc/passwd" &amp; "\' = 1'


@pytest.fixture
def plain() -> OfficialDocument:
    return OfficialDocument("关于某事的通知", (Paragraph.of("正文。"),), "某局", date(2023, 1, 1))
