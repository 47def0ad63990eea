"""First passwords: made here, read out once, changed by the person who signs in."""

import secrets

_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
"""Without those that look alike on paper."""
_GROUPS, _LENGTH = 3, 4


def first_password() -> str:
    """Return a password that can be read out and typed on a phone: three groups of four."""
    return "-".join("".join(secrets.choice(_LETTERS) for _ in range(_LENGTH)) for _ in range(_GROUPS))
