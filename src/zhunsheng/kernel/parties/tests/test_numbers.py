"""Right numbers come out in one form; wrong ones are refused with the reason and never shown whole."""

import pytest

from zhunsheng.kernel.parties.numbers import (
    IDENTITY_CHECKS,
    IDENTITY_WEIGHTS,
    credit_code,
    identity_number,
    mask_name,
    mask_number,
    phone_number,
)
from zhunsheng.kernel.parties.refusals import (
    CreditCodeInvalid,
    IdentityCheckDigit,
    IdentityDate,
    IdentityLength,
    NumberNotText,
    PhoneUnreadable,
)


def an_identity(seventeen):
    weighed = sum(int(d) * w for d, w in zip(seventeen, IDENTITY_WEIGHTS, strict=True))
    return seventeen + IDENTITY_CHECKS[weighed % 11]


def test_the_example_of_the_standard_passes():
    assert identity_number("11010519491231002X") == "11010519491231002X"


@pytest.mark.parametrize("given", [" 11010519491231002x ", "１１０１０５１９４９１２３１００２Ｘ"])
def test_small_letters_blanks_and_full_width_digits_are_brought_into_one_form(given):
    assert identity_number(given) == "11010519491231002X"


@pytest.mark.parametrize("place", ["990101", "140107", "000000"])
def test_no_place_is_refused_old_or_new(place):
    assert identity_number(an_identity(f"{place}19960229123"))


@pytest.mark.parametrize(
    ("given", "refusal"),
    [
        ("1101051949123100", IdentityLength),
        ("110105491231002", IdentityLength),
        ("A1010519491231002X", IdentityLength),
        (an_identity("11010519970229002"), IdentityDate),
        (an_identity("11010529991231002"), IdentityDate),
        ("110105194912310021", IdentityCheckDigit),
        ("11010519491230002X", IdentityCheckDigit),
        (1.1010519491231e17, NumberNotText),
        (110105194912310024, NumberNotText),
        ("1.1010519491231E+17", NumberNotText),
        ("110105194912310020.0", NumberNotText),
    ],
)
def test_a_wrong_identity_number_is_refused_with_the_reason(given, refusal):
    with pytest.raises(refusal) as caught:
        identity_number(given)
    assert str(given) not in str(caught.value)
    assert str(given) not in caught.value.text("en")


def test_a_credit_code_is_checked_by_its_last_character():
    assert credit_code("91350100m000100y43") == "91350100M000100Y43"
    for wrong in ("91350100M000100Y44", "91350100M000100Y4", "91350100I000100Y43"):
        with pytest.raises(CreditCodeInvalid):
            credit_code(wrong)


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("13800001234", "13800001234"),
        ("+86 138 0000 1234", "13800001234"),
        ("138-0000-1234", "13800001234"),
        ("0351-3080123", "0351-3080123"),
        ("(0351)3080123", "03513080123"),
        ("010—62345678-802", "010-62345678-802"),
        ("400-123-4567", "4001234567"),
    ],
)
def test_a_telephone_number_is_read(given, kept):
    assert phone_number(given) == kept


@pytest.mark.parametrize("given", ["12800001234", "1380000123", "3080123", "电话", "138000012345"])
def test_what_is_no_telephone_number_is_refused(given):
    with pytest.raises(PhoneUnreadable):
        phone_number(given)


def test_masks_keep_what_people_recognise():
    assert mask_name("张三丰") == "张**"
    assert mask_number("11010519491231002X") == "110***********002X"
    assert mask_number("13800001234") == "138****1234"
    assert mask_number("1234567") == "*******"
