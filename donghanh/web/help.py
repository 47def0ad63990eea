"""The guides: Markdown files of ours, one for each kind of reader and language, read once."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.utils.safestring import SafeString, mark_safe
from markdown import Markdown

from donghanh.kernel.text import fold
from donghanh.org.choices import Role

FOLDER = Path(__file__).parent / "guides"
WORKER, OFFICER, ADMINISTRATOR = SLUGS = ("worker", "officer", "administrator")
DEFAULT_LANGUAGE = "vi"
_NO_LETTERS = re.compile(r"[^a-z0-9]+")
_FIRST: dict[str, str] = {
    Role.ADMINISTRATOR: ADMINISTRATOR,
    Role.LEADER: OFFICER,
    Role.OFFICER: OFFICER,
    Role.SOCIAL_SECURITY_OFFICER: OFFICER,
    Role.VIEWER: OFFICER,
}


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
    first = {_FIRST[role] for role in roles if role in _FIRST} or {WORKER}
    return [read_guide(slug, language) for slug in sorted(SLUGS, key=lambda slug: slug not in first)]


def _anchor(words: str, separator: str) -> str:
    return _NO_LETTERS.sub(separator, fold(words)).strip(separator)


def _reader() -> Markdown:
    """Return a reader of Markdown that passes no HTML through: what looks like a tag is shown as typed."""
    reader = Markdown(
        extensions=["tables", "toc"],
        extension_configs={"toc": {"slugify": _anchor}},
        output_format="html",
    )
    reader.preprocessors.deregister("html_block")
    reader.inlinePatterns.deregister("html")
    return reader
