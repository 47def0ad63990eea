"""What pages say about the law behind calculators: which articles moved, which documents can be read."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Q
from django.utils.timezone import localdate

from donghanh.calculators.calculator import Calculator
from donghanh.calculators.dated import COMPARED_ON
from donghanh.calculators.values import Basis
from donghanh.legal.models import Article, LegalDocument


def moved_articles(places: Iterable[Basis], *, since: date = COMPARED_ON) -> list[Article]:
    """Return the newer wordings of cited articles that began after they were compared; one statement."""
    cited = Q()
    for basis in places:
        cited |= Q(document__number=basis.document, number=basis.article)
    if not cited:
        return []
    newer = Article.objects.in_use().filter(cited, applies_from__gt=since, applies_from__lte=localdate())
    return list(newer.select_related("document").only("number", "applies_from", "document__number", "document__slug"))


def moved_of(one: Calculator) -> list[Article]:
    """Return the articles of a calculator that were changed after it was compared with them."""
    return moved_articles(one.cites)


def documents_of(numbers: Iterable[str]) -> dict[str, str]:
    """Return which of the documents the library holds, with their name in addresses; one statement."""
    wanted = {number for number in numbers if number}
    return dict(LegalDocument.objects.filter(number__in=wanted).values_list("number", "slug")) if wanted else {}
