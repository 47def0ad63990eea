"""What a citation points at, and how it is written in either language."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reference:
    """A document, one of its articles, or a clause or point of that."""

    number: str
    article: str = ""
    clause: str = ""
    point: str = ""

    @property
    def label_vi(self) -> str:
        """Write it in Vietnamese, always with the document's number."""
        return _joined(self.place_vi, self.number)

    @property
    def label_en(self) -> str:
        """Write it in English, always with the document's number."""
        place = _listed(("Article", self.article), ("clause", self.clause), ("point", self.point), between=", ")
        return _joined(place, self.number)

    @property
    def place_vi(self) -> str:
        """Write the place within the document: “Điều 36 khoản 1 điểm b”."""
        return _listed(("Điều", self.article), ("khoản", self.clause), ("điểm", self.point), between=" ")


@dataclass(frozen=True, slots=True)
class CitationFound:
    """A citation within a text: from where to where it stands, and what it points at."""

    start: int
    end: int
    number: str
    article: str = ""
    clause: str = ""
    point: str = ""

    @property
    def reference(self) -> Reference:
        """Return what it points at."""
        return Reference(self.number, self.article, self.clause, self.point)


def _listed(*parts: tuple[str, str], between: str) -> str:
    return between.join(f"{word}\N{NO-BREAK SPACE}{value}" for word, value in parts if value)


def _joined(place: str, number: str) -> str:
    return f"{place}, {number}" if place else number
