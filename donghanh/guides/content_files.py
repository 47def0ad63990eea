"""The guides that come with the site: read from content/, each checked against what it names."""

import tomllib
from dataclasses import dataclass, field
from pathlib import Path

from donghanh.calculators.calculator import calculators
from donghanh.guides.content_format import Content
from donghanh.guides.content_reading import read_content
from donghanh.guides.errors import GuideUnfit
from donghanh.legal.models import Topic

FOLDER = Path(__file__).parent / "content"


@dataclass(frozen=True, slots=True)
class Known:
    """What a guide may name."""

    topics: frozenset[str]
    calculators: frozenset[str]
    guides: frozenset[str]


@dataclass(slots=True)
class Shipped:
    """The guides that were read, and what is wrong with files, each with its place."""

    contents: list[Content] = field(default_factory=list)
    faults: list[GuideUnfit] = field(default_factory=list)


def read_shipped(folder: Path = FOLDER) -> Shipped:
    """Read every file; one that breaks the format is left out, a name that leads nowhere is told."""
    found = Shipped()
    for path in sorted(folder.glob("*.toml")):
        try:
            found.contents.append(_read(path))
        except GuideUnfit as fault:
            found.faults.append(fault)
    known = known_names({content.slug for content in found.contents})
    for content in found.contents:
        found.faults += [
            GuideUnfit(f"{content.slug}.toml", name, f"“{code}” does not exist")
            for name, code in unknown_names(content, known)
        ]
    return found


def known_names(slugs: set[str]) -> Known:
    """Return what guides may name, when these are the guides there are."""
    topics = Topic.objects.in_use().values_list("code", flat=True)
    return Known(frozenset(topics), frozenset(one.name for one in calculators()), frozenset(slugs))


def unknown_names(content: Content, known: Known) -> list[tuple[str, str]]:
    """Return what a guide names that is not there, each with its field."""
    named = (
        ("topics", content.topics, known.topics),
        ("calculators", content.calculators, known.calculators),
        ("related", content.related, known.guides - {content.slug}),
    )
    return [(name, code) for name, codes, there in named for code in codes if code not in there]


def _read(path: Path) -> Content:
    try:
        given = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise GuideUnfit(path.name, "file", str(error)) from None
    content = read_content(given, path.name)
    if content.slug != path.stem:
        raise GuideUnfit(path.name, "slug", f"“{content.slug}” is not the name of the file")
    return content
