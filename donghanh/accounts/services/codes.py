"""One-time codes to a phone: six digits, ten minutes, five tries, once.

The digits are stored nowhere. They follow from a random seed of the row and the server's key, so a copy of the
database tells none of them, and a job that runs twice sends the same ones.
"""

import hmac
import secrets
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

from donghanh.accounts.choices import CodePurpose
from donghanh.accounts.errors import CodeGone, CodeWrong
from donghanh.accounts.finding import account_opened_by_code
from donghanh.accounts.models import OneTimeCode
from donghanh.accounts.senders import sender
from donghanh.core.jobs import start
from donghanh.core.limits import Limit, spend

LASTS = timedelta(minutes=10)
TRIES = 5
DIGITS = 6
TO_A_PHONE = Limit("code: phone", 5, timedelta(hours=1))
TO_A_PHONE_A_DAY = Limit("code: phone, day", 10, timedelta(days=1))
FROM_A_NETWORK = Limit("code: network", 60, timedelta(hours=1))
KEPT = timedelta(days=1)


def ask_for_code(phone: str, purpose: CodePurpose, *, device: str, network: str, at: datetime) -> OneTimeCode:
    """Send a code to a phone; the answer and the work are the same whether or not the phone has an account.

    ``device`` tells a browser that the account signed in from before: others cannot use up its messages.
    """
    for limit, key in ((TO_A_PHONE, (phone, device)), (TO_A_PHONE_A_DAY, (phone, device)), (FROM_A_NETWORK, network)):
        spend(limit, key, at=at)
    user = account_opened_by_code(phone) if purpose == CodePurpose.SIGN_IN else None
    with transaction.atomic():
        code = OneTimeCode.objects.create(
            purpose=purpose, phone=phone, user=user, seed=secrets.token_hex(16), made_at=at, expires_at=at + LASTS
        )
        start("donghanh.accounts.jobs.send_code", code.pk)
    return code


def send_code(code: OneTimeCode) -> None:
    """Send the digits, or nothing where there is no account to sign in to; safe to repeat."""
    if code.purpose == CodePurpose.SIGN_IN and code.user_id is None:
        return
    through = sender()
    if through is None:
        return
    # Without marks, so that it fits into one message on every phone.
    text = _("Dong Hanh: your code is %(code)s, good for 10 minutes. Give it to nobody, not to an officer either.")
    through.send(code.phone, text % {"code": digits_of(code)}, key=f"code-{code.pk}-{code.made_at:%Y%m%d%H%M%S}")


def redeem_code(pk: int, typed: str, purpose: CodePurpose, *, at: datetime) -> OneTimeCode:
    """Accept the digits once, or raise; each try is counted before it is looked at."""
    mine = OneTimeCode.objects.filter(pk=pk, purpose=purpose)
    if not mine.filter(used_at=None, expires_at__gt=at, tries__lt=TRIES).update(tries=F("tries") + 1):
        raise CodeGone
    code = mine.select_related("user").get()
    is_right = hmac.compare_digest(digits_of(code), typed)
    if purpose == CodePurpose.SIGN_IN and code.user is None:
        is_right = False
    if not is_right:
        raise CodeWrong(typed, TRIES - code.tries)
    if not mine.filter(used_at=None).update(used_at=at):
        raise CodeGone
    code.used_at = at
    return code


def forget_codes(*, at: datetime) -> None:
    """Delete codes that have long ceased to work, with the phones they went to."""
    OneTimeCode.objects.filter(made_at__lt=at - KEPT).delete()


def digits_of(code: OneTimeCode) -> str:
    """Return the six digits of a code."""
    digest = salted_hmac(f"donghanh.accounts.codes.{code.purpose}", code.seed, algorithm="sha256").digest()
    return f"{int.from_bytes(digest) % 10**DIGITS:0{DIGITS}d}"
