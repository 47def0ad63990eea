"""The guides that readers are given, kept in memory by each process until one of them changes."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, Max

from donghanh.guides.choices import VersionState
from donghanh.guides.content_format import Content, without_marks
from donghanh.guides.matching import Field, Matcher
from donghanh.guides.models import Guide, GuideVersion, StaleMark
from donghanh.guides.watching import GUIDE


@dataclass(frozen=True, slots=True)
class Flag:
    """One open reason to look at a guide again."""

    reason: str
    document: str
    article: str
    since: date


@dataclass(frozen=True, slots=True)
class KnownGuide:
    """A guide as readers are given it."""

    slug: str
    content: Content
    compared_on: date
    review_by: date
    checked_on: date | None
    """The day an officer other than the writer stood behind it; None when nobody has."""
    flags: tuple[Flag, ...]


@dataclass(frozen=True, slots=True)
class Library:
    """All guides, and the way to find them."""

    guides: Mapping[str, KnownGuide]
    matcher: Matcher

    def citing(self, document: str, article: str) -> list[KnownGuide]:
        """Return the guides that stand on an article."""
        return [
            guide
            for guide in self.guides.values()
            if any((cite.document, cite.article) == (document, article) for cite in guide.content.cites)
        ]


Stamp = tuple[int, datetime | None]
_kept: dict[str, tuple[Stamp, Library]] = {}


def library() -> Library:
    """Return the guides; one statement tells whether those in memory are still the ones."""
    told = Guide.objects.aggregate(there=Count("pk"), changed=Max("changed_at"))
    stamp = (told["there"], told["changed"])
    kept = _kept.get(GUIDE)
    if kept is None or kept[0] != stamp:
        kept = _kept[GUIDE] = (stamp, _read())
    return kept[1]


def _read() -> Library:
    flags: dict[str, list[Flag]] = defaultdict(list)
    for mark in StaleMark.objects.filter(kind=GUIDE, settled_at=None):
        flags[mark.key].append(Flag(mark.reason, mark.document, mark.article, mark.since))
    versions = GuideVersion.objects.filter(state=VersionState.IN_USE, guide__retired_at=None)
    guides = {
        version.guide.slug: KnownGuide(
            version.guide.slug, version.written, version.compared_on, version.review_by,
            version.checked_on if version.is_verified else None, tuple(flags[version.guide.slug]),
        )
        for version in versions.select_related("guide").order_by("guide__slug")
    }  # fmt: skip
    texts = {slug: list(fields_of(guide.content)) for slug, guide in guides.items()}
    return Library(guides, Matcher.of(texts, {slug: guide.content.words for slug, guide in guides.items()}))


def fields_of(content: Content) -> list[Field]:
    """Return what a guide is found by; what it merely mentions counts little."""
    fields: list[Field] = [(words, 1.0) for words in content.words]
    for said in (content.vi, content.en):
        fields += [(said.title, 1.0), (said.question, 0.9), (without_marks(said.answer), 0.6)]
        fields += [(without_marks(step), 0.3) for step in (*said.steps, *said.traps)]
    return fields
