"""Addresses that leave the site, on paper and in messages, and the codes that carry them."""

from io import BytesIO
from urllib.parse import urlsplit

import segno
from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

from donghanh.guides.models import ShareLink, Shelf

_QUIET_ZONE = 4
"""In modules; on paper nothing else keeps it free."""
_ONLY_THIS_MACHINE = {"localhost", "127.0.0.1", "::1"}


def guide_address(request: HttpRequest, slug: str) -> str:
    """Return the address of a guide's page."""
    return _address(request, reverse("guides:guide", args=[slug]))


def link_address(request: HttpRequest, link: ShareLink) -> str:
    """Return the short address whose opens are counted."""
    return _address(request, reverse("guides:link", args=[link.code]))


def shelf_address(request: HttpRequest, shelf: Shelf) -> str:
    """Return the address that the code on a bookcase carries; scans are counted there."""
    return _address(request, reverse("guides:shelf-scan", args=[shelf.code]))


def is_only_here(url: str) -> bool:
    """Tell whether an address works on this machine alone, so that no phone can open it."""
    return urlsplit(url).hostname in _ONLY_THIS_MACHINE


def in_words(url: str) -> str:
    """Return an address as it is read aloud and typed: without the protocol."""
    return url.partition("://")[2].rstrip("/")


def square(url: str) -> str:
    """Draw an address as a QR code for paper, which survives a crease."""
    drawn = BytesIO()
    segno.make(url, error="q", micro=False).save(drawn, kind="svg", border=_QUIET_ZONE)
    return drawn.getvalue().decode()


def _address(request: HttpRequest, path: str) -> str:
    return settings.PUBLIC_URL + path if settings.PUBLIC_URL else request.build_absolute_uri(path)
