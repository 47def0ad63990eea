"""What is searched: one article in one wording."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Passage:
    """An article as the index takes it in."""

    key: str
    """What the caller knows it by; given back with a hit."""
    number: str
    """The document's number, such as “45/2019/QH14”."""
    title_of_document: str
    article: str
    heading: str
    text: str
    """One paragraph a line."""
    context: str = ""
    """Titles of the chapter and section it stands in."""
