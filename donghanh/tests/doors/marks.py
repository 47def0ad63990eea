"""Words that occur once in the country of these tests, and who may read each of them."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import count, product
from string import ascii_lowercase

from donghanh.tests.doors import matrix
from donghanh.tests.doors.places import relations


@dataclass(frozen=True, slots=True)
class Opening:
    """One way to come to read something: a thing of the matrix at a unit, and how much of it one must read."""

    place: str
    thing: str
    least: int = matrix.NUMBER
    beside: bool = False
    """Whether the unit only co-hosts: those above it read numbers, and names only the unit itself."""

    def is_open_to(self, role: str, held_at: str) -> bool:
        """Tell whether a role held at a unit reads so much."""
        found = relations(held_at, self.place)
        most = matrix.NAME if "own" in found or not self.beside else matrix.NUMBER
        return min(matrix.read(role, found - {"union"} if self.beside else found, self.thing), most) >= self.least


@dataclass(frozen=True, slots=True)
class Mark:
    """A word that stands in one fact only."""

    word: str
    fact: str
    openings: tuple[Opening, ...]
    known_to: frozenset[str] = field(default_factory=frozenset)
    """The readers who know it whatever their role: the person himself, a volunteer, whoever wrote it."""

    @property
    def is_hidden_number(self) -> bool:
        """Tell whether it is a number that pages show with its last digits only."""
        return self.word.isdecimal() and not self.openings

    def may_be_read_by(self, reader: str, role: str, held_at: str) -> bool:
        """Tell whether a reader may come to see this word anywhere."""
        return reader in self.known_to or any(opening.is_open_to(role, held_at) for opening in self.openings)


class Marks:
    """Hands out words, and remembers who may read them."""

    def __init__(self) -> None:
        self._letters = product(ascii_lowercase, repeat=3)
        self._numbers = count(1)
        self.all: list[Mark] = []

    def word(self, fact: str, *openings: Opening, known_to: Iterable[str] = ()) -> str:
        """Return a word that stands nowhere else."""
        return self.keep("Zq" + "".join(next(self._letters)) + "q", fact, *openings, known_to=known_to)

    def phone(self, whose: str, *openings: Opening, known_to: Iterable[str] = ()) -> str:
        """Return a phone number; nobody but its owner may read it whole without asking for it."""
        return self.keep(f"0987{next(self._numbers):06d}", f"phone of {whose}", *openings, known_to=known_to)

    def id_number(self, whose: str) -> str:
        """Return a personal id number; nobody may read it whole without asking for it."""
        return self.keep(f"001199{next(self._numbers):06d}", f"id number of {whose}")

    def keep(self, word: str, fact: str, *openings: Opening, known_to: Iterable[str] = ()) -> str:
        """Remember a word that was made elsewhere."""
        self.all.append(Mark(word, fact, openings, frozenset(known_to)))
        return word
