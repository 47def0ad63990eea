"""What those who keep guides see: all of them with their state, and what waits to be reviewed."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from django.urls import reverse

from donghanh.guides.choices import VersionState
from donghanh.guides.models import Guide, GuideVersion, StaleMark
from donghanh.guides.watching import GUIDE, Described, watches
from donghanh.legal.models import Article, LegalDocument


@dataclass(frozen=True, slots=True)
class DeskLine:
    """A guide in the list of those who keep them."""

    guide: Guide
    title: str
    version: GuideVersion | None
    waiting: GuideVersion | None
    mark_count: int


@dataclass(frozen=True, slots=True)
class Review:
    """One thing to look at again, with every reason."""

    thing: Described
    kind: str
    marks: list[StaleMark] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class SideBySide:
    """The words that were compared with and those of today; None where the library holds them no more."""

    old: Article | None
    new: Article | None
    compare_url: str


def desk_lines() -> list[DeskLine]:
    """List every guide, retired ones last, by title."""
    versions: dict[int, dict[str, GuideVersion]] = defaultdict(dict)
    shown = GuideVersion.objects.exclude(state=VersionState.PAST).select_related("checked_by")
    for version in shown:
        versions[version.guide_id][version.state] = version
    marks = Counter(StaleMark.objects.filter(kind=GUIDE, settled_at=None).values_list("key", flat=True))
    lines = [
        DeskLine(
            guide, _title(versions[guide.pk], guide), versions[guide.pk].get(VersionState.IN_USE),
            versions[guide.pk].get(VersionState.WAITING), marks[guide.slug],
        )
        for guide in Guide.objects.all()
    ]  # fmt: skip
    return sorted(lines, key=lambda line: (line.guide.retired_at is not None, line.title))


def reviews() -> list[Review]:
    """List what waits to be looked at again, the oldest reason first."""
    marks: dict[tuple[str, str], list[StaleMark]] = defaultdict(list)
    for mark in StaleMark.objects.filter(settled_at=None):
        marks[mark.kind, mark.key].append(mark)
    found = {watch.kind: watch.described(_keys(marks, watch.kind)) for watch in watches()}
    return [
        Review(found[kind][key], kind, theirs) for (kind, key), theirs in marks.items() if key in found.get(kind, {})
    ]


def side_by_side(mark: StaleMark, *, compared_on: date, on: date) -> SideBySide:
    """Return the words that a mark is about, before and now."""
    articles = Article.objects.filter(document__number=mark.document, number=mark.article)
    return SideBySide(
        articles.filter(sha256=mark.old_sha256).first() if mark.old_sha256 else None,
        articles.worded_on(on).first(),
        _compare_url(mark, compared_on, on),
    )


def _compare_url(mark: StaleMark, compared_on: date, on: date) -> str:
    document = LegalDocument.objects.filter(number=mark.document).first()
    if document is None or not mark.article:
        return ""
    page = reverse("legal:compare", args=[document.slug, mark.article])
    return f"{page}?from={compared_on:%Y-%m-%d}&to={on:%Y-%m-%d}"


def _title(versions: dict[str, GuideVersion], guide: Guide) -> str:
    version = versions.get(VersionState.IN_USE) or versions.get(VersionState.WAITING)
    return version.written.vi.title if version else guide.slug


def _keys(marks: Iterable[tuple[str, str]], kind: str) -> list[str]:
    return [key for one, key in marks if one == kind]
