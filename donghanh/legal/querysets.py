"""Which documents and which wordings apply on a day."""

from datetime import date
from typing import TYPE_CHECKING, Self

from django.db.models import Q, QuerySet

from donghanh.legal.choices import EditionState

if TYPE_CHECKING:
    from donghanh.legal.models.article import Article
    from donghanh.legal.models.document import LegalDocument


class LegalDocumentQuerySet(QuerySet["LegalDocument"]):
    """Legal documents."""

    def in_force_on(self, day: date) -> Self:
        """Keep the documents that are known to be in force on a day."""
        return self.filter(in_force_on__lte=day).filter(Q(expired_on=None) | Q(expired_on__gt=day))


class ArticleQuerySet(QuerySet["Article"]):
    """Wordings of articles."""

    def in_use(self) -> Self:
        """Keep the wordings that readers are given."""
        return self.filter(edition__state=EditionState.IN_USE, is_given=True)

    def worded_on(self, day: date) -> Self:
        """Keep the one wording of each article that stood on a day, whether or not its document still applied."""
        return (
            self.in_use()
            .filter(Q(applies_from=None) | Q(applies_from__lte=day))
            .filter(Q(applies_to=None) | Q(applies_to__gte=day))
        )

    def in_force_on(self, day: date) -> Self:
        """Keep the wordings that are law on a day."""
        in_force = Q(document__in_force_on__lte=day) & (Q(document__expired_on=None) | Q(document__expired_on__gt=day))
        return self.worded_on(day).filter(in_force, is_repealed=False)
