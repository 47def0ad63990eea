"""Links to guides with how often they were opened."""

from datetime import date, timedelta

from django.db.models import OuterRef, QuerySet, Subquery, Sum, Value
from django.db.models.functions import Coalesce

from donghanh.guides.models import LinkOpens, ShareLink
from donghanh.org.models import Unit

A_MONTH = timedelta(days=30)


def links_of(units: QuerySet[Unit], *, on: date) -> QuerySet[ShareLink]:
    """Return the links of some units, each with its opens in a month and in all."""
    opens = LinkOpens.objects.filter(link=OuterRef("pk")).order_by().values("link")
    total = opens.annotate(total=Sum("count")).values("total")
    month = opens.filter(day__gt=on - A_MONTH).annotate(total=Sum("count")).values("total")
    links = ShareLink.objects.filter(unit__in=units).select_related("unit", "guide")
    return links.annotate(
        open_count=Coalesce(Subquery(total), Value(0)), month_count=Coalesce(Subquery(month), Value(0))
    )
