"""What guides offer to a question, and what of them cites an article."""

from datetime import date

from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from donghanh.guides.content_format import sentences
from donghanh.guides.queries.known import KnownGuide, library
from donghanh.guides.watching import GUIDE
from donghanh.legal.citing import Citing
from donghanh.legal.offers import Offer

MOST = 3


def offers(question: str, on: date) -> list[Offer]:
    """Return the guides that fit a question best; they tell the law of today, whatever day is asked about."""
    there = library()
    return [_offer(there.guides[slug], score) for slug, score in there.matcher.fitting(question)[:MOST]]


def citing(document: str, article: str) -> list[Citing]:
    """Return the guides that stand on an article."""
    return [Citing(GUIDE, _title(guide), _url(guide)) for guide in library().citing(document, article)]


def _offer(guide: KnownGuide, score: float) -> Offer:
    words = guide.content.said_in(get_language())
    return Offer(
        kind=GUIDE, title=words.title, summary=sentences(words.answer)[0], url=_url(guide), score=score,
        note=_("Under review: the law it stands on may have changed.") if guide.flags else "",
    )  # fmt: skip


def _title(guide: KnownGuide) -> str:
    return guide.content.said_in(get_language()).title


def _url(guide: KnownGuide) -> str:
    return reverse("guides:guide", args=[guide.slug])
