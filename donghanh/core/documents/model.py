"""What an official document is made of, in natural letters; print adds capitals, numbers and full stops."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal, TypeAlias

from donghanh.core.documents.grid import Table
from donghanh.core.documents.words import Words


@dataclass(frozen=True)
class Heading:
    """Who issues the document, under which number, where and when.

    Without ``number`` or ``issued_on`` a blank is left for the pen; without ``symbol`` or ``place``
    the line itself is left out.
    """

    issuing_body: tuple[str, ...]
    parent_body: tuple[str, ...] = ()
    number: str = ""
    symbol: str = ""
    place: str = ""
    issued_on: date | None = None
    year: int | None = None


@dataclass(frozen=True)
class Section:
    """The title of a part; level 1 is numbered I, II, level 2 is numbered 1, 2, level 3 a, b."""

    title: str
    level: Literal[1, 2, 3] = 1


@dataclass(frozen=True)
class Paragraph:
    """One justified paragraph."""

    words: Words


@dataclass(frozen=True)
class BulletList:
    """Paragraphs that each begin with a dash."""

    items: tuple[Words, ...]


Block: TypeAlias = Section | Paragraph | BulletList | Table


@dataclass(frozen=True)
class Signature:
    """In whose authority the document is signed, line by line, and the signer's name without titles."""

    authority: tuple[str, ...]
    name: str = ""


@dataclass(frozen=True)
class Annex:
    """An annex with pages numbered on their own."""

    title: str
    blocks: tuple[Block, ...]
    landscape: bool = False


@dataclass(frozen=True)
class Document:
    """An official document: report, plan, decision, official letter or sign sheet.

    An official letter has no ``kind``: its subject then stands under the number as "V/v …".
    ``signed_at`` is the moment of the organisation's electronic signature.
    """

    heading: Heading
    kind: str
    subject: tuple[str, ...]
    blocks: tuple[Block, ...]
    addressees: tuple[str, ...] = ()
    legal_bases: tuple[str, ...] = ()
    signature: Signature | None = None
    recipients: tuple[str, ...] = ()
    annexes: tuple[Annex, ...] = ()
    footer: str = ""
    signed_at: datetime | None = None
