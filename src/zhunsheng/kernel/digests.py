"""SM3, the digest by which the journal, files and issued documents show that nobody changed them."""

from cryptography.hazmat.primitives.hashes import SM3, Hash

SM3_BYTES = 32


def sm3(*parts: bytes) -> bytes:
    """The 32 bytes of SM3 (GB/T 32905-2016) over the parts put together."""
    digest = Hash(SM3())
    for part in parts:
        digest.update(part)
    return digest.finalize()


def sm3_hex(*parts: bytes) -> str:
    """``sm3`` in 64 lower-case hexadecimal digits."""
    return sm3(*parts).hex()
