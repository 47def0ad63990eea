"""Who keeps the law of the whole site: texts, rates and guides belong to no unit, those who care for them do."""

from django.db.models import QuerySet

from donghanh.core.audit import NO_UNIT
from donghanh.core.errors import NotForYou
from donghanh.org.access import units_changed
from donghanh.org.choices import UnitKind
from donghanh.org.models import Unit, User

KEEPERS = (UnitKind.CONFEDERATION, UnitKind.FEDERATION, UnitKind.SECTOR_UNION, UnitKind.SOCIAL_SECURITY)
"""Units with legal officers: what one of them puts into the library, readers everywhere are told."""


def units_keeping_law(actor: User) -> QuerySet[Unit]:
    """Return the units in whose name ``actor`` may change texts, rates and guides; none for most people."""
    if not actor.is_authenticated:
        return Unit.objects.none()
    return Unit.objects.filter(units_changed(actor, "law"), kind__in=KEEPERS)


def keeps_law(actor: User) -> bool:
    """Tell whether :func:`authorize_keeper` would let ``actor`` through; for buttons, never for rules."""
    return actor.is_authenticated and (actor.is_system or units_keeping_law(actor).exists())


def authorize_keeper(actor: User) -> int:
    """Let ``actor`` change the library, or raise; return the id of the unit in whose name, for the trail."""
    if actor.is_system:
        return NO_UNIT
    unit = units_keeping_law(actor).order_by("pk").first()
    if unit is None:
        raise NotForYou
    return int(unit.pk)
