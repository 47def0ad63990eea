"""Calculators of work and pay: the Labour Code. Importing this package puts them on the list."""

from donghanh.calculators.labour import (
    annual_leave,
    dismissal_limits,
    job_loss,
    late_wages,
    minimum_wage,
    notice,
    overtime,
    severance,
)

__all__ = [
    "annual_leave",
    "dismissal_limits",
    "job_loss",
    "late_wages",
    "minimum_wage",
    "notice",
    "overtime",
    "severance",
]
