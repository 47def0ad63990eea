"""One row of a list on its way in: what was typed, what it means, what is wrong with it."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from django.utils.translation import gettext as _

from donghanh.core.imports.cells import BadCell, Cell, is_blank, typed
from donghanh.core.imports.columns import Column
from donghanh.kernel.errors import DomainError

_MOST_SHOWN = 200
"""How much of a wrong cell is kept to be shown; some hold whole pages."""


class Fate(StrEnum):
    """What the import does with a row."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a row cannot be imported: which cell, what is wrong, what to do."""

    row: int
    column: str
    typed: str
    sentence: str
    hint: str = ""

    def __str__(self) -> str:
        place = _("Row %(row)s, %(column)s, “%(typed)s”:") % {
            "row": self.row,
            "column": self.column,
            "typed": self.typed,
        }
        return f"{place} {self.sentence} {self.hint}".strip()


@dataclass(slots=True)
class Row:
    """A row under the number that the spreadsheet shows beside it.

    ``values`` holds what the cells mean, by the names of the columns; a blank cell, or one that
    is read as None, has no value, which means: leave what is on record. An importer sets ``fate``
    and ``subject``, the record that the row is about, and keeps in ``plan`` what it found out.
    """

    number: int
    columns: Mapping[str, Column]
    cells: Mapping[str, Cell]
    faults: Mapping[str, str] = field(default_factory=dict)
    values: dict[str, Any] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    fate: Fate = Fate.SAME
    subject: Hashable = None
    plan: Any = None

    @property
    def is_good(self) -> bool:
        """Tell whether nothing is wrong so far."""
        return not self.problems

    def read(self) -> None:
        """Read every cell as its column wants it, and note which cannot be read."""
        for name, cell in self.cells.items():
            column = self.columns[name]
            if name in self.faults:
                self._refuse_fault(name)
            elif not is_blank(cell):
                try:
                    value = column.read(cell)
                    if value is not None:
                        self.values[name] = value
                except DomainError as error:
                    self.refuse(name, str(error), error.hint if isinstance(error, BadCell) else "")
            elif column.required:
                message = _("There must be a %(column)s.") % {"column": in_sentence(str(column.heading))}
                self.refuse(name, message, _("Fill it in."))

    def refuse(self, name: str, sentence: str, hint: str = "") -> None:
        """Leave the row out for what stands in one of its cells."""
        heading = str(self.columns[name].heading)
        shown = self.faults.get(name) or typed(self.cells.get(name))
        shown = shown if len(shown) <= _MOST_SHOWN else f"{shown[:_MOST_SHOWN]}…"
        self.problems.append(Problem(self.number, heading, shown, sentence, hint or _("Mend it in the file.")))
        self.fate = Fate.BAD

    def _refuse_fault(self, name: str) -> None:
        if self.faults[name].startswith("="):
            sentence = _("This formula has not been computed.")
            self.refuse(name, sentence, _("Open the file in Excel and save it, or write the value."))
        else:
            self.refuse(name, _("The formula in this cell failed."), _("Write the value."))


def in_sentence(heading: str) -> str:
    """Return a heading as it stands inside a sentence."""
    return heading[:1].lower() + heading[1:]
