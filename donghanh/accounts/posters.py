"""What a unit's poster shows: the address behind the code, and its picture."""

from urllib.parse import urlsplit

import segno
from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe

from donghanh.accounts.join_codes import code_text
from donghanh.accounts.models import JoinCode

_QUIET_ZONE = 4
"""In modules; on paper nothing else keeps it free."""
_ONLY_THIS_MACHINE = {"localhost", "127.0.0.1", "::1"}


def join_address(request: HttpRequest, code: JoinCode) -> str:
    """Return the address that phones open: on the public host when one is set, else on this one."""
    path = reverse("accounts:join-unit", args=[code_text(code)])
    return settings.PUBLIC_URL + path if settings.PUBLIC_URL else request.build_absolute_uri(path)


def is_only_here(url: str) -> bool:
    """Tell whether an address works on this machine alone, so that no phone can open it."""
    return urlsplit(url).hostname in _ONLY_THIS_MACHINE


def picture(url: str) -> SafeString:
    """Draw an address as a QR code that survives a crease; it takes the size of what it stands in."""
    drawn = segno.make(url, error="q", micro=False).svg_inline(
        border=_QUIET_ZONE, omitsize=True, svgclass="dh-qr", lineclass=None
    )
    return mark_safe(drawn)  # noqa: S308 - drawn here from an address of ours
