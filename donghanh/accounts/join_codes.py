"""The code on a unit's poster: short enough to type, signed so that none can be made up, and about nobody."""

import hmac
from datetime import datetime

from django.utils.crypto import salted_hmac

from donghanh.accounts.errors import JoinCodeWrong
from donghanh.accounts.models import JoinCode
from donghanh.kernel.text import fold

_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
"""Without those that look alike on paper."""
_GROUP, _GROUPS = 5, 2


def code_text(code: JoinCode) -> str:
    """Return what stands on the poster: a number and ten letters that follow from it and the server's key."""
    digest = salted_hmac("donghanh.accounts.join_codes", str(code.pk), algorithm="sha256").digest()
    letters = "".join(_LETTERS[byte % len(_LETTERS)] for byte in digest[: _GROUP * _GROUPS])
    return f"{code.pk}-{letters[:_GROUP]}-{letters[_GROUP:]}"


def join_code(typed: str, *, at: datetime) -> JoinCode:
    """Return the code that was typed or scanned, or raise; a revoked one is answered like a wrong one."""
    number = typed.partition("-")[0].strip()
    known = JoinCode.objects.select_related("unit").filter(pk=int(number)) if _is_number(number) else None
    code = known.first() if known is not None else None
    if code is None or not hmac.compare_digest(_plain(code_text(code)), _plain(typed)) or not code.is_good_at(at):
        raise JoinCodeWrong(typed)
    return code


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) <= 12


def _plain(text: str) -> bytes:
    return "".join(letter for letter in fold(text) if letter.isalnum()).encode()
