"""Which units a list of figures offers to choose from."""

from django.db.models import Q
from django.utils.timezone import localdate

from donghanh.org.access import grants_of, units_read
from donghanh.org.models import Unit, UnitPlacement, User

OFFERED = 60


def units_to_filter_by(reader: User, named: str) -> list[Unit]:
    """Return the reader's own units, those directly below, and the one that the address names."""
    own = [grant.unit_id for grant in grants_of(reader)]
    near = UnitPlacement.objects.on(localdate()).filter(Q(unit__in=own) | Q(parent__in=own)).values("unit")
    readable = Unit.objects.filter(units_read(reader, "figures"))
    offered = list(readable.filter(pk__in=near).order_by("folded_name", "pk")[:OFFERED])
    if named and all(unit.code != named for unit in offered):
        offered += readable.filter(code=named)
    return offered
