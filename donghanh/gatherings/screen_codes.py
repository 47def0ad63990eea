"""What the hall screen shows: the address behind the code, its picture, and its letters in groups."""

from urllib.parse import urlsplit

import segno
from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe

from donghanh.gatherings.models import Session

GROUP = 4
QUIET_ZONE = 2
"""In modules; the white panel that the code stands on gives the rest."""
ONLY_THIS_MACHINE = {"localhost", "127.0.0.1", "::1"}


def address(request: HttpRequest, path: str) -> str:
    """Return an address that phones can reach: on the public host when one is set, else on this one."""
    return settings.PUBLIC_URL + path if settings.PUBLIC_URL else request.build_absolute_uri(path)


def check_in_address(request: HttpRequest, session: Session, code: str) -> str:
    """Return the address that the code on the screen holds."""
    return address(request, reverse("gatherings:check-in-scan", args=[session.code, code]))


def is_only_here(url: str) -> bool:
    """Tell whether an address works on this machine alone, so that no phone can open it."""
    return urlsplit(url).hostname in ONLY_THIS_MACHINE


def picture(url: str) -> SafeString:
    """Draw an address as a QR code with its quiet zone; it takes the size of what it stands in."""
    code = segno.make(url, error="m", micro=False)
    drawn = code.svg_inline(border=QUIET_ZONE, omitsize=True, svgclass="dh-qr", lineclass=None, dark="#0a1728")
    return mark_safe(drawn)  # noqa: S308 - drawn here from an address of ours


def grouped(code: str) -> str:
    """Write a code in groups that can be read across a hall: abcd 2345."""
    return " ".join(code[start : start + GROUP] for start in range(0, len(code), GROUP))


def shown_digits(code: str) -> str:
    """Write a session's six digits in two groups."""
    return f"{code[:3]} {code[3:]}"
