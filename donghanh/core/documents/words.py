"""The words of a document: runs of text, and the cleaning that every printed word passes through."""

import re
import unicodedata
from dataclasses import dataclass
from typing import TypeAlias

# A no-break space is meant: it keeps the blank before a number that is filled in by hand.
_SPACES = re.compile(r"[^\S\u00a0]+")


@dataclass(frozen=True)
class Bold:
    """Words in bold."""

    text: str


@dataclass(frozen=True)
class Italic:
    """Words in italic."""

    text: str


@dataclass(frozen=True)
class FigureRef:
    """A figure that leads back to its records.

    ``code`` is its short letter on screen. Paper carries neither letter nor colour; a PDF keeps the link.
    """

    text: str
    code: str = ""
    url: str = ""


Inline: TypeAlias = str | Bold | Italic | FigureRef
Words: TypeAlias = str | tuple[Inline, ...]


def printable(text: str) -> str:
    """Bring text to what paper can carry: NFC, single spaces, no control or invisible characters."""
    spaced = _SPACES.sub(" ", unicodedata.normalize("NFC", text))
    return "".join(letter for letter in spaced if not unicodedata.category(letter).startswith("C"))


def inlines(words: Words) -> tuple[Inline, ...]:
    """Return words as runs, also when they were given as one plain string."""
    return (words,) if isinstance(words, str) else words


def inline_text(inline: Inline) -> str:
    """Return the printable text of one run."""
    return printable(inline if isinstance(inline, str) else inline.text)


def words_text(words: Words) -> str:
    """Return the printable text of all runs together."""
    return "".join(inline_text(inline) for inline in inlines(words)).strip()
