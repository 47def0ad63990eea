"""The searches that somebody keeps; nobody else's exist for him."""

from django.db.models import QuerySet, Sum

from donghanh.legal.models import SavedSearch
from donghanh.org.models import User


def searches_of(owner: User) -> QuerySet[SavedSearch]:
    """Return the searches of a person by name, the removed ones too."""
    return SavedSearch.objects.filter(user=owner.pk).order_by("name", "pk")


def new_results_for(owner: User) -> int:
    """Return how many results of a person's searches he has not seen."""
    return searches_of(owner).filter(removed_at=None).aggregate(total=Sum("new_count"))["total"] or 0
