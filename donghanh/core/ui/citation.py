"""A citation of a law article, as every page draws it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Validity(StrEnum):
    """How an article stands on the date it is applied to."""

    IN_FORCE = "in-force"
    COMING = "coming"
    ENDED = "ended"
    UNCHECKED = "unchecked"


@dataclass(frozen=True, slots=True)
class Citation:
    """An article with its law and its dates; ``on`` is the date applied, begun or ended, by validity."""

    article: str
    name: str
    law: str
    on: date
    validity: Validity = Validity.IN_FORCE
    clause: str = ""
    checked_on: date | None = None
    url: str = ""
