"""Links to guides that a unit spreads."""

from datetime import datetime

from django.db import transaction

from donghanh.core import audit
from donghanh.guides.errors import GuideRetired
from donghanh.guides.models import Guide, ShareLink
from donghanh.guides.querysets import SHELVES
from donghanh.guides.short_codes import new_code
from donghanh.kernel.text import clean
from donghanh.org.access import authorize
from donghanh.org.models import Unit, User


@transaction.atomic
def make_link(guide: Guide, unit: Unit, place: str, *, actor: User, at: datetime) -> ShareLink:
    """Make a link for one place; safe to repeat: the same guide and place of a unit keep their link."""
    authorize(actor, SHELVES, at=unit)
    if guide.retired_at:
        raise GuideRetired(guide.slug)
    place = clean(place)
    link = ShareLink.objects.filter(guide=guide, unit=unit, place=place).first()
    if link is None:
        link = ShareLink.objects.create(code=new_code(), guide=guide, unit=unit, place=place, made_at=at, made_by=actor)
        audit.record(actor, "make_guide_link", link, unit_id=unit.pk, guide=guide.slug)
    return link
