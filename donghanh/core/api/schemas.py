"""The ground of every schema: what is asked is read strictly, what is answered is written plainly."""

from datetime import date, datetime
from typing import Annotated

from django.utils.timezone import localtime
from ninja import Schema
from pydantic import AfterValidator, AwareDatetime, BeforeValidator, ConfigDict, Field, StringConstraints

LARGEST_ID = 2**63 - 1
FIRST_YEAR, LAST_YEAR = 1900, 2199


def _of_our_time(moment: datetime) -> datetime:
    if not FIRST_YEAR < moment.year < LAST_YEAR:
        raise ValueError(f"write a year between {FIRST_YEAR + 1} and {LAST_YEAR - 1}, not {moment.year}")
    return moment


def _only_a_day(value: object) -> object:
    """Refuse numbers, which would be read as seconds since 1970."""
    if not isinstance(value, (str, date)):
        raise ValueError("write the day as YYYY-MM-DD")
    return value


def _a_day_of_our_time(day: date) -> date:
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise ValueError(f"write a year between {FIRST_YEAR} and {LAST_YEAR}, not {day.year}")
    return day


Id = Annotated[int, Field(ge=1, le=LARGEST_ID)]
Code = Annotated[str, StringConstraints(min_length=1, max_length=40)]
Word = Annotated[str, StringConstraints(max_length=60)]
Line = Annotated[str, StringConstraints(strip_whitespace=True, max_length=200)]
Sentence = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]
Paragraph = Annotated[str, StringConstraints(max_length=4000)]
Day = Annotated[date, BeforeValidator(_only_a_day), AfterValidator(_a_day_of_our_time)]
Moment = Annotated[AwareDatetime, BeforeValidator(_only_a_day), AfterValidator(_of_our_time)]
LocalTime = Annotated[datetime, AfterValidator(localtime)]
"""A moment as it is answered: in Vietnam's time, with its distance from universal time."""


class Asked(Schema):
    """What a program sends; a field that is not known is refused, so that no slip goes unseen."""

    model_config = ConfigDict(extra="forbid")


class Told(Schema):
    """What a program is answered."""
