"""Periods as programs write them: one word, or two days."""

from typing import Annotated

from django.utils.timezone import localdate
from pydantic import Field

from donghanh.core.api.problems import Unprocessable
from donghanh.core.api.schemas import FIRST_YEAR, LAST_YEAR
from donghanh.kernel.periods import Period, UnknownPeriod

PeriodWord = Annotated[
    str,
    Field(max_length=30, description="2026, 2026-H1, 2026-9M, 2026-Q3, 2026-10 or 2023-01-01/2025-12-31."),
]


def period_named(text: str, *, field: str = "query.period") -> Period:
    """Read a period; an empty text is the running year."""
    try:
        period = Period.parse(text or str(localdate().year))
    except UnknownPeriod as refusal:
        raise Unprocessable(field, str(refusal)) from refusal
    if period.starts_on.year < FIRST_YEAR or period.ends_on.year > LAST_YEAR:
        raise Unprocessable(field, str(UnknownPeriod(text)))
    return period
