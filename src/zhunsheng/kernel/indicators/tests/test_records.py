"""The list of records behind a figure: kept small, compared, and damaged lists noticed."""

import pytest

from zhunsheng.kernel.digests import sm3
from zhunsheng.kernel.indicators.records import RecordList, compare, unpacked


def listed(**rows):
    return RecordList(sorted((key, sm3(value.encode())) for key, value in rows.items()))


def test_a_kept_list_says_what_came_went_and_changed():
    kept = listed(a="1", b="2", c="3").packed()
    difference = compare(kept, listed(b="2", c="other", d="4"))
    assert (difference.came, difference.went, difference.changed) == (["d"], ["a"], ["c"])


def test_the_same_records_make_no_difference():
    assert not compare(listed(a="1", b="2").packed(), listed(b="2", a="1"))
    assert not compare(listed().packed(), listed())


def test_the_digest_depends_on_every_key_and_value():
    digests = {listed(a="1").digest, listed(a="2").digest, listed(b="1").digest, listed(a="1", b="1").digest}
    assert len(digests) == 4


def test_a_list_is_kept_in_few_bytes_a_record():
    many = listed(**{f"样例〔2023〕{n}号": str(n) for n in range(2000)})
    assert len(many.packed()) < 2000 * 16
    assert len(unpacked(many.packed())) == 2000


@pytest.mark.parametrize("damage", [b"", b"rubbish"])
def test_a_damaged_list_is_no_list(damage):
    with pytest.raises(ValueError, match="damaged record list"):
        unpacked(damage)


def test_primary_keys_make_no_other_digest():
    first, second = sm3(b"1"), sm3(b"2")
    here = RecordList([("样例〔2023〕1号#7", first), ("样例〔2023〕1号#8", second)])
    there = RecordList([("样例〔2023〕1号#90", second), ("样例〔2023〕1号#91", first)])
    assert here.digest == there.digest
    assert here.digest != RecordList([("样例〔2023〕2号#7", first), ("样例〔2023〕1号#8", second)]).digest
