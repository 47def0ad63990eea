"""On which devices somebody is signed in."""

from dataclasses import dataclass
from datetime import datetime

from allauth.usersessions.models import UserSession
from django.utils.translation import gettext as _

from donghanh.org.models import User

_SYSTEMS = (
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Windows", "Windows"),
    ("Macintosh", "Mac"),
    ("Linux", "Linux"),
)
_BROWSERS = (
    ("Zalo", "Zalo"),
    ("coc_coc_browser", "Cốc Cốc"),
    ("Edg", "Edge"),
    ("OPR", "Opera"),
    ("SamsungBrowser", "Samsung Internet"),
    ("Firefox", "Firefox"),
    ("Chrome", "Chrome"),
    ("Safari", "Safari"),
)
"""What a browser calls itself, the more telling names first: most also say Chrome and Safari."""


@dataclass(frozen=True, slots=True)
class OpenSession:
    """One device that somebody is signed in on."""

    pk: int
    device: str
    address: str
    began_at: datetime
    is_this_one: bool


def open_sessions(user: User, *, session_key: str | None = None) -> list[OpenSession]:
    """List the sessions of ``user`` that still run, the latest first; ``session_key`` is the reader's own."""
    running = UserSession.objects.purge_and_list(user)
    return [
        OpenSession(
            pk=session.pk,
            device=device_of(session.user_agent),
            address=session.ip,
            began_at=session.created_at,
            is_this_one=session.session_key == session_key,
        )
        for session in sorted(running, key=lambda session: session.created_at, reverse=True)
    ]


def device_of(user_agent: str) -> str:
    """Name a device as its owner would: browser and system."""
    browser = next((name for sign, name in _BROWSERS if sign in user_agent), "")
    system = next((name for sign, name in _SYSTEMS if sign in user_agent), "")
    if browser and system:
        return _("%(browser)s on %(system)s") % {"browser": browser, "system": system}
    return browser or system or _("unknown device")
