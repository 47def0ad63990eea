"""Guides for programs, open to everybody."""

from datetime import date

from django.http import Http404, HttpRequest
from ninja import Query, Router

from donghanh.core.api.schemas import Asked, Line, Told
from donghanh.guides.choices import StaleReason
from donghanh.guides.queries.known import KnownGuide, library
from donghanh.legal.choices import Certainty

router = Router()


class GuidesAsked(Asked):
    """Which guides are wanted."""

    q: Line = ""
    topic: Line = ""


class GuideListed(Told):
    """A guide in the list."""

    slug: str
    title_vi: str
    title_en: str
    topics: list[str]
    is_under_review: bool


class CiteTold(Told):
    """An article that statements stand on; only certainty A was compared with the text."""

    id: int
    document: str
    article: str
    clause: str
    point: str
    starts_on: date
    ends_on: date | None
    certainty: Certainty
    note: str


class DeadlineTold(Told):
    """What has to be done by when."""

    what: str
    when: str


class ContactTold(Told):
    """An office that helps."""

    who: str
    how: str


class WordsTold(Told):
    """A guide in one language; marks such as [1] name citations by their ids."""

    title: str
    question: str
    answer: str
    steps: list[str]
    deadlines: list[DeadlineTold]
    papers: list[str]
    call: list[ContactTold]
    traps: list[str]


class ReviewReason(Told):
    """Why a guide is looked at again."""

    reason: StaleReason
    document: str
    article: str
    since: date


class GuideTold(Told):
    """A whole guide."""

    slug: str
    topics: list[str]
    calculators: list[str]
    related: list[str]
    compared_on: date
    review_by: date
    checked_on: date | None
    under_review: list[ReviewReason]
    cites: list[CiteTold]
    vi: WordsTold
    en: WordsTold


@router.get("/", response=list[GuideListed])
def list_guides(request: HttpRequest, asked: Query[GuidesAsked]) -> list[GuideListed]:
    """List the guides: those that fit a question, the best first, or all; `topic` is a code of a topic."""
    there = library()
    slugs = [slug for slug, _score in there.matcher.fitting(asked.q)] if asked.q else list(there.guides)
    guides = [there.guides[slug] for slug in slugs]
    return [_listed(guide) for guide in guides if not asked.topic or asked.topic in guide.content.topics]


@router.get("/{slug}/", response=GuideTold)
def read_guide(request: HttpRequest, slug: str) -> GuideTold:
    """Read a guide in both languages, with what it stands on and whether it is under review."""
    guide = library().guides.get(slug)
    if guide is None:
        raise Http404
    facts = guide.content.model_dump(exclude={"words", "compared_on", "review_by"})
    return GuideTold.model_validate(
        {
            **facts,
            "compared_on": guide.compared_on,
            "review_by": guide.review_by,
            "checked_on": guide.checked_on,
            "under_review": [
                {"reason": flag.reason, "document": flag.document, "article": flag.article, "since": flag.since}
                for flag in guide.flags
            ],
        }
    )


def _listed(guide: KnownGuide) -> GuideListed:
    content = guide.content
    return GuideListed(
        slug=guide.slug, title_vi=content.vi.title, title_en=content.en.title, topics=content.topics,
        is_under_review=bool(guide.flags),
    )  # fmt: skip
