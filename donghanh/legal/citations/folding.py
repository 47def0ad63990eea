"""Text without marks in which every letter still knows where it stood."""

import unicodedata
from functools import cached_property


class _Letters(dict[int, str]):
    """One plain small letter for each letter, found out once."""

    def __missing__(self, code: int) -> str:
        letter = chr(code).casefold()[:1].replace("đ", "d")
        self[code] = unicodedata.normalize("NFD", letter)[:1]
        return self[code]


_LETTERS = _Letters()


class Folded:
    """A text and its folded twin; whatever is found in the twin is pointed out in the text."""

    def __init__(self, text: str) -> None:
        self.original = text
        self._places: list[int] | None = None
        if not unicodedata.is_normalized("NFC", text):
            self._places = [place for place, letter in enumerate(text) if not unicodedata.combining(letter)]

    @cached_property
    def text(self) -> str:
        """Return the folded twin."""
        if self._places is None:
            return self.original.translate(_LETTERS)
        return "".join(self.original[place] for place in self._places).translate(_LETTERS)

    def place(self, index: int) -> int:
        """Return where in the original the letter at ``index`` of the twin stands."""
        if self._places is None:
            return index
        return self._places[index] if index < len(self._places) else len(self.original)

    def written(self, start: int, end: int) -> str:
        """Return a piece as it was written, in small letters."""
        return unicodedata.normalize("NFC", self.original[self.place(start) : self.place(end)]).lower()
