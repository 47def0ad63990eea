"""Statements of law and of this site as dated data: clocks, retention, texts of consents.

Each row says from when it holds, which article it stands on, where that was read and how sure it is; what was not
read in the law itself (A) is shown as still to be checked.
"""

import csv
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cache
from pathlib import Path
from typing import TypeVar

from django.conf import settings
from django.utils.timezone import localdate, make_aware
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from donghanh.kernel.working_days import add_working_days
from donghanh.privacy.choices import RequestKind

_FOLDER = Path(__file__).parent / "data"
_END_OF_DAY = time(23, 59, 59)
READ_IN_THE_LAW = "A"
WORKING_DAY, HOUR = "working day", "hour"
_CLOCK_WORDS = {
    "acknowledge": _("tell the person that a request was received"),
    "breach": _("notify the authority of a breach"),
}
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Clock:
    """How long the law gives for something, from a day on."""

    code: str
    effective_from: date
    amount: int
    unit: str
    extension: int
    article: str
    source: str
    certainty: str

    @property
    def is_to_be_checked(self) -> bool:
        """Tell whether the law itself was not read yet."""
        return self.certainty != READ_IN_THE_LAW

    @property
    def words(self) -> str:
        """Return what the clock is for."""
        return str(_CLOCK_WORDS.get(self.code) or RequestKind(self.code).label)

    def due(self, start: datetime) -> datetime:
        """Return the last moment: exact for hours, else the end of the day; the first day is not counted."""
        if self.unit == HOUR:
            return start + timedelta(hours=self.amount)
        if self.unit == WORKING_DAY:
            return _end_of(add_working_days(localdate(start), self.amount))
        return _end_of(localdate(start) + timedelta(days=self.amount))

    def extended(self, due: datetime) -> datetime:
        """Return the last moment once more time was taken; that can be done once."""
        return _end_of(localdate(due) + timedelta(days=self.extension))


@dataclass(frozen=True, slots=True)
class Retention:
    """How long something is kept, from a day on; without days it is kept as the words say."""

    code: str
    effective_from: date
    days: int | None
    counted_from_vi: str
    counted_from_en: str
    what_vi: str
    what_en: str
    article: str
    source: str
    certainty: str

    @property
    def what(self) -> str:
        """Return what the rule is about, in the reader's language."""
        return self.what_vi if _is_vietnamese() else self.what_en

    @property
    def counted_from(self) -> str:
        """Return from when the days are counted, in the reader's language."""
        return self.counted_from_vi if _is_vietnamese() else self.counted_from_en

    @property
    def is_to_be_checked(self) -> bool:
        """Tell whether the law itself was not read yet."""
        return self.certainty != READ_IN_THE_LAW


@dataclass(frozen=True, slots=True)
class ConsentText:
    """What somebody agrees to, word for word."""

    purpose: str
    version: int
    effective_from: date
    text_vi: str
    text_en: str

    @property
    def text(self) -> str:
        """Return the text in the reader's language."""
        return self.text_vi if _is_vietnamese() else self.text_en


@cache
def clocks() -> tuple[Clock, ...]:
    """Return every clock, the oldest rule first."""
    return _read(
        "clocks.csv",
        lambda row: Clock(
            **{**row, "effective_from": _day(row), "amount": int(row["amount"]), "extension": int(row["extension"])}  # type: ignore[arg-type]
        ),
    )


@cache
def retentions() -> tuple[Retention, ...]:
    """Return every rule of retention, the oldest first."""
    return _read(
        "retention.csv",
        lambda row: Retention(
            **{**row, "effective_from": _day(row), "days": _days(row["days"])}  # type: ignore[arg-type]
        ),
    )


@cache
def consent_texts() -> tuple[ConsentText, ...]:
    """Return every text of a consent, the oldest first."""
    return _read(
        "consents.csv",
        lambda row: ConsentText(**{**row, "effective_from": _day(row), "version": int(row["version"])}),  # type: ignore[arg-type]
    )


def clock(code: str, *, on: date) -> Clock:
    """Return the clock in force on a day."""
    return [each for each in clocks() if each.code == code and each.effective_from <= on][-1]


def retention(code: str, *, on: date) -> Retention:
    """Return the rule of retention in force on a day."""
    return [each for each in retentions() if each.code == code and each.effective_from <= on][-1]


def retentions_on(day: date) -> list[Retention]:
    """Return the rules of retention in force on a day, one for each code."""
    return list({each.code: each for each in retentions() if each.effective_from <= day}.values())


def consent_text(purpose: str, *, on: date) -> ConsentText:
    """Return the text that is shown on a day to somebody asked for his consent."""
    return [each for each in consent_texts() if each.purpose == purpose and each.effective_from <= on][-1]


def _read(name: str, make: Callable[[dict[str, str]], T]) -> tuple[T, ...]:
    with (_FOLDER / name).open(encoding="utf-8", newline="") as lines:
        return tuple(make(row) for row in csv.DictReader(lines))


def _day(row: dict[str, str]) -> date:
    return date.fromisoformat(row["effective_from"])


def _days(text: str) -> int | None:
    """Read a number of days, or the setting that holds it."""
    if text.isupper():
        return int(getattr(settings, text))
    return int(text) if text else None


def _end_of(day: date) -> datetime:
    return make_aware(datetime.combine(day, _END_OF_DAY))


def _is_vietnamese() -> bool:
    return (get_language() or "vi").startswith("vi")
