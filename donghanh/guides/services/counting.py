"""How often links and shelves are opened: a number a day, and nothing about who did it."""

import re
from datetime import datetime

from django.db import transaction
from django.db.models import F
from django.utils.timezone import localdate

from donghanh.guides.models import LinkOpens, ShareLink, Shelf, ShelfScans

_MACHINES = re.compile(r"bot\b|crawl|spider|preview|facebookexternalhit|zalo(?:pc)?[-_ ]?(?:fetch|link)", re.IGNORECASE)


def is_machine(user_agent: str) -> bool:
    """Tell whether a program fetches an address to draw a preview of it, which is no reader."""
    return bool(_MACHINES.search(user_agent))


@transaction.atomic
def count_open(link: ShareLink, *, at: datetime) -> None:
    """Count that a link was opened."""
    day = localdate(at)
    LinkOpens.objects.bulk_create([LinkOpens(link=link, day=day)], ignore_conflicts=True)
    LinkOpens.objects.filter(link=link, day=day).update(count=F("count") + 1)


@transaction.atomic
def count_scan(shelf: Shelf, *, at: datetime) -> None:
    """Count that the code on a bookcase was scanned."""
    day = localdate(at)
    ShelfScans.objects.bulk_create([ShelfScans(shelf=shelf, day=day)], ignore_conflicts=True)
    ShelfScans.objects.filter(shelf=shelf, day=day).update(count=F("count") + 1)
