"""Calculators of social, health and unemployment insurance, and of fines for not paying it."""

from donghanh.calculators.insurance import (
    contributions,
    late_insurance,
    lump_sum,
    maternity,
    pension,
    sickness,
    unemployment,
)

__all__ = ["contributions", "late_insurance", "lump_sum", "maternity", "pension", "sickness", "unemployment"]
