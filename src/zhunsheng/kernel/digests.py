"""SM3, by which journal, files, documents and reports show that nobody changed them, and what it is taken over."""

from datetime import UTC, datetime
from typing import Any

from cryptography.hazmat.primitives.hashes import SM3, Hash
from django.core.serializers.json import DjangoJSONEncoder

SM3_BYTES = 32
_encoder = DjangoJSONEncoder(sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def sm3(*parts: bytes) -> bytes:
    """The 32 bytes of SM3 (GB/T 32905-2016) over the parts put together."""
    digest = Hash(SM3())
    for part in parts:
        digest.update(part)
    return digest.finalize()


def sm3_hex(*parts: bytes) -> str:
    """``sm3`` in 64 lower-case hexadecimal digits."""
    return sm3(*parts).hex()


def json_bytes(value: Any) -> bytes:
    """``value`` as JSON that is the same on every database: keys sorted, no blanks, days as ISO text."""
    return _encoder.encode(value).encode()


def in_utc(moment: datetime) -> str:
    """An instant as digests are taken over it: UTC, to the microsecond."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")
