"""Figures put into words: numbers with their unit, and formulas, in both languages."""

from datetime import date
from decimal import Decimal

from donghanh.calculators.result import Amount, Step
from donghanh.calculators.units import UNITS
from donghanh.calculators.words import Words


def counted(number: int | Decimal, unit: str) -> Words:
    """Say a number with its unit: 5 ngày, 75%."""
    pattern = "{number}%" if unit == "percent" else "{number} {unit}"
    return Words(pattern, pattern).fill(number=number, unit=UNITS[unit])


def dong(number: int | Decimal) -> Words:
    """Say an amount of đồng."""
    return counted(number, "vnd")


def formula(pattern: str, **parts: int | Decimal | date | str | Words) -> Words:
    """Write a formula whose signs are the same in both languages."""
    return Words(pattern, pattern).fill(**parts)


def step(words: Words, working: Words, number: int | Decimal, unit: str) -> Step:
    """Make a step that ends in a number."""
    return Step(words, working, counted(number, unit))


def day_amount(code: str, label: Words, day: date) -> Amount:
    """Make an amount that is a day."""
    return Amount(code, label, day, "date")
