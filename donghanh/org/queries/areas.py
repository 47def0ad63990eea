"""The administrative map as pages show it, and which units work where on it."""

from django.db.models import Count, Q, QuerySet, Value
from django.db.models.functions import Replace

from donghanh.kernel.text import fold
from donghanh.org.models import Area, Unit, User
from donghanh.org.queries.units import readable_units, with_parent


def current_areas() -> QuerySet[Area]:
    """Return the provinces, communes, wards and special zones of the division now in force."""
    return Area.objects.filter(edition__ends_on=None)


def provinces() -> QuerySet[Area]:
    """Return the provinces and centrally run cities by name, each with ``commune_count``."""
    # Hanoi stands under H, though its name on the map starts with the word for city.
    bare_name = Replace("folded_name", Value("thanh pho "), Value(""))
    found = current_areas().filter(province=None).annotate(commune_count=Count("communes"))
    return found.order_by(bare_name)


def matching_areas(areas: QuerySet[Area], text: str) -> QuerySet[Area]:
    """Keep the areas whose name or province has these words, or whose statistics code is this."""
    words = Q()
    for word in fold(text).split():
        words &= Q(folded_name__contains=word) | Q(province__folded_name__contains=word)
    return areas.filter(words | Q(code=text.strip()))


def units_in(area: Area, reader: User) -> QuerySet[Unit]:
    """Return the units with an office in an area that ``reader`` may open; the tree is not the map."""
    there = Q(area=area) if area.province_id else Q(area=area) | Q(area__province=area)
    return with_parent(readable_units(reader).filter(there, closed_on=None))
