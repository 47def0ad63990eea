"""The guides: Markdown files of ours, one for each kind of reader and language, read once."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.utils.safestring import SafeString, mark_safe
from markdown import Markdown

from donghanh.org.choices import Role

FOLDER = Path(__file__).parent / "guides"
WORKER, VOLUNTEER, OFFICER = "worker", "volunteer", "officer"
SOCIAL_SECURITY, VIEWER, ADMINISTRATOR = "social-security", "viewer", "administrator"
SIGNING_IN = "signing-in"
SLUGS = (WORKER, VOLUNTEER, OFFICER, SOCIAL_SECURITY, VIEWER, ADMINISTRATOR, SIGNING_IN)
DEFAULT_LANGUAGE = "vi"
_GUIDE_OF: dict[str, str] = {
    Role.ADMINISTRATOR: ADMINISTRATOR,
    Role.LEADER: OFFICER,
    Role.OFFICER: OFFICER,
    Role.SOCIAL_SECURITY_OFFICER: SOCIAL_SECURITY,
    Role.VIEWER: VIEWER,
    Role.VOLUNTEER: VOLUNTEER,
    Role.WORKER: WORKER,
}
"""The guide of each role; those who hold several read first the one that stands higher here."""


@dataclass(frozen=True, slots=True)
class Guide:
    """One guide, ready to show; its file starts with a title and a sentence that sums it up."""

    slug: str
    title: str
    summary: str
    contents: tuple[tuple[str, str], ...]
    """The anchor and the words of each heading."""
    body: SafeString


@cache
def read_guide(slug: str, language: str) -> Guide:
    """Return a guide in a language; one that is not written in it is shown in Vietnamese."""
    path = FOLDER / f"{slug}.{language}.md"
    if not path.exists():
        path = FOLDER / f"{slug}.{DEFAULT_LANGUAGE}.md"
    title, summary, text = path.read_text(encoding="utf-8").split("\n\n", 2)
    reader = _reader()
    body = reader.convert(text)
    contents = tuple((heading["id"], heading["name"]) for heading in reader.toc_tokens)  # type: ignore[attr-defined]
    return Guide(slug, title.removeprefix("# "), summary, contents, mark_safe(body))  # noqa: S308 - files of ours


def guides_for(roles: Iterable[str], language: str) -> list[Guide]:
    """Return every guide, those for somebody with these roles first; who has none is a worker."""
    first = slugs_for(roles)
    return [read_guide(slug, language) for slug in [*first, *(slug for slug in SLUGS if slug not in first)]]


def slugs_for(roles: Iterable[str]) -> list[str]:
    """Return the guides written for these roles, the highest role's first; a stranger reads the worker's."""
    held = set(roles)
    return list(dict.fromkeys(slug for role, slug in _GUIDE_OF.items() if role in held)) or [WORKER]


def _reader() -> Markdown:
    """Return a reader of Markdown that passes no HTML through: what looks like a tag is shown as typed."""
    reader = Markdown(
        extensions=["attr_list", "tables", "toc"],
        output_format="html",
    )
    reader.preprocessors.deregister("html_block")
    reader.inlinePatterns.deregister("html")
    return reader
