"""Identity numbers, credit codes and telephone numbers: checked, brought into one form, and masked."""

import re
import unicodedata
from datetime import date
from typing import Any

from django.utils import timezone

from zhunsheng.kernel.parties.refusals import (
    CreditCodeInvalid,
    IdentityCheckDigit,
    IdentityDate,
    IdentityLength,
    NumberNotText,
    PhoneUnreadable,
)

IDENTITY = re.compile(r"\d{17}[\dX]", re.ASCII)
IDENTITY_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
IDENTITY_CHECKS = "10X98765432"
CREDIT_SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY"
CREDIT_LENGTH = 18
PHONE = re.compile(r"1[3-9]\d{9}|0\d{2,3}-?[2-9]\d{6,7}(-\d{1,6})?|[48]00\d{7}", re.ASCII)
SCIENTIFIC = re.compile(r"\d(\.\d+)?[eE]\+?\d+|\d+\.0*", re.ASCII)


def identity_number(value: Any) -> str:
    """A resident identity number in its one form. Length, date and check digit count (GB 11643), never the place:
    places are renamed and merged, the numbers stay."""
    number = _text(value, "居民身份号码").upper()
    shown = mask_number(number)
    if not IDENTITY.fullmatch(number):
        raise IdentityLength(value=shown, count=len(number))
    if not _is_past_day(born := number[6:14]):
        raise IdentityDate(value=shown, day=born)
    weighed = sum(int(digit) * weight for digit, weight in zip(number, IDENTITY_WEIGHTS, strict=False))
    if IDENTITY_CHECKS[weighed % 11] != number[-1]:
        raise IdentityCheckDigit(value=shown)
    return number


def credit_code(value: Any) -> str:
    """A unified social credit code with the right check character (GB 32100)."""
    code = _text(value, "统一社会信用代码").upper()
    if len(code) != CREDIT_LENGTH or not set(code) <= set(CREDIT_SIGNS):
        raise CreditCodeInvalid(value=code)
    weighed = sum(CREDIT_SIGNS.index(sign) * pow(3, place, 31) for place, sign in enumerate(code[:-1]))
    if CREDIT_SIGNS[-weighed % 31] != code[-1]:
        raise CreditCodeInvalid(value=code)
    return code


def phone_number(value: Any) -> str:
    """A mobile number, or a fixed one with its area code; without +86, brackets and blanks."""
    given = _text(value, "电话号码")
    number = re.sub(r"[\s()]", "", given).removeprefix("+86").lstrip("-")
    mobile = number.replace("-", "")
    number = mobile if re.fullmatch(r"1\d{10}|[48]00\d{7}", mobile, re.ASCII) else number
    if not PHONE.fullmatch(number):
        raise PhoneUnreadable(value=mask_number(given))
    return number


def mask_name(name: str) -> str:
    """The first character, and a star for each other: 张*."""
    return name[:1] + "*" * (len(name) - 1)


def mask_number(number: str) -> str:
    """The first three and the last four, with a star for each between; what is too short for that is all stars."""
    if len(number) <= 7:
        return "*" * len(number)
    return number[:3] + "*" * (len(number) - 7) + number[-4:]


def _text(value: Any, field: str) -> str:
    """The value without blanks, in half-width signs; refused where a spreadsheet has turned it into a number."""
    if not isinstance(value, str) or SCIENTIFIC.fullmatch(value.strip()):
        raise NumberNotText(field=field, value=mask_number(str(value)))
    return unicodedata.normalize("NFKC", value).strip().replace("—", "-").replace("－", "-")


def _is_past_day(digits: str) -> bool:
    try:
        born = date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        return False
    return date(1850, 1, 1) <= born <= timezone.localdate()
