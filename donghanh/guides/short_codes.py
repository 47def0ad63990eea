"""Short codes of links and shelves: no sign looks like another, and the next one cannot be guessed."""

import secrets

_SIGNS = "23456789abcdefghjkmnpqrstuvwxyz"
_LENGTH = 7


def new_code() -> str:
    """Return a fresh code."""
    return "".join(secrets.choice(_SIGNS) for _ in range(_LENGTH))
