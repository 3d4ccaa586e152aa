"""Numbers encrypted with SM4-GCM, and blind indexes by which the exact value is found again.

ZHUNSHENG_FIELD_KEY may hold several keys, by commas: the last encrypts, each reads what it encrypted. To rotate, put
a new key at the end; its place (from 1) is the first byte of what it encrypts.
"""

import os
from dataclasses import dataclass
from functools import lru_cache

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import SM4
from cryptography.hazmat.primitives.ciphers.modes import GCM
from cryptography.hazmat.primitives.hashes import SM3
from cryptography.hazmat.primitives.hmac import HMAC
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

from zhunsheng.kernel.parties.refusals import FieldKeyTooShort, NotEncryptedByUs

SHORTEST_KEY = 32
NONCE, TAG = 12, 16


@dataclass(frozen=True)
class Key:
    """The two keys derived from one secret: they cannot be computed from each other."""

    version: int
    cipher: bytes
    index: bytes


def encrypt(value: str, field: str) -> bytes:
    """``value`` under the newest key; bound to ``field``, so that it cannot be passed off as another."""
    key, nonce = _keys()[-1], os.urandom(NONCE)
    encryptor = Cipher(SM4(key.cipher), GCM(nonce)).encryptor()
    encryptor.authenticate_additional_data(field.encode())
    secret = encryptor.update(value.encode()) + encryptor.finalize()
    return bytes([key.version]) + nonce + secret + encryptor.tag


def decrypt(stored: bytes, field: str) -> str:
    """The value; refused when the key is missing or another, or a byte was changed."""
    version, nonce, secret, tag = stored[0], stored[1 : 1 + NONCE], stored[1 + NONCE : -TAG], stored[-TAG:]
    key = next((key for key in _keys() if key.version == version), None)
    if key is None:
        raise NotEncryptedByUs(field=field, version=version)
    decryptor = Cipher(SM4(key.cipher), GCM(nonce, tag)).decryptor()
    decryptor.authenticate_additional_data(field.encode())
    try:
        return (decryptor.update(secret) + decryptor.finalize()).decode()
    except InvalidTag:
        raise NotEncryptedByUs(field=field, version=version) from None


def blind_index(value: str, scope: str) -> str:
    """What stands in the database to find ``value`` again within ``scope``; unlike in every other scope."""
    return _blind(_keys()[-1], value, scope)


def blind_indexes(value: str, scope: str) -> list[str]:
    """The index of ``value`` under every key, for searching."""
    return [_blind(key, value, scope) for key in _keys()]


def _blind(key: Key, value: str, scope: str) -> str:
    mac = HMAC(key.index, SM3())
    mac.update(f"{scope}\0{value}".encode())
    return mac.finalize().hex()


def _keys() -> tuple[Key, ...]:
    return _derived(settings.ZHUNSHENG.field_key)


@lru_cache(maxsize=4)
def _derived(secrets: str) -> tuple[Key, ...]:
    return tuple(_key(version, secret.strip()) for version, secret in enumerate(secrets.split(","), start=1))


def _key(version: int, secret: str) -> Key:
    if len(secret) < SHORTEST_KEY:
        raise FieldKeyTooShort(version=version, count=len(secret), least=SHORTEST_KEY)
    cipher, index = (
        HKDF(SM3(), length, None, purpose).derive(secret.encode())
        for length, purpose in ((16, b"zhunsheng field cipher"), (32, b"zhunsheng blind index"))
    )
    return Key(version, cipher, index)
