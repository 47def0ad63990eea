"""Sentences in both languages of the product, kept side by side so that neither can be forgotten."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Words:
    """One thing said in Vietnamese and in English."""

    vi: str
    en: str

    def text(self, language: str) -> str:
        """Return the words in a language of the product, Vietnamese unless it is English."""
        return self.en if language.startswith("en") else self.vi

    def fill(self, **parts: "int | Decimal | date | str | Words") -> "Words":
        """Put parts into the ``{named}`` places, numbers and dates written as readers of each language do."""
        return Words(
            vi=self.vi.format(**{name: written(part, "vi") for name, part in parts.items()}),
            en=self.en.format(**{name: written(part, "en") for name, part in parts.items()}),
        )


def written(part: "int | Decimal | date | str | Words", language: str) -> str:
    """Write a number, a day or words for a reader: 1.352.585 and 0,03 in Vietnamese, days always 31/12/2026."""
    if isinstance(part, Words):
        return part.text(language)
    if isinstance(part, date):
        return f"{part:%d/%m/%Y}"
    if isinstance(part, str):
        return part
    return written_number(part, language)


def written_number(number: int | Decimal, language: str) -> str:
    """Write a number with its thousands apart and no idle zeros after the decimal sign."""
    text = f"{number:,f}" if isinstance(number, Decimal) else f"{number:,}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return text if language.startswith("en") else text.translate(str.maketrans(",.", ".,"))
