"""What a bookcase's poster shows."""

from datetime import datetime
from pathlib import Path

from django.utils.translation import gettext as _
from django.utils.translation import override

from donghanh.core.documents import typeset
from donghanh.guides.addresses import in_words, square
from donghanh.guides.models import Shelf

_LAYOUT = Path(__file__).with_name("poster.typ")
_FITTING = 8
"""How many titles a poster names."""


def shelf_poster(shelf: Shelf, titles: list[str], *, address: str, made_at: datetime) -> bytes:
    """Print the poster of a bookcase; its fixed words are Vietnamese, like the bookcase."""
    with override("vi"):
        words = {
            "unit": shelf.unit.name,
            "name": shelf.name,
            "place": shelf.place,
            "square": square(address),
            "address": in_words(address),
            "scan": _("Open Zalo, press Scan QR, point at the code"),
            "promise": _("Free, no account. Nobody is told that you looked."),
            "holds": _("On this shelf"),
            "titles": titles[:_FITTING],
            "more": _("and %(count)s more on the shelf") % {"count": len(titles) - _FITTING}
            if len(titles) > _FITTING
            else "",
            "report": _("A book is missing or outdated? Say so on the page, without your name."),
        }
    return typeset(_LAYOUT, words, made_at=made_at)
