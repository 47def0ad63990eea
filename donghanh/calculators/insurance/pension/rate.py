"""The rate of a pension: by sex and time, and the cut for retiring early."""

from datetime import date
from decimal import Decimal

from donghanh.calculators.insurance.levels import rate
from donghanh.calculators.months import YEAR, counted_years
from donghanh.calculators.values import Rates

WOMAN = "woman"


def years_of(rates: Rates, day: date, months: int) -> Decimal:
    """Return the years that count for amounts."""
    return counted_years(months, int(rate(rates, "odd_months_half_year", day)))


def pension_rate(rates: Rates, day: date, sex: str, months: int) -> Decimal:
    """Return the percentage for the months paid; who has fewer than 15 years has none."""
    years = years_of(rates, day, months)
    start = 15 if sex == WOMAN or years < 20 else 20
    key = f"{sex}_{start}"
    base = rates.on("pension_rate", day, key).amount
    each = rates.on("pension_rate", day, f"{WOMAN}_each_year" if sex == WOMAN else f"{key}_each_year").amount
    return min(base + (years - start) * each, rates.on("pension_rate", day, "most").amount)


def early_cut(rates: Rates, day: date, months_early: int) -> Decimal:
    """Return the points taken off for retiring some months early."""
    years, rest = divmod(max(months_early, 0), YEAR)
    cut = rates.on("pension_early_cut", day, "year").amount * years
    return cut + (rates.on("pension_early_cut", day, "half_year").amount if rest >= 6 else 0)
