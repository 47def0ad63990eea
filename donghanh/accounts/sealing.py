"""Secrets of second factors, sealed before they are stored; the key lies outside the database."""

from base64 import urlsafe_b64encode
from collections.abc import Iterator

from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from django.utils.crypto import salted_hmac


def seal(text: str) -> str:
    """Return ``text`` as only this site can read it."""
    return _box().encrypt(text.encode()).decode()


def unseal(sealed: str) -> str:
    """Return what was sealed, now or under an earlier signing key."""
    return _box().decrypt(sealed.encode()).decode()


def _box() -> MultiFernet:
    return MultiFernet(list(_keys()))


def _keys() -> Iterator[Fernet]:
    for secret in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS):
        digest = salted_hmac("donghanh.accounts.sealing", "key", secret=secret, algorithm="sha256").digest()
        yield Fernet(urlsafe_b64encode(digest))
