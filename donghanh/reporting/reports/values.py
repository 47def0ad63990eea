"""What a report holds, as plain values: they are sealed, printed, shown and answered from here alone."""

from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from donghanh.indicators.amounts import Amount
from donghanh.indicators.choices import Qualifier
from donghanh.kernel.periods import Period

DISTINCT_PEOPLE = "PB03"
"""The line that is never mixed with attendances, and printed only where the unit chooses."""


class Absence(StrEnum):
    """Why there is no same period last year."""

    FOUNDED_LATER = "founded_later"
    NO_DATA = "no_data"
    LONGER_THAN_A_YEAR = "longer_than_a_year"


@dataclass(frozen=True, slots=True)
class Declared:
    """What somebody stands for: how much, for which days, on whose word."""

    amount: Amount
    kind: str
    period: Period
    how: str
    origin: str
    source: str
    unit: str
    unit_name: str
    cut: dict[str, str] = field(default_factory=dict)
    part_of: str = ""
    former_unit: str = ""
    grade: str = ""
    joint: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """An indicator, or one part of it, in a report: counted beside declared, now, a year ago and so far.

    None means that nothing is known, which is not 0. ``listed`` is shown and never added.
    """

    code: str
    line: str
    name: str
    measure: str
    kind: str
    cut: dict[str, str] = field(default_factory=dict)
    is_countable: bool = False
    """Whether records hold it at all; what they do not hold has no place for a counted figure."""
    counted: int | None = None
    counted_before: int | None = None
    counted_so_far: int | None = None
    declared: Declared | None = None
    declared_before: Declared | None = None
    declared_so_far: Declared | None = None
    declared_change: Declared | None = None
    target: Declared | None = None
    listed: tuple[Declared, ...] = ()
    suppressed: bool = False
    """Whether its counted figures are kept back from this reader; never so in what is sealed."""

    @property
    def key(self) -> str:
        """Return what tells this row from all others of its report."""
        return "/".join([self.code, *(f"{name}={value}" for name, value in sorted(self.cut.items()))])

    @property
    def is_known(self) -> bool:
        """Tell whether the row says anything of its own."""
        return self.counted is not None or bool(self.declared or self.declared_change or self.target)

    @property
    def is_blank(self) -> bool:
        """Tell whether nothing is known of it at all: not now, not a year before, not so far."""
        known_so_far = self.counted_so_far is not None or self.declared_so_far is not None
        return not (self.is_known or self.is_comparable or known_so_far or self.suppressed)

    @property
    def is_comparable(self) -> bool:
        """Tell whether anything is known of it for the same period last year."""
        return self.counted_before is not None or self.declared_before is not None

    @property
    def change(self) -> Amount | None:
        """Return the change against the same period last year.

        Like is compared with like: counted with counted; else the change as it was declared; else two exact
        declared numbers. Last year's value is never worked out from a change.
        """
        if self.counted is not None and self.counted_before is not None:
            return _difference(self.counted, self.counted_before)
        if self.declared_change:
            return self.declared_change.amount
        now, before = _exact(self.declared), _exact(self.declared_before)
        return None if now is None or before is None else _difference(now, before)


@dataclass(frozen=True, slots=True)
class Held:
    """Some of the sessions together: those on a topic, in a form, in a month, on a document."""

    key: str
    label: str
    sessions: int
    attendances: int


@dataclass(frozen=True, slots=True)
class HeldSession:
    """One session that the report counts."""

    id: int
    held_on: date
    title: str
    host: str
    form: str
    topics: tuple[str, ...]
    attendances: int


@dataclass(frozen=True, slots=True)
class UnitBelow:
    """A unit directly below, and how far its own report for the same period has come."""

    code: str
    name: str
    state: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """How well the counted figures are known: numbers by grade."""

    sessions: dict[str, int] = field(default_factory=dict)
    attendances: dict[str, int] = field(default_factory=dict)
    people: dict[str, int] = field(default_factory=dict)
    provisional: int | None = 0
    suppressed: bool = False
    """Whether what is known of people is kept back from this reader; never so in what is sealed."""


@dataclass(frozen=True, slots=True)
class Report:
    """The values of one report, as they stood at one moment."""

    kind: str
    unit: str
    unit_name: str
    unit_kind: str
    founded_on: date
    period: Period
    before: Period
    before_absent: Absence | None
    so_far: Period
    made_at: datetime
    rows: tuple[Row, ...]
    evidence: Evidence
    by_topic: tuple[Held, ...] = ()
    by_form: tuple[Held, ...] = ()
    by_month: tuple[Held, ...] = ()
    documents: tuple[Held, ...] = ()
    sessions: tuple[HeldSession, ...] = ()
    below: tuple[UnitBelow, ...] = ()
    listed_below: tuple[tuple[str, Declared], ...] = ()
    """Figures of units below, each with its indicator's code: listed, never added."""
    unlisted_below: int = 0
    """How many more there are than a report can list."""

    @property
    def so_far_is_the_period(self) -> bool:
        """Tell whether the cumulative figures are those of the period itself."""
        return self.so_far == self.period

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing at all is known for the period."""
        return not any(row.is_known for row in self.rows)

    def row(self, code: str, **cut: str) -> Row:
        """Return the row of an indicator, or of one part of it; an empty one when the report has none."""
        found = next((row for row in self.rows if row.code == code and row.cut == cut), None)
        return found or Row(code=code, line="", name="", measure="", kind="flow", cut=cut)

    def parts(self, code: str) -> list[Row]:
        """Return the rows that say something about parts of an indicator."""
        return [row for row in self.rows if row.code == code and row.cut and row.is_known]


def _exact(declared: Declared | None) -> int | None:
    if declared is None or declared.amount.qualifier != Qualifier.EXACT:
        return None
    return declared.amount.value


def _difference(now: int, before: int) -> Amount:
    percent = round(Decimal(now - before) * 100 / before, 1) if before else None
    return Amount(change=now - before, change_percent=percent)
