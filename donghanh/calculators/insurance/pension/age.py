"""Retirement age by the yearly steps up to 62 for men and 60 for women: the only home of that ladder."""

from dataclasses import dataclass
from datetime import date

from donghanh.calculators.months import months_after
from donghanh.calculators.values import Rates

FIRST_STEP = 2021


@dataclass(frozen=True, slots=True)
class Age:
    """A retirement age, and the day on which somebody reaches it."""

    months: int
    reached_on: date


def age_in(rates: Rates, sex: str, year: int) -> int:
    """Return the usual retirement age, in months, of people who retire in a year."""
    return int(rates.on("retirement_age", date(max(year, FIRST_STEP), 1, 1), sex).amount)


def retirement_age(rates: Rates, sex: str, born: date, *, younger: int = 0) -> Age:
    """Return when somebody born on a day may retire: in the first year whose age he has by its end.

    ``younger`` is how many months earlier the kind of work allows.
    """
    lowest = months_after(born, age_in(rates, sex, FIRST_STEP) - younger)
    year = max(FIRST_STEP, lowest.year)
    while True:
        months = age_in(rates, sex, year) - younger
        reached_on = months_after(born, months)
        if reached_on.year <= year:
            return Age(months, reached_on)
        year += 1
