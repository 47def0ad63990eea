"""What a page shows as a figure: a number with its unit, its evidence, its freshness and its records."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

Words = str | Promise
TARGET = _("Target")


class State(StrEnum):
    """How a figure is to be read."""

    NORMAL = "normal"
    PUBLISHED = "published"
    MISSING = "missing"
    SMALL_GROUP = "small-group"
    SEALED = "sealed"
    RECOUNTING = "recounting"


class Qualifier(StrEnum):
    """How exactly a published figure was given."""

    EXACT = "exact"
    OVER = "over"
    NEARLY = "nearly"


QUALIFIER_WORDS: Mapping[Qualifier, Words] = {
    Qualifier.EXACT: "",
    Qualifier.OVER: pgettext_lazy("qualifier", "over"),
    Qualifier.NEARLY: pgettext_lazy("qualifier", "nearly"),
}


@dataclass(frozen=True, slots=True)
class Change:
    """The same period a year before: its value, or the percentage its publisher declared."""

    period: str
    before: int | None = None
    declared_percent: float | None = None

    def percent(self, value: int | Decimal | None) -> float | None:
        """Return the change in per cent, or None where no honest one can be given."""
        if self.declared_percent is not None:
            return self.declared_percent
        if not self.before or value is None:
            return None
        return float((value - self.before) * 100 / self.before)


@dataclass(frozen=True, slots=True)
class Target:
    """What the figure was promised to reach."""

    value: int
    words: Words = TARGET


@dataclass(frozen=True, slots=True)
class Figure:
    """One number that stands on its evidence.

    ``value`` None means that nothing is known, which is never shown as 0. ``unit_word`` and
    ``caption`` say what is counted; ``shares`` gives each evidence grade its percentage.
    ``change_reason`` stands where there is no earlier period. ``url`` opens the records.
    """

    code: str
    value: int | Decimal | None
    unit_word: Words
    caption: Words = ""
    shares: Mapping[str, float] = field(default_factory=dict)
    change: Change | None = None
    change_reason: Words = ""
    target: Target | None = None
    fresh_at: datetime | None = None
    url: str = ""
    link_words: Words = ""
    state: State = State.NORMAL
    source: Words = ""
    qualifier: Qualifier = Qualifier.EXACT
    upper: int | None = None
    note: Words = ""

    @property
    def shown_state(self) -> State:
        """Return the state to draw: a normal figure without a value is a missing one."""
        if self.value is None and self.state is not State.SMALL_GROUP:
            return State.MISSING
        return self.state

    @property
    def qualifier_word(self) -> Words:
        """Return the word that stands before the number: "over", "nearly" or nothing."""
        return QUALIFIER_WORDS[self.qualifier]

    @property
    def change_percent(self) -> float | None:
        """Return the change against the same period a year before, in per cent."""
        return self.change.percent(self.value) if self.change else None

    @property
    def target_percent(self) -> float | None:
        """Return how much of the target is reached, in per cent."""
        if self.target is None or self.value is None or not self.target.value:
            return None
        return float(self.value * 100 / self.target.value)

    @property
    def track_percent(self) -> float:
        """Return where the dot stands on the target track, which ends at the target."""
        return min(self.target_percent or 0, 100)
