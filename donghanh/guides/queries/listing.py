"""The list of guides: under their topics, or those that fit some words."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from donghanh.guides.queries.known import KnownGuide, Library
from donghanh.kernel.text import collation_key
from donghanh.legal.models import Topic


@dataclass(frozen=True, slots=True)
class Line:
    """A guide in a list."""

    slug: str
    title: str
    question: str
    is_flagged: bool


@dataclass(frozen=True, slots=True)
class Group:
    """A topic with its guides."""

    code: str
    name: str
    lines: list[Line] = field(default_factory=list)


def line(guide: KnownGuide, language: str) -> Line:
    """Return a guide as a list shows it."""
    words = guide.content.said_in(language)
    return Line(guide.slug, words.title, words.question, is_flagged=bool(guide.flags))


def found_lines(there: Library, words: str, language: str) -> list[Line]:
    """List the guides that fit some words, the best first."""
    return [line(there.guides[slug], language) for slug, _score in there.matcher.fitting(words)]


def groups(there: Library, language: str) -> list[Group]:
    """List all guides, each once, under its first topic, in the order of the topics."""
    found = {topic.code: Group(topic.code, topic.name) for topic in Topic.objects.in_use()}
    for guide in _by_title(there.guides.values(), language):
        first = next((code for code in guide.content.topics if code in found), None)
        if first:
            found[first].lines.append(line(guide, language))
    return [group for group in found.values() if group.lines]


def lines_of_topic(there: Library, topic: Topic, language: str) -> list[Line]:
    """List the guides of a topic and of those below it."""
    codes = {topic.code, *topic.children.values_list("code", flat=True)}
    return [
        line(guide, language)
        for guide in _by_title(there.guides.values(), language)
        if codes.intersection(guide.content.topics)
    ]


def _by_title(guides: Iterable[KnownGuide], language: str) -> list[KnownGuide]:
    return sorted(guides, key=lambda guide: collation_key(guide.content.said_in(language).title))
