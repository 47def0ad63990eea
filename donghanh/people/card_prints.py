"""How cards look: the square alone on a screen, and ten cards on a sheet of paper; its fixed words are Vietnamese."""

from collections.abc import Iterable
from datetime import datetime
from io import BytesIO
from pathlib import Path

import segno
from django.utils.safestring import SafeString, mark_safe

from donghanh.core.documents import typeset
from donghanh.people.models import Card

_LAYOUT = Path(__file__).with_name("cards.typ")
_QUIET_ZONE = 4
"""In modules; on paper nothing else keeps it free."""
_KIND = "Thẻ điểm danh"
_FOUND = "Nhặt được thẻ: gửi lại công đoàn."


def square(card: Card) -> SafeString:
    """Draw what a card holds; it takes the size of what it stands in, and survives a crease."""
    drawn = _square(card).svg_inline(border=_QUIET_ZONE, omitsize=True, svgclass="dh-qr", lineclass=None)
    return mark_safe(drawn)  # noqa: S308 - drawn here from digits of ours


def sheets(cards: Iterable[Card], *, made_at: datetime) -> bytes:
    """Print cards as PDF; paper carries the name and the union, which the square on it does not hold."""
    words = {
        "title": _KIND,
        "kind": _KIND,
        "found": _FOUND,
        "cards": [
            {
                "name": card.worker.full_name,
                "unit": card.unit.name,
                "number": str(card),
                "square": _drawing(card),
            }
            for card in cards
        ],
    }
    return typeset(_LAYOUT, words, made_at=made_at)


def _drawing(card: Card) -> str:
    drawn = BytesIO()
    _square(card).save(drawn, kind="svg", border=_QUIET_ZONE)
    return drawn.getvalue().decode()


def _square(card: Card) -> segno.QRCode:
    return segno.make_qr(card.code, error="q")
