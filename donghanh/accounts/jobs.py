"""Doors for the worker."""

from django.utils.timezone import now

from donghanh.accounts.models import OneTimeCode
from donghanh.accounts.services import codes, joining


def send_code(pk: int) -> None:
    """Send a code, unless it was used or forgotten meanwhile."""
    code = OneTimeCode.objects.filter(pk=pk, used_at=None, expires_at__gt=now()).first()
    if code is not None:
        codes.send_code(code)


def forget_codes() -> None:
    """Delete old codes."""
    codes.forget_codes(at=now())


def forget_joiners() -> None:
    """Delete accounts that nobody bound."""
    joining.forget_joiners(at=now())
