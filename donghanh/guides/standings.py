"""Guides as things that stand on law and are watched."""

from collections.abc import Iterable, Iterator, Mapping

from django.db.models import QuerySet
from django.urls import reverse

from donghanh.guides.choices import VersionState
from donghanh.guides.models import GuideVersion
from donghanh.guides.watching import Cited, Described, Standing


def standing_of(slug: str, version: GuideVersion) -> Standing:
    """Return what a version stands on."""
    cites = {Cited(cite.document, cite.article, cite.ends_on) for cite in version.written.cites if cite.article}
    return Standing(slug, version.compared_on, tuple(sorted(cites, key=str)), version.review_by)


def standings() -> Iterator[Standing]:
    """Give what the guides that readers are given stand on."""
    for version in _in_use():
        yield standing_of(version.guide.slug, version)


def described(slugs: Iterable[str]) -> Mapping[str, Described]:
    """Return the titles of guides, and where each is mended."""
    versions = _in_use().filter(guide__slug__in=list(slugs))
    return {
        version.guide.slug: Described(version.written.vi.title, reverse("guides:guide-edit", args=[version.guide.slug]))
        for version in versions
    }


def _in_use() -> QuerySet[GuideVersion]:
    return GuideVersion.objects.filter(state=VersionState.IN_USE, guide__retired_at=None).select_related("guide")
