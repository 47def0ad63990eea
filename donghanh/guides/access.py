"""Who may do what with guides, links and shelves, beside those who keep the law."""

from django.contrib.auth.models import AnonymousUser
from django.db.models import QuerySet

from donghanh.guides.querysets import SHELVES
from donghanh.org.access import units_changed
from donghanh.org.models import Unit, User


def units_sharing(actor: User | AnonymousUser) -> QuerySet[Unit]:
    """Return the units in whose name ``actor`` spreads guides and keeps shelves; none for most people."""
    if not actor.is_authenticated:
        return Unit.objects.none()
    return Unit.objects.filter(units_changed(actor, SHELVES)).order_by("name")
